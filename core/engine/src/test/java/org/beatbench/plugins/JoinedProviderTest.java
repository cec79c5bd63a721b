package org.beatbench.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
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
import org.beatbench.api.UserError;
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
                new JoinedProvider(KnownDataset.of(training, "built-in"), KnownDataset.of(test, "built-in")),
                "built-in");
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
