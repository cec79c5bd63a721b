package org.beatbench.harness;

import java.io.PrintStream;
import java.time.Duration;
import org.beatbench.api.Progress;

/** Progress as lines of text, from a trial's process to the program: stage, steps done, steps in all, by tabs. */
final class ProgressLines implements Progress {

    private static final long INTERVAL = Duration.ofMillis(200).toNanos();

    private final PrintStream out;
    private String lastStage = "";
    private long lastTime;

    ProgressLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void advanced(String stage, long done, long total) {
        long now = System.nanoTime();
        if (!stage.equals(lastStage) || now - lastTime >= INTERVAL) {
            lastStage = stage;
            lastTime = now;
            out.println(stage.replaceAll("\\s", " ") + "\t" + done + "\t" + total);
        }
    }

    /** Passes on what a line says; what is not such a line is passed over. */
    static void parse(String line, Progress listener) {
        String[] parts = line.split("\t");
        if (parts.length == 3 && parts[1].matches("\\d{1,18}") && parts[2].matches("\\d{1,18}")) {
            listener.advanced(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }
    }
}
