package org.beatbench.reports.chart;

import org.beatbench.comparison.text.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * An axis along which values lie at equal distances, the first at 0.
 *
 * @param axis what it means; linear
 * @param width from one value to the next, above 0
 */
public record Steps(Axis axis, double width) {

    public Steps {
        if (!(width > 0 && Double.isFinite(width))) {
            throw new IllegalArgumentException("width must be above 0: " + width);
        }
    }

    /**
     * What runs along a beat: time, or the count of its samples if nobody knows how long they take.
     *
     * @param rate samples a second
     */
    public static Steps ofSamples(@Nullable Double rate) {
        return rate == null
                ? new Steps(Axis.linear("sample", Quantity.COUNT), 1)
                : new Steps(Axis.linear("time", Quantity.SECONDS), 1 / rate);
    }

    /** What is at a place; whole numbers are the places of values. */
    public double at(double place) {
        return place * width;
    }
}
