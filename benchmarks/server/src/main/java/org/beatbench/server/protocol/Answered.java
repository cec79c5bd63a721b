package org.beatbench.server.protocol;

import org.beatbench.models.BeatFlag;
import org.jspecify.annotations.Nullable;

/** The answers for some beats, filled in beat by beat; of one thread at a time. */
public final class Answered {

    /** In place of a label, for a beat that nobody can judge. */
    static final int NONE = -1;

    private final int classes;
    private final float[] probabilities;
    private final int[] labels;
    private final @Nullable BeatFlag[] flags;

    public Answered(int beats, int classes) {
        this.classes = classes;
        this.probabilities = new float[Math.multiplyExact(beats, classes)];
        this.labels = new int[beats];
        this.flags = new @Nullable BeatFlag[beats];
    }

    /** The probability of a class. */
    public void set(int beat, int label, float probability) {
        probabilities[beat * classes + label] = probability;
    }

    /**
     * The answer for a beat that can be judged.
     *
     * @param flag what to bear in mind, null if there is nothing
     */
    public void answer(int beat, int label, @Nullable BeatFlag flag) {
        labels[beat] = label;
        flags[beat] = flag;
    }

    /** Says that a beat cannot be judged. */
    public void flat(int beat) {
        labels[beat] = NONE;
        flags[beat] = BeatFlag.FLAT;
    }

    int beats() {
        return labels.length;
    }

    int classes() {
        return classes;
    }

    float probability(int beat, int label) {
        return probabilities[beat * classes + label];
    }

    int label(int beat) {
        return labels[beat];
    }

    @Nullable
    BeatFlag flag(int beat) {
        return flags[beat];
    }
}
