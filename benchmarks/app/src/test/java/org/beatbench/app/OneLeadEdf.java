package org.beatbench.app;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** EDF files of one lead, without annotations. */
final class OneLeadEdf {

    private OneLeadEdf() {}

    /**
     * A file of data records of a second.
     *
     * @param label of the signal, such as {@code ECG II}
     * @param rate samples a second
     * @param samples of 5 microvolts each; whole seconds of them
     */
    static byte[] bytes(String label, int rate, int... samples) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[][] fields = {
            {"0", "8"},
            {"X X X X", "80"},
            {"", "80"},
            {"01.01.01", "8"},
            {"00.00.00", "8"},
            {"512", "8"},
            {"", "44"},
            {String.valueOf(samples.length / rate), "8"},
            {"1", "8"},
            {"1", "4"},
            {label, "16"},
            {"", "80"},
            {"mV", "8"},
            {"-10.24", "8"},
            {"10.235", "8"},
            {"-2048", "8"},
            {"2047", "8"},
            {"", "80"},
            {String.valueOf(rate), "8"},
            {"", "32"}
        };
        for (String[] field : fields) {
            out.writeBytes(
                    String.format(Locale.ROOT, "%-" + field[1] + "s", field[0]).getBytes(StandardCharsets.US_ASCII));
        }
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample : samples) {
            bytes.putShort((short) sample);
        }
        out.writeBytes(bytes.array());
        return out.toByteArray();
    }
}
