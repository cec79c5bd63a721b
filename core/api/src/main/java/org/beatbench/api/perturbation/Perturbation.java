package org.beatbench.api.perturbation;

/**
 * One way, of one strength, in which an ECG may come worse than it should: noisy, wrongly amplified, or with its beats marked in
 * the wrong places. It acts where it does in life, on the recording and its marks, before beats are cut.
 *
 * <p>A pure function: the same recording and seed always give the same, on every machine.
 */
public sealed interface Perturbation permits AddedNoise, ChangedGain, DisplacedMarks, InvertedLead {

    /** What it is, whatever its strength: lower-case letters and hyphens, such as {@code muscle-noise}. */
    String kind();

    /** How strong it is, with its unit: {@code 6dB}; empty if there is only one strength. */
    String strength();

    /** Names it in files: {@code muscle-noise@6dB}. */
    default String id() {
        return strength().isEmpty() ? kind() : kind() + "@" + strength();
    }

    /**
     * The signal as the recorder would have got it.
     *
     * @param millivolts what was recorded; NaN where a sample is missing, which it stays
     * @param rate samples a second
     * @param seed of chance, see {@link #seed}
     * @return a new array
     */
    default double[] signal(double[] millivolts, double rate, long seed) {
        return millivolts.clone();
    }

    /**
     * Where the marks of a recording would have been set.
     *
     * @param samples of the marks, ascending, 0 to {@code size - 1}
     * @param size samples of the recording
     * @param rate samples a second
     * @param seed of chance, see {@link #seed}
     * @return a new array, ascending likewise; marks that were apart are still apart
     */
    default long[] marks(long[] samples, int size, double rate, long seed) {
        return samples.clone();
    }

    /** The seed of chance for one of the recordings of a data set, so that no two have the same noise. */
    static long seed(long seed, String recording) {
        long mixed = seed;
        for (int i = 0; i < recording.length(); i++) {
            // FNV-1a, 64 bits.
            mixed = (mixed ^ recording.charAt(i)) * 0x100000001b3L;
        }
        // The finaliser of MurmurHash3 (variant 13 of D. Stafford): seeds side by side must not give shifted copies of
        // one noise.
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
