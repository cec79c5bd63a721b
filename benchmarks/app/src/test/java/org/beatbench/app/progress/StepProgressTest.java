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
class StepProgressTest {

    private final StringWriter out = new StringWriter();
    private long seconds;
    private final StepProgress steps = new StepProgress(
            new Screen(Terminal.NONE, new PrintWriter(out)), new PrintWriter(out), true, () -> seconds * 1_000_000_000);

    private String lines() {
        return out.toString().replace('\u202f', ' ');
    }

    @Test
    void saysNothingOfWhatIsQuick() {
        steps.begin("Training");
        seconds = 9;
        steps.advanced("tree", 3, 10);
        steps.close();

        assertThat(lines()).isEmpty();
    }

    @Test
    void saysNowAndThenHowFarItIs() {
        steps.begin("Training");
        for (seconds = 1; seconds <= 25; seconds++) {
            steps.advanced("tree", 1_000 * seconds, 40_000);
        }
        assertThat(lines().lines())
                .containsExactly(
                        "Training: tree 10 000 of 40 000, about 30 s left",
                        "Training: tree 20 000 of 40 000, about 20 s left");
    }

    @Test
    void saysHowEachEpochWentAndNothingInBetween() {
        steps.begin("Training");
        for (int number = 1; number <= 2; number++) {
            seconds += 8;
            steps.advanced("batch", number, 3);
            steps.epoch(new Epoch(number, 3, 0.5, 0.75, 0.5, 0.75, 0.6, 0.1, 100, Duration.ofSeconds(8)));
        }
        assertThat(lines().lines())
                .containsExactly(
                        "  epoch 1/3: loss 0.500, validation macro-F1 0.600, 100 beats/s, about 20 s left",
                        "  epoch 2/3: loss 0.500, validation macro-F1 0.600, 100 beats/s, about 10 s left");
    }

    @Test
    void countsTheTimeLeftFromTheStartOfAStage() {
        steps.begin("Training");
        steps.advanced("fit", 0, 0);
        seconds = 100;
        steps.advanced("test", 0, 60);
        seconds = 120;
        steps.advanced("test", 20, 60);
        seconds = 160;
        steps.advanced("test", 60, 60);

        assertThat(lines().lines())
                .containsExactly("Training: test 0 of 60", "Training: test 20 of 60, about 40 s left");
    }

    @Test
    void saysWhatItCanWhereNobodyKnowsHowMuchThereIs() {
        steps.begin("Answering");
        seconds = 11;
        steps.advanced("row", 2_048, 0);
        seconds = 22;
        steps.begin("Saving");
        seconds = 40;
        steps.advanced("file", 0, 0);

        assertThat(lines().lines()).containsExactly("Answering: row 2 048", "Saving: file");
    }
}
