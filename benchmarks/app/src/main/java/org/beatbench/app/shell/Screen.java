package org.beatbench.app.shell;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.IntFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * What is shown besides results to whoever sits before a terminal: colours, one line at its foot that says how far things are, and
 * what is said when somebody stops the program.
 */
public final class Screen {

    /** Under which name it is mixed into the root of the command line. */
    public static final String NAME = "screen";

    /** Used up by the cursor: a line that is full would begin the next. */
    private static final int CURSOR = 1;

    private static final long BETWEEN_DRAWINGS = 200;
    private static final int DRAWINGS_OF_ONE_WIDTH = 50;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Say only what came out and what went wrong: no progress.")
    private boolean quiet;

    private final Terminal terminal;
    private final PrintWriter err;
    private final Interrupt interrupt = new Interrupt(this::say);
    private final Deque<Status> shown = new ArrayDeque<>();
    private int drawn;
    private boolean silent;

    /**
     * A screen.
     *
     * @param err where a line may be drawn, if it is a terminal
     */
    public Screen(Terminal terminal, PrintWriter err) {
        this.terminal = terminal;
        this.err = terminal.err() && terminal.colour() ? new PrintWriter(new PaintedErrors(err), true) : err;
    }

    /** That of a command. */
    public static Screen of(CommandSpec command) {
        return (Screen) Objects.requireNonNull(command.root().mixins().get(NAME), "the root has a screen")
                .userObject();
    }

    /** Where errors, warnings and notes go. */
    public PrintWriter err() {
        return err;
    }

    public Terminal terminal() {
        return terminal;
    }

    /** Whether nobody wants to be told of progress. */
    public boolean isQuiet() {
        return quiet;
    }

    /** Whether progress is drawn; where it is not, lines may tell of it, unless it {@linkplain #isQuiet() is not wanted}. */
    public boolean draws() {
        return terminal.err() && !quiet;
    }

    /** What listens to Ctrl-C. */
    public Interrupt interrupt() {
        return interrupt;
    }

    /** How many letters a line has; many where nobody looks at a terminal. */
    public int width() {
        return terminal.out() ? Terminal.width() : Integer.MAX_VALUE;
    }

    /** A text on standard output in a colour, if it may have one. */
    public String paint(Ink ink, String text) {
        return terminal.out() && terminal.colour() ? ink.on(text) : text;
    }

    /** A text in the line at the foot in a colour, if it may have one. */
    public String paintStatus(Ink ink, String text) {
        return terminal.colour() ? ink.on(text) : text;
    }

    /** Prints a line above the one at the foot. */
    public synchronized void println(PrintWriter out, String line) {
        erase();
        out.println(line);
        out.flush();
        draw();
    }

    /**
     * Shows a line at the foot of the terminal until it is closed, and then nothing of it is left. Where nothing is drawn, nothing
     * happens.
     *
     * @param text of the line, for so many letters that there is room for; called several times a second by another thread
     */
    public synchronized Status status(IntFunction<String> text) {
        Status status = new Status(text);
        if (draws() && !silent) {
            shown.addLast(status);
            status.begin();
        }
        return status;
    }

    private synchronized void close(Status status) {
        if (shown.remove(status)) {
            erase();
            draw();
        }
    }

    /** The last that is said: the line at the foot goes, and does not come back. */
    private synchronized void say(String words) {
        erase();
        silent = true;
        shown.clear();
        err.println(words);
        err.flush();
    }

    private void erase() {
        if (drawn > 0) {
            // Blanks, which every terminal understands.
            err.print("\r" + " ".repeat(drawn) + "\r");
            err.flush();
            drawn = 0;
        }
    }

    private void draw() {
        Status top = shown.peekLast();
        if (top != null && !silent) {
            top.draw();
        }
    }

    /** A line at the foot of a terminal. */
    public final class Status implements AutoCloseable {

        private final IntFunction<String> text;
        private String last = "";

        private Status(IntFunction<String> text) {
            this.text = text;
        }

        private void begin() {
            Thread drawing = new Thread(this::drawOverAndOver, "status line");
            drawing.setDaemon(true);
            drawing.start();
        }

        private void drawOverAndOver() {
            int width = 0;
            try {
                // What is over at once need not flash up.
                Thread.sleep(BETWEEN_DRAWINGS);
                for (int turn = 0; isShown(); turn++) {
                    if (turn % DRAWINGS_OF_ONE_WIDTH == 0) {
                        width = Terminal.width();
                    }
                    drawIfOnTop(text.apply(width - CURSOR));
                    Thread.sleep(BETWEEN_DRAWINGS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean isShown() {
            synchronized (Screen.this) {
                return shown.contains(this);
            }
        }

        /** Its text was made without the lock, because whoever makes it may wait for somebody who prints. */
        private void drawIfOnTop(String line) {
            synchronized (Screen.this) {
                last = line;
                if (this.equals(shown.peekLast())) {
                    draw();
                }
            }
        }

        private void draw() {
            int letters = letters(last);
            err.print("\r" + last + " ".repeat(Math.max(0, drawn - letters)) + "\r");
            err.flush();
            // As much as the ^C at least, which the terminal shows itself.
            drawn = Math.max(letters, 2);
        }

        @Override
        public void close() {
            Screen.this.close(this);
        }
    }

    private static int letters(String line) {
        String plain = line.replaceAll("\u001b\\[[0-9;]*m", "");
        return plain.codePointCount(0, plain.length());
    }
}
