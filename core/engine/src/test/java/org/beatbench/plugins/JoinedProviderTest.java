package org.beatbench.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.Hyper;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.robustness.PerturbationLadder;
import org.junit.jupiter.api.Test;

class JoinedProviderTest {

    private static final DatasetContext NOWHERE =
            new DatasetContext(Path.of("nowhere"), Progress.NONE, Cancellation.NEVER);

    /** How many beats there are. */
    public record Size(@Hyper("beats") int beats) {}

    /** Beats of one person, whose classes come in turn. */
    private record Turns(String id, List<String> classes, int length, double rate) implements DatasetProvider<Size> {

        @Override
        public DatasetInfo info() {
            return new DatasetInfo(id, "Data " + id, "Beats.", "7", false, "licence", "");
        }

        @Override
        public Size defaults() {
            return new Size(4);
        }

        @Override
        public Beats load(Size settings, DatasetContext context) {
            Beats.Builder beats = Beats.builder(classes, length);
            for (int row = 0; row < settings.beats(); row++) {
                beats.add(new float[length], new Beat(row % classes.size(), 1, 0.5, 0.75, "somebody", "100", row, "N"));
            }
            return beats.build();
        }

        @Override
        public List<String> assumptions(Size settings, DatasetContext context) {
            return List.of("There are " + settings.beats() + " beats.");
        }

        @Override
        public OptionalDouble rate(Size settings) {
            return OptionalDouble.of(rate);
        }
    }

    private static KnownDataset<?> joined(Turns training, Turns test) {
        return KnownDataset.of(
                JoinedProvider.of(KnownDataset.of(training, "built-in"), KnownDataset.of(test, "built-in")),
                "built-in");
    }

    /** The same, with recordings: whatever disturbs them adds 1 to every sample. */
    private record Recorded(Turns turns) implements PerturbableProvider<Size> {

        @Override
        public DatasetInfo info() {
            return turns.info();
        }

        @Override
        public Size defaults() {
            return turns.defaults();
        }

        @Override
        public Beats load(Size settings, DatasetContext context) {
            return turns.load(settings, context);
        }

        @Override
        public List<Beats> perturbed(
                Size settings, Beats chosen, List<Perturbation> perturbations, long seed, DatasetContext context) {
            assertThat(chosen.classes()).isEqualTo(turns.classes());
            assertThat(chosen.beats()).isSubsetOf(load(settings, context).beats());
            Beats.Builder beats = Beats.builder(chosen.classes(), turns.length());
            chosen.beats().forEach(beat -> {
                float[] samples = new float[turns.length()];
                Arrays.fill(samples, 1);
                beats.add(samples, beat);
            });
            return Collections.nCopies(perturbations.size(), beats.build());
        }
    }

    @Test
    void disturbsTheRecordingsOfWhatIsTested() throws IOException {
        Turns second = new Turns("two", List.of("V", "N"), 2, 120);
        KnownDataset<?> both = KnownDataset.of(
                JoinedProvider.of(
                        KnownDataset.of(first, "built-in"), KnownDataset.of(new Recorded(second), "built-in")),
                "built-in");
        Beats chosen = both.load(Map.of(), NOWHERE).select(Selection.of(7, 4));

        List<Beats> disturbed = both.perturbed(Map.of(), chosen, PerturbationLadder.STEPS.subList(0, 2), 1, NOWHERE);

        assertThat(both.isPerturbable()).isTrue();
        assertThat(disturbed).hasSize(2).allSatisfy(beats -> {
            assertThat(beats.beats()).isEqualTo(chosen.beats());
            assertThat(beats.classes()).isEqualTo(chosen.classes());
            assertThat(beats.samples().row(0)).containsOnly(1);
        });
        assertThat(joined(first, second).isPerturbable()).isFalse();
    }

    private final Turns first = new Turns("one", List.of("N", "V"), 2, 120);

    @Test
    void marksPeopleOfBothAndGivesClassesOneOrder() throws IOException {
        KnownDataset<?> both = joined(first, new Turns("two", List.of("V", "N"), 2, 120));
        Map<String, String> settings = Map.of("training", "{\"beats\":3}", "test", "{\"beats\": \"2\"}");

        Beats beats = both.load(settings, NOWHERE);

        assertThat(beats.classes()).containsExactly("N", "V");
        assertThat(beats.beats()).extracting(Beat::label).containsExactly(0, 1, 0, 1, 0);
        assertThat(beats.beats())
                .extracting(Beat::subject)
                .containsExactly(
                        "training:somebody",
                        "training:somebody",
                        "training:somebody",
                        "test:somebody",
                        "test:somebody");
        assertThat(beats.beat(4)).isEqualTo(new Beat(0, 1, 0.5, 0.75, "test:somebody", "test:100", 1, "N"));
        assertThat(both.info().id()).isEqualTo("one-to-two");
        assertThat(both.info().name()).isEqualTo("Data one, tested on Data two");
        assertThat(both.info().version()).isEqualTo("7+7");
        assertThat(both.rate(settings)).hasValue(120);
        assertThat(both.provenance(settings, NOWHERE).assumptions())
                .containsExactly(
                        "Of the beats learned from: There are 3 beats.", "Of the beats tested: There are 2 beats.");
    }

    @Test
    void refusesBeatsThatAreNotAlikeAtOnce() {
        KnownDataset<?> both = joined(first, new Turns("two", List.of("N", "S"), 3, 125));

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> both.load(Map.of(), NOWHERE))
                .withMessageContaining("the classes are N, V and N, S")
                .withMessageContaining("a beat is 2 samples and 3 samples")
                .withMessageContaining("the rates are 120.0 and 125.0 samples a second");
    }

    @Test
    void namesSettingsThatAreWrongInOneOfThem() {
        KnownDataset<?> both = joined(first, first);

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> both.load(Map.of("test", "{\"beat\":3}"), NOWHERE))
                .withMessageContaining("beat");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> both.load(Map.of("test", "3"), NOWHERE))
                .withMessageContaining("not the settings of a data set: 3");
    }
}
