package org.beatbench.data.synthetic;

import java.util.stream.IntStream;
import org.beatbench.data.recording.Converter;
import org.beatbench.data.recording.Signal;

/** What a recorder adds to the voltage of a heart: a wandering baseline, noise, and the steps of its converter. */
final class Recorder {

    /** Samples a second, units a millivolt and range of the converter: those of the MIT-BIH Arrhythmia Database. */
    static final int RATE = 360;

    private static final int GAIN = 200;
    private static final int BASELINE = 1024;
    private static final int GREATEST = 2047;

    /** How much of the last sample's muscle noise is left in the next: most of it lies below 40 Hz. */
    private static final double MEMORY = 0.6;

    private static final int STRETCH = 2 * RATE;

    private Recorder() {}

    /**
     * The baseline of the dynamical model in millivolts: breathing, as in its paper, and slower movements.
     *
     * @param breathing breaths a second
     */
    static double[] baseline(int samples, double breathing, SeededRandom random) {
        double depth = random.uniform(0.05, 0.2);
        double drift = random.uniform(0.05, 0.2);
        double phase = random.uniform(0, 2 * Math.PI);
        double slow = random.uniform(0.02, 0.06);
        return IntStream.range(0, samples)
                .mapToDouble(i -> (double) i / RATE)
                .map(time -> depth * StrictMath.sin(2 * Math.PI * breathing * time + phase)
                        + drift * StrictMath.sin(2 * Math.PI * slow * time))
                .toArray();
    }

    /**
     * Records.
     *
     * @param voltage in millivolts
     * @param noise its root mean square in millivolts; one stretch of two seconds in twenty has three times as much
     */
    static Signal record(double[] voltage, double noise, SeededRandom random) {
        double muscle = 0;
        double level = noise;
        int[] adc = new int[voltage.length];
        for (int i = 0; i < adc.length; i++) {
            if (i % STRETCH == 0) {
                level = random.chance(0.05) ? 3 * noise : noise;
            }
            muscle = MEMORY * muscle + Math.sqrt(1 - MEMORY * MEMORY) * random.gaussian();
            long value = BASELINE + Math.round(GAIN * (voltage[i] + level * muscle));
            adc[i] = (int) Math.max(0, Math.min(GREATEST, value));
        }
        return Signal.of("MLII", "mV", GAIN, BASELINE, adc).by(new Converter(0, GREATEST));
    }
}
