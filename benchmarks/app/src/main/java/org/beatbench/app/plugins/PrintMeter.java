package org.beatbench.app.plugins;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Counts what is printed where nobody should print, and passes it on to the log. */
final class PrintMeter extends OutputStream {

    private static final int SHOWN = 60;

    private final PrintStream log;
    private final byte[] beginning = new byte[SHOWN];
    private long bytes;

    PrintMeter(PrintStream log) {
        this.log = log;
    }

    @Override
    public synchronized void write(int one) {
        if (bytes < SHOWN) {
            beginning[(int) bytes] = (byte) one;
        }
        bytes++;
        log.write(one);
    }

    /** What came of the check that nothing is printed. */
    synchronized CheckLine line() {
        String id = "prints-nothing";
        if (bytes == 0) {
            return CheckLine.passed(id, "");
        }
        String first = new String(Arrays.copyOf(beginning, (int) Math.min(bytes, SHOWN)), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        return CheckLine.warned(
                id,
                "it printed " + bytes + " bytes on standard output, beginning with \"" + first.strip() + "\"",
                "write to a logger or to System.err; standard output belongs to the program");
    }
}
