package org.beatbench.data.context;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.beatbench.data.context.Windows.Slice;

/** The usual shape of a recording's beats in one lead: the median, sample by sample, of those that look alike. Uses no labels. */
final class UsualBeat {

    /** Fewer beats than this make no reference of their own. */
    static final int FEWEST = 30;

    private static final double ALIKE = 0.8;

    /** Samples that are gathered from a beat at once, since beats lie far apart in memory; divides {@link Windows#SIZE}. */
    private static final int TOGETHER = 16;

    private UsualBeat() {}

    /** Which beats are thought usual before their shapes are looked at: the late ones or, if they are few, the latest. */
    static int[] candidates(Rhythm rhythm, Reference reference) {
        int[] all = IntStream.range(0, rhythm.size()).toArray();
        if (reference == Reference.MEDIAN) {
            return all;
        }
        int[] late = Arrays.stream(all).filter(rhythm::isLate).toArray();
        return late.length >= FEWEST
                ? late
                : Arrays.stream(all)
                        .boxed()
                        .sorted((a, b) -> Double.compare(rhythm.lead(b), rhythm.lead(a)))
                        .limit(FEWEST)
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .toArray();
    }

    /** The median of some beats, and then of those among them that it is like, if they are enough. */
    static double[] of(Windows windows, int[] beats) {
        double[] first = median(windows, beats);
        int[] alike = Arrays.stream(beats)
                .filter(beat -> Windows.correlation(windows.of(beat), 0, first, Windows.BEAT) > ALIKE)
                .toArray();
        return alike.length >= FEWEST ? median(windows, alike) : first;
    }

    /** The median of some beats, sample by sample; at least one. */
    static double[] median(Windows windows, int[] beats) {
        double[] median = new double[Windows.SIZE];
        double[][] columns = new double[TOGETHER][beats.length];
        for (int from = 0; from < Windows.SIZE; from += TOGETHER) {
            for (int i = 0; i < beats.length; i++) {
                for (int k = 0; k < TOGETHER; k++) {
                    columns[k][i] = windows.at(beats[i], from + k);
                }
            }
            for (int k = 0; k < TOGETHER; k++) {
                median[from + k] = Order.median(columns[k], beats.length);
            }
        }
        return median;
    }

    /** The height by which the record's beats are scaled: that of a usual beat, or 1 where it is flat. */
    static double height(double[] usual) {
        Slice beat = Windows.BEAT;
        double height = Windows.peakToPeak(usual, beat);
        return height > 0 ? height : 1;
    }
}
