package org.beatbench.reports.sections.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.comparison.export.ResultsTable;
import org.beatbench.experiment.Trial;
import org.beatbench.metrics.ClassMetric;
import org.beatbench.metrics.Cost;
import org.beatbench.metrics.Metric;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.comparison.ComparisonReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A metric that no table shows cannot exist. */
class MetricTablesTest {

    private static final Protocol PROTOCOL = Protocols.of("beats");
    private static final Comparison COMPARISON = comparison();

    private static Comparison comparison() {
        List<Trial> trials = SampleRuns.trials(List.of("Good", "Bad"), Map.of("beats", List.of("whole")), 1);
        return Comparison.of(SampleRuns.plan(trials), SampleRuns.runs(trials, trial -> 0.7));
    }

    @ParameterizedTest
    @EnumSource
    void everyQualityIsAColumnOfTheScoresOrKnownToStandElsewhere(Quality quality) {
        Table scores = new Tables(COMPARISON).qualities(PROTOCOL);
        assertThat(scores.columns().stream().map(Table.Column::title).anyMatch(quality.title()::equals))
                .isNotEqualTo(Tables.ELSEWHERE.contains(quality));
    }

    @ParameterizedTest
    @EnumSource
    void everyMetricOfAClassHasAColumn(ClassMetric metric) {
        assertThat(ComparisonReport.of(COMPARISON).sections())
                .flatExtracting(Section::blocks)
                .flatExtracting(block -> block.tables())
                .flatExtracting(Table::columns)
                .extracting(Table.Column::title)
                .containsAnyOf(metric.title(), metric.title() + " V");
    }

    @ParameterizedTest
    @EnumSource
    void everyQualityIsARowForPrograms(Quality quality) {
        assertHasRows(quality);
    }

    @ParameterizedTest
    @EnumSource
    void everyMetricOfAClassIsARowForPrograms(ClassMetric metric) {
        assertHasRows(metric);
    }

    @ParameterizedTest
    @EnumSource
    void everyCostIsARowForPrograms(Cost cost) {
        assertHasRows(cost);
    }

    private static void assertHasRows(Metric metric) {
        assertThat(ResultsTable.of(COMPARISON).rows())
                .filteredOn(row -> row.get(7).equals(metric.id()))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.get(12)).isEqualTo(metric.unit().symbol()))
                .anySatisfy(row -> assertThat(row.get(6)).isEqualTo("all"));
    }

    @ParameterizedTest
    @EnumSource
    void whatHasAnIntervalIsNamedByTheMethod(Quality quality) {
        if (quality.hasInterval()) {
            assertThat(method()).contains(quality.title().toLowerCase(Locale.ROOT));
        }
    }

    private static String method() {
        return ComparisonReport.of(COMPARISON).sections().stream()
                .filter(section -> section.id().equals("method"))
                .findFirst()
                .orElseThrow()
                .blocks()
                .get(1)
                .toString()
                .toLowerCase(Locale.ROOT);
    }
}
