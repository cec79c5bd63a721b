package org.beatbench.reports.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.Block;
import org.beatbench.reports.Disclosure;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Gallery;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Traces;

/** What the beats look like. */
final class ShapeSection {

    private static final int COLUMNS = 6;

    /** With more classes, half as many beats of each are drawn. */
    private static final int MANY = 8;

    private final Exploration data;
    private final Map<Integer, TypicalBeat> means;

    private ShapeSection(Exploration data, int fewest) {
        this.data = data;
        this.means = data.present().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        label -> TypicalBeat.of(data.beats(), data.rows(label), fewest),
                        (a, b) -> a,
                        TreeMap::new));
    }

    /** A section, for data of which some classes are known. */
    static Section of(Exploration data, Disclosure disclosure) {
        boolean shown = disclosure == Disclosure.BEATS;
        ShapeSection section = new ShapeSection(data, disclosure.fewest());
        List<Block> blocks = new ArrayList<>();
        if (!section.drawn(data.together()).isEmpty()) {
            blocks.add(section.together());
        }
        if (!section.drawn(data.present()).isEmpty()) {
            blocks.add(new Gallery(
                    section.drawn(data.present()).stream().map(section::single).toList()));
        }
        List<String> rare = data.present().stream()
                .filter(label -> section.mean(label).course().isEmpty())
                .map(data::name)
                .toList();
        if (!shown && !rare.isEmpty()) {
            blocks.add(Prose.normal(
                    "No mean beat is shown of " + (rare.size() == 1 ? "class " : "classes ") + Phrases.listed(rare)
                            + ": of fewer than " + disclosure.fewest() + " beats it would show too much of each."));
        }
        if (shown && data.beats().beats().stream().anyMatch(ShapeSection::isDrawable)) {
            blocks.add(section.gallery());
        }
        return new Section("shapes", "Shapes", blocks);
    }

    private TypicalBeat mean(int label) {
        return Objects.requireNonNull(means.get(label));
    }

    private Figure together() {
        return new Figure(
                "mean-beats",
                data.titled("The mean beat of each class"),
                "Padding does not count: a beat is part of the mean as far as it goes, and a line ends where fewer than a tenth"
                        + " of the beats of its class go on." + data.leftOut(),
                "The mean of each class at every sample of a beat.",
                new Curves(
                        data.steps().axis(),
                        amplitude(),
                        drawn(data.together()).stream()
                                .map(label -> curve(label, moment -> Estimate.exactly(moment.mean())))
                                .toList()));
    }

    /** Those of these labels that have a mean beat. */
    private List<Integer> drawn(List<Integer> labels) {
        return labels.stream().filter(label -> !mean(label).course().isEmpty()).toList();
    }

    private Figure single(int label) {
        return new Figure(
                "mean-beat-" + (label + 1),
                data.titled("Mean beat of class " + data.name(label)),
                "Mean of " + Phrases.counted(data.count(label), "beat", "beats") + "; the band holds the middle 80 %.",
                "Mean and 10 to 90 % range of class " + data.name(label) + " at every sample of a beat.",
                new Curves(
                        data.steps().axis(),
                        amplitude(),
                        List.of(curve(label, moment -> new Estimate(moment.mean(), moment.low(), moment.high())))));
    }

    private Curves.Curve curve(int label, Function<TypicalBeat.Moment, Estimate> estimate) {
        return new Curves.Curve(
                data.name(label),
                data.hue(label),
                mean(label).course().stream()
                        .map(moment -> new Curves.Point(data.steps().at(moment.sample()), estimate.apply(moment)))
                        .toList());
    }

    private Figure gallery() {
        int each = data.present().size() > MANY ? COLUMNS / 2 : COLUMNS;
        int[] rows = data.present().stream()
                .flatMapToInt(label -> Arrays.stream(SeededSample.of(drawable(label), each, "gallery/" + label)))
                .toArray();
        Frame frame = Frame.around(data, rows);
        return new Figure(
                "gallery",
                data.titled("Beats drawn at random"),
                "Up to " + each + " beats of each class"
                        + (data.support().isEmpty()
                                ? ""
                                : ", with their " + data.grouping().one())
                        + ", without padding; the same in every report of these data."
                        + (data.values().missing() + data.values().infinite() == 0
                                ? ""
                                : " A value that is missing or infinite is drawn like the one before it."),
                "Single beats of each class.",
                new Traces(
                        data.steps(),
                        Axis.linear(frame.label(), Quantity.PLAIN),
                        COLUMNS,
                        Arrays.stream(rows).mapToObj(row -> panel(row, frame)).toList()));
    }

    private int[] drawable(int label) {
        return Arrays.stream(data.rows(label))
                .filter(row -> isDrawable(data.beats().beat(row)))
                .toArray();
    }

    private static boolean isDrawable(Beat beat) {
        return beat.label() != Beat.UNLABELLED && beat.unpaddedLength() > 0;
    }

    private Traces.Panel panel(int row, Frame frame) {
        Beat beat = data.beats().beat(row);
        return new Traces.Panel(
                data.name(beat.label())
                        + (data.grouping().knows(beat) ? ", " + data.grouping().of(beat) : ""),
                data.hue(beat.label()),
                List.of(frame.trace(data, row)));
    }

    private Axis amplitude() {
        return Axis.linear(data.values().isScaled() ? "scaled amplitude" : "amplitude", Quantity.PLAIN);
    }

    /**
     * The range of amplitudes that fills a panel, since a panel shows 0 to 1.
     *
     * @param low at the bottom
     * @param high at the top, above {@code low}
     */
    private record Frame(double low, double high) {

        /** From 0 to 1 where that is the scale of the data, else from the least to the greatest value of these rows. */
        static Frame around(Exploration data, int[] rows) {
            if (data.values().isScaled()) {
                return new Frame(0, 1);
            }
            double[] values = Arrays.stream(rows)
                    .boxed()
                    .flatMapToDouble(row -> values(data, row))
                    .filter(Double::isFinite)
                    .toArray();
            double low = Arrays.stream(values).min().orElse(0);
            double high = Arrays.stream(values).max().orElse(1);
            return low < high ? new Frame(low, high) : new Frame(low - 0.5, low + 0.5);
        }

        String label() {
            return "amplitude " + Numbers.plain(low) + " to " + Numbers.plain(high);
        }

        /** The values of a beat as heights in its panel; one that is missing is drawn as the one before it. */
        List<Double> trace(Exploration data, int row) {
            List<Double> trace = new ArrayList<>();
            double height = 0;
            for (double value : values(data, row).toArray()) {
                height = Double.isFinite(value) ? (value - low) / (high - low) : height;
                trace.add(height);
            }
            return trace;
        }

        private static DoubleStream values(Exploration data, int row) {
            return IntStream.range(0, data.beats().beat(row).unpaddedLength())
                    .mapToDouble(sample -> data.beats().samples().at(row, sample));
        }
    }
}
