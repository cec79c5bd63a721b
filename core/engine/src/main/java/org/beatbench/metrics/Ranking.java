package org.beatbench.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.beatbench.answers.Answers;

/**
 * The ROC and precision-recall curves of one class against the rest, by its probability, with the areas under them.
 * Beats in falling order of that probability: at each different probability, how many beats of the class and how many
 * others have it.
 */
public final class Ranking {

    private final int[] own;
    private final int[] others;
    private final long ownTotal;
    private final long othersTotal;

    private Ranking(int[] own, int[] others) {
        this.own = own;
        this.others = others;
        this.ownTotal = Arrays.stream(own).asLongStream().sum();
        this.othersTotal = Arrays.stream(others).asLongStream().sum();
    }

    /** A place of a curve; both coordinates are 0..1. */
    public record Point(double x, double y) {}

    /** Reads answers, by the probability of a class. */
    public static Ranking of(Answers answers, int label) {
        return of(sorted(answers, label));
    }

    /**
     * Reads keys.
     *
     * @param falling numbers as of {@link #sorted}, in rising order
     */
    static Ranking of(long[] falling) {
        int[] own = new int[falling.length];
        int[] others = new int[falling.length];
        int step = 0;
        for (int i = 0; i < falling.length; i++) {
            if (i > 0 && falling[i] >> 1 != falling[i - 1] >> 1) {
                step++;
            }
            ((falling[i] & 1) == 1 ? own : others)[step]++;
        }
        int steps = falling.length == 0 ? 0 : step + 1;
        return new Ranking(Arrays.copyOf(own, steps), Arrays.copyOf(others, steps));
    }

    /** Area under the receiver operating characteristic; empty unless there are beats of the class and others. */
    public OptionalDouble areaUnderRoc() {
        if (ownTotal == 0 || othersTotal == 0) {
            return OptionalDouble.empty();
        }
        double won = 0;
        long below = othersTotal;
        for (int step = 0; step < own.length; step++) {
            below -= others[step];
            won += own[step] * (below + others[step] / 2.0);
        }
        return OptionalDouble.of(won / ownTotal / othersTotal);
    }

    /** Average precision; empty unless there are beats of the class. */
    public OptionalDouble averagePrecision() {
        if (ownTotal == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        long found = 0;
        long named = 0;
        for (int step = 0; step < own.length; step++) {
            found += own[step];
            named += own[step] + others[step];
            sum += own[step] * (found / (double) named);
        }
        return OptionalDouble.of(sum / ownTotal);
    }

    /** The part of the beats that is of the class: the average precision of answers that know nothing; 0 for no beats. */
    public double share() {
        return ownTotal == 0 ? 0 : ownTotal / (double) (ownTotal + othersTotal);
    }

    /**
     * The receiver operating characteristic, from (0, 0) to (1, 1): the part of the others that is taken for the class, and
     * the part of the class that is found, at each threshold. Equally probable beats are parted by no threshold; the
     * straight line between its two ends counts half of them. Empty unless there are beats of the class and others.
     */
    public List<Point> roc() {
        if (ownTotal == 0 || othersTotal == 0) {
            return List.of();
        }
        List<Point> curve = new ArrayList<>(List.of(new Point(0, 0)));
        long found = 0;
        long mistaken = 0;
        for (int step = 0; step < own.length; step++) {
            found += own[step];
            mistaken += others[step];
            curve.add(new Point(mistaken / (double) othersTotal, found / (double) ownTotal));
        }
        return curve;
    }

    /**
     * Precision over recall: the part of the beats taken for the class that is of it, and the part of the class that is
     * found. Two points for each threshold at which more is found, one above or below the end of what was found before, so
     * that the line goes in steps and the area under it is {@link #averagePrecision}; a straight line between thresholds
     * would promise what no threshold gives (Davis and Goadrich 2006). Empty unless there are beats of the class.
     */
    public List<Point> precisionRecall() {
        List<Point> curve = new ArrayList<>();
        long found = 0;
        long named = 0;
        for (int step = 0; step < own.length; step++) {
            double before = found / (double) ownTotal;
            found += own[step];
            named += own[step] + others[step];
            if (own[step] > 0) {
                double precision = found / (double) named;
                curve.add(new Point(before, precision));
                curve.add(new Point(found / (double) ownTotal, precision));
            }
        }
        return curve;
    }

    /**
     * One number per beat that sorts by falling probability: probabilities are not negative, so the bits of a float have
     * the order of its values. The lowest bit says whether the beat is of the class.
     */
    static long[] sorted(Answers answers, int label) {
        long[] keys = new long[answers.size()];
        for (int answer = 0; answer < keys.length; answer++) {
            float positiveZero = answers.probability(answer, label) + 0.0f;
            long own = answers.truth(answer) == label ? 1 : 0;
            keys[answer] = -((long) Float.floatToIntBits(positiveZero) << 1) | own;
        }
        Arrays.sort(keys);
        return keys;
    }
}
