package org.beatbench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Epoch;
import org.beatbench.api.Progress;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private static final Epoch EPOCH =
            new Epoch(3, 30, 1 / 3.0, 0.9, 0.5, 0.8, 0.7, 1e-3, 4310.25, Duration.ofNanos(123_456_789_012_345L));
    private static final Epoch DIVERGED = new Epoch(
            4,
            30,
            Double.POSITIVE_INFINITY,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Duration.ZERO);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ProgressLines lines = new ProgressLines(new PrintStream(written, true, StandardCharsets.UTF_8));
    private final List<Object> heard = new ArrayList<>();
    private final Progress listener = new Progress() {

        @Override
        public void advanced(String stage, long done, long total) {
            heard.add(stage + " " + done + "/" + total);
        }

        @Override
        public void epoch(Epoch epoch) {
            heard.add(epoch);
        }
    };

    @Test
    void carriesEveryEpochBitByBitAndOnlySomeOfTheRest() {
        for (int done = 1; done <= 100; done++) {
            lines.advanced("a\tstage", done, 100);
            lines.epoch(EPOCH);
        }
        lines.epoch(DIVERGED);
        written.toString(StandardCharsets.UTF_8).lines().forEach(line -> ProgressLines.parse(line, listener));

        assertThat(heard).startsWith("a stage 1/100", EPOCH, EPOCH).endsWith(EPOCH, DIVERGED);
        assertThat(heard.stream().filter(EPOCH::equals)).hasSize(100);
        assertThat(heard).hasSizeBetween(102, 190);
    }

    @Test
    void passesOverWhatIsNoSuchLine() {
        lines.epoch(EPOCH);
        String line = written.toString(StandardCharsets.UTF_8).strip();
        List.of(
                        "",
                        "\t\t",
                        "stage\t-1\t2",
                        "stage\t1",
                        "epoch",
                        line + "\t1",
                        line.substring(0, line.lastIndexOf('\t')),
                        line.substring(0, line.lastIndexOf('\t') + 1),
                        line.replace("\t30\t", "\t2\t"),
                        line.replace("\t30\t", "\tthirty\t"),
                        line.replace("\t0.9\t", "\t90\t"))
                .forEach(bad -> ProgressLines.parse(bad, listener));

        assertThat(heard).isEmpty();
    }
}
