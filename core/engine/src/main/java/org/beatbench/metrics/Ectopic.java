package org.beatbench.metrics;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A kind of ectopic beat, and how ANSI/AAMI EC57 counts who finds it. In a confusion matrix the rows are the truth and the
 * columns what was given. Missed is every beat of the kind that was given another class. False is every other beat that was
 * given the kind, but for those that the standard forgives: a true fusion beat (F) called ventricular, and a true unknown
 * beat (Q) called either. The forgiven beats count neither as false nor as rightly left alone.
 *
 * <p>As in WFDB's {@code bxb}, the reference implementation of the standard, where {@code VFP = Nv + Sv} and
 * {@code SFP = Ns + Vs + Fs}: a fusion beat called supraventricular is a mistake. (WFDB's {@code sumstats} forgives it all
 * the same, since it reads a format in which F and Q are one.)
 */
enum Ectopic {
    SVEB("S", Set.of("Q")),
    VEB("V", Set.of("F", "Q"));

    private final String name;
    private final Set<String> forgiven;

    Ectopic(String name, Set<String> forgiven) {
        this.name = name;
        this.forgiven = forgiven;
    }

    /** The part of the beats of the kind that was found. */
    OptionalDouble sensitivity(ConfusionMatrix matrix) {
        return matrix.sensitivity(label(matrix));
    }

    /** The part of the beats given the kind, without the forgiven, that is of it. */
    OptionalDouble positivePredictiveValue(ConfusionMatrix matrix) {
        long found = found(matrix);
        return ConfusionMatrix.ratio(found, found + wrong(matrix));
    }

    /** The part of all other beats, without the forgiven, that was given the kind. */
    OptionalDouble falsePositiveRate(ConfusionMatrix matrix) {
        int label = label(matrix);
        long others = matrix.total() - matrix.ofClass(label);
        long excused = matrix.given(label) - found(matrix) - wrong(matrix);
        return ConfusionMatrix.ratio(wrong(matrix), others - excused);
    }

    private long found(ConfusionMatrix matrix) {
        return matrix.count(label(matrix), label(matrix));
    }

    private long wrong(ConfusionMatrix matrix) {
        List<String> classes = matrix.classes();
        return IntStream.range(0, classes.size())
                .filter(truth -> truth != label(matrix) && !forgiven.contains(classes.get(truth)))
                .mapToLong(truth -> matrix.count(truth, label(matrix)))
                .sum();
    }

    private int label(ConfusionMatrix matrix) {
        return matrix.classes().indexOf(name);
    }
}
