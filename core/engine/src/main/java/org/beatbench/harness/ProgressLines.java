package org.beatbench.harness;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.beatbench.api.Epoch;
import org.beatbench.api.Progress;
import org.beatbench.results.EpochFields;

/**
 * Progress as lines of text, from a trial's process to the program: stage, steps done and steps in all, by tabs; or the word
 * {@code epoch} and the fields of one.
 */
final class ProgressLines implements Progress {

    private static final long INTERVAL = Duration.ofMillis(200).toNanos();

    private static final String EPOCH = "epoch";

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

    @Override
    public synchronized void epoch(Epoch epoch) {
        out.println(EPOCH + "\t" + String.join("\t", EpochFields.of(epoch)));
    }

    /** Passes on what a line says; what is not such a line is passed over. */
    static void parse(String line, Progress listener) {
        List<String> parts = List.of(line.split("\t", -1));
        if (parts.size() == 3 && isCount(parts.get(1)) && isCount(parts.get(2))) {
            listener.advanced(parts.get(0), Long.parseLong(parts.get(1)), Long.parseLong(parts.get(2)));
        } else if (parts.get(0).equals(EPOCH)) {
            epoch(parts.subList(1, parts.size())).ifPresent(listener::epoch);
        }
    }

    private static boolean isCount(String part) {
        return part.matches("\\d{1,18}");
    }

    private static Optional<Epoch> epoch(List<String> fields) {
        try {
            return Optional.of(EpochFields.parse(fields));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
