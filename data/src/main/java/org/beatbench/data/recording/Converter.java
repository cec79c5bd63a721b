package org.beatbench.data.recording;

/**
 * The steps in which a recorder writes a voltage down.
 *
 * @param least the lowest value it can write
 * @param greatest the highest value it can write
 */
public record Converter(int least, int greatest) {

    /** One without ends, for signals of which nothing is known. */
    public static final Converter UNLIMITED = new Converter(Signal.MISSING + 1, Integer.MAX_VALUE);

    private static final int USUAL_BITS = 12;
    private static final int MOST_BITS = 30;

    public Converter {
        if (least > greatest || least == Signal.MISSING) {
            throw new IllegalArgumentException("not the range of a converter: " + least + " to " + greatest);
        }
    }

    /**
     * The converter that a header describes (WFDB Applications Guide, header(5)).
     *
     * @param bits its resolution; 0 where the header does not tell, for the 12 that the format then prescribes
     * @param zero its value in the middle of the range
     */
    public static Converter of(int bits, int zero) {
        int half = 1 << (Math.max(1, Math.min(MOST_BITS, bits == 0 ? USUAL_BITS : bits)) - 1);
        int least = Math.max(Signal.MISSING + 1, saturated((long) zero - half));
        return new Converter(least, Math.max(least, saturated((long) zero + half - 1)));
    }

    /** This converter, or a wider one if it could not have written these values, because its header errs. */
    public Converter including(int[] adc) {
        int low = least;
        int high = greatest;
        for (int value : adc) {
            if (value != Signal.MISSING) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return new Converter(low, high);
    }

    /** What it writes for a value between its steps or beyond its ends; {@link Signal#MISSING} for NaN. */
    int write(double value) {
        return Double.isNaN(value) ? Signal.MISSING : (int) Math.max(least, Math.min(greatest, Math.rint(value)));
    }

    private static int saturated(long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }
}
