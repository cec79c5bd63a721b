package org.beatbench.comparison;

import java.util.Optional;
import org.beatbench.stats.ComparisonMetric;
import org.beatbench.stats.Equivalence;
import org.beatbench.stats.Interval;
import org.beatbench.stats.PairedDecision;
import org.beatbench.stats.PairedDifference;
import org.jspecify.annotations.Nullable;

/** Two competitors under one protocol, compared by one metric. */
public final class PairwiseComparison {

    /** From this probability on, two competitors are called practically equal. */
    private static final double NEARLY_SURE = 0.95;

    private final String first;
    private final String second;
    private final ComparisonMetric metric;
    private final PairedDifference difference;
    private final double adjusted;
    private @Nullable Equivalence equivalence;

    /** @param adjusted the p of the difference, adjusted for the number of pairs */
    PairwiseComparison(
            String first, String second, ComparisonMetric metric, PairedDifference difference, double adjusted) {
        this.first = first;
        this.second = second;
        this.metric = metric;
        this.difference = difference;
        this.adjusted = adjusted;
    }

    public String first() {
        return first;
    }

    public String second() {
        return second;
    }

    public ComparisonMetric metric() {
        return metric;
    }

    public PairedDifference difference() {
        return difference;
    }

    /** The p of the difference, adjusted for the number of pairs. */
    public double adjustedP() {
        return adjusted;
    }

    /** How probable it is that the first is worse, practically as good, or better; empty over beats. */
    public Optional<Equivalence> equivalence() {
        if (equivalence == null) {
            equivalence = difference.equivalence(Score.SEED).orElse(null);
        }
        return Optional.ofNullable(equivalence);
    }

    /** The same contrast, one of many whose p were adjusted together. */
    PairwiseComparison adjusted(double p) {
        return new PairwiseComparison(first, second, metric, difference, p);
    }

    boolean isBetween(String one, String other) {
        return first.equals(one) && second.equals(other);
    }

    /** Which of the two is higher, beyond chance. */
    public PairedDecision decision() {
        return difference.decision(adjusted);
    }

    /** Whether the interval leaves out 0. */
    public boolean intervalSpeaks() {
        Interval interval = difference.interval();
        return interval.low() > 0 || interval.high() < 0;
    }

    /** Whether the test, adjusted for the number of pairs, speaks against chance. */
    public boolean testSpeaks() {
        return adjusted < PairedDifference.ALPHA;
    }

    /** Whether nothing at all differs. */
    public boolean isSame() {
        Interval interval = difference.interval();
        return interval.low() == 0
                && interval.high() == 0
                && difference
                        .test()
                        .map(test -> test.higher() + test.lower() == 0)
                        .orElse(true);
    }

    /** Whether the two are nearly surely as good as equal on further subjects. */
    public boolean isPracticallyEqual() {
        return equivalence()
                .map(Equivalence::equal)
                .filter(equal -> equal >= NEARLY_SURE)
                .isPresent();
    }
}
