package org.beatbench.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.Epoch;
import org.beatbench.api.FitContext;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every classifier must do. Extend this class, name your provider, and JUnit runs the tests:
 *
 * <pre>
 * class MyClassifierTest extends ClassifierContract {
 *     &#64;Override
 *     protected ClassifierProvider&lt;?&gt; provider() {
 *         return new MyProvider();
 *     }
 * }
 * </pre>
 *
 * The beats are small toy sets of 64 samples and three classes, made for these tests.
 */
public abstract class ClassifierContract {

    private static final long SEED = 1;
    private static final long OTHER_SEED = 2;
    private static final Duration CANCELLED_AFTER = Duration.ofMillis(100);

    /** A second is promised; another is granted, as a test does not have the machine for itself. */
    private static final Duration CANCELLED_WITHIN = Duration.ofSeconds(2);

    @TempDir
    Path scratch;

    /** The provider to be tested. */
    protected abstract ClassifierProvider<?> provider();

    /** The settings to test with: the defaults, unless they take too long on toy beats. */
    protected Record settings() {
        return provider().defaults();
    }

    /** Whether it looks at the samples of a beat; a yardstick that does not cannot learn what only these tell. */
    protected boolean looksAtSamples() {
        return true;
    }

    @Test
    void saysWhoItIs() {
        ClassifierInfo info = provider().info();
        assertThat(info.name()).as("name").isNotBlank();
        assertThat(info.summary()).as("summary").isNotBlank();
        assertThat(info.version()).as("version").isNotBlank();
        assertThat(info.libraries())
                .allSatisfy((library, version) ->
                        assertThat(version).as("version of library %s", library).isNotBlank());
        assertThat(provider().info()).as("the info of another instance").isEqualTo(info);
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(ClassifierProvider.class).stream().map(ServiceLoader.Provider::type))
                .as("providers listed in META-INF/services/%s", ClassifierProvider.class.getName())
                .contains(provider().getClass());
    }

    @Test
    void learnsWhatTellsClassesApart() {
        assumeTrue(looksAtSamples(), "it does not look at samples");
        Beats test = ToyBeats.separable().draw(OTHER_SEED);
        assertThat(accuracy(answers(ToyBeats.separable(), test), test))
                .as("accuracy on new beats of three classes that are easily told apart")
                .isGreaterThan(0.8);
    }

    @Test
    void learnsBetterThanTheMajority() {
        assumeTrue(looksAtSamples(), "it does not look at samples");
        Beats test = ToyBeats.noisy().draw(OTHER_SEED);
        assertThat(accuracy(answers(ToyBeats.noisy(), test), test))
                .as("accuracy on new beats of three equally frequent classes that overlap")
                .isGreaterThan(0.45);
    }

    @Test
    void givesAProbabilityForEveryClass() {
        Beats test = ToyBeats.noisy().draw(OTHER_SEED);
        Predictions answers = answers(ToyBeats.noisy(), test);
        assertThat(answers.size()).as("rows, one for each beat").isEqualTo(test.size());
        assertThat(answers.classes())
                .as("columns, one for each class")
                .isEqualTo(test.classes().size());
    }

    @Test
    void repeatsItsAnswersForTheSameSeed() {
        Beats test = ToyBeats.noisy().draw(OTHER_SEED);
        assertThat(answers(ToyBeats.noisy(), test))
                .as("answers of a second fit with the same beats, seed and threads")
                .isEqualTo(answers(ToyBeats.noisy(), test));
    }

    @Test
    void answersTheSameAfterSavingAndLoading() throws IOException {
        Beats test = ToyBeats.noisy().draw(OTHER_SEED);
        Path folder = Files.createDirectory(scratch.resolve("model"));
        try (TrainedModel model = fit(ToyBeats.noisy().draw(SEED))) {
            model.save(folder);
            try (TrainedModel loaded = provider().load(folder, loading(test))) {
                assertThat(loaded.predict(test))
                        .as("answers of the loaded model")
                        .isEqualTo(model.predict(test));
            }
        }
    }

    @Test
    void refusesToLoadWhatIsNoModel() throws IOException {
        Path folder = Files.createDirectory(scratch.resolve("empty"));
        assertThatExceptionOfType(IOException.class)
                .as("loading from an empty folder")
                .isThrownBy(
                        () -> provider().load(folder, loading(ToyBeats.noisy().draw(SEED))));
    }

    @Test
    void leavesTheBeatsAsTheyAre() {
        Beats training = ToyBeats.noisy().draw(SEED);
        Beats test = ToyBeats.noisy().draw(OTHER_SEED);
        try (TrainedModel model = fit(training)) {
            model.predict(test);
        }
        assertThat(training)
                .as("training beats after the fit")
                .isEqualTo(ToyBeats.noisy().draw(SEED));
        assertThat(test)
                .as("test beats after the prediction")
                .isEqualTo(ToyBeats.noisy().draw(OTHER_SEED));
    }

    @Test
    void doesNotLookAtTheLabelsItIsToGuess() {
        Beats test = ToyBeats.noisy().draw(OTHER_SEED);
        try (TrainedModel model = fit(ToyBeats.noisy().draw(SEED))) {
            assertThat(model.predict(test.sealed()))
                    .as("answers for beats without labels")
                    .isEqualTo(model.predict(test));
        }
    }

    @Test
    void answersABeatRegardlessOfTheOthers() {
        Beats test = ToyBeats.noisy().draw(OTHER_SEED);
        try (TrainedModel model = fit(ToyBeats.noisy().draw(SEED))) {
            Predictions together = model.predict(test);
            for (int row = 0; row < test.size(); row += 7) {
                Predictions alone = model.predict(test.select(Selection.of(row)));
                for (int label = 0; label < together.classes(); label++) {
                    // not to the last bit: sums over a batch may be formed in another order
                    assertThat(alone.probability(0, label))
                            .as("probability of class %d for beat %d when asked alone", label, row)
                            .isCloseTo(together.probability(row, label), within(1e-4f));
                }
            }
        }
    }

    @Test
    void answersSeveralThreadsAtOnce() throws Exception {
        Beats test = ToyBeats.noisy().draw(OTHER_SEED);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (TrainedModel model = fit(ToyBeats.noisy().draw(SEED))) {
            Predictions expected = model.predict(test);
            Callable<Predictions> question = () -> model.predict(test);
            for (Future<Predictions> answer : threads.invokeAll(List.of(question, question, question, question))) {
                assertThat(answer.get()).as("answers to one of four threads").isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void answersNothingWhenAskedNothing() {
        Beats none = ToyBeats.noisy().draw(SEED).select(Selection.of());
        try (TrainedModel model = fit(ToyBeats.noisy().draw(SEED))) {
            assertThat(model.predict(none).size()).as("answers for no beats").isZero();
        }
    }

    @Test
    void copesWithAClassThatHasNoBeat() {
        Beats test = ToyBeats.separable().draw(OTHER_SEED);
        Predictions answers = answers(ToyBeats.lackingAClass(), test);
        assertThat(answers.classes())
                .as("columns, also for the class without a beat")
                .isEqualTo(3);
        if (looksAtSamples()) {
            assertThat(accuracy(answers, test))
                    .as("accuracy where two of three classes were learnt")
                    .isGreaterThan(0.5);
        }
    }

    @Test
    void copesWithAClassThatHasASingleBeat() {
        Beats test = ToyBeats.separable().draw(OTHER_SEED);
        Predictions answers = answers(ToyBeats.withASingleBeat(), test);
        if (looksAtSamples()) {
            assertThat(accuracy(answers, test))
                    .as("accuracy where one of three classes has a single beat")
                    .isGreaterThan(0.5);
        }
    }

    @Test
    void closesTwice() {
        TrainedModel model = fit(ToyBeats.separable().draw(SEED));
        model.close();
        model.close();
    }

    @Test
    void documentsEverySetting() {
        SettingValues.assertDocumented(provider().defaults());
    }

    @Test
    void letsEverySettingMatter() {
        List<ToyBeats> kinds = List.of(ToyBeats.noisy(), ToyBeats.imbalanced(), ToyBeats.separable());
        List<Predictions> usual =
                kinds.stream().map(kind -> answers(kind, settings())).toList();
        for (SettingValues setting : SettingValues.of(settings())) {
            List<Object> others = setting.others(settings());
            assertThat(others)
                    .as("values to try for setting %s (@Hyper tries)", setting)
                    .isNotEmpty();
            assertThat(others.stream().anyMatch(other -> {
                        Record changed = setting.with(settings(), other);
                        return IntStream.range(0, kinds.size())
                                .anyMatch(i -> !answers(kinds.get(i), changed).equals(usual.get(i)));
                    }))
                    .as("any of %s for setting %s changes an answer", others, setting)
                    .isTrue();
        }
    }

    @Test
    void rejectsIllegalSettings() {
        for (SettingValues setting : SettingValues.of(settings())) {
            for (Object illegal : setting.illegal()) {
                assertThatThrownBy(() -> classifier(provider(), setting.with(settings(), illegal)))
                        .as("%s for setting %s", illegal, setting)
                        .isInstanceOfAny(IllegalArgumentException.class, UserError.class);
            }
        }
    }

    @Test
    void doesNotStartWhenCancelledBefore() {
        assertThatExceptionOfType(CancelledException.class)
                .as("a fit that is cancelled from the start")
                .isThrownBy(() -> fit(ToyBeats.noisy().draw(SEED), settings(), () -> true));
    }

    @Test
    void stopsWheneverItLearnsOfACancellation() {
        for (int patience = 1; patience <= 64; patience *= 2) {
            AtomicInteger left = new AtomicInteger(patience);
            AtomicInteger ignored = new AtomicInteger();
            Cancellation cancellation = () -> {
                boolean requested = left.getAndDecrement() <= 0;
                ignored.addAndGet(requested ? 1 : 0);
                return requested;
            };
            try (TrainedModel model = fit(ToyBeats.noisy().draw(SEED), settings(), cancellation)) {
                assertThat(ignored)
                        .as("how often %s went on although it was told to stop, from question %d on", model, patience)
                        .hasValue(0);
            } catch (CancelledException e) {
                // It stopped when it was told to.
            }
        }
    }

    @Test
    void stopsWithinASecond() {
        Beats training = ToyBeats.many().draw(SEED);
        long cancelled = System.nanoTime() + CANCELLED_AFTER.toNanos();
        try (TrainedModel model = fit(training, settings(), () -> System.nanoTime() - cancelled >= 0)) {
            assertThat(model)
                    .as("a model that was finished before, or soon after, it was cancelled")
                    .isNotNull();
        } catch (CancelledException e) {
            assertThat(e).isNotNull();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - cancelled))
                .as("time from cancellation to the end of the fit")
                .isLessThan(CANCELLED_WITHIN);
    }

    /** Holds trivially for those that tell of no epochs. */
    @Test
    void tellsOfEveryEpochInOrder() {
        List<Epoch> epochs = new ArrayList<>();
        Progress listener = new Progress() {

            @Override
            public void advanced(String stage, long done, long total) {}

            @Override
            public void epoch(Epoch epoch) {
                epochs.add(epoch);
            }
        };
        fit(ToyBeats.noisy().draw(SEED), settings(), listener, Cancellation.NEVER)
                .close();
        assertThat(epochs)
                .as("numbers of the epochs")
                .extracting(Epoch::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, epochs.size()).boxed().toList());
        assertThat(epochs).allSatisfy(epoch -> {
            assertThat(epoch.trainingLoss())
                    .as("training loss of epoch %d", epoch.number())
                    .isFinite();
            assertThat(epoch.validationLoss())
                    .as("validation loss of epoch %d, finite or NaN", epoch.number())
                    .matches(loss -> !Double.isInfinite(loss));
            assertThat(epoch.planned())
                    .as("planned epochs in epoch %d", epoch.number())
                    .isEqualTo(epochs.get(0).planned());
        });
    }

    private Predictions answers(ToyBeats kind, Beats test) {
        try (TrainedModel model = fit(kind.draw(SEED))) {
            return model.predict(test.sealed());
        }
    }

    private Predictions answers(ToyBeats kind, Record settings) {
        try (TrainedModel model = fit(kind.draw(SEED), settings, Cancellation.NEVER)) {
            return model.predict(kind.draw(OTHER_SEED).sealed());
        }
    }

    private TrainedModel fit(Beats training) {
        return fit(training, settings(), Cancellation.NEVER);
    }

    private TrainedModel fit(Beats training, Record settings, Cancellation cancellation) {
        return fit(training, settings, Progress.NONE, cancellation);
    }

    private TrainedModel fit(Beats training, Record settings, Progress progress, Cancellation cancellation) {
        Beats validation = training.select(
                Selection.where(provider().info().usesValidation() ? training.size() : 0, row -> row % 4 == 0));
        return classifier(provider(), settings)
                .fit(training, new FitContext(validation, SEED, 2, scratch, progress, cancellation));
    }

    @SuppressWarnings("unchecked") // the settings are the provider's defaults, or were made from them
    private static <S extends Record> Classifier classifier(ClassifierProvider<S> provider, Record settings) {
        return provider.create((S) settings);
    }

    private static LoadContext loading(Beats beats) {
        return new LoadContext(beats.form(), beats.classes(), 2);
    }

    private static double accuracy(Predictions answers, Beats truth) {
        long right = IntStream.range(0, truth.size())
                .filter(row -> answers.label(row) == truth.label(row))
                .count();
        return (double) right / truth.size();
    }
}
