package org.beatbench.data.wfdb;

import java.util.Arrays;
import java.util.List;
import org.beatbench.data.recording.Signal;

/** One signal while its file is read: its samples, if they are wanted, and what tells whether they are those of the header. */
final class SignalInMaking {

    /** What WFDB's own writer gives as the first value where a signal begins with a gap, whatever the format. */
    private static final int FIRST_IS_MISSING = -32_768;

    private final SignalLine line;
    private final int size;
    private final int[] adc;
    private int at;
    private long sum;
    private long sumBeyond;
    private int first;
    private int before;

    /**
     * A signal of which nothing is read yet.
     *
     * @param size samples that the record has of it
     * @param isWanted whether its samples are kept
     */
    SignalInMaking(SignalLine line, int size, boolean isWanted) {
        this.line = line;
        this.size = size;
        this.adc = new int[isWanted ? size : 0];
        this.before = line.format().isDifferences() ? line.initial().orElse(0) : 0;
    }

    void add(int[] samples, int count) {
        boolean isWanted = adc.length > 0;
        boolean adds = line.format().isDifferences();
        int missing = line.format().missing().orElse(Signal.MISSING);
        for (int i = 0; i < count; i++) {
            int sample = adds ? before + samples[i] : samples[i];
            before = sample;
            if (at >= size) {
                sumBeyond += sample;
                continue;
            }
            if (at == 0) {
                first = sample;
            }
            sum += sample;
            if (isWanted) {
                adc[at] = sample == missing ? Signal.MISSING : sample;
            }
            at++;
        }
    }

    /** Whether the file had as many samples as the record. */
    boolean isWhole() {
        return at == size;
    }

    /** What is wrong, or to be looked at, goes to one of two lists. */
    void check(String place, List<String> problems, Warnings warnings) {
        boolean hasSum = line.checksum().isPresent();
        short said = (short) line.checksum().orElse(0);
        boolean isRight = hasSum && (said == (short) sum || (sumBeyond != 0 && said == (short) (sum + sumBeyond)));
        boolean isFilledIn = !hasSum || said != 0 || isRight;
        if (!isFilledIn) {
            warnings.add(
                    "The header's checksum is 0, so it was never filled in: whether the samples are the right ones was not"
                            + " verified.");
        } else if (hasSum && !isRight) {
            problems.add(place + " has the checksum " + (short) sum + ", but the header says "
                    + line.checksum().getAsInt());
        }
        if (line.initial().isPresent() && !beginsWith(line.initial().getAsInt())) {
            String text = "begins with " + first + ", but the header says "
                    + line.initial().getAsInt();
            if (isRight) {
                warnings.add("The header's first value of a signal is wrong, but its checksum is right.");
            } else if (isFilledIn || line.initial().getAsInt() != 0) {
                problems.add(place + " " + text);
            }
        }
    }

    private boolean beginsWith(int said) {
        boolean isMissing = line.format().missing().isPresent()
                && first == line.format().missing().getAsInt();
        // What differences begin with is taken from there.
        return line.format().isDifferences() || said == first || (isMissing && said == FIRST_IS_MISSING);
    }

    /**
     * The signal.
     *
     * @param frames of the record
     * @param perFrame samples that it is to have in a frame: each stands there as often as that takes
     */
    Signal signal(int frames, int perFrame) {
        int times = perFrame / line.perFrame();
        int skew = line.skew() * line.perFrame();
        int[] placed = adc;
        if (times > 1 || skew > 0) {
            placed = new int[frames * perFrame];
            Arrays.fill(placed, Signal.MISSING);
            for (int i = skew; i < adc.length; i++) {
                Arrays.fill(placed, (i - skew) * times, (i - skew + 1) * times, adc[i]);
            }
        }
        return Signal.owning(
                line.lead(),
                line.units(),
                line.gain(),
                line.baseline(),
                line.converter().including(placed),
                placed);
    }
}
