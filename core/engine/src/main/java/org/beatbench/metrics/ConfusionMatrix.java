package org.beatbench.metrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;

/**
 * An immutable table of how many beats of each true class were given each class, and what follows from it.
 *
 * <p>Conventions for nothing by nothing: sensitivity is undefined for a class without beats, positive predictive value for
 * a class that was never given, F1 only if both hold (a class with beats that was never given has an F1 of 0). Averages
 * over classes are over those that have at least one beat.
 */
public final class ConfusionMatrix {

    private final List<String> classes;
    private final long[] counts;

    private ConfusionMatrix(List<String> classes, long[] counts) {
        this.classes = classes;
        this.counts = counts;
    }

    /**
     * A table of given counts, copied.
     *
     * @param classes the class names
     * @param counts row by row, one row per true class and one column per class given; none negative
     */
    public static ConfusionMatrix of(List<String> classes, long... counts) {
        if (counts.length != classes.size() * classes.size()) {
            throw new IllegalArgumentException(counts.length + " counts for " + classes.size() + " classes");
        }
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("counts must not be negative: " + Arrays.toString(counts));
            }
        }
        return new ConfusionMatrix(List.copyOf(classes), counts.clone());
    }

    /** Counts answers. */
    public static ConfusionMatrix of(Answers answers) {
        long[] counts = new long[answers.classes().size() * answers.classes().size()];
        for (int answer = 0; answer < answers.size(); answer++) {
            counts[cell(answers, answer)]++;
        }
        return new ConfusionMatrix(answers.classes(), counts);
    }

    /** Counts the answers of each subject, by name; those of unknown subject are under the empty name. */
    public static SortedMap<String, ConfusionMatrix> bySubject(Answers answers) {
        return by(AnsweredBeat::subject, answers);
    }

    /** Counts the answers of each record, by name; those of unknown record are under the empty name. */
    public static SortedMap<String, ConfusionMatrix> byRecord(Answers answers) {
        return by(AnsweredBeat::record, answers);
    }

    private static SortedMap<String, ConfusionMatrix> by(Function<AnsweredBeat, String> name, Answers answers) {
        Map<String, ConfusionMatrix> parts = new HashMap<>();
        int cells = answers.classes().size() * answers.classes().size();
        for (int answer = 0; answer < answers.size(); answer++) {
            parts.computeIfAbsent(
                            name.apply(answers.beat(answer)),
                            part -> new ConfusionMatrix(answers.classes(), new long[cells]))
                    .counts[cell(answers, answer)]++;
        }
        return new TreeMap<>(parts);
    }

    /** Counts the answers of each subject in several sets of answers together, such as those of several seeds. */
    public static SortedMap<String, ConfusionMatrix> bySubject(List<Answers> sets) {
        SortedMap<String, ConfusionMatrix> subjects = new TreeMap<>();
        sets.forEach(answers -> bySubject(answers)
                .forEach((subject, part) -> subjects.merge(subject, part, (one, other) -> sum(List.of(one, other)))));
        return subjects;
    }

    /**
     * Adds tables up.
     *
     * @param parts at least one; all of the same classes
     */
    public static ConfusionMatrix sum(List<ConfusionMatrix> parts) {
        List<String> classes = parts.get(0).classes;
        long[] sum = new long[classes.size() * classes.size()];
        for (ConfusionMatrix part : parts) {
            if (!part.classes.equals(classes)) {
                throw new IllegalArgumentException("tables must have the same classes: " + parts);
            }
            for (int cell = 0; cell < sum.length; cell++) {
                sum[cell] += part.counts[cell];
            }
        }
        return new ConfusionMatrix(classes, sum);
    }

    private static int cell(Answers answers, int answer) {
        return answers.truth(answer) * answers.classes().size() + answers.predicted(answer);
    }

    /**
     * Leaves out the beats that truly are of a class. The class itself stays, since other beats may have been given it.
     *
     * @param truth the class, a row of the table
     */
    public ConfusionMatrix without(int truth) {
        long[] others = counts.clone();
        Arrays.fill(others, truth * classes.size(), (truth + 1) * classes.size(), 0);
        return new ConfusionMatrix(classes, others);
    }

    /** The class names, in label order. */
    public List<String> classes() {
        return classes;
    }

    /** How many beats of one class were given another, or the same. */
    public long count(int truth, int given) {
        return counts[truth * classes.size() + given];
    }

    /** All counts, row by row, as a new array. */
    public long[] toArray() {
        return counts.clone();
    }

    /** Number of beats. */
    public long total() {
        return sum(0, 1, counts.length);
    }

    /** Number of beats of a class. */
    public long ofClass(int truth) {
        return sum(truth * classes.size(), 1, classes.size());
    }

    /** Number of beats that were given a class. */
    public long given(int label) {
        return sum(label, classes.size(), classes.size());
    }

    /** Number of beats that were given their own class. */
    public long correct() {
        return sum(0, classes.size() + 1, classes.size());
    }

    /** Adds cells that lie equally far apart: bootstraps do this millions of times, so it is a plain loop. */
    private long sum(int start, int step, int number) {
        long sum = 0;
        for (int i = 0; i < number; i++) {
            sum += counts[start + i * step];
        }
        return sum;
    }

    /** What part of the beats of a class was given another, or the same, 0..1; empty for a class without beats. */
    public OptionalDouble share(int truth, int given) {
        return ratio(count(truth, given), ofClass(truth));
    }

    /** The part of the beats of a class that was found: Se, also called recall. */
    public OptionalDouble sensitivity(int label) {
        return share(label, label);
    }

    /** The part of the beats given a class that is of it: +P, also called precision. */
    public OptionalDouble positivePredictiveValue(int label) {
        return ratio(count(label, label), given(label));
    }

    /** The harmonic mean of sensitivity and positive predictive value: 2 TP / (2 TP + FP + FN). */
    public OptionalDouble f1(int label) {
        return ratio(2 * count(label, label), ofClass(label) + given(label));
    }

    /** The part of all beats that was given its own class. */
    public OptionalDouble accuracy() {
        return ratio(correct(), total());
    }

    /** The accuracy of always giving the most frequent class. */
    public OptionalDouble majorityRate() {
        return ratio(labels().mapToLong(this::ofClass).max().orElse(0), total());
    }

    /** The mean of the sensitivities. */
    public OptionalDouble balancedAccuracy() {
        return meanOverClasses(label -> sensitivity(label).orElseThrow());
    }

    /** The mean of F1 over classes, each weighing the same. */
    public OptionalDouble macroF1() {
        return meanOverClasses(label -> f1(label).orElseThrow());
    }

    /** The mean of F1 over some classes, as far as they have beats; beats of all classes count in each. */
    public OptionalDouble macroF1(Predicate<String> wanted) {
        return labels().filter(this::hasBeats)
                .filter(label -> wanted.test(classes.get(label)))
                .mapToDouble(label -> f1(label).orElseThrow())
                .average();
    }

    /** The mean of F1 over classes, each weighing as many as its beats. */
    public OptionalDouble weightedF1() {
        double sum = labels().filter(this::hasBeats)
                .mapToDouble(label -> ofClass(label) * f1(label).orElseThrow())
                .sum();
        return isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum / total());
    }

    /**
     * The multi-class correlation coefficient R<sub>K</sub> (J. Gorodkin, "Comparing two K-category assignments by a
     * K-category correlation coefficient", Comput. Biol. Chem. 28 (2004), eq. 8), -1..1. Zero if one class was given to
     * all beats, since such answers do not vary with the truth; undefined if all beats are of one class.
     */
    public OptionalDouble correlation() {
        double beats = total();
        double both = beats * correct()
                - labels().mapToDouble(label -> (double) ofClass(label) * given(label))
                        .sum();
        double truth = beats * beats - sumOfSquares(this::ofClass);
        double given = beats * beats - sumOfSquares(this::given);
        if (truth == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(given == 0 ? 0 : both / (Math.sqrt(truth) * Math.sqrt(given)));
    }

    /**
     * Cohen's kappa (J. Cohen, "A coefficient of agreement for nominal scales", Educ. Psychol. Meas. 20 (1960)): how far
     * answers and truth agree beyond what their shares of the classes bring about by chance, up to 1, 0 for chance.
     * Undefined if all beats are of one class and were given it, since chance alone then agrees always.
     */
    public OptionalDouble kappa() {
        double beats = total();
        double byChance = labels().mapToDouble(label -> (double) ofClass(label) * given(label))
                .sum();
        double possible = beats * beats - byChance;
        return possible == 0 ? OptionalDouble.empty() : OptionalDouble.of((beats * correct() - byChance) / possible);
    }

    public boolean isEmpty() {
        return total() == 0;
    }

    private OptionalDouble meanOverClasses(IntToDoubleFunction score) {
        return labels().filter(this::hasBeats).mapToDouble(score).average();
    }

    private boolean hasBeats(int label) {
        return ofClass(label) > 0;
    }

    private double sumOfSquares(IntToDoubleFunction counted) {
        return labels().mapToDouble(counted).map(count -> count * count).sum();
    }

    private IntStream labels() {
        return IntStream.range(0, classes.size());
    }

    static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / (double) whole);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix that
                && classes.equals(that.classes)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * classes.hashCode() + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "confusion of " + String.join(" ", classes) + ": " + Arrays.toString(counts);
    }
}
