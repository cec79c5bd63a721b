package org.beatbench.data.signalcsv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.beatbench.data.recording.Converter;
import org.beatbench.data.recording.Signal;

/**
 * Samples that come as decimal numbers, kept as whole ones in steps of the last decimal that any of them has: so nothing is lost of
 * what a recorder gave, and they take four bytes each. Where numbers have more digits than fit, the last ones go.
 */
final class DecimalSamples {

    private static final int CHUNK = 1 << 16;
    private static final int MOST_DECIMALS = 9;
    private static final long LARGEST = 1L << 30;

    private final List<int[]> chunks = new ArrayList<>();
    private int size;
    private int decimals;
    private int mostDecimals = MOST_DECIMALS;
    private long largest;

    int size() {
        return size;
    }

    void addMissing() {
        put(Signal.MISSING);
    }

    /**
     * Adds a number.
     *
     * @throws NumberFormatException if it is none, or too large for a voltage
     */
    void add(String text) {
        double value = Double.parseDouble(text);
        if (!(Math.abs(value) < LARGEST)) {
            throw new NumberFormatException("too large");
        }
        scaleTo(Math.min(decimals(text), mostDecimals));
        while (Math.abs(value) * power(decimals) >= LARGEST) {
            scaleDown();
        }
        long step = Math.round(value * power(decimals));
        largest = Math.max(largest, Math.abs(step));
        put((int) step);
    }

    /** Decimals of a number without the zeros at its end. */
    private static int decimals(String text) {
        if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            return Math.max(0, new BigDecimal(text).stripTrailingZeros().scale());
        }
        int point = text.indexOf('.');
        int end = text.length();
        while (point >= 0 && end > point + 1 && text.charAt(end - 1) == '0') {
            end--;
        }
        return point < 0 ? 0 : end - point - 1;
    }

    private void scaleTo(int wanted) {
        int possible = wanted;
        while (possible > decimals && largest * power(possible - decimals) >= LARGEST) {
            possible--;
        }
        if (possible > decimals) {
            int factor = (int) power(possible - decimals);
            change(step -> step * factor);
            largest *= factor;
            decimals = possible;
        }
    }

    private void scaleDown() {
        decimals--;
        mostDecimals = decimals;
        change(step -> (int) Math.rint(step / 10.0));
        largest /= 10;
    }

    private void change(IntUnaryOperator to) {
        for (int[] chunk : chunks) {
            for (int i = 0; i < CHUNK; i++) {
                chunk[i] = chunk[i] == Signal.MISSING ? Signal.MISSING : to.applyAsInt(chunk[i]);
            }
        }
    }

    private void put(int step) {
        if (size / CHUNK == chunks.size()) {
            chunks.add(new int[CHUNK]);
        }
        chunks.get(size / CHUNK)[size % CHUNK] = step;
        size++;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /** All of them as a signal; they are forgotten here. */
    Signal signal(String lead, String units) {
        int[] samples = new int[size];
        for (int i = 0; i < chunks.size(); i++) {
            int from = i * CHUNK;
            System.arraycopy(chunks.get(i), 0, samples, from, Math.min(CHUNK, size - from));
            chunks.set(i, new int[0]);
        }
        return Signal.owning(lead, units, (double) power(decimals), 0, Converter.UNLIMITED, samples);
    }
}
