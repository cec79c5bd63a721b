package org.beatbench.data.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;

/**
 * The beats of an annotator beside the reference, class by class, as ANSI/AAMI EC57 compares them: each with that within ±150 ms, from
 * 5:00 on, ventricular fibrillation left out, and beats that an annotator marked within fibrillation of its own. What has no beat on the
 * other side is {@link #NONE}.
 */
public final class BeatByBeat {

    /** In place of a label: no beat. */
    public static final int NONE = BeatClass.values().length;

    private static final int KINDS = NONE + 1;

    /** With which class atrial and nodal escape beats stand. */
    public enum Escapes {
        /** With the normal ones, as the table of AAMI has it and the classes of Beatbench have. */
        NORMAL,
        /** With the supraventricular ectopic ones, as the program {@code bxb} of WFDB counts them. */
        SUPRAVENTRICULAR;

        Optional<BeatClass> classOf(String symbol) {
            boolean isEscape = symbol.equals("e") || symbol.equals("j");
            return isEscape && this == SUPRAVENTRICULAR ? Optional.of(BeatClass.S) : BeatClass.of(symbol);
        }
    }

    private final long[][] counts;

    private BeatByBeat(long[][] counts) {
        this.counts = counts;
    }

    /** No beats at all. */
    public static BeatByBeat none() {
        return new BeatByBeat(new long[KINDS][KINDS]);
    }

    /**
     * Compares.
     *
     * @param reference with its annotations
     * @param test those of another annotator, in order
     */
    public static BeatByBeat of(Recording reference, List<Annotation> test, Escapes escapes) {
        Compared compared = Compared.of(reference);
        double window = Compared.WINDOW * reference.rate();
        List<Annotation> expected = beats(reference.annotations(), escapes);
        expected = expected.subList(firstFrom(compared.first(), expected), expected.size());
        List<Annotation> given = beats(test, escapes);
        given = given.subList(beginning(compared.first(), window, expected, given), given.size());
        Matching matching = Matching.of(samples(expected), samples(given), window);
        BeatByBeat all = none();
        boolean[] used = new boolean[given.size()];
        for (int i = 0; i < expected.size(); i++) {
            int mark = matching.test(i);
            if (mark >= 0) {
                used[mark] = true;
            }
            int label = mark >= 0 ? label(given.get(mark), escapes) : NONE;
            all.counts[label(expected.get(i), escapes)][label]++;
        }
        for (int i = 0; i < used.length; i++) {
            if (!used[i] && !compared.isInFibrillation(given.get(i).sample())) {
                all.counts[NONE][label(given.get(i), escapes)]++;
            }
        }
        return all;
    }

    /** Those that no episode of fibrillation of the same annotator covers. */
    private static List<Annotation> beats(List<Annotation> annotations, Escapes escapes) {
        List<Annotation> beats = new ArrayList<>();
        boolean isInFibrillation = false;
        for (Annotation one : annotations) {
            isInFibrillation = isInFibrillation
                    ? !one.symbol().equals(Compared.END)
                    : one.symbol().equals(Compared.BEGIN);
            if (!isInFibrillation && escapes.classOf(one.symbol()).isPresent()) {
                beats.add(one);
            }
        }
        return beats;
    }

    private static int firstFrom(double start, List<Annotation> beats) {
        int first = 0;
        while (first < beats.size() && (double) beats.get(first).sample() < start) {
            first++;
        }
        return first;
    }

    /**
     * The mark to begin with. The last one before the start is compared if it is of the first beat; the first one after it is not if it
     * may be of a beat before the start.
     */
    private static int beginning(double start, double window, List<Annotation> expected, List<Annotation> given) {
        int first = firstFrom(start, given);
        if (expected.isEmpty()) {
            return first;
        }
        long beat = expected.get(0).sample();
        long distance = distance(beat, given, first);
        if (first > 0) {
            long before = distance(beat, given, first - 1);
            if (before <= window && before < distance) {
                return first - 1;
            }
        }
        boolean isOfAnother = distance(beat, given, first + 1) < distance;
        return isOfAnother && given.get(first).sample() - start <= window ? first + 1 : first;
    }

    /** From a beat to a mark; far if there is none. */
    private static long distance(long beat, List<Annotation> given, int mark) {
        return mark < given.size() ? Math.abs(given.get(mark).sample() - beat) : Long.MAX_VALUE;
    }

    private static long[] samples(List<Annotation> beats) {
        return beats.stream().mapToLong(Annotation::sample).toArray();
    }

    private static int label(Annotation beat, Escapes escapes) {
        return escapes.classOf(beat.symbol()).orElseThrow().label();
    }

    /** Both together. */
    public BeatByBeat plus(BeatByBeat other) {
        BeatByBeat sum = none();
        for (int row = 0; row < KINDS; row++) {
            for (int column = 0; column < KINDS; column++) {
                sum.counts[row][column] = counts[row][column] + other.counts[row][column];
            }
        }
        return sum;
    }

    /**
     * Beats of a class that the annotator gave another or the same.
     *
     * @param reference a label or {@link #NONE}
     * @param test likewise
     */
    public long count(int reference, int test) {
        return counts[reference][test];
    }

    private long sum(List<Integer> reference, List<Integer> test) {
        long sum = 0;
        for (int row : reference) {
            for (int column : test) {
                sum += counts[row][column];
            }
        }
        return sum;
    }

    private static List<Integer> allBut(int... labels) {
        List<Integer> all = new ArrayList<>();
        for (int label = 0; label < KINDS; label++) {
            all.add(label);
        }
        for (int label : labels) {
            all.remove((Integer) label);
        }
        return all;
    }

    /** Share of the reference's beats that were found. */
    public Share sensitivity() {
        List<Integer> beats = allBut(NONE);
        return new Share(sum(beats, beats), sum(beats, allBut()));
    }

    /** Share of the annotator's beats that are some. */
    public Share positivePredictiveValue() {
        List<Integer> beats = allBut(NONE);
        return new Share(sum(beats, beats), sum(allBut(), beats));
    }

    /** Share of the reference's beats of a class that were given it. */
    public Share sensitivity(BeatClass kind) {
        int label = kind.label();
        return new Share(counts[label][label], sum(List.of(label), allBut()));
    }

    /**
     * Share of the beats given a class that are of it. Those that the standard leaves open count neither way: fusions and paced or
     * unclassifiable beats called ventricular, and the latter called supraventricular.
     */
    public Share positivePredictiveValue(BeatClass kind) {
        int label = kind.label();
        return new Share(counts[label][label], counts[label][label] + falseOnes(kind));
    }

    /** Share of what is not of a class that was given it, with the same exceptions. */
    public Share falsePositiveRate(BeatClass kind) {
        int label = kind.label();
        long right = sum(allBut(label), allBut(label, NONE));
        return new Share(falseOnes(kind), right + falseOnes(kind));
    }

    private long falseOnes(BeatClass kind) {
        List<Integer> others = kind == BeatClass.V
                ? allBut(kind.label(), BeatClass.F.label(), BeatClass.Q.label())
                : allBut(kind.label(), BeatClass.Q.label());
        return sum(others, List.of(kind.label()));
    }
}
