package org.beatbench.reports.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the beats of one class look like in a recording: around their marks, each less its own mean, so that a wandering baseline
 * does not count.
 *
 * @param label of the class
 * @param beats how many are in it
 * @param moments from left to right
 */
record Template(int label, int beats, List<Moment> moments) {

    /** Before the mark, in seconds. */
    static final double BEFORE = 0.25;

    /** After it. */
    static final double AFTER = 0.45;

    Template {
        moments = List.copyOf(moments);
    }

    /**
     * A sample of it.
     *
     * @param milliseconds from the mark
     * @param mean in millivolts, or in the units of the file
     * @param deviation standard deviation between beats; 0 of a single beat
     */
    record Moment(double milliseconds, double mean, double deviation) {}

    /** The template of a class; empty if no beat of it lies wholly inside the signal. */
    static Optional<Template> of(AnsweredRecording recording, int label) {
        EcgTrace trace = recording.trace();
        AnsweredBeats beats = recording.beats();
        int before = (int) Math.round(BEFORE * trace.rate());
        int length = before + (int) Math.round(AFTER * trace.rate()) + 1;
        double[] sums = new double[length];
        double[] squares = new double[length];
        double[] values = new double[length];
        int count = 0;
        for (int beat = 0; beat < beats.size(); beat++) {
            long from = beats.sample(beat) - before;
            if (beats.label(beat) != label || from < 0 || from + length > trace.size()) {
                continue;
            }
            double mean = 0;
            for (int i = 0; i < length; i++) {
                values[i] = trace.height((int) from + i);
                mean += values[i] / length;
            }
            if (Double.isNaN(mean)) {
                continue;
            }
            count++;
            for (int i = 0; i < length; i++) {
                double value = values[i] - mean;
                sums[i] += value;
                squares[i] += value * value;
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            double mean = sums[i] / count;
            double variance = count == 1 ? 0 : Math.max(0, squares[i] - count * mean * mean) / (count - 1);
            moments.add(new Moment(1000 * (i - before) / trace.rate(), mean, Math.sqrt(variance)));
        }
        return Optional.of(new Template(label, count, moments));
    }
}
