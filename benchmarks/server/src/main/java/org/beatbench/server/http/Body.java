package org.beatbench.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.beatbench.server.protocol.Refusal;

/**
 * What requests send, read into memory: not more than is allowed, not more slowly, and all together within a budget. What a header says
 * of the size is believed only as far as bytes have come.
 */
public final class Body {

    private static final int FIRST = 1 << 13;
    private static final int UNIT = 1 << 16;

    private final int most;
    private final Duration patience;
    /** In units of {@value #UNIT} bytes, for what is beyond the first. */
    private final Semaphore budget;

    /**
     * A reader.
     *
     * @param most bytes of one request
     * @param together bytes of all requests that are large
     * @param patience how long one may take to send its own
     */
    public Body(int most, long together, Duration patience) {
        this.most = most;
        this.patience = patience;
        this.budget = new Semaphore((int) Math.max(1, Math.max(most, together) / UNIT + 2));
    }

    /** What is done with bytes that were read. */
    @FunctionalInterface
    public interface Use<T> {
        /**
         * Uses them; the array is not kept.
         *
         * @param length how many bytes of it are meant
         */
        T of(byte[] bytes, int length);
    }

    /**
     * Reads a request and uses it.
     *
     * @param announced bytes that a header says, -1 if it says nothing
     * @throws Refusal if it is too large, too slow, or too many are large
     */
    public <T> T read(InputStream in, long announced, Use<T> use) throws IOException {
        if (announced > most) {
            throw tooLarge();
        }
        long end = System.nanoTime() + patience.toNanos();
        byte[] bytes = new byte[announced >= 0 ? (int) Math.min(UNIT, announced + 1) : FIRST];
        int taken = 0;
        int length = 0;
        try {
            while (true) {
                int count = read(in, bytes, length);
                if (count < 0) {
                    return use.of(bytes, length);
                }
                length += count;
                if (length > most) {
                    throw tooLarge();
                }
                if (System.nanoTime() > end) {
                    throw tooSlow();
                }
                if (length == bytes.length) {
                    int larger = (int) Math.min(2L * length, most + 1L);
                    int wanted = larger / UNIT + 1 - taken;
                    if (larger > UNIT && wanted > 0) {
                        if (!budget.tryAcquire(wanted)) {
                            throw new Refusal(
                                    Refusal.UNAVAILABLE, "too many large requests at once; ask again a little later");
                        }
                        taken += wanted;
                    }
                    bytes = Arrays.copyOf(bytes, larger);
                }
            }
        } finally {
            budget.release(taken);
        }
    }

    private int read(InputStream in, byte[] bytes, int from) throws IOException {
        try {
            return in.read(bytes, from, bytes.length - from);
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException || e instanceof InterruptedIOException) {
                throw tooSlow();
            }
            throw e;
        }
    }

    private Refusal tooSlow() {
        return new Refusal(Refusal.TOO_SLOW, "the request was not sent within " + patience.toSeconds() + " seconds");
    }

    private Refusal tooLarge() {
        return new Refusal(Refusal.TOO_LARGE, "a request may have " + most + " bytes");
    }
}
