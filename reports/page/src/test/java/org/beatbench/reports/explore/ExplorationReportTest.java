package org.beatbench.reports.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Figure;
import org.beatbench.reports.FigureForm;
import org.beatbench.reports.FigureSize;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Cloud;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Traces;
import org.beatbench.reports.html.HtmlRenderer;
import org.beatbench.reports.image.PngRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplorationReportTest {

    @Test
    void marksClassesThatRestOnFewSubjects() {
        Beats.Builder beats = Beats.builder(List.of("N", "F", "Q"), 2);
        for (String subject : List.of("a", "b", "c")) {
            beats.add(Toys.point(0, 1), Toys.beat(0, 2, subject));
        }
        beats.add(Toys.point(1, 1), Toys.beat(1, 2, "a")).add(Toys.point(1, 0), Toys.beat(1, 2, "b"));
        Report report = exploration(beats.build());
        Table table = (Table) section(report, "classes").blocks().get(1);
        assertThat(table.rows().get(0).get(4).emphasis()).isEqualTo(Cell.Emphasis.NONE);
        assertThat(table.rows().get(1).get(4).emphasis()).isEqualTo(Cell.Emphasis.DOUBTFUL);
        assertThat(table.rows().get(2).get(4).emphasis()).isEqualTo(Cell.Emphasis.MISSING);
        assertThat(section(report, "overview").blocks().toString()).contains("class F comes from fewer than three");
    }

    @Test
    void saysThatSubjectsAreUnknown() {
        Beats beats = Beats.builder(List.of("N"), 2)
                .add(Toys.point(0, 1), Toys.ofRecord(0, 2, "train"))
                .add(Toys.point(1, 0), Toys.ofRecord(0, 2, "test"))
                .build();
        Report report = exploration(beats);
        assertThat(section(report, "overview").blocks().toString()).contains("not known which beats are of the same");
        assertThat(section(report, "origins").title()).isEqualTo("Records");
        Table table = (Table) section(report, "classes").blocks().get(1);
        assertThat(table.rows().get(0).get(4).emphasis()).isEqualTo(Cell.Emphasis.NONE);
    }

    @Test
    void syntheticBeatsAreCalledSoInEveryTitle() {
        Report report = ExplorationReport.of(Toys.info(true), null, Map.of(), List.of(), Toys.mixed(9, 9), "beatbench");
        assertThat(report.title()).endsWith("(synthetic)");
        assertThat(report.figures()).isNotEmpty().allSatisfy(figure -> assertThat(figure.title())
                .endsWith("(synthetic)"));
        assertThat(section(report, "overview").blocks().get(0).toString()).contains("WARNING", "synthetic");
    }

    @Test
    void tellsSettingsAssumptionsAndCommand() {
        String report = ExplorationReport.of(
                        Toys.info(false),
                        null,
                        Map.of("signal", "0"),
                        List.of("Every third sample is kept."),
                        Toys.mixed(3, 3),
                        "beatbench explore toy")
                .toString();
        assertThat(report).contains("signal 0", "Every third sample is kept.", "beatbench explore toy", "CC0");
    }

    @Test
    void sameBeatsGiveTheSameReport() {
        assertThat(exploration(Toys.mixed(50, 20))).isEqualTo(exploration(Toys.mixed(50, 20)));
    }

    @Test
    void classesAndSubjectsAreColouredInTheSamePlaces() {
        Report report = exploration(Toys.mixed(50, 20));
        assertThat(spots(report, "components-by-class"))
                .hasSize(70)
                .containsExactlyInAnyOrderElementsOf(spots(report, "components-by-subject"));
    }

    @Test
    void beatsAreDrawnOverTimeWhereTheRateIsKnown() {
        Beats beats = Toys.mixed(50, 20);
        Curves known = (Curves) figure(exploration(beats), "mean-beats").chart();
        Curves unknown = (Curves) figure(
                        ExplorationReport.of(Toys.info(false), null, Map.of(), List.of(), beats, "explore"),
                        "mean-beats")
                .chart();
        assertThat(known.x().quantity()).isEqualTo(Quantity.SECONDS);
        assertThat(known.curves().get(0).points().get(1).x()).isEqualTo(0.008);
        assertThat(unknown.x().label()).isEqualTo("sample");
        assertThat(unknown.curves().get(0).points().get(1).x()).isEqualTo(1);
    }

    @Test
    void beatsThatAreNotScaledFillTheirFrames() {
        Beats beats = Toys.points(Toys.point(-3, 5), Toys.point(1, 1));
        Traces traces = (Traces) figure(exploration(beats), "gallery").chart();
        assertThat(traces.panels().get(0).traces().get(0).values()).containsExactly(0.0, 1.0);
        assertThat(traces.y().label()).contains("\u22123 to 5");
    }

    @Test
    void ofManyClassesOnlyTheLargestAreDrawnTogether() {
        int[] counts = IntStream.range(1, 15).toArray();
        Figure figure = figure(exploration(Toys.mixed(counts)), "mean-beats");
        assertThat(figure.caption()).contains("10 largest of 14 classes");
        assertThat(figure.chart().data().rows())
                .extracting(row -> row.get(0))
                .doesNotContain("A", "D")
                .contains("E", "N");
    }

    @Test
    void refusesNoBeats() {
        Beats none = Beats.builder(List.of("N"), 2).build();
        assertThatThrownBy(() -> exploration(none)).isInstanceOf(IllegalArgumentException.class);
    }

    static List<Beats> oddities() {
        Beats.Builder odd = Beats.builder(List.of("N", "S"), 4);
        for (int i = 0; i < 8; i++) {
            odd.add(new float[] {Float.NaN, i, -2, Float.POSITIVE_INFINITY}, Beat.anonymous(i % 2, i % 5));
        }
        Beats.Builder unlabelled = Beats.builder(List.of("N", "S"), 4);
        Beats.Builder constant = Beats.builder(List.of("N", "S"), 4);
        Beats.Builder single = Beats.builder(List.of("N"), 1);
        for (int i = 0; i < 8; i++) {
            unlabelled.add(new float[] {i, 1, 2, 3}, Beat.anonymous(Beat.UNLABELLED, 4));
            constant.add(new float[4], Toys.beat(i % 2, 4, "alone"));
            single.add(new float[] {i}, Beat.anonymous(0, 1));
        }
        int[] twenty = new int[20];
        Arrays.setAll(twenty, label -> label % 4);
        return List.of(
                Toys.points(Toys.point(0, 1)),
                Toys.points(Toys.point(Double.NaN, Double.NaN)),
                Beats.builder(List.of("N", "S"), 2)
                        .add(new float[2], Beat.anonymous(0, 0))
                        .build(),
                odd.build(),
                unlabelled.build(),
                constant.build(),
                single.build(),
                Toys.mixed(12, 1, 0),
                Toys.mixed(twenty));
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void oddDataAreExploredAndDrawn(Beats beats, @TempDir Path folder) throws IOException {
        Report report = exploration(beats);
        assertThat(new HtmlRenderer().html(report)).doesNotContain("NaN", "Infinity");
        new PngRenderer(FigureSize.PAGE).render(report, folder);
        assertThat(folder.resolve(FigureForm.FOLDER)).isNotEmptyDirectory();
    }

    private static Report exploration(Beats beats) {
        return ExplorationReport.of(Toys.info(false), 125.0, Map.of(), List.of(), beats, "beatbench explore toy");
    }

    private static List<Cloud.Spot> spots(Report report, String id) {
        List<Cloud.Spot> spots = new ArrayList<>();
        ((Cloud) figure(report, id).chart()).groups().forEach(group -> spots.addAll(group.spots()));
        return spots;
    }

    private static Figure figure(Report report, String id) {
        return report.figures().stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Section section(Report report, String id) {
        return report.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
