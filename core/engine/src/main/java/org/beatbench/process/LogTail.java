package org.beatbench.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads all that a process writes, so that it never waits for a reader, and keeps the end of it. */
public final class LogTail {

    /** Bytes that are kept. */
    public static final int KEPT = 64 << 10;

    private final byte[] ring = new byte[KEPT];
    private long written;

    /** Reads until there is no more; returns also when the stream breaks, which is how those of killed processes end. */
    public void drain(InputStream stream) {
        byte[] block = new byte[8_192];
        try (stream) {
            for (int count = stream.read(block); count >= 0; count = stream.read(block)) {
                add(block, count);
            }
        } catch (IOException e) {
            // What was read is kept.
        }
    }

    private synchronized void add(byte[] block, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (written++ % KEPT)] = block[i];
        }
    }

    /** What is kept, in whatever encoding it came; from a line's beginning on where something was left out. */
    public synchronized String text() {
        int size = (int) Math.min(written, KEPT);
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = ring[(int) ((written - size + i) % KEPT)];
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return written <= KEPT ? text : "[...]\n" + text.substring(text.indexOf('\n') + 1);
    }
}
