package org.beatbench.app.progress;

import java.util.Locale;
import org.beatbench.app.shell.Ink;
import org.beatbench.app.shell.Screen;

/** How far something is, as one line: {@code Auditing  ━━━━━━────────  33 %  1/3, about 10 s left}. */
final class BarText {

    private static final String GAP = "  ";
    private static final int MOST_CELLS = 30;
    private static final int LEAST_CELLS = 10;

    /** Of the width; the rest says more. */
    private static final double MOST_FOR_NAME = 0.45;

    private final Screen screen;

    BarText(Screen screen) {
        this.screen = screen;
    }

    /**
     * A line.
     *
     * @param width letters there is room for
     * @param share how much is done, 0 to 1; NaN if nobody knows
     * @param tail what else is to be said, the most important first
     */
    String line(int width, String name, double share, String tail) {
        String begin = cut(name, Math.max(1, (int) (width * MOST_FOR_NAME)));
        if (Double.isNaN(share)) {
            return begin + cut(tail.isEmpty() ? "" : GAP + tail, width - letters(begin));
        }
        double within = Math.min(1, Math.max(0, share));
        String percent = String.format(Locale.ROOT, "%3d\u202f%%", (int) (within * 100));
        int room = width - letters(begin) - percent.length() - 2 * GAP.length();
        int cells = Math.min(MOST_CELLS, Math.min(room, Math.max(LEAST_CELLS, room / 3)));
        if (cells < 3) {
            return cut(begin + GAP + percent, width);
        }
        int full = (int) Math.round(within * cells);
        int left = room - cells;
        return begin
                + GAP
                + screen.paintStatus(Ink.GOOD, "━".repeat(full))
                + screen.paintStatus(Ink.FAINT, "─".repeat(cells - full))
                + GAP
                + percent
                + cut(tail.isEmpty() ? "" : GAP + tail, left);
    }

    private static String cut(String text, int letters) {
        if (letters(text) <= letters) {
            return text;
        }
        return letters < 1 ? "" : text.substring(0, text.offsetByCodePoints(0, letters - 1)) + "…";
    }

    private static int letters(String text) {
        return text.codePointCount(0, text.length());
    }
}
