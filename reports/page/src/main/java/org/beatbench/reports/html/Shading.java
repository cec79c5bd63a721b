package org.beatbench.reports.html;

import java.util.List;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Shades;

/** Paints blocks in the colours of weights, and the legend that lets one read them. */
final class Shading {

    /** Different strengths of a colour; more could not be told apart, and each costs an element. */
    private static final int STRENGTHS = 10;

    private static final Hue FOR = Hue.ofLayer(1);
    private static final Hue AGAINST = Hue.ofLayer(2);

    private static final double SWATCH = 14;
    private static final double GAP = 5;
    private static final double PITCH = 19;

    private final Shades shades;
    private final Axis weight;
    private final double width;
    private final double cell;
    private final double words;
    private final boolean beside;

    /**
     * @param weight what a colour means
     * @param width of the legend
     */
    Shading(Shades shades, Axis weight, double width) {
        this.shades = shades;
        this.weight = weight;
        this.width = width;
        this.cell = SWATCH
                + 3 * GAP
                + TextMetrics.widest(
                        shades.steps().stream().map(step -> number(-step)).toList());
        this.words = TextMetrics.widest(List.of(Shades.FOR, Shades.AGAINST)) + 2 * GAP;
        this.beside = words + cell * shades.steps().size() <= width;
    }

    /** The strength in which a weight is painted, 0 for none; below 0 for weights below 0. */
    int strength(double value) {
        double shade = shades.of(value);
        return (int) Math.copySign((double) Math.round(STRENGTHS * Math.abs(shade)), shade);
    }

    /** A piece of a path around a block. */
    static String block(double left, double right, double top, double height) {
        return "M" + Svg.point(left, top) + "H" + Svg.number(right) + "v" + Svg.number(height) + "H" + Svg.number(left)
                + "Z";
    }

    /** Paints blocks that are equally strong. */
    static void paint(Svg svg, String path, int strength) {
        svg.area(path, Math.abs(strength) / (double) STRENGTHS, (strength > 0 ? FOR : AGAINST).id(), "");
    }

    /** The height of the legend. */
    double height() {
        int lines = shades.steps().isEmpty() ? 1 : beside ? 3 : 5;
        return GAP + PITCH * lines;
    }

    /** Draws the legend: swatches of some weights, above 0 and below, each with its weight. */
    void legend(Svg svg, double top) {
        double line = top + PITCH;
        if (shades.steps().isEmpty()) {
            svg.text(0, line, "axis", Shades.NOTHING);
            return;
        }
        svg.text(0, line, "axis", TextMetrics.cut(Phrases.capital(weight.label()), width));
        line = swatches(svg, line + PITCH, Shades.FOR, 1);
        swatches(svg, line, Shades.AGAINST, -1);
    }

    private double swatches(Svg svg, double line, String meaning, int sign) {
        svg.text(0, line, "name", meaning);
        double left = beside ? words : 0;
        double place = beside ? line : line + PITCH;
        for (double step : shades.steps()) {
            paint(svg, block(left, left + SWATCH, place - 11, SWATCH), strength(sign * step));
            svg.text(left + SWATCH + GAP, place, "name", number(sign * step));
            left += cell;
        }
        return place + PITCH;
    }

    private String number(double value) {
        return Numbers.format(weight.quantity(), value);
    }
}
