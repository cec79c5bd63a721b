package org.beatbench.data.edf;

import org.beatbench.data.recording.Converter;
import org.beatbench.data.recording.Signal;

/**
 * What a header says of one signal.
 *
 * @param label what was recorded, as it is written, such as {@code ECG II}
 * @param units physical units, such as {@code uV}
 * @param physicalMinimum in these units, what {@code digitalMinimum} stands for
 * @param physicalMaximum in these units, what {@code digitalMaximum} stands for
 * @param digitalMinimum the least value there can be
 * @param digitalMaximum the greatest value there can be
 * @param samples in each data record
 * @param offset bytes of a data record before those of this signal
 */
record EdfSignal(
        String label,
        String units,
        double physicalMinimum,
        double physicalMaximum,
        int digitalMinimum,
        int digitalMaximum,
        int samples,
        long offset) {

    private static final String ANNOTATIONS = "(?:EDF|BDF) Annotations";

    /** Whether it holds texts in place of samples. */
    boolean holdsAnnotations() {
        return label.matches(ANNOTATIONS);
    }

    /** Whether the header says what voltage a value stands for; some writers leave both ends the same. */
    boolean isCalibrated() {
        return physicalMinimum != physicalMaximum;
    }

    /** The signal of these values, under another name. */
    Signal with(int[] values, String lead) {
        double gain =
                isCalibrated() ? ((double) digitalMaximum - digitalMinimum) / (physicalMaximum - physicalMinimum) : 1;
        double baseline = isCalibrated() ? digitalMinimum - physicalMinimum * gain : 0;
        return Signal.owning(lead, isCalibrated() ? units : "", gain, baseline, converter(values), values);
    }

    /**
     * The range of the header, if it is that of a converter: many programs stretch the digital range until it is just that of the
     * signal (BioSig among them), and a recorder would not have cut off what lies beyond.
     */
    private Converter converter(int[] values) {
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        for (int value : values) {
            if (value != Signal.MISSING) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        return least <= digitalMinimum && greatest >= digitalMaximum
                ? Converter.UNLIMITED
                : new Converter(digitalMinimum, digitalMaximum).including(values);
    }
}
