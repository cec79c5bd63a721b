package org.beatbench.stats;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * What two classifiers differ by, with everything that says whether it may be chance: over subjects where subjects were kept
 * apart, else over beats, and then it holds for the subjects that were tested and for nobody else. A difference is that of the
 * first classifier less that of the second.
 */
public final class PairedDifference {

    /** Adjusted p below this speak against chance. */
    public static final double ALPHA = 0.05;

    private static final double POWER = 0.8;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final Interval interval;
    private final double standardError;
    private final double[] bySubject;
    private final Optional<PairedTest> test;

    private PairedDifference(Interval interval, double standardError, double[] bySubject, Optional<PairedTest> test) {
        this.interval = interval;
        this.standardError = standardError;
        this.bySubject = bySubject;
        this.test = test;
    }

    /**
     * The difference on other subjects: of both classifiers, the same subjects are drawn for each resample, and the test is the
     * signed-rank test of what they scored on each subject.
     *
     * @throws IllegalArgumentException if the scores are of different subjects, yardsticks or seeds
     */
    public static PairedDifference overSubjects(SubjectScores first, SubjectScores second) {
        double[] differences = first.less(second);
        return of(
                first.overall() - second.overall(),
                first.resampledLess(second),
                differences,
                Optional.of(SignedRank.test(differences)));
    }

    /**
     * The difference on other beats of the same subjects: single beats are drawn, with the answers of both classifiers. Whether
     * an answer is right can be tested beat by beat, which is what McNemar's test does; a macro-F1 has no such test.
     *
     * @param drawn beats in each resample: as many as one look at the test part has, so that looking again narrows nothing
     * @param seed the only source of randomness
     * @return empty if there are no beats
     */
    public static Optional<PairedDifference> overBeats(PairedBeats beats, long drawn, Yardstick yardstick, long seed) {
        if (beats.size() == 0 || drawn == 0) {
            return Optional.empty();
        }
        double estimate = yardstick.of(beats.first()).orElseThrow()
                - yardstick.of(beats.second()).orElseThrow();
        return Optional.of(of(
                estimate,
                Bootstrap.differences(beats, drawn, yardstick::of, seed),
                new double[0],
                yardstick == Yardstick.ACCURACY ? Optional.of(beats.test()) : Optional.empty()));
    }

    private static PairedDifference of(
            double estimate, double[] resampled, double[] bySubject, Optional<PairedTest> test) {
        return new PairedDifference(
                Bootstrap.interval(estimate, resampled).widened(),
                Sample.of(resampled).deviation().orElseThrow(),
                bySubject,
                test);
    }

    /** Whether it speaks of other subjects, and not only of other beats of the same. */
    public boolean isOverSubjects() {
        return bySubject.length > 0;
    }

    /** The difference with its interval of 95 %, widened where it would not hold the difference. */
    public Interval interval() {
        return interval;
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
        return standardError > 0 ? OptionalDouble.of(errors * standardError) : OptionalDouble.empty();
    }

    /** The test that the difference is chance; empty for a macro-F1 over beats. */
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
     * Which classifier is higher, beyond chance. Over subjects, the interval must leave out 0 and the adjusted p be below .05,
     * and both must point the same way; over beats, one of them must do so: the p where there is a test, else the interval.
     *
     * @param adjustedP the p of the {@link #test()}, adjusted for the number of pairs looked at; 1 where there is no test
     */
    public Standing standing(double adjustedP) {
        boolean significant = adjustedP < ALPHA;
        if (isHigher(significant, interval.low() > 0, effect -> effect > 0)) {
            return Standing.FIRST_HIGHER;
        }
        return isHigher(significant, interval.high() < 0, effect -> effect < 0)
                ? Standing.SECOND_HIGHER
                : Standing.NOT_TOLD_APART;
    }

    private boolean isHigher(boolean significant, boolean intervalSays, Predicate<Double> effectSays) {
        boolean testSays =
                significant && test.map(PairedTest::effect).filter(effectSays).isPresent();
        return isOverSubjects() ? intervalSays && testSays : test.isPresent() ? testSays : intervalSays;
    }

    /** Whether two classifiers can be told apart. */
    public enum Standing {
        FIRST_HIGHER,
        SECOND_HIGHER,
        NOT_TOLD_APART
    }
}
