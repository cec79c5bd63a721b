package org.beatbench.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import org.beatbench.app.shell.Screen;
import org.beatbench.app.shell.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarTextTest {

    private final Screen nobody = new Screen(Terminal.NONE, new PrintWriter(new StringWriter()));
    private final BarText text = new BarText(nobody);
    private long seconds;

    private static String plain(String line) {
        return line.replace('\u202f', ' ');
    }

    @Test
    void drawsHowMuchIsDoneAndSaysWhat() {
        assertThat(plain(text.line(60, "Auditing", 0.5, "split 1/2")))
                .isEqualTo("Auditing  ━━━━━━━───────   50 %  split 1/2");
    }

    @Test
    void saysOnlyWhatIsKnown() {
        assertThat(text.line(60, "Loading", Double.NaN, "record")).isEqualTo("Loading  record");
        assertThat(text.line(60, "Loading", Double.NaN, "")).isEqualTo("Loading");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 19, 20, 40, 79, 200})
    void neverTakesMoreRoomThanThereIs(int width) {
        String name = "[12/44] 1-D ResNet · patients-fold · fold-1 · seed 1";
        for (double share : new double[] {Double.NaN, -1, 0, 0.37, 1, 2}) {
            String line = text.line(width, name, share, "about 12 min left · epoch 3/10: loss 0.112, 4 310 beats/s");
            assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(width);
        }
    }

    @Test
    void tellsTheTimeLeftOfOneThing() {
        BarProgress bar = new BarProgress("Loading", nobody, () -> seconds * 1_000_000_000);
        bar.advanced("record", 0, 40);
        seconds = 1;
        bar.advanced("record", 10, 40);
        assertThat(plain(bar.line(100))).contains(" 25 %  record 10/40").doesNotContain("left");
        seconds = 10;
        assertThat(plain(bar.line(100))).endsWith(" 25 %  record 10/40, about 30 s left");
        bar.advanced("waiting", 0, 0);
        seconds = 15;
        assertThat(plain(bar.line(100))).isEqualTo("Loading  waiting for 5 s");
    }

    @Test
    void drawsTheWholeRunByTheTimesThatAreExpected() {
        RunBar bar = new RunBar(nobody, () -> seconds * 1_000_000_000);
        bar.trial("[1/3] CNN", 0, Optional.of(Duration.ofSeconds(60)), Optional.of(Duration.ofSeconds(90)));
        bar.stage("fit");
        assertThat(plain(bar.line(100))).contains("  0 %  about 90 s left · fit");
        seconds = 30;
        assertThat(plain(bar.line(100))).contains(" 33 %  about 60 s left · fit");
        seconds = 90;
        assertThat(plain(bar.line(100))).as("it takes longer than expected").contains(" 75 %  about 30 s left");
        bar.epoch("epoch 2/3: loss 1", Duration.ofSeconds(30));
        assertThat(plain(bar.line(100))).contains(" 60 %  about 60 s left · epoch 2/3: loss 1");
    }

    @Test
    void drawsTheWholeRunByItsTrialsWhileNobodyKnowsOfTimes() {
        RunBar bar = new RunBar(nobody, () -> seconds * 1_000_000_000);
        bar.trial("[2/4] Mine", 0.25, Optional.empty(), Optional.empty());
        bar.stage("fit");

        assertThat(plain(bar.line(100)))
                .startsWith("[2/4] Mine")
                .contains(" 25 %  fit")
                .doesNotContain("left");
    }
}
