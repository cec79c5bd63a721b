package org.beatbench.data.edf;

import java.util.Arrays;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.Signal;

/**
 * Where on the time axis of a recording the data records of a file lie, which may have gaps between them, and at which sample a
 * moment is.
 */
final class TimeAxis {

    /** Clocks of recorders and rounded times differ from the count of samples by so much without a gap. */
    private static final double TOLERANCE = 1.5;

    private final double rate;
    private final int inRecord;
    private final double[] seconds;
    private final int[] starts;
    private final int size;

    private TimeAxis(double rate, int inRecord, double[] seconds, int[] starts, int size) {
        this.rate = rate;
        this.inRecord = inRecord;
        this.seconds = seconds;
        this.starts = starts;
        this.size = size;
    }

    /**
     * The axis of a file.
     *
     * @param header of the file
     * @param rate samples a second
     * @param inRecord samples in a data record
     * @param begins when each data record begins, in seconds, NaN where it is not told; empty if nothing is
     * @throws UserError if data records overlap or have gaps that the header does not tell of, a beginning is missing that must
     *     be there, or all take too long
     */
    static TimeAxis of(EdfHeader header, double rate, int inRecord, double[] begins) {
        if (begins.length == 0 && !header.interrupted()) {
            int all = Math.multiplyExact(header.records(), inRecord);
            return new TimeAxis(rate, all, new double[1], new int[1], all);
        }
        int records = header.records();
        double[] seconds = new double[records];
        int[] starts = new int[records];
        double duration = inRecord / rate;
        long start = 0;
        for (int i = 0; i < records; i++) {
            double told = i < begins.length ? begins[i] : Double.NaN;
            if (Double.isNaN(told) && header.interrupted()) {
                throw new UserError(
                        header.file() + ": data record " + i + " does not say when it begins, as those of EDF+D must",
                        "get the file anew, or convert it to EDF+C if it has no gaps");
            }
            double expected = i == 0 ? 0 : seconds[i - 1] + duration;
            seconds[i] = Double.isNaN(told) ? expected : told;
            double gap = i == 0 ? 0 : (seconds[i] - expected) * rate;
            if (gap < -TOLERANCE) {
                throw new UserError(
                        header.file() + ": data record " + i + " begins at " + seconds[i]
                                + " s, before the one before it has ended",
                        "get the file anew; its data records are not in order");
            }
            if (gap > TOLERANCE && !header.interrupted()) {
                throw new UserError(
                        header.file() + ": data record " + i + " begins at " + seconds[i]
                                + " s, after a gap, but the header says that there are none",
                        "if there is a gap, let the header say so: printf %s+D | dd of=%s bs=1 seek=192 conv=notrunc"
                                .formatted(
                                        header.wide() ? "BDF" : "EDF",
                                        header.file().getFileName()));
            }
            start += gap > TOLERANCE ? Math.round(gap) : 0;
            if (start + inRecord > Integer.MAX_VALUE - 8) {
                throw new UserError(
                        header.file() + ": with the gap before data record " + i
                                + " the recording lasts more than 2 billion samples",
                        "divide the file where it has its gaps");
            }
            starts[i] = (int) start;
            start += inRecord;
        }
        return new TimeAxis(rate, inRecord, seconds, starts, (int) start);
    }

    /** Samples of the recording, missing ones included. */
    int size() {
        return size;
    }

    /** Whether samples are missing between data records. */
    boolean hasGaps() {
        return size != starts.length * (long) inRecord;
    }

    /** The sample nearest to a moment; negative before the first. */
    long sample(double moment) {
        int found = Arrays.binarySearch(seconds, moment);
        int record = Math.max(0, found >= 0 ? found : -found - 2);
        return starts[record] + Math.round((moment - seconds[record]) * rate);
    }

    /** The samples of all data records, one after the other, as they lie on the axis. */
    int[] spread(int[] together) {
        if (!hasGaps()) {
            return together;
        }
        int[] spread = new int[size];
        Arrays.fill(spread, Signal.MISSING);
        for (int i = 0; i < starts.length; i++) {
            System.arraycopy(together, i * inRecord, spread, starts[i], inRecord);
        }
        return spread;
    }
}
