package org.beatbench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Predictions;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.calibration.Temperature;
import org.beatbench.experiment.Entry;
import org.beatbench.experiment.NamedSettings;
import org.beatbench.experiment.Trial;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.harness.NearestMeanProvider.Behaviour;
import org.beatbench.metrics.Quality;
import org.beatbench.results.Outcome;
import org.beatbench.results.Outcome.Completed;
import org.beatbench.results.Outcome.Failed;
import org.beatbench.robustness.PerturbationLadder;
import org.beatbench.robustness.RobustnessInquiry;
import org.beatbench.saliency.OccludedBeat;
import org.beatbench.saliency.SaliencyInquiry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InProcessRunnerTest {

    private final InProcessRunner runner = Toys.runner();

    private Outcome outcome(Trial trial) {
        return runner.run(trial, Progress.NONE, Cancellation.NEVER).outcome();
    }

    @Test
    void answersEveryTestBeatOnceAndWell() {
        Completed completed = (Completed) outcome(Toys.trial(Behaviour.GOOD));

        assertThat(completed.test().size())
                .isEqualTo(completed.costs().testBeats())
                .isEqualTo(60);
        assertThat(Quality.ACCURACY.of(completed.test()).orElseThrow()).isGreaterThan(0.85);
        assertThat(completed.costs().fit()).isPositive();
        assertThat(completed.costs().singleMedian())
                .isPositive()
                .isLessThanOrEqualTo(completed.costs().single99());
        assertThat(completed.costs().modelBytes()).isPositive();
        assertThat(completed.costs().peakMemoryBytes()).isGreaterThan(1 << 20);
    }

    @Test
    void recordsTheCommitItWasBuiltFrom() {
        assertThat(runner.run(Toys.trial(Behaviour.GOOD), Progress.NONE, Cancellation.NEVER)
                        .environment()
                        .commit())
                .isEqualTo(Machine.commit())
                .matches("([0-9a-f]{7,}( with changes)?)?");
    }

    @Test
    void joinsTheValidationBeatsWhereNothingIsChosenByThem() {
        Completed completed = (Completed) outcome(Toys.trial(Behaviour.GOOD));

        assertThat(completed.costs().trainingBeats()).isEqualTo(240);
        assertThat(completed.validation().isEmpty()).isTrue();
    }

    @Test
    void holdsTheValidationBeatsOutWhereCandidatesAreToBeChosen() {
        List<Trial> trials =
                Toys.trials(Toys.experiment(List.of("beats"), Toys.entry("toy", Map.of("sharpness", List.of(1, 10)))));

        assertThat(trials).hasSize(2).allMatch(trial -> trial.validation() == ValidationUse.HELD_OUT);
        Completed completed = (Completed) outcome(trials.get(0));
        assertThat(completed.validation().size() + completed.costs().trainingBeats())
                .isEqualTo(240);
        assertThat(completed.validation().isEmpty()).isFalse();
    }

    @Test
    void calibratesByValidationBeatsThatAreHeldOutForIt() {
        Map<String, Object> unsure = Map.of("sharpness", 1);
        List<Trial> trials = Toys.trials(Toys.experiment(
                List.of("beats"),
                Toys.entry("plain", unsure),
                new Entry("calibrated", new NamedSettings("nearest-mean", unsure), "none", "temperature")));
        Completed plain = (Completed) outcome(trials.get(0));
        Completed calibrated = (Completed) outcome(trials.get(1));

        assertThat(trials.get(1).validation()).isEqualTo(ValidationUse.HELD_OUT);
        assertThat(plain.temperature()).isEqualTo(1);
        assertThat(plain.validation().isEmpty()).isTrue();
        assertThat(calibrated.temperature()).as("made surer").isLessThan(1);
        assertThat(calibrated.costs().trainingBeats() + calibrated.validation().size())
                .isEqualTo(plain.costs().trainingBeats());
        assertThat(Quality.LOG_LOSS.of(calibrated.test()).orElseThrow())
                .isLessThan(Quality.LOG_LOSS.of(plain.test()).orElseThrow());
        Temperature back = new Temperature(1 / calibrated.temperature());
        assertThat(Temperature.fit(
                                back.apply(calibrated.validation().predictions()),
                                IntStream.range(0, calibrated.validation().size())
                                        .map(calibrated.validation()::truth)
                                        .toArray())
                        .value())
                .as("fitted on the validation answers and nothing else")
                .isCloseTo(calibrated.temperature(), within(1e-4));
    }

    @Test
    void showsNoModelWhatItsTestBeatsAre() {
        assertThat(outcome(Toys.trial(Behaviour.PEEK))).isInstanceOf(Completed.class);
        assertThat(outcome(asked(Toys.trial(Behaviour.PEEK), 5))).isInstanceOf(Completed.class);
    }

    @Test
    void keepsTestLabelsWhereNobodyFindsThem() {
        assertThat(outcome(Toys.trial(Behaviour.SEARCH))).isInstanceOf(Completed.class);
        assertThat(Reachable.labelledBeats(new Object[] {List.of(Toys.BEATS.select(Selection.of(1, 2)))}))
                .as("the search finds what there is")
                .isNotEmpty();
    }

    @Test
    void asksWhatTheModelLooksAtWhereThatIsWanted() {
        Completed plain = (Completed) outcome(Toys.trial(Behaviour.GOOD));
        Completed asked = (Completed) outcome(asked(Toys.trial(Behaviour.GOOD), 5));

        assertThat(plain.findings(SaliencyInquiry.INSTANCE)).isEmpty();
        assertThat(asked.test()).as("the answers are what they were").isEqualTo(plain.test());
        List<OccludedBeat> occluded =
                asked.findings(SaliencyInquiry.INSTANCE).orElseThrow().beats();
        assertThat(occluded)
                .extracting(OccludedBeat::truth)
                .containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2);
        List<Integer> rows = IntStream.range(0, asked.test().size())
                .mapToObj(answer -> asked.test().beat(answer).row())
                .toList();
        assertThat(occluded).allSatisfy(beat -> {
            assertThat(rows).contains(beat.row());
            int answer = rows.indexOf(beat.row());
            assertThat(beat.answer()).isEqualTo(asked.test().predicted(answer));
            assertThat(beat.probability()).isEqualTo(asked.test().probability(answer, beat.answer()));
        });
    }

    private static Trial asked(Trial trial, int saliency) {
        return new Trial(
                trial.label(),
                trial.dataset(),
                trial.protocol(),
                trial.split(),
                trial.classifier(),
                trial.resampling(),
                trial.calibration(),
                trial.validation(),
                Map.of("robustness", 0, "saliency", saliency),
                trial.seed(),
                trial.threads(),
                trial.java(),
                "");
    }

    private static Map<String, Answers> disturbed(Completed completed) {
        return completed.findings(RobustnessInquiry.INSTANCE).orElseThrow().byStep();
    }

    private static Trial robust(String label, double sharpness) {
        return Toys.trials(Toys.robustness(50, Toys.entry(label, Map.of("sharpness", sharpness))))
                .get(0);
    }

    @Test
    void asksForDisturbedTestBeatsInTheEnd() {
        Trial trial = robust("toy", 10);
        Completed completed = (Completed) outcome(trial);
        Completed usual = (Completed) outcome(Toys.trial(Behaviour.GOOD));

        assertThat(completed.test()).as("the test is the same").isEqualTo(usual.test());
        assertThat(usual.asked()).isEmpty();
        assertThat(disturbed(completed).keySet())
                .containsExactlyElementsOf(
                        PerturbationLadder.STEPS.stream().map(Perturbation::id).toList());
        Selection asked = new Splits(Toys.BEATS)
                .scope(trial, RobustnessInquiry.INSTANCE, Toys.BEATS)
                .sample();
        assertThat(disturbed(completed).values()).allSatisfy(answers -> {
            assertThat(IntStream.range(0, answers.size())
                            .map(i -> answers.beat(i).row()))
                    .containsExactlyElementsOf(asked.stream().boxed().toList());
            assertThat(answers.truth(0)).isEqualTo(Toys.BEATS.label(asked.at(0)));
        });
        assertThat(asked.size()).isEqualTo(50);
        assertThat(Quality.ACCURACY
                        .of(disturbed(completed).get("inverted-lead"))
                        .orElseThrow())
                .isLessThan(0.7);
        assertThat(Quality.ACCURACY
                        .of(disturbed(completed).get("muscle-noise@18dB"))
                        .orElseThrow())
                .isGreaterThan(0.8);
    }

    @Test
    void disturbsBeatsInTheSameWayForEveryClassifier() {
        Completed one = (Completed) outcome(robust("one", 10));
        Completed other = (Completed) outcome(robust("other", 5));
        Completed apart = (Completed) Toys.runner()
                .run(robust("one", 10), Progress.NONE, Cancellation.NEVER)
                .outcome();

        assertThat(disturbed(apart)).isEqualTo(disturbed(one));
        disturbed(one).forEach((step, answers) -> {
            for (int i = 0; i < answers.size(); i++) {
                assertThat(disturbed(other).get(step).predicted(i)).isEqualTo(answers.predicted(i));
            }
        });
    }

    @Test
    void showsNoModelWhatItsDisturbedBeatsAre() {
        Trial trial = Toys.trials(Toys.robustness(50, Toys.entry("toy", Map.of("behaviour", "peek"))))
                .get(0);

        assertThat(outcome(trial)).isInstanceOf(Completed.class);
    }

    @Test
    void calibratesWhatIsSaidOfDisturbedBeatsToo() {
        Completed calibrated = (Completed) outcome(Toys.trials(Toys.robustness(
                        50,
                        new Entry(
                                "toy",
                                new NamedSettings("nearest-mean", Map.of("sharpness", 1)),
                                "none",
                                "temperature")))
                .get(0));
        Completed plain = (Completed)
                outcome(Toys.trials(Toys.robustness(50, Toys.entry("toy", Map.of("sharpness", List.of(1, 2)))))
                        .get(0));

        Predictions expected = new Temperature(calibrated.temperature())
                .apply(disturbed(plain).get("inverted-lead").predictions());
        assertThat(disturbed(calibrated).get("inverted-lead").predictions()).isEqualTo(expected);
    }

    @Test
    void makesAFailureAResultThatNamesItsStage() {
        Failed failed = (Failed) outcome(Toys.trial(Behaviour.THROW));

        assertThat(failed.stage()).isEqualTo("fit");
        assertThat(failed.message()).isEqualTo("IllegalStateException: I do not like these beats");
        assertThat(failed.trace()).contains("NearestMeanProvider");
    }

    @ParameterizedTest
    @CsvSource({
        "NO_CREATION, create, IllegalStateException: not today",
        "NULL_MODEL, fit, IllegalStateException: it answered null",
        "MISSING_CLASS, fit, NoClassDefFoundError: org/example/Gone",
        "CANCELS_ITSELF, fit, 'IllegalStateException: it says that it was cancelled, and nobody asked for that'",
        "ONE_ANSWER, test, IllegalStateException: 1 answers for 60 beats",
        "SAVES_NOTHING, save, IllegalStateException: it saved no file"
    })
    void namesStageAndExceptionOfWhatWentWrong(Behaviour behaviour, String stage, String message) {
        Failed failed = (Failed) outcome(Toys.trial(behaviour));

        assertThat(failed.stage()).isEqualTo(stage);
        assertThat(failed.message()).isEqualTo(message);
    }

    @Test
    void keepsTheAnswersOfAModelThatDoesNotClose() {
        assertThat(outcome(Toys.trial(Behaviour.NO_CLOSING))).isInstanceOf(Completed.class);
    }

    @Test
    void keepsTheEpochsOfAFit() {
        assertThat(outcome(Toys.trial(Behaviour.GOOD)).epochs()).isEmpty();
        assertThat(outcome(Toys.trial(Behaviour.GOOD, 3))).isInstanceOf(Completed.class);
        for (Behaviour behaviour : List.of(Behaviour.GOOD, Behaviour.THROW, Behaviour.BAD_PROBABILITIES)) {
            assertThat(outcome(Toys.trial(behaviour, 3)).epochs())
                    .as(behaviour.name())
                    .isEqualTo(Toys.epochs(3));
        }
    }

    @Test
    void refusesAnswersThatAreNoProbabilities() {
        Failed failed = (Failed) outcome(Toys.trial(Behaviour.BAD_PROBABILITIES));

        assertThat(failed.stage()).isEqualTo("test");
        assertThat(failed.message()).contains("not a probability");
    }

    @Test
    void stopsWhenCancelled() {
        long start = System.nanoTime();
        Cancellation soon = () -> System.nanoTime() - start > 100_000_000;

        assertThatThrownBy(() -> runner.run(Toys.trial(Behaviour.HANG), Progress.NONE, soon))
                .isInstanceOf(CancelledException.class);
    }
}
