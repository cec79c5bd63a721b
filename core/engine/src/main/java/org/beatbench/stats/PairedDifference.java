package org.beatbench.stats;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The difference between two classifiers with its interval and its test: over subjects where subjects were kept apart,
 * else over beats, and then it holds for the subjects that were tested and for nobody else. A difference is that of the
 * first classifier less that of the second.
 */
public final class PairedDifference {

    /** Adjusted p below this speak against chance. */
    public static final double ALPHA = 0.05;

    private static final double POWER = 0.8;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final double estimate;
    private final double p;
    private final Optional<PairedTest> test;
    private final double[] bySubject;
    private final Supplier<double[]> resampling;
    private double @Nullable [] resampled;
    private @Nullable Interval interval;

    private PairedDifference(
            double estimate, double p, Optional<PairedTest> test, double[] bySubject, Supplier<double[]> resampling) {
        this.estimate = estimate;
        this.p = p;
        this.test = test;
        this.bySubject = bySubject;
        this.resampling = resampling;
    }

    /**
     * The difference on other subjects: of both classifiers, the same subjects are drawn for each resample, and the test is the
     * signed-rank test of what they scored on each subject.
     *
     * @throws IllegalArgumentException if the scores are of different subjects, metrics or seeds
     */
    public static PairedDifference overSubjects(SubjectScores first, SubjectScores second) {
        double[] differences = first.less(second);
        PairedTest test = SignedRank.test(differences);
        return new PairedDifference(
                first.overall() - second.overall(),
                test.p(),
                Optional.of(test),
                differences,
                () -> first.resampledLess(second));
    }

    /**
     * The difference on other beats of the same subjects: single beats are drawn, with the answers of both classifiers. The test
     * is McNemar's for the accuracy, and for the macro-F1 that of the delta method.
     *
     * @param drawn how many beats one look at the test part has: each resample is as large, and p is as if there had been only
     *     one look, so that looking again proves nothing
     * @param seed the only source of randomness
     * @return empty if there are no beats
     */
    public static Optional<PairedDifference> overBeats(
            PairedBeats beats, long drawn, ComparisonMetric metric, long seed) {
        if (beats.size() == 0 || drawn == 0) {
            return Optional.empty();
        }
        Optional<PairedTest> test =
                metric == ComparisonMetric.ACCURACY ? Optional.of(beats.test(drawn)) : Optional.empty();
        return Optional.of(new PairedDifference(
                metric.of(beats.first()).orElseThrow()
                        - metric.of(beats.second()).orElseThrow(),
                test.map(PairedTest::p).orElseGet(() -> DeltaMethod.p(beats, drawn)),
                test,
                new double[0],
                () -> Bootstrap.differences(beats, drawn, metric::of, seed)));
    }

    /** Whether it speaks of other subjects, and not only of other beats of the same. */
    public boolean isOverSubjects() {
        return bySubject.length > 0;
    }

    /** The difference itself, on all beats. */
    public double estimate() {
        return estimate;
    }

    /** The difference with its interval of 95 %, widened where it would not hold the difference. */
    public Interval interval() {
        if (interval == null) {
            interval = Bootstrap.interval(estimate, resampled()).widened();
        }
        return interval;
    }

    /** The part of the resamples in which the first scores higher, 0..1. */
    public double higher() {
        return Sample.higher(resampled()).orElseThrow();
    }

    /**
     * The smallest difference that these subjects, or beats, would have shown in four of five repetitions: 2.80 standard errors
     * of the bootstrap, for a two-sided test at 5 % with a power of 80 % that looks at one pair only (H. S. Bloom, "Minimum
     * detectable effects", Eval. Rev. 19 (1995)).
     *
     * @return empty if no resample differs from another, which leaves nothing to measure chance by
     */
    public OptionalDouble smallestDetectable() {
        double errors = NORMAL.inverseCumulativeProbability(1 - ALPHA / 2) + NORMAL.inverseCumulativeProbability(POWER);
        double standardError = Sample.of(resampled()).deviation().orElseThrow();
        return Ranks.rounded(standardError) > 0 ? OptionalDouble.of(errors * standardError) : OptionalDouble.empty();
    }

    /** How often chance alone makes a difference at least as large, either way. */
    public double p() {
        return p;
    }

    /** On how many subjects or beats which classifier scored higher, and how clearly; empty for a macro-F1 over beats. */
    public Optional<PairedTest> test() {
        return test;
    }

    /**
     * How probable it is that the first classifier is worse, practically as good, or better on further subjects; empty over
     * beats.
     *
     * @param seed the only source of randomness
     */
    public Optional<Equivalence> equivalence(long seed) {
        return isOverSubjects() ? Optional.of(Equivalence.of(Equivalence.REGION, seed, bySubject)) : Optional.empty();
    }

    /**
     * Which classifier is higher, beyond chance: where the adjusted p is below .05, and over subjects the interval leaves out 0
     * on the side that the test speaks for.
     *
     * @param adjustedP the {@link #p()}, adjusted for the number of pairs looked at
     */
    public PairedDecision decision(double adjustedP) {
        double direction = test.map(PairedTest::effect).orElse(estimate);
        if (adjustedP >= ALPHA || (isOverSubjects() && !leavesOutZero(direction > 0))) {
            return PairedDecision.NOT_TOLD_APART;
        }
        return direction > 0 ? PairedDecision.FIRST_HIGHER : PairedDecision.SECOND_HIGHER;
    }

    private boolean leavesOutZero(boolean above) {
        return above ? interval().low() > 0 : interval().high() < 0;
    }

    /** Drawn when first needed, since that takes longer than all else. */
    private double[] resampled() {
        if (resampled == null) {
            resampled = resampling.get();
        }
        return resampled;
    }
}
