package org.beatbench.data.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of text that grow as they are written. */
final class TextBuffer {

    private byte[] bytes = new byte[1 << 16];
    private int size;

    void put(char ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
    }

    void put(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    void put(byte[] text) {
        room(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
    }

    void put(double value, ScientificFormat format) {
        room(ScientificFormat.LONGEST);
        size = format.write(value, bytes, size);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
