package org.beatbench.reports.sections.differences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Selection;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.PairwiseComparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.experiment.Trial;
import org.beatbench.protocol.Protocols;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Pairwise;
import org.beatbench.reports.chart.Strips;
import org.beatbench.reports.comparison.ComparisonReport;
import org.beatbench.reports.html.HtmlRenderer;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.beatbench.stats.ComparisonMetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceSectionTest {

    private static final List<String> FOLDS = List.of("fold-1", "fold-2", "fold-3", "fold-4", "fold-5");

    @Test
    void strictProtocolsAreComparedOverSubjectsAndLooseOnesOverBeats() {
        Report report = report(List.of("Good", "Bad"), whole("ds1-ds2", "beats", "copies"), right(0.9, 0.5), 10);
        List<Table> tables = tables(report, "differences");
        assertThat(tables)
                .extracting(Table::title)
                .satisfiesExactly(
                        title -> assertThat(title).contains("DS1 → DS2"),
                        title -> assertThat(title).contains("on the same patients"),
                        title -> assertThat(title).contains("with copies"));
        assertThat(tables.get(0).note()).contains("Unit of analysis: subjects");
        assertThat(tables.get(1).note())
                .contains("Unit of analysis: beats. All of this is about further beats of these 10 subjects")
                .doesNotContain("far too small");
        assertThat(tables.get(2).note()).contains("p far too small");
        assertThat(text(tables.get(0), 0, "In words")).isEqualTo("Good is better.");
        assertThat(cell(tables.get(1), 1, "In words").detail()).isEqualTo("on these 10 subjects");
    }

    @Test
    void everyPairHasARowForEachScore() {
        Table table = tables(report(List.of("A", "B", "C"), whole("ds1-ds2"), right(0.9, 0.7, 0.4), 10), "differences")
                .get(0);
        assertThat(table.rows()).hasSize(6);
        assertThat(table.rows())
                .extracting(row -> row.get(1).text())
                .containsExactly("Macro-F1", "Accuracy", "Macro-F1", "Accuracy", "Macro-F1", "Accuracy");
        assertThat(text(table, 0, "Difference")).startsWith("+");
        assertThat(cell(table, 0, "Difference").detail()).startsWith("[").contains(" to ");
        for (int row = 0; row < 6; row++) {
            assertThat(cell(table, row, "Adjusted p").value())
                    .isGreaterThanOrEqualTo(cell(table, row, "p").value());
            assertThat(cell(table, row, "First better").value()
                            + cell(table, row, "Equal").value()
                            + cell(table, row, "Second better").value())
                    .isBetween(0.999, 1.001);
            assertThat(cell(table, row, "Detectable").value()).isPositive();
        }
    }

    @Test
    void overBeatsTheAccuracyIsCounted() {
        Table table = tables(report(List.of("A", "B"), whole("beats"), right(0.9, 0.7), 10), "differences")
                .get(0);
        assertThat(cell(table, 0, "p").hasValue()).isTrue();
        assertThat(cell(table, 0, "Effect").hasValue()).isFalse();
        assertThat(cell(table, 1, "p").hasValue()).isTrue();
        assertThat(text(table, 1, "Beats + −")).matches("\\d+ / \\d+");
        assertThat(table.columns()).extracting(Table.Column::title).doesNotContain("Equal");
    }

    @Test
    void aClassifierAndItsTwinDoNotDiffer() {
        List<Trial> trials = SampleRuns.trials(List.of("One", "Twin"), whole("ds1-ds2", "beats"), 1);
        Answers same = SampleRuns.answers(5, 0.7);
        Report report = report(trials, trial -> same);
        for (Table table : tables(report, "differences")) {
            assertThat(table.rows())
                    .allSatisfy(row -> assertThat(row.get(3).text()).isEqualTo("No difference at all."));
            assertThat(text(table, 1, "p")).isEqualTo("1.000");
            assertThat(cell(table, 0, "Detectable").hasValue()).isFalse();
        }
        assertThat(verdict(report)).contains("Twin is too close to call");
        assertThat(new HtmlRenderer().html(report)).doesNotContain("NaN");
    }

    @Test
    void peopleNobodyKnowsAreCalledThePeopleTested() {
        Report report = report(List.of("A", "B", "C"), whole("beats"), right(0.9, 0.7, 0.4), 0);
        assertThat(tables(report, "differences").get(0).note()).contains("further beats of the people tested and says");
        assertThat(section(report, "subjects").blocks()).singleElement().isInstanceOf(Prose.class);
        assertThat(verdict(report)).contains("None of this holds for new people.");
        assertThat(new HtmlRenderer().html(report)).doesNotContain("NaN");
    }

    @Test
    void oneSubjectTellsNothingApart() {
        Report report = report(List.of("A", "B", "C"), whole("ds1-ds2"), right(0.9, 0.7, 0.1), 1);
        Table table = tables(report, "differences").get(0);
        assertThat(table.rows()).allSatisfy(row -> {
            assertThat(row.get(3).text()).isEqualTo("Cannot be told apart.");
            assertThat(row.get(2).detail()).isEmpty();
        });
        assertThat(text(table, 0, "p")).isEqualTo("1.000");
        assertThat(table.note()).contains("too few subjects", "0.05");
        assertThat(charts(report, Strips.class)).hasSize(1);
        assertThat(figures(report, "subjects").get(0).caption()).contains("1 subject,");
        assertThat(new HtmlRenderer().html(report)).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void anyNumberOfClassifiersFits(int number) {
        List<String> labels =
                IntStream.range(0, number).mapToObj(i -> "Classifier " + i).toList();
        double[] rights =
                IntStream.range(0, number).mapToDouble(i -> 0.95 - 0.02 * i).toArray();
        Report report = report(labels, whole("ds1-ds2", "beats"), right(rights), 10);
        assertThat(new HtmlRenderer().html(report)).doesNotContain("NaN").doesNotContain("Infinity");
        List<Table> tables = tables(report, "differences");
        if (number == 1) {
            assertThat(section(report, "differences").blocks().toString()).contains("Nothing to compare");
            assertThat(tables).isEmpty();
            return;
        }
        assertThat(tables).allSatisfy(table -> {
            assertThat(table.rows()).hasSizeBetween(2 * (number - 1), Math.max(60, 2 * (number - 1)));
            assertThat(table.note().contains("Listed are the pairs with the best"))
                    .isEqualTo(table.rows().size() < number * (number - 1));
        });
        List<Pairwise> matrices = charts(report, Pairwise.class);
        assertThat(matrices).hasSize(number > 2 ? 2 : 0);
        assertThat(matrices).allSatisfy(matrix -> assertThat(matrix.pairs()).hasSize(number * (number - 1) / 2));
    }

    @Test
    void everyPairThatIsColouredHasARow() {
        List<String> labels = List.of("A", "B", "C", "D", "E", "F", "G");
        Report report = report(labels, whole("ds1-ds2", "beats"), right(0.95, 0.94, 0.93, 0.7, 0.69, 0.4, 0.1), 12);
        List<Table> tables = tables(report, "differences");
        List<Pairwise> matrices = charts(report, Pairwise.class);
        assertThat(matrices).hasSize(2);
        for (int i = 0; i < 2; i++) {
            List<String> names = matrices.get(i).names();
            List<String> expected = matrices.get(i).pairs().stream()
                    .filter(pair -> pair.first() == 0 || pair.apart())
                    .map(pair -> names.get(pair.first()) + " – " + names.get(pair.second()))
                    .toList();
            assertThat(expected).hasSizeBetween(7, 20);
            assertThat(tables.get(i).rows().stream()
                            .map(row -> row.get(0).text())
                            .distinct())
                    .containsExactlyElementsOf(expected);
            assertThat(tables.get(i).note())
                    .contains("the pairs with the best, and then every other that can be told apart by macro-F1;");
        }
    }

    @Test
    void soManyPairsThatDifferAreCutAndTheNoteSaysSo() {
        List<String> labels = IntStream.range(0, 12).mapToObj(i -> "C" + i).toList();
        double[] rights =
                IntStream.range(0, 12).mapToDouble(i -> 0.98 - 0.08 * i).toArray();
        Table table = tables(report(labels, whole("beats"), right(rights), 10), "differences")
                .get(0);
        assertThat(table.rows()).hasSize(60);
        assertThat(table.note())
                .containsPattern("and then 19 of the [2-5]\\d others that can be told apart by macro-F1");
    }

    @Test
    void whereTheBestAloneDiffersTheNoteSpeaksOfOthers() {
        List<String> labels = List.of("A", "B", "C", "D", "E", "F");
        Answers high = people(SampleRuns.answers(5, 0.95), 12);
        Answers low = people(SampleRuns.answers(6, 0.5), 12);
        Table table = tables(
                        report(
                                SampleRuns.trials(labels, whole("ds1-ds2"), 1),
                                trial -> trial.label().equals("A") ? high : low),
                        "differences")
                .get(0);
        assertThat(table.note()).contains("Listed are the pairs with the best; no other can be told apart by");
    }

    @Test
    void whereNoPairDiffersTheNoteSaysSo() {
        List<String> labels = List.of("A", "B", "C", "D", "E", "F");
        Answers same = people(SampleRuns.answers(5, 0.7), 10);
        Table table = tables(report(SampleRuns.trials(labels, whole("ds1-ds2"), 1), trial -> same), "differences")
                .get(0);
        assertThat(table.rows()).hasSize(10);
        assertThat(table.note()).contains("Listed are the pairs with the best; no pair can be told apart by");
    }

    @Test
    void whoLeadsByRankAndWhoByScoreAreNamedIfTheyAreTwo() {
        // One person has four of ten beats, on which the first fails; on those of six others it is better.
        Function<Trial, Answers> answers = trial -> trial.label().equals("Mostly")
                ? uneven(SampleRuns.answers(3, 0.1), true).and(uneven(SampleRuns.answers(4, 0.95), false))
                : uneven(SampleRuns.answers(3, 0.7), true).and(uneven(SampleRuns.answers(4, 0.7), false));
        Report report = report(SampleRuns.trials(List.of("Mostly", "Steady"), whole("ds1-ds2"), 1), answers);
        assertThat(ranks(report).caption())
                .contains(
                        "the table above goes pair by pair, and by the score over all beats too, so the two may disagree.")
                .endsWith(" Here the best mean rank is that of Mostly, while the highest macro-F1 is that of Steady.");
        Report agreeing = report(List.of("A", "B"), whole("ds1-ds2"), right(0.9, 0.3), 10);
        assertThat(ranks(agreeing).caption()).endsWith("the two may disagree.");
    }

    private static Figure ranks(Report report) {
        return figures(report, "differences").stream()
                .filter(figure -> figure.id().startsWith("ranks"))
                .findFirst()
                .orElseThrow();
    }

    /** The four of ten answers that are about one person, or the six that are about six others. */
    private static Answers uneven(Answers answers, boolean one) {
        Selection kept = Selection.where(answers.size(), i -> i % 10 < 4 == one);
        return Answers.of(
                answers.classes(),
                kept.stream()
                        .mapToObj(i -> {
                            String name = "p" + Math.max(3, i % 10);
                            return new AnsweredBeat(i, name, name, i, answers.truth(i));
                        })
                        .toList(),
                Predictions.of(answers.predictions().probabilities().select(kept)));
    }

    @Test
    void ranksHaveSubjectsForBlocksAndOnlyThere() {
        Report report = report(List.of("A", "B", "C"), whole("ds1-ds2", "beats"), right(0.95, 0.7, 0.3), 10);
        List<Figure> ranks = figures(report, "differences").stream()
                .filter(figure -> figure.id().startsWith("ranks"))
                .toList();
        assertThat(ranks).singleElement().satisfies(figure -> {
            assertThat(figure.title()).isEqualTo("Mean ranks over 10 subjects on new patients (DS1 → DS2)");
            assertThat(figure.caption()).contains("The blocks are subjects", "(1.048)");
            assertThat(((Strips) figure.chart()).strips())
                    .allSatisfy(strip -> assertThat(
                                    strip.mark().high() - strip.mark().low())
                            .as("2.343 times the root of 3 · 4 / (6 · 10)")
                            .isCloseTo(1.048, within(5e-4)))
                    .extracting(Strips.Strip::name)
                    .containsExactly("A", "B", "C");
        });
    }

    @Test
    void pairsAreComparedOnTheSeedsThatBothCompleted() {
        List<Trial> trials = SampleRuns.trials(List.of("A", "B"), whole("ds1-ds2"), 1, 2);
        Map<Long, Answers> bySeed = Map.of(1L, SampleRuns.answers(1, 0.9), 2L, SampleRuns.answers(2, 0.3));
        Predicate<Trial> done = trial -> trial.label().equals("A") || trial.seed() == 1;
        Comparison comparison = Comparison.of(
                SampleRuns.plan(trials),
                runs(trials.stream().filter(done).toList(), trial -> bySeed.get(trial.seed())));
        PairwiseComparison contrast = comparison
                .differences(Protocols.of("ds1-ds2"))
                .contrasts(ComparisonMetric.MACRO_F1)
                .get(0);
        assertThat(contrast.difference().estimate()).isZero();
    }

    @Test
    void classifiersWithoutASeedInCommonAreNamedAsNotCompared() {
        List<Trial> trials = SampleRuns.trials(List.of("A", "B"), whole("ds1-ds2", "beats"), 1, 2);
        Predicate<Trial> done = trial -> trial.label().equals("A") == (trial.seed() == 1);
        Report report = ComparisonReport.of(Comparison.of(
                SampleRuns.plan(trials),
                runs(trials.stream().filter(done).toList(), trial -> SampleRuns.answers(trial.seed(), 0.8))));
        assertThat(tables(report, "differences")).isEmpty();
        assertThat(section(report, "differences").blocks().toString())
                .contains("1 pair on new patients (DS1 → DS2) cannot be compared");
        assertThat(verdict(report)).contains("B is too close to call");
        assertThat(new HtmlRenderer().html(report)).doesNotContain("NaN");
    }

    @Test
    void seedsHaveMeanSpreadAndTheirShareOfTheVariance() {
        List<Trial> trials = SampleRuns.trials(List.of("A", "B"), whole("ds1-ds2"), 1, 2, 3);
        Table seeds = tables(
                        report(trials, trial -> SampleRuns.answers(trial.key().hashCode(), 0.8)), "differences")
                .get(1);
        assertThat(seeds.title()).startsWith("Seeds on new patients");
        assertThat(seeds.rows()).hasSize(2).allSatisfy(row -> {
            assertThat(row.get(1).text()).isEqualTo("3");
            assertThat(row.get(2).detail()).contains(" to ");
            assertThat(row.get(3).value()).isPositive();
            assertThat(row.get(6).value()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void divisionsCountWhereEachHasATestPartOfItsOwn() {
        List<Trial> folds = SampleRuns.trials(List.of("A", "B"), Map.of("patients", FOLDS), 1);
        Function<Trial, Answers> apart = trial -> fifth(
                SampleRuns.answers(trial.key().hashCode(), trial.label().equals("A") ? 0.9 : 0.5),
                FOLDS.indexOf(trial.split()));
        Table table = tables(report(folds, apart), "differences").get(0);
        assertThat(table.note()).contains("Divisions: 5, each with a test part of its own.");
        assertThat(cell(table, 0, "p, divisions").value()).isBetween(0.0, 0.2);
        List<Trial> repeated = SampleRuns.trials(List.of("A", "B"), whole("ds1-ds2"), 1, 2, 3);
        Table fixed = tables(
                        report(repeated, trial -> SampleRuns.answers(trial.key().hashCode(), 0.8)), "differences")
                .get(0);
        assertThat(fixed.columns()).extracting(Table.Column::title).doesNotContain("p, divisions");
    }

    @Test
    void theWorstTenthHasNames() {
        Report report = report(List.of("A", "B"), whole("ds1-ds2"), right(0.9, 0.5), 10);
        Table worst = tables(report, "subjects").get(0);
        assertThat(worst.rows()).hasSize(2);
        assertThat(worst.note()).contains("10 subjects", "the worst tenth is 1 subject.");
        assertThat(worst.rows().get(0).get(3).text()).matches("p\\d");
        assertThat(worst.rows().get(0).get(2).value())
                .isLessThanOrEqualTo(worst.rows().get(0).get(1).value());
        Strips strips = charts(report, Strips.class).stream()
                .filter(chart -> !chart.strips().get(0).points().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(strips.strips()).allSatisfy(strip -> {
            assertThat(strip.points()).hasSize(10);
            assertThat(strip.points()).filteredOn(Strips.Point::marked).hasSize(1);
        });
        Table each = tables(report, "subjects").get(1);
        assertThat(each.rows()).hasSize(10);
        assertThat(each.rows().get(0).get(2).text()).contains("N");
    }

    @Test
    void manySubjectsAndClassifiersAreCutToTheHardestAndTheBest() {
        List<String> labels = IntStream.range(0, 14).mapToObj(i -> "C" + i).toList();
        Report report = report(labels, whole("ds1-ds2"), right(new double[14]), 65);
        Table each = tables(report, "subjects").get(1);
        assertThat(each.rows()).hasSize(60);
        assertThat(each.columns()).hasSize(3 + 8);
        assertThat(each.note()).contains("the hardest 60 of 65", "the best 8 of 14");
        assertThat(tables(report, "subjects").get(0).rows().get(0).get(3).text())
                .endsWith(" and 1 more");
        assertThat(figures(report, "subjects").get(0).caption()).contains("the best 12 of 14");
    }

    @Test
    void everyStatisticHasATerm() {
        Report report = report(List.of("A"), whole("ds1-ds2"), right(0.9), 10);
        assertThat(section(report, "method").toString())
                .contains(
                        "Detectable",
                        "Signed-rank test",
                        "McNemar's test",
                        "Adjusted p",
                        "p, divisions",
                        "Mean ranks",
                        "Due to the seed",
                        "Score of a subject");
    }

    private static Function<Trial, Double> right(double... rights) {
        List<String> labels = new ArrayList<>();
        return trial -> {
            if (!labels.contains(trial.label())) {
                labels.add(trial.label());
            }
            return rights[labels.indexOf(trial.label())];
        };
    }

    private static Report report(
            List<String> labels, Map<String, List<String>> protocols, Function<Trial, Double> right, int people) {
        return report(
                SampleRuns.trials(labels, protocols, 1),
                trial -> people(SampleRuns.answers(trial.key().hashCode(), right.apply(trial)), people));
    }

    private static Report report(List<Trial> trials, Function<Trial, Answers> answers) {
        return ComparisonReport.of(Comparison.of(SampleRuns.plan(trials), runs(trials, answers)));
    }

    private static List<RunRecord> runs(List<Trial> trials, Function<Trial, Answers> answers) {
        return trials.stream()
                .map(trial -> {
                    Answers test = answers.apply(trial);
                    Outcome.Completed some =
                            (Outcome.Completed) SampleRuns.completed(trial, 0.5).outcome();
                    return SampleRuns.run(trial, new Outcome.Completed(test.none(), test, some.costs()));
                })
                .toList();
    }

    /** The same answers about so many people; of nobody known if there are none. */
    private static Answers people(Answers answers, int people) {
        List<AnsweredBeat> beats = IntStream.range(0, answers.size())
                .mapToObj(i -> {
                    String name = people == 0 ? "" : "p" + i % people;
                    return new AnsweredBeat(i, name, name, i, answers.truth(i));
                })
                .toList();
        return Answers.of(answers.classes(), beats, answers.predictions());
    }

    /** Every fifth of these answers, which are of two of the ten subjects. */
    private static Answers fifth(Answers answers, int place) {
        Selection kept = Selection.where(answers.size(), i -> i % 5 == place);
        return Answers.of(
                answers.classes(),
                kept.stream().mapToObj(answers::beat).toList(),
                Predictions.of(answers.predictions().probabilities().select(kept)));
    }

    private static Map<String, List<String>> whole(String... protocols) {
        Map<String, List<String>> splits = new LinkedHashMap<>();
        for (String protocol : protocols) {
            splits.put(protocol, List.of("whole"));
        }
        return splits;
    }

    private static Cell cell(Table table, int row, String column) {
        int place = table.columns().stream().map(Table.Column::title).toList().indexOf(column);
        return table.rows().get(row).get(place);
    }

    private static String text(Table table, int row, String column) {
        return cell(table, row, column).text();
    }

    private static String verdict(Report report) {
        return ((Prose) section(report, "verdict").blocks().get(0)).text();
    }

    private static Section section(Report report, String id) {
        return report.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Table> tables(Report report, String section) {
        return blocks(report, section, Table.class);
    }

    private static List<Figure> figures(Report report, String section) {
        return blocks(report, section, Figure.class);
    }

    private static <T extends Block> List<T> blocks(Report report, String section, Class<T> kind) {
        return section(report, section).blocks().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static <T> List<T> charts(Report report, Class<T> kind) {
        return report.figures().stream()
                .map(Figure::chart)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
