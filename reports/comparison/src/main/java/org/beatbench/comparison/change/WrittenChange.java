package org.beatbench.comparison.change;

import java.util.function.DoubleFunction;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.stats.Interval;

/**
 * A change as people read it.
 *
 * @param first the number in the first result, with its unit
 * @param second that in the second
 * @param difference with its sign
 * @param interval of the difference, in brackets; empty where there is none
 */
public record WrittenChange(String first, String second, String difference, String interval) {

    /** Writes a change; its interval may take a second. */
    public static WrittenChange of(Change change) {
        Quantity quantity = Quantity.of(change.unit());
        DoubleFunction<String> signed = value -> signed(quantity, value);
        return new WrittenChange(
                Numbers.format(quantity, change.first()),
                Numbers.format(quantity, change.second()),
                signed.apply(change.difference()),
                change.interval().map(interval -> interval(interval, signed)).orElse(""));
    }

    private static String interval(Interval interval, DoubleFunction<String> signed) {
        return "[" + signed.apply(interval.low()) + ", " + signed.apply(interval.high()) + "]";
    }

    private static String signed(Quantity quantity, double value) {
        String text = Numbers.format(quantity, value);
        return value > 0 && text.matches(".*[1-9].*") ? "+" + text : text;
    }
}
