package org.beatbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ScreenTest {

    private final StringWriter shown = new StringWriter();
    private final PrintWriter tty = new PrintWriter(shown, true);
    private final Screen screen = new Screen(new Terminal(true, true, false), tty);

    private void await(String text) throws InterruptedException {
        while (!shown.toString().contains(text)) {
            Thread.sleep(10);
        }
    }

    /** What is left on a terminal of one line after the last line feed. */
    private static String lastLine(String written) {
        StringBuilder line = new StringBuilder();
        int at = 0;
        for (char letter : written.substring(written.lastIndexOf('\n') + 1).toCharArray()) {
            if (letter == '\r') {
                at = 0;
            } else {
                line.replace(at, Math.min(at + 1, line.length()), String.valueOf(letter));
                at++;
            }
        }
        return line.toString().stripTrailing();
    }

    @Test
    void leavesNothingOfALineThatIsClosed() throws InterruptedException {
        try (Screen.Status status = screen.status(width -> "going on")) {
            assertThat(status).isNotNull();
            await("going on");
        }
        assertThat(lastLine(shown.toString())).isEmpty();
    }

    @Test
    void printsWholeLinesAboveTheOneAtTheFoot() throws InterruptedException {
        try (Screen.Status status = screen.status(width -> "going on for long")) {
            assertThat(status).isNotNull();
            await("going on");
            screen.println(tty, "done");

            assertThat(shown.toString().lines().toList().stream().map(ScreenTest::lastLine))
                    .contains("done");
            assertThat(lastLine(shown.toString())).isEqualTo("going on for long");
        }
    }

    @Test
    void saysTheLastWordsOnALineOfTheirOwnAndDrawsNoMore() throws InterruptedException {
        Screen.Status status = screen.status(width -> "going on");
        await("going on");
        screen.interrupt().willSay(() -> "Stopped. All is kept.");
        screen.interrupt().stop();
        Thread.sleep(500);

        assertThat(lastLine(shown.toString().strip())).isEqualTo("Stopped. All is kept.");
        assertThat(shown.toString()).endsWith("kept." + System.lineSeparator());
        status.close();
    }

    @Test
    void givesWhatRunsTheTimeToTidyUpBeforeTheLastWords() throws InterruptedException {
        Thread worker = new Thread(() -> {
            try (Interrupt.Work work = screen.interrupt().work()) {
                while (!work.requested()) {
                    Thread.onSpinWait();
                }
                tty.println("tidied up");
            }
        });
        worker.start();
        while (!screen.interrupt().isWorking()) {
            Thread.sleep(1);
        }
        screen.interrupt().stop();
        worker.join();

        assertThat(shown.toString().lines()).containsExactly("tidied up", "Stopped.");
    }

    @Test
    void saysNothingOfAProgramThatEndedOfItself() {
        screen.interrupt().ended();
        screen.interrupt().stop();

        assertThat(shown.toString()).isEmpty();
    }

    @Test
    void drawsNothingWhereNobodyLooks() {
        Screen piped = new Screen(Terminal.NONE, tty);
        try (Screen.Status status = piped.status(width -> {
            throw new IllegalStateException("nobody asked");
        })) {
            assertThat(status).isNotNull();
            assertThat(piped.draws()).isFalse();
        }
        assertThat(shown.toString()).isEmpty();
        assertThat(piped.paint(Ink.BAD, "bad")).isEqualTo("bad");
    }

    @Test
    void coloursTheWordThatSaysWhatALineIs() {
        Screen coloured = new Screen(new Terminal(true, true, true), tty);
        coloured.err().println("error: no such thing");
        coloured.err().println("an error: of others");

        assertThat(shown.toString().lines())
                .containsExactly("\u001b[1;31merror:\u001b[0m no such thing", "an error: of others");
        assertThat(coloured.paint(Ink.GOOD, "fine")).isEqualTo("\u001b[32mfine\u001b[0m");
    }
}
