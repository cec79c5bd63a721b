package org.beatbench.reports.html;

import java.util.Collection;

/**
 * How wide the labels of a drawing are. The typeface is the reader's, so widths are those of the widest of the common ones,
 * DejaVu Sans: what has room in it has room in all.
 */
final class TextMetrics {

    /** The size of labels, as in the style sheet. */
    static final double SIZE = 12;

    /** Room for a line of labels. */
    static final double LINE = 15;

    /** Widths of the letters from the blank to the tilde, in hundredths of the size. */
    private static final int[] WIDTHS = {
        32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34,
                84, 84,
        84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99, 69, 61,
                69, 39,
        34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82,
                59, 59,
        52, 64, 34, 64, 84
    };

    private static final int LATIN = 70;
    private static final int OTHER = 110;
    private static final String ELLIPSIS = "…";

    private TextMetrics() {}

    /** The width of a text. */
    static double width(String text) {
        return text.codePoints().map(TextMetrics::hundredths).sum() * SIZE / 100;
    }

    /** The width of the widest, 0 for none. */
    static double widest(Collection<String> texts) {
        return texts.stream().mapToDouble(TextMetrics::width).max().orElse(0);
    }

    /** The text, cut if it is wider than the room there is. */
    static String cut(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + ELLIPSIS) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    private static int hundredths(int letter) {
        if (letter >= ' ' && letter <= '~') {
            return WIDTHS[letter - ' '];
        }
        return switch (letter) {
            case '\u202f' -> 20;
            case '–', '†' -> 50;
            case '·', '\u00a0' -> 32;
            case '−', '→', '↑' -> 84;
            default -> letter < 0x250 ? LATIN : OTHER;
        };
    }
}
