package org.beatbench.reports.recording;

import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;

/**
 * The signal of one lead of a recording.
 *
 * @param lead in words, such as {@code signal 0 (MLII)}
 * @param size number of samples
 * @param samples what the converter gave at each sample, 0-based; {@link #MISSING} where there is nothing
 * @param rate samples a second, above 0
 * @param gain converter units per physical unit, not 0
 * @param baseline the converter's value at 0 physical units
 * @param units physical units, as the file calls them; may be empty
 * @param millivolts how many millivolts a physical unit is; empty if nobody knows
 */
public record EcgTrace(
        String lead,
        int size,
        IntUnaryOperator samples,
        double rate,
        double gain,
        double baseline,
        String units,
        OptionalDouble millivolts) {

    /** Stands for a sample that is missing. */
    public static final int MISSING = Integer.MIN_VALUE;

    public EcgTrace {
        if (!(rate > 0) || gain == 0) {
            throw new IllegalArgumentException("rate must be above 0, and gain not 0: " + rate + ", " + gain);
        }
    }

    /** Length in seconds. */
    double seconds() {
        return size / rate;
    }

    /** Whether heights are known in millivolts. */
    boolean isToScale() {
        return millivolts.isPresent();
    }

    boolean isMissing(int sample) {
        return samples.applyAsInt(sample) == MISSING;
    }

    /** A sample in millivolts or, if these are not known, in the units of the file; NaN where it is missing. */
    double height(int sample) {
        int value = samples.applyAsInt(sample);
        return value == MISSING ? Double.NaN : height((double) value);
    }

    /** The height of a value of the converter. */
    double height(double value) {
        return (value - baseline) / gain * millivolts.orElse(1);
    }

    /** The sample at a time, moved inside of the recording. */
    int sampleAt(double time) {
        return (int) Math.max(0, Math.min(size - 1, Math.round(time * rate)));
    }

    /** What heights are measured in, in words. */
    String heightUnit() {
        return isToScale() ? "mV" : units.isBlank() ? "units of the file" : "units of the file (" + units + ")";
    }
}
