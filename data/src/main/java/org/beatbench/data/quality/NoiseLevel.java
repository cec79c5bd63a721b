package org.beatbench.data.quality;

import java.util.Arrays;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;

/**
 * How noisy the first signal of a recording is around each of its beats: the root mean square of what a moving average of 50 ms leaves of
 * it between the QRS complexes, as a share of the height of these. Of the nine beats around, the median counts.
 *
 * <p>The limit was set by the signals of DS1 in which the cardiologists of the MIT-BIH Arrhythmia Database marked noise in the first lead:
 * it is passed by 1 in 100 of the other 50,073 beats there, and by 69 in 100 of the 948 noisy ones. On DS2, which had no part in it: by 1.4
 * in 100 of the others, and by 47 in 100 of 1,002 noisy ones. What wanders slowly or comes from muscles as slow as an ECG is not seen.
 */
public final class NoiseLevel {

    /** Above this a beat is noisy. */
    private static final double LIMIT = 0.033;

    /** At higher rates samples are averaged to about this one, at which the limit was set. */
    private static final double RATE = 360;

    /** Seconds. */
    private static final double AVERAGED = 0.05;

    private static final double QRS_HALF = 0.1;
    private static final double KEPT_FROM_MARK = 0.08;
    private static final double REACH = 1.5;

    private static final int BEATS_OF_HEIGHT = 5;
    private static final int BEATS_OF_NOISE = 4;
    private static final int FEWEST = 10;

    private final Signal signal;
    private final int together;
    private final double rate;
    private final long[] marks;

    private NoiseLevel(Recording recording) {
        this.signal = recording.signals().get(0);
        this.together = (int) Math.max(1, Math.round(recording.rate() / RATE));
        this.rate = recording.rate() / together;
        this.marks = recording.annotations().stream()
                .filter(mark -> BeatClass.of(mark.symbol()).isPresent())
                .mapToLong(mark -> mark.sample() / together)
                .toArray();
    }

    /**
     * Which beats lie in noise.
     *
     * @return one for each mark of a beat, in their order; also true where too much of the signal is missing to tell
     */
    public static boolean[] noisy(Recording recording) {
        double[] shares = new NoiseLevel(recording).shares();
        boolean[] noisy = new boolean[shares.length];
        for (int beat = 0; beat < noisy.length; beat++) {
            noisy[beat] = !(shares[beat] <= LIMIT);
        }
        return noisy;
    }

    /** Noise over height; NaN where nobody can tell. */
    private double[] shares() {
        double[] heights = new double[marks.length];
        double[] noise = new double[marks.length];
        for (int beat = 0; beat < marks.length; beat++) {
            heights[beat] = height(marks[beat]);
            noise[beat] = noise(beat);
        }
        double[] shares = new double[marks.length];
        for (int beat = 0; beat < shares.length; beat++) {
            shares[beat] = noise[beat] / medianAround(heights, beat, BEATS_OF_HEIGHT);
        }
        double[] smooth = new double[marks.length];
        for (int beat = 0; beat < smooth.length; beat++) {
            smooth[beat] = medianAround(shares, beat, BEATS_OF_NOISE);
        }
        return smooth;
    }

    private double noise(int beat) {
        long mark = marks[beat];
        int reach = (int) Math.round(REACH * rate);
        int aside = (int) Math.round(KEPT_FROM_MARK * rate);
        long from = Math.max(beat == 0 ? 0 : marks[beat - 1], mark - reach);
        long to = Math.min(beat + 1 == marks.length ? size() : marks[beat + 1], mark + reach);
        double[] sum = new double[2];
        addRoughness(from + aside, mark - aside, sum);
        addRoughness(mark + aside, to - aside, sum);
        return sum[1] < FEWEST ? Double.NaN : Math.sqrt(sum[0] / sum[1]);
    }

    /** Adds squares of what the moving average leaves, and how many they are. */
    private void addRoughness(long from, long to, double[] sum) {
        int half = (int) Math.max(1, Math.round(AVERAGED * rate / 2));
        double moving = 0;
        for (long at = from - half; at < from + half; at++) {
            moving += at(at);
        }
        for (long at = from; at < to; at++) {
            moving += at(at + half);
            double rough = at(at) - moving / (2 * half + 1);
            if (!Double.isNaN(rough)) {
                sum[0] += rough * rough;
                sum[1]++;
                moving -= at(at - half);
            } else {
                // What is missing stays in no sum.
                moving = 0;
                for (long k = at + 1 - half; k < at + 1 + half; k++) {
                    moving += at(k);
                }
            }
        }
    }

    private double height(long mark) {
        int half = (int) Math.round(QRS_HALF * rate);
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (long at = Math.max(0, mark - half); at <= Math.min(size() - 1, mark + half); at++) {
            double value = at(at);
            least = Math.min(least, Double.isNaN(value) ? least : value);
            greatest = Math.max(greatest, Double.isNaN(value) ? greatest : value);
        }
        return greatest > least ? greatest - least : Double.NaN;
    }

    private long size() {
        return signal.size() / together;
    }

    /** What the converter gave, averaged at high rates, as if the first and last sample went on for ever; NaN if any of it is missing. */
    private double at(long place) {
        long inside = Math.max(0, Math.min(size() - 1, place));
        double sum = 0;
        for (int k = 0; k < together; k++) {
            int value = signal.adc((int) (inside * together + k));
            if (value == Signal.MISSING) {
                return Double.NaN;
            }
            sum += value;
        }
        return sum / together;
    }

    /** The median of a value and as many on either side as there are, up to some; NaN if most are. */
    private static double medianAround(double[] values, int at, int aside) {
        double[] around = Arrays.copyOfRange(values, Math.max(0, at - aside), Math.min(values.length, at + aside + 1));
        // NaN comes after all numbers.
        Arrays.sort(around);
        int middle = around.length / 2;
        return around.length % 2 == 1 ? around[middle] : (around[middle - 1] + around[middle]) / 2;
    }
}
