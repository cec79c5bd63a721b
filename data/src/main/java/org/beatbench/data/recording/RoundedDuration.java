package org.beatbench.data.recording;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.LongStream;
import org.beatbench.api.UserError;

/**
 * How long some samples last, as a file writes it with only so many decimals, and what sampling rate was meant.
 *
 * <p>A duration that has no end as a decimal was rounded: BioSig writes 360 samples a second to EDF as records of one sample and
 * 0.002778 s, from which one computes 359.971, and in half an hour marks are 144 ms away from their beats. So the rate is the whole
 * number that would be written like this.
 */
public final class RoundedDuration {

    /** Rates of recorders; where a duration fits several whole numbers, it is that of one of these. */
    private static final List<Integer> USUAL = List.of(
            50, 60, 64, 100, 120, 125, 128, 150, 160, 180, 200, 240, 250, 256, 257, 300, 320, 333, 360, 400, 480, 500,
            512, 600, 640, 720, 750, 800, 900, 1000, 1024, 1200, 1250, 1280, 1500, 1600, 2000, 2048, 2400, 2500, 3000,
            4000, 4096, 5000, 8000, 8192, 10_000, 16_000, 16_384, 20_000);

    /** With fewer decimals, a duration was chosen so. */
    private static final int ROUNDED_DECIMALS = 3;

    /** More of them are those of binary fractions, which are rounded elsewhere. */
    private static final int EXACT_DECIMALS = 9;

    /** A rate that is a fraction of so small a denominator, such as 976.5625, was meant so. */
    private static final long MEANT_DENOMINATOR = 100;

    /** No ECG is recorded faster; a rate beyond it is a slip that would be believed. */
    private static final int HIGHEST_RATE = 1_000_000;

    private final BigDecimal seconds;
    private final BigDecimal error;

    private RoundedDuration(BigDecimal seconds, BigDecimal error) {
        this.seconds = seconds;
        this.error = error;
    }

    /**
     * A duration that was rounded to the decimals that it is written with; one of few decimals was chosen so.
     *
     * @param written in seconds, above 0
     */
    public static RoundedDuration of(BigDecimal written) {
        return new RoundedDuration(
                written,
                written.scale() < ROUNDED_DECIMALS
                        ? BigDecimal.ZERO
                        : step(written).divide(BigDecimal.valueOf(2)));
    }

    /**
     * The difference of two such times, above 0.
     *
     * @param decimals that times are written with at most
     */
    public static RoundedDuration between(BigDecimal first, BigDecimal last, int decimals) {
        BigDecimal difference =
                last.subtract(first).setScale(Math.min(decimals, EXACT_DECIMALS), RoundingMode.HALF_EVEN);
        return new RoundedDuration(difference, step(difference));
    }

    private static BigDecimal step(BigDecimal written) {
        return BigDecimal.ONE.movePointLeft(Math.max(0, written.scale()));
    }

    /**
     * Samples a second.
     *
     * @param samples that last so long
     * @param place where that is written, for messages
     * @param remedy what to do if it cannot be told
     * @throws UserError if the duration is rounded so much that several rates fit, or no recorder is so fast
     */
    public double rate(int samples, String place, String remedy) {
        BigInteger[] fraction = fraction(samples);
        double exact = new BigDecimal(fraction[0]).doubleValue() / new BigDecimal(fraction[1]).doubleValue();
        if (!(exact <= HIGHEST_RATE)) {
            throw new UserError(
                    place + ": " + samples + " samples that last " + seconds + " s are more than " + HIGHEST_RATE
                            + " a second",
                    remedy);
        }
        if (fraction[1].equals(BigInteger.ONE) || error.signum() == 0) {
            return exact;
        }
        long[] rounded = rates(samples, seconds.subtract(error), seconds.add(error), true);
        List<Integer> usual = usual(rounded);
        if (usual.size() == 1) {
            return usual.get(0);
        }
        if (fraction[1].bitLength() < Long.SIZE && fraction[1].longValue() <= MEANT_DENOMINATOR && usual.isEmpty()) {
            return exact;
        }
        if (rounded.length == 0) {
            // Some programs do not round, but leave the further decimals out.
            rounded = rates(samples, seconds, seconds.add(step(seconds)), false);
        }
        if (rounded.length > 1) {
            throw new UserError(
                    place + ": " + samples + " samples that last " + seconds + " s, rounded, can be "
                            + (usual.isEmpty() ? rounded[0] + " to " + rounded[rounded.length - 1] : usual)
                            + " a second",
                    remedy);
        }
        return rounded.length == 1 ? rounded[0] : exact;
    }

    private static List<Integer> usual(long[] rates) {
        return USUAL.stream()
                .filter(rate -> LongStream.of(rates).anyMatch(one -> one == rate))
                .toList();
    }

    /** Samples a second, numerator and denominator without a common divisor. */
    private BigInteger[] fraction(int samples) {
        BigInteger above = BigInteger.valueOf(samples);
        BigInteger below = seconds.unscaledValue();
        if (seconds.scale() >= 0) {
            above = above.multiply(BigInteger.TEN.pow(seconds.scale()));
        } else {
            below = below.multiply(BigInteger.TEN.pow(-seconds.scale()));
        }
        BigInteger divisor = above.gcd(below);
        return new BigInteger[] {above.divide(divisor), below.divide(divisor)};
    }

    /** Whole numbers of samples a second that have a duration in this range; of a range from 0 on, none. */
    private static long[] rates(int samples, BigDecimal shortest, BigDecimal longest, boolean longestToo) {
        if (shortest.signum() <= 0) {
            return new long[0];
        }
        long least = (long) Math.floor(samples / longest.doubleValue()) - 1;
        long greatest = (long) Math.ceil(samples / shortest.doubleValue()) + 1;
        return LongStream.rangeClosed(Math.max(1, least), greatest)
                .filter(rate -> {
                    BigDecimal all = BigDecimal.valueOf(samples);
                    int below = all.compareTo(longest.multiply(BigDecimal.valueOf(rate)));
                    int above = all.compareTo(shortest.multiply(BigDecimal.valueOf(rate)));
                    return above >= 0 && (below < 0 || (longestToo && below == 0));
                })
                .toArray();
    }
}
