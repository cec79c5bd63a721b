package org.beatbench.data.recording;

import java.util.Arrays;
import java.util.Objects;

/**
 * One lead of a recording: immutable samples as the converter gave them, and what turns them into physical units.
 */
public final class Signal {

    /** Stands for a sample that the recorder marked as missing. */
    public static final int MISSING = Integer.MIN_VALUE;

    private final String lead;
    private final String units;
    private final double gain;
    private final double baseline;
    private final Converter converter;
    private final int[] adc;

    private Signal(String lead, String units, double gain, double baseline, Converter converter, int[] adc) {
        if (gain == 0 || !Double.isFinite(gain)) {
            throw new IllegalArgumentException("gain must be a number other than 0: " + gain);
        }
        if (!Double.isFinite(baseline)) {
            throw new IllegalArgumentException("baseline must be a number: " + baseline);
        }
        this.lead = lead;
        this.units = units;
        this.gain = gain;
        this.baseline = baseline;
        this.converter = converter;
        this.adc = adc;
    }

    /**
     * A signal of these samples, copied.
     *
     * @param lead what was recorded, such as {@code MLII}; empty if unknown
     * @param units physical units, mostly {@code mV}
     * @param gain converter units per physical unit, not 0; negative turns the signal over
     * @param baseline the converter's value at 0 physical units; EDF may put it between two steps
     * @param adc the converter's values; {@link #MISSING} where there is none
     */
    public static Signal of(String lead, String units, double gain, double baseline, int[] adc) {
        return new Signal(lead, units, gain, baseline, Converter.UNLIMITED, adc.clone());
    }

    /** As {@link #of}, without the copy, for samples that nobody else holds. */
    public static Signal owning(
            String lead, String units, double gain, double baseline, Converter converter, int[] adc) {
        return new Signal(lead, units, gain, baseline, converter, adc);
    }

    /** This signal, known to have been written by a converter that could write no other values than these. */
    public Signal by(Converter other) {
        return new Signal(lead, units, gain, baseline, other.including(adc), adc);
    }

    /**
     * What the same recorder would have written for other voltages.
     *
     * @param physical in physical units, as many as there are samples; NaN where one is missing
     */
    public Signal with(double[] physical) {
        if (physical.length != adc.length) {
            throw new IllegalArgumentException(physical.length + " voltages for " + adc.length + " samples");
        }
        int[] written = new int[adc.length];
        for (int i = 0; i < written.length; i++) {
            written[i] = converter.write(physical[i] * gain + baseline);
        }
        return new Signal(lead, units, gain, baseline, converter, written);
    }

    public String lead() {
        return lead;
    }

    public String units() {
        return units;
    }

    /** Converter units per physical unit. */
    public double gain() {
        return gain;
    }

    /** The converter's value at 0 physical units, which may lie between two of its steps. */
    public double baseline() {
        return baseline;
    }

    /** What it was written by. */
    public Converter converter() {
        return converter;
    }

    /** Number of samples. */
    public int size() {
        return adc.length;
    }

    /** What the converter gave, or {@link #MISSING}. */
    public int adc(int sample) {
        return adc[sample];
    }

    /** A sample in physical units, NaN if it is missing. */
    public double physical(int sample) {
        int value = adc[sample];
        return value == MISSING ? Double.NaN : (value - baseline) / gain;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signal that
                && lead.equals(that.lead)
                && units.equals(that.units)
                && gain == that.gain
                && baseline == that.baseline
                && converter.equals(that.converter)
                && Arrays.equals(adc, that.adc);
    }

    @Override
    public int hashCode() {
        return Objects.hash(lead, units, gain, baseline, converter, Arrays.hashCode(adc));
    }

    @Override
    public String toString() {
        return (lead.isEmpty() ? "unnamed lead" : lead) + ", " + adc.length + " samples";
    }
}
