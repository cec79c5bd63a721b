package org.beatbench.reports.chart;

import org.beatbench.comparison.text.Quantity;

/**
 * One axis of a chart.
 *
 * @param label what is measured, with its unit where the quantity does not say it
 * @param quantity how its numbers are written
 * @param logarithmic whether equal distances mean equal ratios; the values must then be above 0
 */
public record Axis(String label, Quantity quantity, boolean logarithmic) {

    /** An axis on which equal distances mean equal differences. */
    public static Axis linear(String label, Quantity quantity) {
        return new Axis(label, quantity, false);
    }

    /** An axis on which equal distances mean equal ratios. */
    public static Axis logarithmic(String label, Quantity quantity) {
        return new Axis(label, quantity, true);
    }
}
