package org.beatbench.reports.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** The beats of a recording in their order, with what a model answered for each: a day of them takes a few megabytes. */
public final class AnsweredBeats {

    /** In place of a label: nobody knows the class. */
    public static final int NONE = -1;

    private final int classes;
    private final int size;
    private final long[] samples;
    private final byte[] marks;
    private final byte[] labels;
    private final byte[] seconds;
    private final BitSet follows;
    private final float[] probabilities;
    private final List<List<String>> flags;

    private AnsweredBeats(Builder builder) {
        this.classes = builder.classes;
        this.size = builder.size;
        this.samples = builder.samples;
        this.marks = builder.marks;
        this.follows = builder.follows;
        this.labels = builder.labels;
        this.seconds = builder.seconds;
        this.probabilities = builder.probabilities;
        this.flags = builder.flags;
    }

    /** Begins to collect beats of so many classes, at most 100. */
    public static Builder of(int classes) {
        return new Builder(classes);
    }

    public int size() {
        return size;
    }

    int classes() {
        return classes;
    }

    /** Where a beat is marked, 0-based. */
    public long sample(int beat) {
        return samples[beat];
    }

    /** Whether the signal between the beat before and this one says something; false for the first. */
    boolean follows(int beat) {
        return follows.get(beat);
    }

    /** The class that the model answered; {@link #NONE} if it has no answer. */
    int label(int beat) {
        return labels[beat];
    }

    /** The class that comes next; {@link #NONE} if all others are out of the question. */
    int second(int beat) {
        return seconds[beat];
    }

    /** The class by whoever marked the recording; {@link #NONE} if nobody said it. */
    int mark(int beat) {
        return marks[beat];
    }

    float probability(int beat, int label) {
        return probabilities[beat * classes + label];
    }

    /** How sure the model is of its answer; NaN if it has none. */
    double sureness(int beat) {
        return labels[beat] == NONE ? Double.NaN : probability(beat, labels[beat]);
    }

    /** What to bear in mind with the answer, a word each. */
    List<String> flags(int beat) {
        return flags.get(beat);
    }

    /** Seconds from the beat before; NaN if there is none, or the signal is interrupted. */
    double interval(int beat, double rate) {
        return beat < size && beat > 0 && follows(beat) ? (samples[beat] - samples[beat - 1]) / rate : Double.NaN;
    }

    /** How many beats have each label; the last count is of those without an answer. */
    int[] counts() {
        int[] counts = new int[classes + 1];
        for (int beat = 0; beat < size; beat++) {
            counts[labels[beat] == NONE ? classes : labels[beat]]++;
        }
        return counts;
    }

    /** Beats that are collected: first all of them, then the answers. */
    public static final class Builder {

        private static final int FIRST = 256;

        private final int classes;
        private int size;
        private long[] samples = new long[FIRST];
        private byte[] marks = new byte[FIRST];
        private final BitSet follows = new BitSet();
        private byte[] labels = new byte[0];
        private byte[] seconds = new byte[0];
        private float[] probabilities = new float[0];
        private final List<List<String>> flags = new ArrayList<>();

        private Builder(int classes) {
            if (classes < 1 || classes > 100) {
                throw new IllegalArgumentException("classes must be 1 to 100: " + classes);
            }
            this.classes = classes;
        }

        /**
         * Adds a beat.
         *
         * @param sample where it is marked, not before the last one
         * @param unbroken whether the signal since the beat before says something
         * @param mark its class by whoever marked it, or {@link #NONE}
         */
        public Builder beat(long sample, boolean unbroken, int mark) {
            if (sample < 0 || (size > 0 && sample < samples[size - 1])) {
                throw new IllegalArgumentException("beats must ascend: " + sample);
            }
            if (size == samples.length) {
                samples = Arrays.copyOf(samples, 2 * size);
                marks = Arrays.copyOf(marks, 2 * size);
            }
            samples[size] = sample;
            marks[size] = (byte) mark;
            follows.set(size, size > 0 && unbroken);
            size++;
            return this;
        }

        /**
         * Says what was answered for a beat.
         *
         * @param beat its place among those that were added
         * @param label the class, or {@link #NONE}
         * @param second the class that comes next, or {@link #NONE}
         * @param chances the probability of each class; anything if there is no answer
         * @param remarks what to bear in mind, a word each
         */
        public Builder answer(int beat, int label, int second, float[] chances, List<String> remarks) {
            makeRoom();
            labels[beat] = (byte) label;
            seconds[beat] = (byte) second;
            if (label != NONE) {
                System.arraycopy(chances, 0, probabilities, beat * classes, classes);
            }
            flags.set(beat, List.copyOf(remarks));
            return this;
        }

        public AnsweredBeats build() {
            makeRoom();
            return new AnsweredBeats(this);
        }

        private void makeRoom() {
            if (labels.length != size) {
                labels = new byte[size];
                seconds = new byte[size];
                Arrays.fill(labels, (byte) NONE);
                Arrays.fill(seconds, (byte) NONE);
                probabilities = new float[size * classes];
                flags.addAll(Collections.nCopies(size, List.of()));
            }
        }
    }
}
