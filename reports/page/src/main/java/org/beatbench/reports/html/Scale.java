package org.beatbench.reports.html;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value lies between two ends of an axis, and which values are worth a tick.
 *
 * @param low the place at {@code from}
 * @param high the place at {@code to}, above {@code low}
 * @param from a coordinate
 * @param to another coordinate
 * @param spacing gives a value its place
 * @param ticks round values between low and high, ascending
 */
record Scale(double low, double high, double from, double to, Spacing spacing, List<Double> ticks) {

    /** How far two values are from one another. */
    enum Spacing {
        /** As far as they differ. */
        LINEAR,
        /** As far as their logarithms differ. */
        LOGARITHMIC,
        /** As far as their log odds differ, each share being moved a little from 0 and from 1 so that these have a place, too. */
        LOG_ODDS;

        private static final double ASIDE = 0.001;

        private double place(double value) {
            return switch (this) {
                case LINEAR -> value;
                case LOGARITHMIC -> StrictMath.log10(value);
                case LOG_ODDS -> StrictMath.log((value + ASIDE) / (1 - value + ASIDE));
            };
        }
    }

    /** Shares about equally far apart by log odds. */
    private static final List<Double> SHARES = List.of(0.0, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 1.0);

    /** Powers of ten that a logarithmic scale spans at least: enough to hold a tick wherever it lies. */
    private static final double NARROWEST = 0.4;

    /** A scale for these values, widened to round ends. */
    static Scale linear(double smallest, double largest, double from, double to, int wantedTicks) {
        double span = largest > smallest ? largest - smallest : Math.max(Math.abs(largest), 1);
        double step = roundStep(span / wantedTicks);
        long first = (long) Math.floor(smallest / step + 1e-9);
        long last = Math.max(first + 1, (long) Math.ceil(largest / step - 1e-9));
        List<Double> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            ticks.add(i * step);
        }
        return new Scale(first * step, last * step, from, to, Spacing.LINEAR, ticks);
    }

    /** A scale from {@code low} to {@code high} exactly. */
    static Scale exact(double low, double high, double from, double to, int wantedTicks) {
        double end = high > low ? high : low + 1;
        List<Double> ticks = linear(low, end, from, to, wantedTicks).ticks.stream()
                .filter(tick -> tick >= low && tick <= end)
                .toList();
        return new Scale(low, end, from, to, Spacing.LINEAR, ticks);
    }

    /** A logarithmic scale for these values, all above 0; ticks at powers of ten, or finer where there are few of them. */
    static Scale logarithmic(double smallest, double largest, double from, double to) {
        double span = StrictMath.log10(largest) - StrictMath.log10(smallest);
        double margin = Math.max(0.1, (NARROWEST - span) / 2);
        double low = StrictMath.log10(smallest) - margin;
        double high = StrictMath.log10(largest) + margin;
        int[] digits = digits(high - low);
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(low); power <= high; power++) {
            for (int digit : digits) {
                double tick = digit * StrictMath.pow(10, power);
                if (StrictMath.log10(tick) >= low && StrictMath.log10(tick) <= high) {
                    ticks.add(tick);
                }
            }
        }
        return new Scale(low, high, from, to, Spacing.LOGARITHMIC, ticks);
    }

    /** A scale of log odds for these shares, 0..1, widened to round ends. */
    static Scale logOdds(double smallest, double largest, double from, double to) {
        int first = 0;
        int last = SHARES.size() - 1;
        while (first + 1 < last && SHARES.get(first + 1) <= smallest) {
            first++;
        }
        while (last - 1 > first && SHARES.get(last - 1) >= largest) {
            last--;
        }
        return new Scale(
                Spacing.LOG_ODDS.place(SHARES.get(first)),
                Spacing.LOG_ODDS.place(SHARES.get(last)),
                from,
                to,
                Spacing.LOG_ODDS,
                SHARES.subList(first, last + 1));
    }

    /** The coordinate of a value. */
    double at(double value) {
        return from + (spacing.place(value) - low) / (high - low) * (to - from);
    }

    /** The first digits of the ticks, more of them the fewer powers of ten there are. */
    private static int[] digits(double powers) {
        if (powers > 2.5) {
            return new int[] {1};
        }
        if (powers > 1.2) {
            return new int[] {1, 3};
        }
        return powers > 0.8 ? new int[] {1, 2, 5} : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9};
    }

    private static double roundStep(double step) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(step)));
        double digit = step / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }
}
