package org.beatbench.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.chart.Attention;
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
import org.beatbench.reports.chart.Outline;
import org.beatbench.reports.chart.Pairwise;
import org.beatbench.reports.chart.Rhythm;
import org.beatbench.reports.chart.Steps;
import org.beatbench.reports.chart.Strips;
import org.beatbench.reports.chart.Traces;
import org.beatbench.reports.chart.Tradeoffs;

/** A report with one of everything, for the tests of all renderers. */
public final class SampleReport {

    /** A name as a hostile plug-in might have it. */
    public static final String HOSTILE = "<script>alert(\"1 & 2\")</script>";

    private static final List<String> CLASSES = List.of("N", "S", "V", "F", "Q");

    private SampleReport() {}

    public static Report small() {
        return of(3);
    }

    /** The report with a number of things that are compared. */
    public static Report of(int things) {
        return new Report(
                "Sample: one of everything",
                "Made by the tests, from made-up numbers.",
                List.of(
                        new Section(
                                "words",
                                "Words",
                                List.of(
                                        Prose.verdict(
                                                "Under the strictest protocol, nothing is better than it should be."),
                                        Prose.warning("These numbers are made up & mean nothing <at all>."),
                                        Prose.normal("See https://physionet.org/content/mitdb/1.0.0/ for more."),
                                        Prose.command("beatbench run quick --data ../data"),
                                        Facts.of(
                                                new Facts.Fact("Beats", Numbers.count(109_446)),
                                                new Facts.Fact(
                                                        "Citation",
                                                        "Moody and Mark, https://doi.org/10.1109/51.932724.")))),
                        new Section("table", "A table", List.of(table("Ranked", things))),
                        new Section(
                                "choice",
                                "A choice",
                                List.of(new Choice(
                                        "Protocol",
                                        List.of(
                                                new Choice.Option("strict", "strict", table("Ranked strictly", things)),
                                                new Choice.Option(
                                                        "hostile", HOSTILE, table("Ranked loosely", things)))))),
                        new Section(
                                "charts",
                                "Charts",
                                List.of(
                                        ladder(things),
                                        frontier(things),
                                        bars(things),
                                        boxes(things),
                                        diagonal(things),
                                        strips(things),
                                        tradeoffs(things),
                                        pairs(things))),
                        new Section("matrices", "Matrices", List.of(new Gallery(List.of(matrix(1), matrix(2))))),
                        new Section(
                                "beats",
                                "Beats",
                                List.of(
                                        curves(),
                                        histogram(),
                                        cloud(),
                                        traces(),
                                        attention(things),
                                        outline(),
                                        rhythm()))));
    }

    private static Figure outline() {
        return figure(
                "outline",
                "A recording",
                new Outline(
                        Axis.linear("time, minutes", Quantity.PLAIN),
                        30,
                        IntStream.range(0, 200)
                                .mapToObj(i -> i == 77
                                        ? new Outline.Column(Double.NaN, Double.NaN, -1)
                                        : new Outline.Column(-0.3, 1 + 0.3 * Math.sin(i), i % 9 == 0 ? 1 : 0))
                                .toList(),
                        List.of(
                                new Outline.Lane("N", Hue.ofClass(0), List.of(1.0, 2.0, 3.0)),
                                new Outline.Lane("V", Hue.ofClass(2), List.of(2.5)))));
    }

    private static Figure rhythm() {
        return figure(
                "rhythm",
                "A strip",
                new Rhythm(
                        61.5,
                        100,
                        IntStream.range(0, 601)
                                .mapToObj(i -> Math.exp(-Math.pow((i % 80 - 40) / 3.0, 2)))
                                .toList(),
                        true,
                        List.of(
                                new Rhythm.Beat(61.9, "N", Hue.ofClass(0)),
                                new Rhythm.Beat(62.7, "V?", Hue.ofClass(2)))));
    }

    private static Table table(String title, int things) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < things; i++) {
            rows.add(List.of(
                    Cell.text(name(i)),
                    Cell.of(Quantity.SCORE, new Estimate(0.8 - 0.01 * i, 0.75 - 0.01 * i, 0.84 - 0.01 * i))
                            .withBar(0.8 - 0.01 * i)
                            .with(i == 0 ? Cell.Emphasis.BEST : Cell.Emphasis.NONE),
                    Cell.share(0.8234),
                    i == 1 ? Cell.missing() : Cell.of(Quantity.SECONDS, 0.084 * Math.pow(5, i % 9)),
                    Cell.of(Quantity.BYTES, 1_234_567 * (i + 1.0))));
        }
        return new Table(
                title,
                "Protocol patients, n = 109 446 beats of 47 subjects, 95 % intervals over subjects.",
                List.of(
                        Table.Column.text("Classifier"),
                        Table.Column.merit("Macro-F1", "mean of the classes' F1 scores", true),
                        Table.Column.number("Accuracy", ""),
                        Table.Column.merit("Fit", "time to train", false),
                        Table.Column.number("Model", "size of the saved model")),
                rows);
    }

    private static Figure ladder(int things) {
        List<Ladder.Line> lines = new ArrayList<>();
        for (int i = 0; i < things; i++) {
            double base = 0.95 - 0.012 * i;
            List<Ladder.Rung> rungs = new ArrayList<>();
            for (int step = 0; step < 4; step++) {
                double value = base - 0.12 * step;
                if (i != 1 || step != 1) {
                    rungs.add(new Ladder.Rung(step, new Estimate(value, value - 0.02, value + 0.015)));
                }
            }
            lines.add(new Ladder.Line(name(i), Hue.ofSeries(i), rungs));
        }
        Ladder chart = new Ladder(
                List.of("copies", "beats", "patients", "ds1-ds2"), Axis.linear("macro-F1", Quantity.SCORE), lines);
        return figure("ladder", "Protocol ladder", chart);
    }

    private static Figure frontier(int things) {
        List<Frontier.Point> points = new ArrayList<>();
        for (int i = 0; i < things; i++) {
            double value = 0.5 + 0.3 * Math.abs(Math.sin(i * 1.7));
            points.add(new Frontier.Point(
                    name(i),
                    Hue.ofSeries(i),
                    1e-6 * Math.pow(10, (i * 7 % 11) / 3.0),
                    new Estimate(value, value - 0.03, value + 0.03)));
        }
        Frontier chart = new Frontier(
                Axis.logarithmic("time per beat, median", Quantity.SECONDS),
                Axis.linear("macro-F1", Quantity.SCORE),
                points);
        return figure("frontier", "Quality against cost", chart);
    }

    private static Figure diagonal(int things) {
        List<Diagonal.Line> lines = new ArrayList<>();
        for (int i = 0; i < things; i++) {
            double off = 0.04 * i / things;
            lines.add(new Diagonal.Line(
                    name(i),
                    Hue.ofSeries(i),
                    IntStream.range(0, 8)
                            .mapToObj(bin -> 0.3 + 0.1 * bin)
                            .map(said -> new Diagonal.Point(
                                    said, new Estimate(said - off, said - off - 0.05, Math.min(1, said - off + 0.02))))
                            .toList()));
        }
        Diagonal chart = new Diagonal(
                Axis.linear("confidence", Quantity.SHARE), Axis.linear("right answers", Quantity.SHARE), lines);
        return figure("diagonal", "Reliability", chart);
    }

    private static Figure bars(int things) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (int i = 0; i < things; i++) {
            double value = 0.9 - 0.013 * i;
            Estimate estimate = i % 2 == 0 ? Estimate.exactly(value) : new Estimate(value, value - 0.05, value + 0.04);
            bars.add(new Bars.Bar(name(i), Hue.ofSeries(i), estimate));
        }
        return figure("bars", "Sensitivity", new Bars(Axis.linear("sensitivity", Quantity.SHARE), bars));
    }

    /** Every third thing has nothing in its second group, and of the others one has a single value there. */
    private static Figure boxes(int things) {
        List<Boxes.Row> rows = new ArrayList<>();
        for (int i = 0; i < things; i++) {
            double top = 1 - 0.3 * i / things;
            List<Boxes.Box> boxes = new ArrayList<>();
            boxes.add(new Boxes.Box(
                    "answered rightly", Hue.ofLayer(1), 49_000, top - 0.2, top - 0.06, top - 0.02, top, top));
            if (i % 3 == 1) {
                boxes.add(new Boxes.Box("answered wrongly", Hue.ofLayer(2), 1, 0.5, 0.5, 0.5, 0.5, 0.5));
            } else if (i % 3 == 0) {
                boxes.add(new Boxes.Box("answered wrongly", Hue.ofLayer(2), 1_234, 0.38, 0.5, 0.61, 0.75, 0.97));
            }
            rows.add(new Boxes.Row(name(i), boxes));
        }
        return figure("boxes", "How sure", new Boxes(Axis.linear("probability", Quantity.SHARE), "beats", rows));
    }

    private static Figure strips(int things) {
        List<Strips.Strip> strips = new ArrayList<>();
        for (int i = 0; i < things; i++) {
            double middle = 0.8 - 0.01 * i;
            strips.add(new Strips.Strip(
                    name(i),
                    Hue.ofSeries(i),
                    i % 2 == 0 ? Estimate.exactly(middle) : new Estimate(middle, middle - 0.1, middle + 0.05),
                    IntStream.range(0, i == 2 ? 0 : 40)
                            .mapToObj(subject -> new Strips.Point(
                                    HOSTILE, middle + 0.2 * Math.sin(subject * 1.3), subject % 10 == 4))
                            .toList()));
        }
        return figure("strips", "By subject", new Strips(Axis.linear("macro-F1", Quantity.SCORE), strips));
    }

    private static Figure tradeoffs(int things) {
        List<Tradeoffs.Square> squares = new ArrayList<>();
        for (String name : CLASSES.subList(0, 4)) {
            List<Tradeoffs.Line> lines = new ArrayList<>();
            for (int i = 0; i < things; i++) {
                double power = 0.1 + 0.05 * i + 0.1 * squares.size();
                lines.add(new Tradeoffs.Line(
                        name(i),
                        Hue.ofSeries(i),
                        IntStream.rangeClosed(0, 20)
                                .mapToObj(step -> new Tradeoffs.Point(step / 20.0, Math.pow(step / 20.0, power)))
                                .toList()));
            }
            squares.add(
                    new Tradeoffs.Square(name, List.of(new Tradeoffs.Point(0, 0), new Tradeoffs.Point(1, 1)), lines));
        }
        return figure(
                "tradeoffs",
                "Found against false alarms",
                new Tradeoffs(
                        Axis.linear("false positive rate", Quantity.SHARE),
                        Axis.linear("sensitivity", Quantity.SHARE),
                        squares));
    }

    private static Figure pairs(int things) {
        List<Pairwise.Pair> pairs = new ArrayList<>();
        for (int first = 0; first < things; first++) {
            for (int second = first + 1; second < things; second++) {
                double difference = 0.02 * (second - first) - 0.01;
                if (first != 1 || second != 2) {
                    pairs.add(new Pairwise.Pair(first, second, difference, 0.01, 0.04, difference > 0.05));
                }
            }
        }
        return figure(
                "pairs",
                "Pair by pair",
                new Pairwise(
                        "macro-F1",
                        IntStream.range(0, things).mapToObj(SampleReport::name).toList(),
                        pairs));
    }

    private static Figure matrix(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Long>> counts = new ArrayList<>();
        for (int truth = 0; truth < CLASSES.size(); truth++) {
            int row = truth;
            counts.add(IntStream.range(0, CLASSES.size())
                    .mapToObj(answer -> row == 4 ? 0L : (long) random.nextInt(answer == row ? 20_000 : 900))
                    .toList());
        }
        return figure("confusion-" + seed, "Confusions of " + name(seed), Matrix.confusion(CLASSES, counts));
    }

    private static Figure curves() {
        List<Curves.Curve> curves = new ArrayList<>();
        for (int label = 0; label < CLASSES.size(); label++) {
            List<Curves.Point> points = new ArrayList<>();
            for (int x = 0; x < 187; x++) {
                double value =
                        0.3 + 0.1 * label * Math.exp(-Math.pow((x - 60) / 20.0, 2)) + 0.05 * Math.sin(x / 15.0 + label);
                points.add(new Curves.Point(x, new Estimate(value, value - 0.05, value + 0.07)));
            }
            curves.add(new Curves.Curve(CLASSES.get(label), Hue.ofClass(label), points));
        }
        return figure(
                "curves",
                "Mean beat",
                new Curves(
                        Axis.linear("sample", Quantity.PLAIN),
                        Axis.linear("scaled amplitude", Quantity.PLAIN),
                        curves,
                        List.of(new Curves.Mark(60, "R peak"))));
    }

    private static Figure histogram() {
        List<Histogram.Group> groups = new ArrayList<>();
        for (int label = 0; label < 3; label++) {
            int peak = 5 + 4 * label;
            groups.add(new Histogram.Group(
                    CLASSES.get(label),
                    Hue.ofClass(label),
                    IntStream.range(0, 20)
                            .mapToObj(bin -> 0.2 * Math.exp(-Math.pow((bin - peak) / 3.0, 2)))
                            .toList()));
        }
        return figure(
                "histogram",
                "Lengths",
                new Histogram(
                        Axis.linear("samples", Quantity.COUNT),
                        Axis.linear("share of the class", Quantity.SHARE),
                        0,
                        10,
                        groups));
    }

    private static Figure cloud() {
        SplittableRandom random = new SplittableRandom(7);
        List<Cloud.Group> groups = new ArrayList<>();
        for (int label = 0; label < CLASSES.size(); label++) {
            double centre = label * 1.5;
            groups.add(new Cloud.Group(
                    CLASSES.get(label),
                    Hue.ofClass(label),
                    IntStream.range(0, 200)
                            .mapToObj(i ->
                                    new Cloud.Spot(centre + random.nextGaussian(), random.nextGaussian() - centre / 3))
                            .toList()));
        }
        return figure(
                "cloud",
                "Principal components",
                new Cloud(Axis.linear("first", Quantity.PLAIN), Axis.linear("second", Quantity.PLAIN), groups));
    }

    private static Figure traces() {
        List<Traces.Panel> panels = new ArrayList<>();
        for (int label = 0; label < CLASSES.size(); label++) {
            int peak = 10 + 8 * label;
            List<Double> trace = IntStream.range(0, 120)
                    .mapToObj(x -> 0.3 + 0.6 * Math.exp(-Math.pow((x - peak) / 5.0, 2)))
                    .toList();
            panels.add(new Traces.Panel(CLASSES.get(label), Hue.ofClass(label), List.of(trace)));
        }
        return figure(
                "traces",
                "Gallery",
                new Traces(Steps.ofSamples(125.0), Axis.linear("scaled amplitude", Quantity.PLAIN), 4, panels));
    }

    private static Figure attention(int things) {
        List<Attention.Panel> panels = new ArrayList<>();
        for (int label = 0; label < 3; label++) {
            int peak = 20 + 30 * label;
            List<Attention.Strip> strips = new ArrayList<>();
            for (int i = 0; i < things; i++) {
                int off = 2 * i;
                strips.add(new Attention.Strip(
                        name(i),
                        IntStream.range(0, 29)
                                .mapToObj(window -> new Attention.Stretch(
                                        2 + 4 * window,
                                        6 + 4 * window,
                                        Math.exp(-Math.pow((4 * window - peak - off) / 9.0, 2)) - 0.1))
                                .toList()));
            }
            panels.add(new Attention.Panel(
                    label < 2
                            ? CLASSES.get(label)
                            : "3: V, all wrong, a record with a name that is too long at 12 345 678",
                    Hue.ofClass(label),
                    IntStream.range(0, 120)
                            .mapToObj(x -> 0.3 + 0.6 * Math.exp(-Math.pow((x - peak) / 5.0, 2)))
                            .toList(),
                    strips));
        }
        return figure(
                "attention",
                "Looked at",
                new Attention(Steps.ofSamples(null), Axis.linear("mean drop", Quantity.SCORE), panels));
    }

    private static Figure figure(String id, String title, Chart chart) {
        return new Figure(id, title, "What to see in it.", "Made-up values of " + title, chart);
    }

    private static String name(int i) {
        return switch (i) {
            case 0 -> "K nearest neighbours";
            case 1 -> "Decision tree";
            case 2 -> "Logistic regression with a name that is far too long to stand in any figure";
            case 3 -> HOSTILE;
            default -> "Classifier " + i;
        };
    }
}
