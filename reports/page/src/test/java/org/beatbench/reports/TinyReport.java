package org.beatbench.reports;

import java.util.List;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Bars;
import org.beatbench.reports.chart.Boxes;
import org.beatbench.reports.chart.Chart;
import org.beatbench.reports.chart.Cloud;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Diagonal;
import org.beatbench.reports.chart.Frontier;
import org.beatbench.reports.chart.Histogram;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Ladder;
import org.beatbench.reports.chart.Matrix;
import org.beatbench.reports.chart.Pairwise;
import org.beatbench.reports.chart.Steps;
import org.beatbench.reports.chart.Strips;
import org.beatbench.reports.chart.Traces;

/** One of every kind of block and chart, as small as can be, for files that are read by people. */
final class TinyReport {

    private static final Axis SCORE = Axis.linear("macro-F1", Quantity.SCORE);
    private static final Axis SHARE = Axis.linear("share", Quantity.SHARE);
    private static final Estimate GOOD = new Estimate(0.8234567, 0.79, 0.85);
    private static final Estimate POOR = Estimate.exactly(1 / 3.0);

    private TinyReport() {}

    static Report report() {
        return new Report(
                "Tiny: İ, ı & one of everything",
                "Made by the tests, in 1 second.",
                List.of(
                        new Section(
                                "verdict",
                                "Verdict",
                                List.of(
                                        Prose.verdict("Nothing is better than _it_ should be."),
                                        Prose.warning("these numbers are made up & mean nothing <at all>."),
                                        Prose.normal("See https://physionet.org/content/mitdb/1.0.0/ for more."),
                                        Prose.command("beatbench run tiny"),
                                        Facts.of(
                                                new Facts.Fact("Beats", Numbers.count(-109_446)),
                                                new Facts.Fact("Times", Numbers.seconds(4321.5))))),
                        new Section("ranking", "Ranking", List.of(table())),
                        new Section("figures", "Figures", figures()),
                        new Section(
                                "gallery",
                                "Gallery",
                                List.of(new Gallery(List.of(
                                        figure(
                                                "matrix",
                                                Matrix.confusion(
                                                        List.of("N", "V"),
                                                        List.of(List.of(1_234L, 5L), List.of(0L, 0L)))),
                                        figure(
                                                "pairwise",
                                                new Pairwise(
                                                        "macro-F1",
                                                        List.of("One", "Other"),
                                                        List.of(
                                                                new Pairwise.Pair(
                                                                        0, 1, 0.0123, 0.00001, 0.00002, true))))))))));
    }

    private static Table table() {
        return new Table(
                "Ranked | by macro-F1",
                "Protocol patients, n = 600 beats of 4 subjects.",
                List.of(
                        Table.Column.text("Classifier"),
                        Table.Column.number("Macro-F1", "mean of F1"),
                        Table.Column.number("Fit", "time to train")),
                List.of(
                        List.of(
                                Cell.text("One"),
                                Cell.of(Quantity.SCORE, GOOD).withBar(0.82).with(Cell.Emphasis.BEST),
                                Cell.of(Quantity.SECONDS, 0.0000123)),
                        List.of(
                                Cell.text("Other").with(Cell.Emphasis.REFERENCE),
                                Cell.of(Quantity.SCORE, POOR).with(Cell.Emphasis.REFERENCE),
                                Cell.missing())));
    }

    private static List<Block> figures() {
        return List.of(
                figure("bars", new Bars(SHARE, List.of(new Bars.Bar("One", Hue.ofSeries(0), GOOD)))),
                figure(
                        "boxes",
                        new Boxes(
                                SHARE,
                                "beats",
                                List.of(
                                        new Boxes.Row(
                                                "One",
                                                List.of(new Boxes.Box(
                                                        "right", Hue.ofLayer(1), 1_234, 0.5, 0.75, 0.9, 1, 1))),
                                        new Boxes.Row("Other", List.of())))),
                figure(
                        "cloud",
                        new Cloud(
                                SCORE,
                                SCORE,
                                List.of(new Cloud.Group(
                                        "N",
                                        Hue.ofClass(0),
                                        List.of(new Cloud.Spot(0, 1), new Cloud.Spot(1e-9, -2)))))),
                figure(
                        "curves",
                        new Curves(
                                Axis.linear("epoch", Quantity.COUNT),
                                SCORE,
                                List.of(new Curves.Curve(
                                        "loss",
                                        Hue.ofLayer(1),
                                        List.of(new Curves.Point(1, POOR), new Curves.Point(2, GOOD)))),
                                List.of(new Curves.Mark(2, "best")))),
                figure(
                        "diagonal",
                        new Diagonal(
                                SHARE,
                                SHARE,
                                List.of(new Diagonal.Line(
                                        "One", Hue.ofSeries(0), List.of(new Diagonal.Point(0.5, GOOD)))))),
                figure(
                        "frontier",
                        new Frontier(
                                Axis.logarithmic("time per beat", Quantity.SECONDS),
                                SCORE,
                                List.of(
                                        new Frontier.Point("One", Hue.ofSeries(0), 1.23e-5, GOOD),
                                        new Frontier.Point("Other", Hue.ofSeries(1), 4e-3, POOR)))),
                figure(
                        "histogram",
                        new Histogram(
                                Axis.linear("samples", Quantity.COUNT),
                                SHARE,
                                0,
                                10,
                                List.of(new Histogram.Group("N", Hue.ofClass(0), List.of(0.25, 0.75))))),
                figure(
                        "ladder",
                        new Ladder(
                                List.of("beats", "patients"),
                                SCORE,
                                List.of(new Ladder.Line(
                                        "One",
                                        Hue.ofSeries(0),
                                        List.of(new Ladder.Rung(0, GOOD), new Ladder.Rung(1, POOR)))))),
                figure(
                        "strips",
                        new Strips(
                                SCORE,
                                List.of(new Strips.Strip(
                                        "One", Hue.ofSeries(0), GOOD, List.of(new Strips.Point("s1", 0.7, true)))))),
                figure(
                        "traces",
                        new Traces(
                                Steps.ofSamples(250.0),
                                Axis.linear("amplitude", Quantity.PLAIN),
                                2,
                                List.of(new Traces.Panel("N", Hue.ofClass(0), List.of(List.of(0.0, 0.125, 1.0)))))));
    }

    private static Figure figure(String id, Chart chart) {
        return new Figure(id, Phrases.capital(id), "What to see in " + id + ".", "Made-up values: " + id + ".", chart);
    }
}
