package org.beatbench.canaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.FitContext;
import org.beatbench.api.Form;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.beatbench.contract.Mutants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanariesTest {

    private static final List<String> CLASSES = List.of("N", "S", "V");
    private static final int LENGTH = 8;

    @TempDir
    private Path folder;

    /** Noise of 600, 300 and 100 beats; each class has lengths of its own. */
    private final Beats training = beats(1, 600, 300, 100);

    private final Beats test = beats(2, 300, 300, 300);

    private static Beats beats(long seed, int... counts) {
        SplittableRandom random = new SplittableRandom(seed);
        Beats.Builder beats = Beats.builder(CLASSES, LENGTH);
        for (int label = 0; label < counts.length; label++) {
            for (int i = 0; i < counts[label]; i++) {
                float[] samples = new float[LENGTH];
                for (int t = 0; t < LENGTH; t++) {
                    samples[t] = random.nextInt(1, 1_000) / 1_000f;
                }
                beats.add(samples, Beat.anonymous(label, 2 * label + 2 + i % 2));
            }
        }
        return beats.build();
    }

    private TrainedModel fit(Canary canary, long seed) {
        return canary.create(canary.defaults())
                .fit(
                        training,
                        new FitContext(
                                training.select(Selection.of()), seed, 2, folder, Progress.NONE, Cancellation.NEVER));
    }

    private Predictions answers(Canary canary, Beats beats) {
        try (TrainedModel model = fit(canary, 1)) {
            return model.predict(beats.sealed());
        }
    }

    private static int[] labels(Predictions answers) {
        return IntStream.range(0, answers.size()).map(answers::label).toArray();
    }

    @Test
    void areKnownByTheirIds() {
        assertThat(ServiceLoader.load(ClassifierProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(Canary.class::isInstance)
                        .map(provider -> provider.info().id()))
                .containsExactlyElementsOf(Canaries.IDS);
        assertThat(Canaries.IDS).allMatch(Canaries::include).allMatch(id -> id.startsWith("canary-"));
        assertThat(Canaries.include("knn")).isFalse();
    }

    @Test
    void theMajorityIsAnsweredWithTheSharesOfTheClasses() {
        Predictions answers = answers(new MajorityCanary(), test);
        assertThat(labels(answers)).containsOnly(0);
        assertThat(answers.probabilities().row(5)).containsExactly(0.6f, 0.3f, 0.1f);
    }

    @Test
    void chanceDrawsClassesAsOftenAsTheyOccur() {
        int[] drawn = labels(answers(new PriorCanary(), beats(3, 10_000, 0, 0)));
        for (int label = 0; label < 3; label++) {
            int wanted = label;
            assertThat(Arrays.stream(drawn).filter(one -> one == wanted).count() / 10_000.0)
                    .isCloseTo(new double[] {0.6, 0.3, 0.1}[label], within(0.02));
        }
    }

    @Test
    void chanceGivesABeatTheSameAnswerUnderOneSeedAndAnotherUnderAnother() {
        try (TrainedModel model = fit(new PriorCanary(), 1);
                TrainedModel other = fit(new PriorCanary(), 2)) {
            Predictions twice = model.predict(test.select(Selection.of(7, 7, 8)));
            assertThat(twice.label(0)).isEqualTo(twice.label(1));
            assertThat(model.predict(test)).isNotEqualTo(other.predict(test));
        }
    }

    @Test
    void aPlaceAmongTheBeatsIsThatOfItsClass() {
        ClassCounts counts = ClassCounts.of(training);
        assertThat(List.of(counts.at(0), counts.at(0.599), counts.at(0.601), counts.at(0.901), counts.at(1)))
                .containsExactly(0, 0, 1, 2, 2);
    }

    @Test
    void lengthTellsClassesApartThatDifferInNothingElse() {
        Predictions answers = answers(new LengthCanary(), test);
        assertThat(labels(answers))
                .isEqualTo(IntStream.range(0, test.size()).map(test::label).toArray());
        assertThat(answers.probability(0, 0)).isEqualTo((float) ((300 + 0.6) / 301));
    }

    @Test
    void aLengthNeverSeenIsAnsweredWithTheUsualMixture() {
        Beats odd = Beats.builder(CLASSES, LENGTH)
                .add(new float[LENGTH], Beat.anonymous(2, 8))
                .build();
        assertThat(answers(new LengthCanary(), odd).probabilities().row(0)).containsExactly(0.6f, 0.3f, 0.1f);
    }

    @Test
    void twinsAreFoundWhereverTheyAre() {
        Predictions answers = answers(new TwinCanary(), training);
        assertThat(labels(answers))
                .isEqualTo(
                        IntStream.range(0, training.size()).map(training::label).toArray());
    }

    @Test
    void aBeatThatHasNoNeighbourIsAnsweredWithADontKnow() {
        float[] broken = new float[LENGTH];
        broken[3] = Float.NaN;
        Beats odd =
                Beats.builder(CLASSES, LENGTH).add(broken, Beat.anonymous(0, 8)).build();
        assertThat(answers(new TwinCanary(), odd).probabilities().row(0)).containsOnly(1f / 3);
    }

    @Test
    void filesOfOtherModelsAndForOtherBeatsAreRefused() throws IOException {
        LoadContext context = new LoadContext(Form.row(LENGTH), CLASSES, 1);
        try (TrainedModel model = fit(new LengthCanary(), 1)) {
            model.save(folder);
        }
        assertThat(new LengthCanary().load(folder, context)).isNotNull();
        assertThatThrownBy(() -> new TwinCanary().load(folder, context))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no model of canary-twin");
        assertThatThrownBy(() -> new LengthCanary().load(folder, new LoadContext(Form.row(9), CLASSES, 1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is for beats of 8 samples");
        assertThatThrownBy(() ->
                        new LengthCanary().load(folder, new LoadContext(Form.row(LENGTH), List.of("A", "B", "C"), 1)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void damageIsMetWithAnIoExceptionOrAnswersThatAreSound() throws IOException {
        LoadContext context = new LoadContext(Form.row(LENGTH), CLASSES, 1);
        Beats few = beats(3, 2, 2, 2);
        for (Canary canary : List.of(new MajorityCanary(), new PriorCanary(), new LengthCanary(), new TwinCanary())) {
            Path own = Files.createDirectory(folder.resolve(canary.info().id()));
            try (TrainedModel model = fit(canary, 1)) {
                model.save(own);
            }
            Path file = own.resolve("canary.bin");
            for (byte[] mutant :
                    (Iterable<byte[]>) Mutants.of(Files.readAllBytes(file), 1).limit(300)::iterator) {
                Files.write(file, mutant);
                try (TrainedModel model = canary.load(own, context)) {
                    assertThat(model.predict(few).size()).isEqualTo(6);
                } catch (IOException e) {
                    assertThat(e).hasMessageStartingWith(file + ": ");
                }
            }
        }
    }

    @Test
    void brokenFilesAreRefused() throws IOException {
        LoadContext context = new LoadContext(Form.row(LENGTH), CLASSES, 1);
        for (Canary canary : List.of(new MajorityCanary(), new PriorCanary(), new LengthCanary(), new TwinCanary())) {
            Path own = Files.createDirectory(folder.resolve(canary.info().id()));
            try (TrainedModel model = fit(canary, 1)) {
                model.save(own);
            }
            Path file = own.resolve("canary.bin");
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
            assertThatThrownBy(() -> canary.load(own, context))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("ends too early");
            Files.write(file, "something else".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> canary.load(own, context)).isInstanceOf(IOException.class);
        }
    }
}
