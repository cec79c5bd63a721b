package org.beatbench.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.beatbench.api.Epoch;
import org.beatbench.app.shell.Screen;
import org.beatbench.app.shell.Terminal;
import org.junit.jupiter.api.Test;

/** What stands where output is piped, as it is in tests. */
class FitProgressTest {

    private final StringWriter out = new StringWriter();
    private final FitProgress progress =
            FitProgress.named("fit", new Screen(Terminal.NONE, new PrintWriter(out)), new PrintWriter(out));

    private static Epoch epoch(int number, double loss, double macroF1, double beatsPerSecond, long seconds) {
        return new Epoch(
                number, 30, loss, 0.75, macroF1, macroF1, macroF1, 1e-3, beatsPerSecond, Duration.ofSeconds(seconds));
    }

    private String lines() {
        return out.toString().replace('\u202f', ' ');
    }

    @Test
    void printsALineForEachEpoch() {
        progress.epoch(epoch(1, 0.5, 0.5, 4000, 4));
        progress.advanced("batch", 3, 10);
        progress.epoch(epoch(2, 0.112, 0.8714, 4310.4, 8));

        assertThat(lines().lines())
                .containsExactly(
                        "  epoch 1/30: loss 0.500, validation macro-F1 0.500, 4 000 beats/s, about 2 min left",
                        "  epoch 2/30: loss 0.112, validation macro-F1 0.871, 4 310 beats/s, about 3 min left");
    }

    @Test
    void saysNothingOfTimeWhenNoneIsLeft() {
        progress.epoch(epoch(30, 0.04213, 0.9, 4000, 4));

        assertThat(lines())
                .isEqualToIgnoringNewLines("  epoch 30/30: loss 0.0421, validation macro-F1 0.900, 4 000 beats/s");
    }

    @Test
    void leavesOutWhatWasNotMeasured() {
        progress.epoch(epoch(29, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN, 1));

        assertThat(lines())
                .isEqualToIgnoringNewLines("  epoch 29/30: loss Infinity, training accuracy 75.0 %, about 5 s left");
    }
}
