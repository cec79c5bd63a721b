package org.beatbench.reports.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.beatbench.comparison.text.Data;

/**
 * A saliency chart: panels with a trace, and under it a strip for each thing that is compared, coloured by how much
 * each stretch of the trace matters to that thing. One scale of colours holds for all.
 *
 * @param x what runs from left to right, with one value of a trace at each step
 * @param weight what a colour means; above 0 a stretch counts for, below 0 against
 */
public record Attention(Steps x, Axis weight, List<Panel> panels) implements Chart {

    /** Pictures in a row. */
    public static final int COLUMNS = 2;

    public Attention {
        panels = List.copyOf(panels);
    }

    /** The colours of the weights: that of the largest, whatever its sign, is the full one. */
    public Shades shades() {
        return new Shades(panels.stream()
                .flatMap(panel -> panel.strips.stream())
                .flatMap(strip -> strip.stretches.stream())
                .mapToDouble(stretch -> Math.abs(stretch.weight))
                .max()
                .orElse(0));
    }

    /** The end of the horizontal axis: that of the longest trace, or of a stretch beyond it, since a trace may end early. */
    public int length() {
        return panels.stream()
                .flatMapToInt(panel -> IntStream.concat(
                        IntStream.of(panel.trace.size()),
                        panel.strips.stream()
                                .flatMap(strip -> strip.stretches.stream())
                                .mapToInt(stretch -> (int) Math.ceil(stretch.to))))
                .max()
                .orElse(0);
    }

    /** The lowest value of a trace. */
    public double low() {
        return values().min().orElse(0);
    }

    /** The highest value of a trace. */
    public double high() {
        return values().max().orElse(1);
    }

    /** The names of the strips, which are the same in every picture. */
    public List<String> names() {
        return panels.stream()
                .flatMap(panel -> panel.strips.stream().map(Strip::name))
                .distinct()
                .toList();
    }

    private DoubleStream values() {
        return panels.stream().flatMap(panel -> panel.trace.stream()).mapToDouble(Double::doubleValue);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.attention(this);
    }

    @Override
    public Data data() {
        Data.Builder data = Data.of("panel", "name", "from", "to", "value");
        for (Panel panel : panels) {
            for (int x = 0; x < panel.trace.size(); x++) {
                data.row(panel.name, "", this.x.at(x), this.x.at(x), panel.trace.get(x));
            }
            panel.strips.forEach(strip -> strip.stretches.forEach(
                    stretch -> data.row(panel.name, strip.name, x.at(stretch.from), x.at(stretch.to), stretch.weight)));
        }
        return data.build();
    }

    /**
     * One picture.
     *
     * @param trace may be empty
     * @param strips from top to bottom
     */
    public record Panel(String name, Hue hue, List<Double> trace, List<Strip> strips) {

        public Panel {
            trace = List.copyOf(trace);
            strips = List.copyOf(strips);
        }
    }

    /** What matters to one thing, from left to right. */
    public record Strip(String name, List<Stretch> stretches) {

        public Strip {
            stretches = List.copyOf(stretches);
        }
    }

    /** A part of the horizontal axis, in steps, with its weight; finite. */
    public record Stretch(double from, double to, double weight) {}
}
