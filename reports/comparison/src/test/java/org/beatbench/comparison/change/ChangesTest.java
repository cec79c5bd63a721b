package org.beatbench.comparison.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.comparison.export.ResultsTable;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Trial;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.metrics.Ranking;
import org.beatbench.protocol.Protocols;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;
import org.beatbench.stats.ComparisonMetric;
import org.beatbench.stats.Interval;
import org.beatbench.stats.PairedBeats;
import org.beatbench.stats.PairedDifference;
import org.beatbench.stats.SubjectScores;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final Map<String, List<String>> PROTOCOLS = protocols();
    private static final List<Trial> TRIALS = trials("One", "Two");

    private static Map<String, List<String>> protocols() {
        Map<String, List<String>> protocols = new LinkedHashMap<>();
        protocols.put("beats", List.of("whole"));
        protocols.put("ds1-ds2", List.of("whole"));
        return protocols;
    }

    private static List<Trial> trials(String... labels) {
        return SampleRuns.trials(List.of(labels), PROTOCOLS, 1);
    }

    private static Comparison comparison(List<Trial> trials, double right) {
        return Comparison.of(SampleRuns.plan(trials), SampleRuns.runs(trials, trial -> right));
    }

    private static StoredSide side(String name, List<Trial> trials, double right) {
        return new StoredSide(name, comparison(trials, right));
    }

    private static PublishedSide published(String name, List<String> data, Comparison comparison) {
        return PublishedSide.of(name, data, ResultsTable.of(comparison).csv());
    }

    private static Change change(Changes changes, String classifier, String protocol, String measure) {
        return changes.all().stream()
                .filter(change -> change.classifier().equals(classifier)
                        && change.protocol().equals(protocol)
                        && change.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private static List<Trial> with(List<Trial> trials, UnaryOperator<Trial> change) {
        return trials.stream().map(change).toList();
    }

    private static Trial onData(Trial trial, String fingerprint) {
        DatasetUse data = new DatasetUse(
                trial.dataset().id(), trial.dataset().version(), trial.dataset().settings(), fingerprint);
        return new Trial(
                trial.label(),
                data,
                trial.protocol(),
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
    }

    private static Trial called(Trial trial, String label, String id) {
        ClassifierUse use = trial.classifier();
        return new Trial(
                label,
                trial.dataset(),
                trial.protocol(),
                trial.split(),
                new ClassifierUse(id, use.version(), use.settings(), use.libraries(), use.origin()),
                trial.resampling(),
                "none",
                trial.validation(),
                Map.of(),
                trial.seed(),
                trial.threads(),
                trial.java(),
                "");
    }

    private static Answers scored(Comparison comparison, String competitor, String protocol) {
        return comparison
                .score(competitor, Protocols.of(protocol))
                .orElseThrow()
                .answersBySeed()
                .get(0);
    }

    @Test
    void subtractsTheFirstFromTheSecond() {
        StoredSide before = side("before", TRIALS, 0.6);
        StoredSide after = side("after", TRIALS, 0.9);
        Change accuracy = change(Changes.of(before, after, false), "Two", "ds1-ds2", "accuracy");

        assertThat(accuracy.first())
                .isEqualTo(ConfusionMatrix.of(scored(before.comparison(), "Two", "ds1-ds2"))
                        .accuracy()
                        .orElseThrow());
        assertThat(accuracy.second())
                .isEqualTo(ConfusionMatrix.of(scored(after.comparison(), "Two", "ds1-ds2"))
                        .accuracy()
                        .orElseThrow());
        assertThat(accuracy.difference())
                .isEqualTo(accuracy.second() - accuracy.first())
                .isPositive();
        Interval interval = accuracy.interval().orElseThrow();
        assertThat(interval.estimate()).isCloseTo(accuracy.difference(), within(1e-12));
        assertThat(interval.low()).isPositive();
    }

    @Test
    void pairsSubjectsWhereTheProtocolKeepsThemApart() {
        StoredSide before = side("before", TRIALS, 0.6);
        StoredSide after = side("after", TRIALS, 0.9);
        Change change = change(Changes.of(before, after, false), "One", "ds1-ds2", "macro-f1");

        assertThat(change.interval())
                .contains(PairedDifference.overSubjects(scores(after), scores(before))
                        .interval());
    }

    private static SubjectScores scores(StoredSide side) {
        return SubjectScores.of(
                ConfusionMatrix.bySubject(scored(side.comparison(), "One", "ds1-ds2")), ComparisonMetric.MACRO_F1, 1);
    }

    @Test
    void pairsBeatsWhereItDoesNot() {
        StoredSide before = side("before", TRIALS, 0.6);
        StoredSide after = side("after", TRIALS, 0.9);
        PairedBeats beats = PairedBeats.of(
                List.of(scored(after.comparison(), "One", "beats")),
                List.of(scored(before.comparison(), "One", "beats")));
        Changes changes = Changes.of(before, after, false);

        assertThat(change(changes, "One", "beats", "macro-f1").interval())
                .isEqualTo(PairedDifference.overBeats(beats, 500, ComparisonMetric.MACRO_F1, 1)
                        .map(PairedDifference::interval));
        assertThat(changes.bases().get("beats")).contains("n = 500 test beats, seed 1", "over single beats");
        assertThat(changes.bases().get("ds1-ds2")).contains("n = 420 test beats", "over subjects");
    }

    @Test
    void hasIntervalsForMeansAndClassesAndNoneForTheRest() {
        Changes changes = Changes.of(side("before", TRIALS, 0.6), side("after", TRIALS, 0.9), false);

        for (String measure : List.of(
                "mcc",
                "kappa",
                "balanced-accuracy",
                "sensitivity:V",
                "f1:S",
                "auroc:V",
                "auprc:S",
                "macro-auroc",
                "macro-auprc",
                "log-loss",
                "brier")) {
            for (String protocol : List.of("beats", "ds1-ds2")) {
                Change change = change(changes, "One", protocol, measure);
                Interval interval = change.interval().orElseThrow();
                assertThat(interval.estimate()).as(measure).isCloseTo(change.difference(), within(1e-9));
                assertThat(interval.low()).isLessThan(interval.high());
            }
        }
        for (String measure : List.of("micro-auroc", "ece", "aurc", "fit-time", "model-size")) {
            assertThat(change(changes, "One", "beats", measure).interval())
                    .as(measure)
                    .isEmpty();
        }
        assertThat(change(changes, "One", "beats", "log-loss")
                        .interval()
                        .orElseThrow()
                        .high())
                .as("it is lower where answers are better")
                .isNegative();
    }

    @Test
    void comparesAreasUnderCurvesOfEachClassAsTheFileOfNumbersDoes() {
        StoredSide before = side("before", TRIALS, 0.6);
        Change area = change(Changes.of(before, side("after", TRIALS, 0.9), false), "One", "ds1-ds2", "auroc:V");

        assertThat(area.first())
                .isEqualTo(Ranking.of(scored(before.comparison(), "One", "ds1-ds2"), 2)
                        .areaUnderRoc()
                        .orElseThrow());
        assertThat(area.difference()).isPositive();
        assertThat(area.interval().orElseThrow().low()).isPositive();
        assertThat(Changes.of(before, published("results.csv", before.data(), before.comparison()), false)
                        .all())
                .filteredOn(change -> change.measure().startsWith("auprc:"))
                .isNotEmpty()
                .allMatch(change -> change.difference() == 0);
    }

    @Test
    void comparesClassesByNameWhateverTheirOrder() {
        StoredSide before = side("before", TRIALS, 0.6);
        Plan plan = before.comparison().plan();
        List<String> backwards = List.of("Q", "F", "V", "S", "N");
        StoredSide after = new StoredSide(
                "after",
                Comparison.of(
                        new Plan(
                                plan.experiment(),
                                plan.title(),
                                plan.command(),
                                plan.commit(),
                                plan.dataset(),
                                plan.assumptions(),
                                backwards,
                                List.of(80, 20, 60, 40, 300),
                                plan.subjects(),
                                plan.rate(),
                                plan.trials()),
                        SampleRuns.runs(TRIALS, trial -> 0.6).stream()
                                .map(run -> changed(run, answers -> inOrder(backwards, answers)))
                                .toList()));
        Changes changes = Changes.of(before, after, false);

        assertThat(changes.notes())
                .contains("differences of One under beats have no intervals: the classes are not the same");
        for (String measure : List.of("sensitivity:N", "f1:S", "auroc:V", "auprc:Q")) {
            assertThat(change(changes, "One", "beats", measure).difference())
                    .as(measure)
                    .isZero();
        }
    }

    /** The same answers to the same beats, with their classes in another order. */
    private static Answers inOrder(List<String> classes, Answers answers) {
        List<AnsweredBeat> beats = new ArrayList<>();
        Rows.Builder probabilities = Rows.builder(classes.size());
        for (int i = 0; i < answers.size(); i++) {
            AnsweredBeat beat = answers.beat(i);
            int truth = classes.indexOf(answers.classes().get(beat.truth()));
            beats.add(new AnsweredBeat(beat.row(), beat.record(), beat.subject(), beat.position(), truth));
            float[] row = new float[classes.size()];
            for (int label = 0; label < row.length; label++) {
                row[label] = answers.probability(i, answers.classes().indexOf(classes.get(label)));
            }
            probabilities.add(row);
        }
        return Answers.of(classes, beats, Predictions.of(probabilities.build()));
    }

    @Test
    void findsNothingBetweenAResultAndItself() {
        StoredSide side = side("same", TRIALS, 0.7);
        Changes changes = Changes.of(side, side, false);

        assertThat(changes.notes()).isEmpty();
        assertThat(changes.all()).allMatch(change -> change.difference() == 0);
        assertThat(changes.all().stream().flatMap(change -> change.interval().stream()))
                .isNotEmpty()
                .allMatch(interval -> interval.low() == 0 && interval.high() == 0);
    }

    @Test
    void anIntervalIsComputedOnce() {
        Change change = change(
                Changes.of(side("before", TRIALS, 0.6), side("after", TRIALS, 0.9), false),
                "One",
                "ds1-ds2",
                "auroc:V");

        assertThat(change.interval()).isPresent().isSameAs(change.interval());
    }

    @Test
    void beginsWithTheStrictestProtocol() {
        Changes changes = Changes.of(side("before", TRIALS, 0.6), side("after", TRIALS, 0.9), false);

        assertThat(changes.all().get(0).protocol()).isEqualTo("ds1-ds2");
        assertThat(changes.bases().keySet()).containsExactly("ds1-ds2", "beats");
    }

    @Test
    void refusesOtherDataUnlessToldToCompareThem() {
        StoredSide before = side("before", TRIALS, 0.6);
        StoredSide after = side("after", with(TRIALS, trial -> onData(trial, "0".repeat(64))), 0.9);

        assertThatThrownBy(() -> Changes.of(before, after, false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("fedcba98fedc…")
                .hasMessageContaining("000000000000…");
        Changes changes = Changes.of(before, after, true);
        assertThat(changes.notes())
                .containsExactly("the data are not the same, so differences are those of the data too");
        assertThat(change(changes, "One", "ds1-ds2", "macro-f1").interval())
                .as("matched by record and position")
                .contains(PairedDifference.overSubjects(scores(after), scores(before))
                        .interval());
    }

    @Test
    void matchesBeatsOfDifferentDataWhateverTheirRows() {
        StoredSide before = side("before", TRIALS, 0.6);
        List<Trial> others = with(TRIALS, trial -> onData(trial, "0".repeat(64)));
        StoredSide straight = side("straight", others, 0.9);
        StoredSide shuffled = new StoredSide(
                "shuffled",
                Comparison.of(
                        SampleRuns.plan(others),
                        SampleRuns.runs(others, trial -> 0.9).stream()
                                .map(run -> changed(run, ChangesTest::backwards))
                                .toList()));

        assertThat(change(Changes.of(before, shuffled, true), "One", "ds1-ds2", "log-loss")
                        .interval())
                .isPresent()
                .isEqualTo(change(Changes.of(before, straight, true), "One", "ds1-ds2", "log-loss")
                        .interval());
    }

    private static RunRecord changed(RunRecord run, UnaryOperator<Answers> change) {
        Outcome.Completed completed = (Outcome.Completed) run.outcome();
        return new RunRecord(
                run.trial(),
                new Outcome.Completed(completed.validation(), change.apply(completed.test()), completed.costs()),
                run.environment(),
                run.started());
    }

    /** The same answers, the last beat first, and with other rows. */
    private static Answers backwards(Answers answers) {
        List<AnsweredBeat> beats = new ArrayList<>();
        int[] order = new int[answers.size()];
        for (int i = 0; i < answers.size(); i++) {
            int from = answers.size() - 1 - i;
            AnsweredBeat beat = answers.beat(from);
            beats.add(new AnsweredBeat(7 * from, beat.record(), beat.subject(), beat.position(), beat.truth()));
            order[i] = from;
        }
        return Answers.of(
                answers.classes(),
                beats,
                Predictions.of(answers.predictions().probabilities().select(Selection.of(order))));
    }

    @Test
    void saysWhyBeatsMakeNoPairs() {
        StoredSide before = side("before", TRIALS, 0.6);
        for (Map.Entry<String, UnaryOperator<AnsweredBeat>> fault : Map.<String, UnaryOperator<AnsweredBeat>>of(
                        "the test beats are not the same",
                                beat -> new AnsweredBeat(
                                        beat.row() + 1, beat.record(), beat.subject(), beat.position(), beat.truth()),
                        "the same beats have other labels or subjects",
                                beat -> new AnsweredBeat(
                                        beat.row(), beat.record(), beat.subject(), beat.position(), 4 - beat.truth()))
                .entrySet()) {
            StoredSide after = new StoredSide(
                    "after",
                    Comparison.of(
                            SampleRuns.plan(TRIALS),
                            SampleRuns.runs(TRIALS, trial -> 0.9).stream()
                                    .map(run -> changed(run, answers -> each(answers, fault.getValue())))
                                    .toList()));
            Changes changes = Changes.of(before, after, false);

            assertThat(changes.notes())
                    .as(fault.getKey())
                    .anyMatch(
                            note -> note.equals("differences of One under beats have no intervals: " + fault.getKey()));
            assertThat(change(changes, "One", "beats", "accuracy").interval()).isEmpty();
        }
    }

    private static Answers each(Answers answers, UnaryOperator<AnsweredBeat> change) {
        List<AnsweredBeat> beats = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            beats.add(change.apply(answers.beat(i)));
        }
        return Answers.of(answers.classes(), beats, answers.predictions());
    }

    @Test
    void comparesTheSeedsThatBothHave() {
        List<Trial> both = SampleRuns.trials(List.of("One", "Two"), PROTOCOLS, 1, 2);
        Changes changes = Changes.of(side("before", TRIALS, 0.6), side("after", both, 0.9), false);

        assertThat(changes.notes())
                .contains("One under beats has seeds [1] in before and [1, 2] in after; only [1] are compared");
        Change first = change(
                Changes.of(side("before", TRIALS, 0.6), side("after", TRIALS, 0.9), false), "One", "beats", "accuracy");
        Change common = change(changes, "One", "beats", "accuracy");
        assertThat(common)
                .usingRecursiveComparison()
                .ignoringFields("bootstrap")
                .isEqualTo(first);
        assertThat(common.interval()).isPresent().isEqualTo(first.interval());

        List<Trial> others = SampleRuns.trials(List.of("One", "Two"), PROTOCOLS, 3);
        Changes apart = Changes.of(side("before", TRIALS, 0.6), side("after", others, 0.9), false);
        assertThat(apart.notes())
                .contains(
                        "One under beats has seeds [1] in before and [3] in after, so the difference is one of seeds too");
        assertThat(change(apart, "One", "beats", "accuracy").interval()).isEmpty();
    }

    @Test
    void comparesPublishedNumbersWithoutIntervals() {
        StoredSide before = side("before", TRIALS, 0.6);
        Comparison after = comparison(TRIALS, 0.9);
        Changes stored = Changes.of(before, new StoredSide("after", after), false);
        Changes changes = Changes.of(before, published("results.csv", before.data(), after), false);

        assertThat(changes.notes())
                .containsExactly("differences have no intervals: results.csv has numbers only, and no answers");
        assertThat(changes.all()).allMatch(change -> change.interval().isEmpty());
        assertThat(changes.all())
                .as("the same numbers")
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("bootstrap")
                .isEqualTo(stored.all());
        Changes both = Changes.of(
                published("a.csv", List.of(), comparison(TRIALS, 0.6)), published("b.csv", List.of(), after), false);
        assertThat(both.all())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("bootstrap")
                .isEqualTo(changes.all());
        assertThat(both.notes())
                .contains("whether the data are the same is not known: a.csv does not say what its data are");
    }

    @Test
    void refusesPublishedNumbersOfOtherData() {
        Comparison after = comparison(TRIALS, 0.9);

        assertThatThrownBy(() -> Changes.of(
                        side("before", TRIALS, 0.6), published("results.csv", List.of("0".repeat(64)), after), false))
                .isInstanceOf(UserError.class);
    }

    @Test
    void refusesFilesThatAreNoNumbersOfAComparison() {
        for (String csv : List.of("", "a,b\n1,2\n", "class,beats\nN,1\n", "\"")) {
            assertThatThrownBy(() -> PublishedSide.of("x.csv", List.of(), csv))
                    .as(csv)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("x.csv does not hold the numbers of a comparison");
        }
        String numbers = ResultsTable.of(comparison(TRIALS, 0.9)).csv();
        assertThatThrownBy(() -> PublishedSide.of(
                        "x.csv", List.of(), numbers.replaceFirst(",all,accuracy,,0", ",all,accuracy,,o")))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() -> PublishedSide.of(
                        "x.csv", List.of(), numbers.replaceAll("(?m)^(?!protocol)[a-z0-9-]+,", "nobody,")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("x.csv does not hold the numbers of a comparison: unknown protocol \"nobody\"");
        assertThatThrownBy(() -> PublishedSide.of(
                        "x.csv",
                        List.of(),
                        numbers.lines()
                                .map(line -> line.startsWith("protocol") ? line : line.substring(0, line.indexOf(',')))
                                .collect(Collectors.joining("\n"))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("x.csv does not hold the numbers of a comparison");
        assertThat(PublishedSide.of(
                                "x.csv",
                                List.of(),
                                numbers.replaceAll("(?m)(?<=.)$", ",more").replaceFirst(",more", ",new"))
                        .competitors())
                .as("a column that nobody knows yet")
                .containsOnlyKeys("One", "Two");
    }

    @Test
    void findsAClassifierThatWasRenamed() {
        List<Trial> renamed = with(
                trials("One", "Two"),
                trial -> trial.label().equals("Two")
                        ? called(trial, "Second", trial.classifier().id())
                        : trial);
        Changes changes = Changes.of(side("before", TRIALS, 0.6), side("after", renamed, 0.9), false);

        assertThat(changes.notes()).hasSize(1).allMatch(note -> note.startsWith("Two is compared with Second"));
        assertThat(change(changes, "Two", "beats", "accuracy").interval()).isPresent();
    }

    @Test
    void saysWhatOnlyOneSideHas() {
        Map<String, List<String>> more = new LinkedHashMap<>(PROTOCOLS);
        more.put("copies", List.of("whole"));
        List<Trial> others = SampleRuns.trials(List.of("One", "Three"), more, 1);
        Changes changes = Changes.of(side("before", TRIALS, 0.6), side("after", others, 0.9), false);

        assertThat(changes.notes())
                .containsExactlyInAnyOrder(
                        "Two is only in before", "Three is only in after", "protocol copies is only in after");
        assertThatThrownBy(() ->
                        Changes.of(side("before", trials("One"), 0.6), side("after", trials("Other"), 0.9), false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no classifier has completed the same protocol in before and in after");
    }
}
