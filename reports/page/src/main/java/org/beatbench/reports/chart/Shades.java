package org.beatbench.reports.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How strong the colour of a weight is. A shade goes with the square root of the weight, so that what matters little is still seen
 * beside what matters much.
 *
 * @param most the largest weight, whatever its sign; it has the full colour, and 0 has none
 */
public record Shades(double most) {

    /** What the colour of weights above 0 means. */
    public static final String FOR = "counts for the answer";

    /** What the colour of weights below 0 means. */
    public static final String AGAINST = "counts against it";

    /** What there is to say in place of a legend if all weights are 0. */
    public static final String NOTHING = "no stretch counts for or against an answer";

    private static final int STEPS = 5;

    public Shades {
        if (!(most >= 0 && Double.isFinite(most))) {
            throw new IllegalArgumentException("the largest weight must be finite and not negative: " + most);
        }
    }

    /** How much of the full colour a weight has, -1..1: the square root of its part of the largest, with its sign. */
    public double of(double weight) {
        return most == 0 ? 0 : Math.copySign(Math.sqrt(Math.abs(weight) / most), weight);
    }

    /** Weights whose shades are evenly spaced, from a faint one to the full colour, for a legend; none if all weights are 0. */
    public List<Double> steps() {
        return IntStream.rangeClosed(1, most == 0 ? 0 : STEPS)
                .mapToObj(step -> most * step * step / (STEPS * STEPS))
                .toList();
    }
}
