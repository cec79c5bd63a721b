package org.beatbench.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.experiment.Trial;
import org.beatbench.protocol.Protocols;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Choice;
import org.beatbench.reports.ClassKey;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Ladder;
import org.beatbench.reports.html.HtmlRenderer;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;
import org.beatbench.saliency.MeanBeat;
import org.junit.jupiter.api.Test;

class ComparisonReportTest {

    private static final List<String> LABELS = List.of("Good", "Bad");
    private static final Map<String, List<String>> PROTOCOLS = protocols();

    private final List<Trial> trials = SampleRuns.trials(LABELS, PROTOCOLS, 1);
    private final List<RunRecord> runs = SampleRuns.runs(
            trials,
            trial -> (trial.label().equals("Good") ? 0.8 : 0.4)
                    + (trial.protocolId().equals("copies") ? 0.15 : 0));

    @Test
    void ranksUnderTheStrictestProtocolAndTellsTheOptimism() {
        Table ranked = table(ComparisonReport.of(comparison(runs)), "scores", 0);
        assertThat(ranked.title()).contains("DS1 → DS2");
        assertThat(ranked.rows()).extracting(row -> row.get(0).text()).containsExactly("Good", "Bad");
        assertThat(ranked.rows().get(0).get(2).text()).startsWith("+");
        assertThat(ranked.note())
                .contains("n = 420 test beats of 10 subjects", "over subjects", "Not scored: beats of class Q");
    }

    @Test
    void theRankedTableOfEveryProtocolCanBeChosenTheStrictestFirst() {
        Choice choice = (Choice) section(ComparisonReport.of(comparison(runs)), "scores")
                .blocks()
                .get(0);
        assertThat(choice.options())
                .extracting(Choice.Option::name)
                .containsExactly(
                        "New patients (DS1 → DS2)",
                        "New patients (5 folds)",
                        "Same patients",
                        "With copies of the test beats");
        assertThat(choice.tables().get(9).title()).isEqualTo("Ranked with copies of the test beats");
        assertThat(choice.tables().get(0).columns())
                .filteredOn(column -> column.better() == Table.Better.LOWER)
                .extracting(Table.Column::title)
                .containsExactly("ECE", "Fit", "One beat, p50", "p99", "Model");
        assertThat(choice.tables().get(0).columns())
                .filteredOn(column -> column.better() == Table.Better.NEITHER)
                .extracting(Table.Column::title)
                .as("numbers that are no merit")
                .containsExactly("Classifier", "Optimism", "Majority rate");
    }

    @Test
    void theFirstStoreyIsReadByAllAndTheRestIsFolded() {
        Report report = ComparisonReport.of(comparison(runs));
        assertThat(report.answers())
                .extracting(Section::id)
                .containsExactly("verdict", "ranking", "people", "ectopic", "for-whom", "cost", "checks");
        assertThat(report.particulars()).extracting(Section::id).contains("scores", "model-cards", "audit", "method");
    }

    @Test
    void notesOfTheFirstStoreyHaveAtMostTwentyWords() {
        Report report = ComparisonReport.of(comparison(runs));
        assertThat(report.answers())
                .flatExtracting(Section::blocks)
                .flatExtracting(Block::tables)
                .isNotEmpty()
                .allSatisfy(table -> assertThat(table.note().split("\\s+").length)
                        .as(table.note())
                        .isLessThanOrEqualTo(20));
    }

    @Test
    void theClassesAreSpelledOutRightAfterTheFirstSentence() {
        List<Block> verdict =
                section(ComparisonReport.of(comparison(runs)), "verdict").blocks();
        ClassKey key = (ClassKey) verdict.get(1);
        assertThat(key.entries())
                .extracting(ClassKey.Entry::meaning)
                .containsExactly(
                        "normal",
                        "supraventricular ectopic",
                        "ventricular ectopic",
                        "fusion of N and V",
                        "paced or unknown");
        assertThat(key.entries()).allMatch(entry -> entry.shape().isEmpty());
        assertThat(new HtmlRenderer().html(ComparisonReport.of(comparison(runs))))
                .contains("<b>V</b> ventricular ectopic");
    }

    @Test
    void meanBeatsThatAPlanKnowsAreDrawnBesideTheNamesOfTheirClasses() {
        Plan plan = SampleRuns.plan(trials);
        Plan pictured = new Plan(
                plan.experiment(),
                plan.title(),
                plan.command(),
                plan.commit(),
                plan.dataset(),
                plan.assumptions(),
                plan.classNames(),
                plan.classCounts(),
                plan.subjects(),
                List.of(new MeanBeat(2, 20, List.of(0f, 1f, 0.5f))),
                null,
                Map.of(),
                trials);
        Report report = ComparisonReport.of(Comparison.of(pictured, runs));
        ClassKey key = (ClassKey) section(report, "verdict").blocks().get(1);
        assertThat(key.entries().get(2).shape()).containsExactly(0f, 1f, 0.5f);
        assertThat(new HtmlRenderer().html(report))
                .contains("<path d=\"M2 30L48 2L94 16\"/></svg><b>V</b> ventricular ectopic")
                .doesNotContain("</svg><b>N</b>");
    }

    @Test
    void whatAClassifierIsKnownToFailStandsOnItsCardAndAmongTheSettings() {
        Plan plan = SampleRuns.plan(trials);
        String id = trials.get(0).classifier().id();
        Plan frank = new Plan(
                plan.experiment(),
                plan.title(),
                plan.command(),
                plan.commit(),
                plan.dataset(),
                plan.assumptions(),
                plan.classNames(),
                plan.classCounts(),
                plan.subjects(),
                List.of(),
                null,
                Map.of(id, Map.of("repeats-answers", "its library draws lots")),
                trials);
        Report report = ComparisonReport.of(Comparison.of(frank, runs));
        assertThat(section(report, "model-cards").blocks().stream()
                        .filter(Facts.class::isInstance)
                        .map(Facts.class::cast)
                        .flatMap(card -> card.facts().stream())
                        .filter(fact -> fact.name().startsWith("Fails checks")))
                .isNotEmpty()
                .allMatch(fact -> fact.text().equals("repeats-answers: its library draws lots"));
        assertThat(section(report, "classifiers").blocks())
                .last()
                .isInstanceOfSatisfying(Table.class, table -> assertThat(table.rows())
                        .containsExactly(List.of(
                                Cell.text(id), Cell.text("repeats-answers"), Cell.text("its library draws lots"))));
        assertThat(new HtmlRenderer().html(report)).contains("its library draws lots");
        assertThat(section(ComparisonReport.of(comparison(runs)), "classifiers").blocks())
                .hasSize(1);
    }

    @Test
    void theFirstFactsAnswerWhatIsAskedFirst() {
        Facts answers = (Facts) section(ComparisonReport.of(comparison(runs)), "verdict").blocks().stream()
                .filter(Facts.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(answers.facts())
                .extracting(Facts.Fact::name)
                .containsSubsequence(
                        "With copies of the test beats",
                        "Same people",
                        "New people",
                        "To find ventricular beats (V)",
                        "Always answering N",
                        "Can the split be trusted?",
                        "Published, same split",
                        "What does it cost?")
                .hasSizeLessThanOrEqualTo(13);
        assertThat(answers.facts())
                .contains(new Facts.Fact("Can the split be trusted?", "It was not audited."))
                .anyMatch(fact -> fact.text().startsWith("de Chazal"));
    }

    @Test
    void wordsAreExplainedInAtMostTwentyWordsAndProtocolsByTheirIds() {
        Section glossary = ComparisonReport.of(comparison(runs)).glossary().orElseThrow();
        List<Facts.Fact> words = ((Facts) glossary.blocks().get(0)).facts();
        assertThat(words)
                .contains(
                        new Facts.Fact("With copies of the test beats", "Protocol copies of commands and files."),
                        new Facts.Fact("New patients (DS1 → DS2)", "Protocol ds1-ds2 of commands and files."))
                .allSatisfy(word -> assertThat(word.text().split("\\s+").length)
                        .as(word.text())
                        .isLessThanOrEqualTo(20));
    }

    @Test
    void theShortRankingHasSixColumnsAndMarksWhoIsLessOftenRightThanTheUsualAnswer() {
        Table ranked = table(ComparisonReport.of(comparison(runs)), "ranking", 0);
        assertThat(ranked.columns()).hasSize(6);
        assertThat(ranked.rows()).extracting(row -> row.get(0).text()).startsWith("Good", "Bad");
        Table all = table(ComparisonReport.of(comparison(runs)), "scores", 0);
        int column = all.columns().stream().map(Table.Column::title).toList().indexOf("Majority rate");
        double majority = all.rows().get(0).get(column).value();
        assertThat(ranked.rows())
                .allSatisfy(row -> assertThat(row.get(2).detail().equals("▾"))
                        .isEqualTo(row.get(2).value() < majority));
    }

    @Test
    void theRankedTableHasColumnsForAFewClassesOnly() {
        Table few = table(StressRuns.report(2, 8, 1, StressRuns.Oddity.NONE), "scores", 0);
        assertThat(few.columns()).extracting(Table.Column::title).contains("Se N", "Se class-7");
        Table many = table(StressRuns.report(2, 20, 1, StressRuns.Oddity.NONE), "scores", 0);
        assertThat(many.columns()).extracting(Table.Column::title).noneMatch(title -> title.startsWith("Se "));
        assertThat(many.note()).contains("too many classes");
    }

    @Test
    void theVerdictNamesProtocolIntervalAndLeak() {
        Report report = ComparisonReport.of(comparison(runs));
        Prose verdict = (Prose) section(report, "verdict").blocks().get(0);
        assertThat(verdict.text())
                .contains(
                        "new patients (DS1 → DS2)",
                        "On synthetic beats",
                        "Good is best (macro-F1 ",
                        "), above Bad (0.");
        assertThat(section(report, "verdict").blocks().stream().map(Block::toString))
                .anyMatch(text -> text.contains("synthetic"))
                .anyMatch(text -> text.contains("with copies of the test beats measure memory"));
    }

    @Test
    void theVerdictStandsOnNumbersAndPurposes() {
        assertThat(section(ComparisonReport.of(comparison(runs)), "verdict").blocks().stream()
                        .filter(Facts.class::isInstance)
                        .findFirst()
                        .map(block -> ((Facts) block).facts())
                        .orElseThrow())
                .extracting(Facts.Fact::name)
                .containsExactly(
                        "With copies of the test beats",
                        "Same people",
                        "New people",
                        "To find ventricular beats (V)",
                        "To find supraventricular beats (S)",
                        "For fewest false alarms",
                        "Smallest",
                        "Fastest",
                        "Always answering N",
                        "Can the split be trusted?",
                        "Published, same split",
                        "What does it cost?");
        assertThat(section(ComparisonReport.of(comparison(runs)), "verdict").blocks().stream()
                        .filter(Facts.class::isInstance)
                        .skip(1)
                        .findFirst()
                        .map(block -> ((Facts) block).facts())
                        .orElseThrow())
                .extracting(Facts.Fact::name)
                .containsExactly("Best tier", "Second tier", "Another seed");
    }

    @Test
    void costsMeasuredUnderOtherConditionsAreWarnedOf() {
        List<RunRecord> some = new ArrayList<>(runs);
        some.set(0, SampleRuns.insideTheProgram(runs.get(0)));
        assertThat(section(ComparisonReport.of(comparison(some)), "cost").blocks())
                .anyMatch(block -> block.toString().contains("1 trial of 16 did not run in a process of"));
        assertThat(section(ComparisonReport.of(comparison(runs)), "cost").blocks())
                .noneMatch(Prose.class::isInstance);
    }

    @Test
    void aSetWithoutOneFoldIsLeftOutAndNamed() {
        List<RunRecord> some = new ArrayList<>(runs);
        some.removeIf(run -> run.trial().label().equals("Good")
                && run.trial().protocolId().equals("patients")
                && run.trial().split().equals("fold-2"));
        Comparison comparison = comparison(some);
        assertThat(comparison.score("Good", Protocols.of("patients"))).isEmpty();
        assertThat(comparison.score("Bad", Protocols.of("patients"))).isPresent();
        Report report = ComparisonReport.of(comparison);
        Table left = table(report, "failures", 1);
        assertThat(left.rows().get(0)).extracting(Cell::text).containsExactly("Good", "patients", "1", "4 of 5");
        Ladder ladder = (Ladder) ((Figure) section(report, "optimism").blocks().get(0)).chart();
        assertThat(ladder.lines().get(0).rungs()).extracting(Ladder.Rung::step).containsExactly(0, 1, 3);
    }

    @Test
    void failuresHaveRowsOfTheirOwn() {
        List<RunRecord> some = new ArrayList<>(runs);
        some.set(0, SampleRuns.run(trials.get(0), new Outcome.Failed("fit", "no heap", "trace")));
        some.set(1, SampleRuns.run(trials.get(1), new Outcome.Stopped("time limit of 1 s")));
        Table failures = table(ComparisonReport.of(comparison(some)), "failures", 0);
        assertThat(failures.rows())
                .extracting(row -> row.get(4).text())
                .containsExactly("failed in fit: no heap", "stopped: time limit of 1 s");
    }

    @Test
    void nothingCompleteIsSaidAndNotCalculated() {
        Report report = ComparisonReport.of(comparison(List.of()));
        assertThat(((Prose) section(report, "verdict").blocks().get(0)).text()).contains("Nothing can be said yet");
        assertThat(new HtmlRenderer().html(report)).doesNotContain("NaN").contains("0 of 16 complete");
    }

    @Test
    void fortyClassifiersWithLongNamesFit() {
        List<String> many = IntStream.range(0, 40)
                .mapToObj(i -> "A classifier whose name is longer than any figure is wide, number " + i)
                .toList();
        List<Trial> all = SampleRuns.trials(many, Map.of("beats", List.of("whole")), 1);
        Report report = ComparisonReport.of(Comparison.of(SampleRuns.plan(all), SampleRuns.runs(all, trial -> 0.5)));
        assertThat(new HtmlRenderer().html(report)).doesNotContain("NaN");
        assertThat(table(report, "ranking", 0).rows()).hasSize(40);
    }

    @Test
    void sameRunsGiveTheSameReport() {
        assertThat(ComparisonReport.of(comparison(runs))).isEqualTo(ComparisonReport.of(comparison(runs)));
    }

    @Test
    void saysHowManyTrialsStandBehindAMedian() {
        List<Trial> two = SampleRuns.trials(LABELS, Map.of("beats", List.of("whole")), 1, 2);
        List<RunRecord> three = SampleRuns.runs(two, trial -> 0.7).subList(0, 3);
        assertThat(table(ComparisonReport.of(Comparison.of(SampleRuns.plan(two), three)), "costs", 0)
                        .note())
                .startsWith("Medians over 1 to 2 trials per classifier.");
        assertThat(table(ComparisonReport.of(comparison(runs)), "costs", 0).note())
                .startsWith("Medians over 1 trial per classifier.");
    }

    @Test
    void saysWhatBecameOfTheValidationBeats() {
        Table settings = table(ComparisonReport.of(comparison(runs)), "classifiers", 0);
        assertThat(settings.rows()).extracting(row -> row.get(4).text()).containsOnly("joined to training");
        assertThat(settings.rows()).extracting(row -> row.get(5).text()).containsOnly("none");
        assertThat(section(ComparisonReport.of(comparison(runs)), "method").toString())
                .doesNotContain("training beats only")
                .contains("All other figures have none", "widened to hold", "over the classes present");
    }

    @Test
    void saysThatIntervalsOfALeakAreFarTooNarrow() {
        Comparison comparison = comparison(runs);
        assertThat(ComparisonPhrases.basis(comparison.ranking(Protocols.of("copies"))))
                .contains("far too narrow");
        assertThat(ComparisonPhrases.basis(comparison.ranking(Protocols.of("beats"))))
                .doesNotContain("far too narrow");
    }

    @Test
    void theSummaryNamesEveryProtocolWithItsBasis() {
        Table summary = ComparisonReport.summary(comparison(runs));
        assertThat(summary.columns()).hasSize(11);
        assertThat(summary.note())
                .contains("Synthetic data.", "With copies of the test beats, n =", "New patients (DS1 → DS2), n =");
    }

    private Comparison comparison(List<RunRecord> some) {
        return Comparison.of(SampleRuns.plan(trials), some);
    }

    @Test
    void namesTheCommitsThatTheTrialsRanAt() {
        RunRecord first = runs.get(0);
        RunRecord old = SampleRuns.ranAt("", runs.get(1));

        assertThat(banner(List.of(first), "Commit")).isEqualTo("c0ffee");
        assertThat(banner(List.of(first, SampleRuns.ranAt("beef", runs.get(1))), "Commit"))
                .isEqualTo("c0ffee, beef");
        assertThat(banner(List.of(first, old), "Commit"))
                .isEqualTo("c0ffee, unknown of some; last started at 0123456789abcdef");
        assertThat(banner(List.of(old), "Commit")).isEqualTo("unknown; last started at 0123456789abcdef");
        assertThat(section(ComparisonReport.of(comparison(List.of(first, old))), "environment").blocks().stream()
                        .filter(Facts.class::isInstance)
                        .map(block -> ((Facts) block).facts().get(1).text()))
                .containsExactly("c0ffee", "unknown");
    }

    private String banner(List<RunRecord> records, String name) {
        return section(ComparisonReport.of(comparison(records)), "run").blocks().stream()
                .filter(Facts.class::isInstance)
                .flatMap(block -> ((Facts) block).facts().stream())
                .filter(fact -> fact.name().equals(name))
                .map(Facts.Fact::text)
                .findFirst()
                .orElseThrow();
    }

    private static Section section(Report report, String id) {
        return report.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Table table(Report report, String section, int number) {
        return section(report, section).blocks().stream()
                .flatMap(block -> block.tables().stream())
                .toList()
                .get(number);
    }

    private static Map<String, List<String>> protocols() {
        Map<String, List<String>> protocols = new LinkedHashMap<>();
        protocols.put("ds1-ds2", List.of("whole"));
        protocols.put("copies", List.of("whole"));
        protocols.put("patients", List.of("fold-1", "fold-2", "fold-3", "fold-4", "fold-5"));
        protocols.put("beats", List.of("whole"));
        return protocols;
    }
}
