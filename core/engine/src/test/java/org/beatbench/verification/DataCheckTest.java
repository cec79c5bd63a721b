package org.beatbench.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.Toys;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;
import org.beatbench.robustness.DisturbedAnswers;
import org.beatbench.robustness.PerturbationLadder;
import org.beatbench.robustness.RobustnessInquiry;
import org.beatbench.saliency.MeanBeat;
import org.beatbench.saliency.OccludedBeat;
import org.beatbench.saliency.Saliency;
import org.beatbench.saliency.SaliencyInquiry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCheckTest {

    private static final DatasetUse USE = StoredToys.TRIALS.get(0).dataset();

    @TempDir
    private Path folder;

    private final DataCheck check = DataCheck.of(StoredToys.PLAN, Toys.trialBeats(Toys.BEATS), List.of(USE));
    private RunRecord run;

    @BeforeEach
    void run() throws IOException {
        run = StoredToys.in(folder).find(StoredToys.TRIALS.get(0)).orElseThrow();
    }

    private static RunRecord with(RunRecord run, UnaryOperator<Answers> test, UnaryOperator<Answers> validation) {
        Outcome.Completed completed = (Outcome.Completed) run.outcome();
        Outcome changed = new Outcome.Completed(
                        validation.apply(completed.validation()), test.apply(completed.test()), completed.costs())
                .with(
                        RobustnessInquiry.INSTANCE,
                        completed.findings(RobustnessInquiry.INSTANCE).orElseThrow());
        return new RunRecord(run.trial(), changed, run.environment(), run.started());
    }

    private static Answers withFirst(Answers answers, UnaryOperator<AnsweredBeat> change) {
        List<AnsweredBeat> beats = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            beats.add(i == 0 ? change.apply(answers.beat(i)) : answers.beat(i));
        }
        return Answers.of(answers.classes(), beats, answers.predictions());
    }

    private void assertFinds(UnaryOperator<AnsweredBeat> change, String... words) {
        RunRecord test = with(run, answers -> withFirst(answers, change), answers -> answers);
        assertThatThrownBy(() -> check.check(test))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("test.csv.gz, answer 1")
                .hasMessageContainingAll(words);
        RunRecord validation = with(run, answers -> answers, answers -> withFirst(answers, change));
        assertThatThrownBy(() -> check.check(validation))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("validation.csv.gz, answer 1");
    }

    @Test
    void findsNothingWrongWithAnswersAsTheyWereGiven() throws IOException {
        check.check(run);

        Outcome.Completed completed = (Outcome.Completed) run.outcome();
        assertThat(check.answers())
                .isEqualTo(completed.test().size()
                        + completed.validation().size()
                        + 50L * PerturbationLadder.STEPS.size());
        assertThat(check.otherVersions()).isEmpty();
    }

    @Test
    void findsALabelThatIsNotThatOfTheData() {
        assertFinds(
                beat -> new AnsweredBeat(
                        beat.row(), beat.record(), beat.subject(), beat.position(), 1 - Math.min(1, beat.truth())),
                "truth ",
                "the data say ");
    }

    @Test
    void findsABeatThatIsAnother() {
        assertFinds(
                beat -> new AnsweredBeat(beat.row(), beat.record(), "somebody", beat.position(), beat.truth()),
                "somebody",
                "the data say");
        assertFinds(
                beat -> new AnsweredBeat(beat.row(), "r", beat.subject(), beat.position(), beat.truth()),
                "\"r\"",
                "the data say");
        assertFinds(
                beat -> new AnsweredBeat(beat.row(), beat.record(), beat.subject(), -7, beat.truth()),
                "beat at -7",
                "the data say");
    }

    @Test
    void findsRowsThatTheDataDoNotHave() {
        assertFinds(
                beat -> new AnsweredBeat(9_999, beat.record(), beat.subject(), beat.position(), beat.truth()),
                "row 9999",
                "there are 300 beats");
    }

    @Test
    void findsRowsThatTheProtocolDoesNotAskFor() {
        int training = trainingRow();
        assertFinds(
                beat -> {
                    var other = Toys.BEATS.beat(training);
                    return new AnsweredBeat(training, other.record(), other.subject(), other.position(), other.label());
                },
                "row " + training,
                "the protocol asks for row");
    }

    private int trainingRow() {
        Outcome.Completed completed = (Outcome.Completed) run.outcome();
        List<Integer> asked = new ArrayList<>();
        for (Answers answers : List.of(completed.test(), completed.validation())) {
            for (int i = 0; i < answers.size(); i++) {
                asked.add(answers.beat(i).row());
            }
        }
        return IntStream.range(0, Toys.BEATS.size())
                .filter(row -> !asked.contains(row))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsValidationAnswersThatAreMissing() {
        assertThatThrownBy(() -> check.check(with(run, answers -> answers, Answers::none)))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("0 answers, but the protocol asks for");
    }

    @Test
    void findsDisturbedBeatsThatWereNotAskedFor() {
        Outcome.Completed completed = (Outcome.Completed) run.outcome();
        Map<String, Answers> fewer = new LinkedHashMap<>(
                completed.findings(RobustnessInquiry.INSTANCE).orElseThrow().byStep());
        fewer.computeIfPresent(
                "inverted-lead", (step, answers) -> answers.select(Selection.where(answers.size(), i -> i > 0)));
        RunRecord changed = new RunRecord(
                run.trial(),
                completed.with(RobustnessInquiry.INSTANCE, new DisturbedAnswers(fewer)),
                run.environment(),
                run.started());

        assertThatThrownBy(() -> check.check(changed))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("robustness/inverted-lead.csv.gz: 49 answers, but the protocol asks for 50");
    }

    @Test
    void findsNothingWrongWithWhatAModelLooksAt() throws IOException {
        int row = tested().at(0);
        check.check(with(new OccludedBeat(row, Toys.BEATS.label(row), 0, 0.5f, List.of()), tested()));
    }

    @Test
    void findsBeatsHiddenInPartThatAreNoTestBeatsOrOfAnotherClass() {
        int row = tested().at(0);
        OccludedBeat untested = new OccludedBeat(trainingRow(), Toys.BEATS.label(trainingRow()), 0, 0.5f, List.of());
        assertThatThrownBy(() -> check.check(with(untested, tested())))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("saliency.csv.gz, row " + trainingRow())
                .hasMessageContaining("it was not tested");
        OccludedBeat mislabelled = new OccludedBeat(row, (Toys.BEATS.label(row) + 1) % 3, 0, 0.5f, List.of());
        assertThatThrownBy(() -> check.check(with(mislabelled, tested())))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("the data say");
    }

    @Test
    void findsMeanBeatsThatAreNotThoseOfTheTest() {
        int row = tested().at(0);
        OccludedBeat right = new OccludedBeat(row, Toys.BEATS.label(row), 0, 0.5f, List.of());
        assertThatThrownBy(() -> check.check(with(right, Selection.where(300, any -> true))))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("mean-beats.csv.gz");
    }

    private Selection tested() {
        Answers test = ((Outcome.Completed) run.outcome()).test();
        return Selection.of(IntStream.range(0, test.size())
                .map(answer -> test.beat(answer).row())
                .toArray());
    }

    /** The run, as if its model had been asked about a beat, and with the mean beats of some rows. */
    private RunRecord with(OccludedBeat beat, Selection rows) {
        Outcome.Completed completed = (Outcome.Completed) run.outcome();
        Outcome asked = completed.with(
                SaliencyInquiry.INSTANCE, new Saliency(List.of(), List.of(beat), MeanBeat.of(Toys.BEATS, rows)));
        return new RunRecord(run.trial(), asked, run.environment(), run.started());
    }

    @Test
    void saysWhichRowsItCannotRecompute() throws IOException {
        Trial trial = run.trial();
        Trial older = new Trial(
                trial.label(),
                trial.dataset(),
                "beats/0",
                trial.split(),
                trial.classifier(),
                trial.resampling(),
                "none",
                trial.validation(),
                Map.of(),
                trial.seed(),
                trial.threads(),
                trial.java(),
                "");
        check.check(run.of(older));

        assertThat(check.otherVersions()).containsExactly("beats/0");
    }

    @Test
    void findsOtherData() {
        Beats fewer = Toys.BEATS.select(Selection.where(299, row -> true));
        DatasetUse other = Toys.CATALOGUE.dataset("toy").use(USE.settings(), fewer);

        assertThatThrownBy(() -> DataCheck.of(StoredToys.PLAN, Toys.trialBeats(fewer), List.of(other)))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("fingerprint " + other.fingerprint())
                .hasMessageContaining("the trials have " + USE.fingerprint());
    }

    @Test
    void findsCountsThatAreNotThoseOfTheData() {
        Plan plan = StoredToys.plan(StoredToys.TRIALS, Toys.BEATS.subjects() + 1);
        assertThatThrownBy(() -> DataCheck.of(plan, Toys.trialBeats(Toys.BEATS), List.of(USE)))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("subjects");

        Plan counts = new Plan(
                plan.experiment(),
                plan.title(),
                plan.command(),
                plan.commit(),
                plan.dataset(),
                plan.assumptions(),
                plan.classNames(),
                Arrays.stream(Toys.BEATS.classCounts())
                        .map(count -> count + 1)
                        .boxed()
                        .toList(),
                Toys.BEATS.subjects(),
                null,
                plan.trials());
        assertThatThrownBy(() -> DataCheck.of(counts, Toys.trialBeats(Toys.BEATS), List.of(USE)))
                .isInstanceOf(DifferenceFound.class)
                .hasMessageContaining("beats of each class");
    }
}
