package org.beatbench.reports.sections.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.experiment.Trial;
import org.beatbench.protocol.Protocols;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.CsvRenderer;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Report;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Matrix;
import org.beatbench.reports.comparison.ComparisonReport;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that rest on few people are marked wherever their scores stand. */
class SupportSectionTest {

    private static final int RARE = SampleRuns.CLASSES.indexOf("F");

    private final List<Trial> trials = SampleRuns.trials(List.of("Good"), Map.of("beats", List.of("whole")), 1);

    private static RunRecord completed(Trial trial, Answers answers) {
        RunRecord run = SampleRuns.completed(trial, 0.7);
        Outcome.Completed outcome = (Outcome.Completed) run.outcome();
        return SampleRuns.run(trial, new Outcome.Completed(outcome.validation(), answers, outcome.costs()));
    }

    /** Answers for beats of ten subjects, but all beats of class F are of these. */
    private static Answers answers(String... rare) {
        Answers usual = SampleRuns.answers(1, 0.7);
        List<AnsweredBeat> beats = new ArrayList<>();
        IntStream.range(0, usual.size()).mapToObj(usual::beat).forEach(beat -> {
            String subject = beat.truth() == RARE && rare.length > 0 ? rare[beat.row() % rare.length] : beat.subject();
            beats.add(new AnsweredBeat(beat.row(), "", subject, beat.position(), beat.truth()));
        });
        return Answers.of(usual.classes(), beats, usual.predictions());
    }

    private Report report(Answers answers) {
        return ComparisonReport.of(comparison(answers));
    }

    private Comparison comparison(Answers answers) {
        return Comparison.of(SampleRuns.plan(trials), List.of(completed(trials.get(0), answers)));
    }

    private static List<Block> blocks(Report report, String id) {
        return report.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow()
                .blocks();
    }

    @Test
    void tellsForEachClassHowManyPeopleItRestsOn() {
        Table support = (Table) blocks(report(answers("s1", "s2")), "support").get(0);
        assertThat(support.rows()).hasSize(5);
        assertThat(support.rows().get(RARE))
                .extracting(Cell::text)
                .containsExactly("F †", "Same patients", "20", "2", "2", "s1", "50.0\u202f%");
        assertThat(support.rows().get(0)).extracting(Cell::text).startsWith("N", "Same patients", "300", "10", "10");
    }

    @Test
    void marksAClassOfFewWhereverItsScoresStand() {
        Report report = report(answers("s1"));
        Table ranked = blocks(report, "scores").get(0).tables().get(0);
        assertThat(ranked.columns())
                .extracting(Table.Column::title)
                .contains("Se N", "Se F †", "+P F †")
                .doesNotContain("Se F");
        assertThat(ranked.note()).contains("†: rests on fewer than three people in effect");
        Table classes = blocks(report, "scores").get(0).tables().get(1);
        assertThat(classes.rows().get(RARE).get(1).text()).isEqualTo("F †");
        assertThat(classes.note()).contains("†: rests on");
        Figure confusion = blocks(report, "confusions").get(0).figures().get(0);
        assertThat(((Matrix) confusion.chart()).rows()).containsExactly("N", "S", "V", "F †", "Q");
        assertThat(((Matrix) confusion.chart()).isRight(RARE, RARE))
                .as("its own answer stays the right one")
                .isTrue();
        assertThat(confusion.caption()).contains("†: rests on");
    }

    @Test
    void filesForProgramsNameClassesWithoutTheMark(@TempDir Path folder) throws IOException {
        new CsvRenderer().render(report(answers("s1")), folder);
        String csv = Files.readString(folder.resolve("figures/confusion-beats-0.csv"));
        assertThat(csv).contains("F,").doesNotContain("†");
    }

    @Test
    void marksNothingWhereEveryClassRestsOnMany() {
        Report report = report(answers());
        assertThat((report.answers().toString() + report.particulars()).replace("The mark † stands", ""))
                .doesNotContain("†");
    }

    @Test
    void saysWhereSubjectsAreUnknown() {
        Report report = report(answers(""));
        assertThat(blocks(report, "support").get(0))
                .isInstanceOfSatisfying(Prose.class, prose -> assertThat(prose.text())
                        .startsWith("it is not known whose the test beats are on the same patients"));
        assertThat(comparison(answers("")).support(Protocols.of("beats"))).isEmpty();
    }
}
