package org.beatbench.models;

import java.util.List;
import java.util.OptionalDouble;
import org.beatbench.metrics.ConfusionMatrix;
import org.jspecify.annotations.Nullable;

/**
 * How differently a model does on one class from person to person: the range of eight people in ten.
 *
 * @param people who have enough beats of the class
 * @param sensitivityLow a tenth of them have less
 * @param sensitivityHigh a tenth of them have more
 * @param falseAlarmsLow the part of the other beats called so, of which a tenth of all people have less
 * @param falseAlarmsHigh of which a tenth of all people have more
 */
public record AcrossPeople(
        int people, double sensitivityLow, double sensitivityHigh, double falseAlarmsLow, double falseAlarmsHigh) {

    /** Fewer people say nothing of others. */
    private static final int FEWEST = 5;

    /** Of fewer beats a share is chance. */
    private static final int ENOUGH_BEATS = 10;

    private static final double TENTH = 0.1;

    /** The range over some people; null if too few have enough beats of the class. */
    static @Nullable AcrossPeople of(List<ConfusionMatrix> subjects, int label) {
        double[] sensitivities = subjects.stream()
                .filter(subject -> subject.ofClass(label) >= ENOUGH_BEATS)
                .map(subject -> subject.sensitivity(label))
                .mapToDouble(OptionalDouble::orElseThrow)
                .sorted()
                .toArray();
        double[] falseAlarms = subjects.stream()
                .filter(subject -> others(subject, label) >= ENOUGH_BEATS)
                .mapToDouble(subject ->
                        (double) (subject.given(label) - subject.count(label, label)) / others(subject, label))
                .sorted()
                .toArray();
        return sensitivities.length < FEWEST || falseAlarms.length < FEWEST
                ? null
                : new AcrossPeople(
                        sensitivities.length,
                        quantile(sensitivities, TENTH),
                        quantile(sensitivities, 1 - TENTH),
                        quantile(falseAlarms, TENTH),
                        quantile(falseAlarms, 1 - TENTH));
    }

    private static long others(ConfusionMatrix subject, int label) {
        return subject.total() - subject.ofClass(label);
    }

    private static double quantile(double[] ascending, double share) {
        return ascending[(int) Math.round(share * (ascending.length - 1))];
    }

    /**
     * How many beats of the class somebody may really have: called = sensitivity · true + false alarms · (all − true), solved for the
     * ends of both ranges.
     *
     * @param called beats that the model gives the class
     * @param all beats that it answers
     */
    public TrueCount trueCount(long called, long all) {
        double fewest = solved(called, all, sensitivityHigh, falseAlarmsHigh);
        double most = solved(called, all, sensitivityLow, falseAlarmsLow);
        return new TrueCount(Math.min(fewest, most), Math.max(fewest, most));
    }

    private static double solved(long called, long all, double sensitivity, double falseAlarms) {
        if (sensitivity <= falseAlarms) {
            return (double) all;
        }
        double solved = ((double) called - falseAlarms * (double) all) / (sensitivity - falseAlarms);
        return Math.max(0, Math.min((double) all, solved));
    }
}
