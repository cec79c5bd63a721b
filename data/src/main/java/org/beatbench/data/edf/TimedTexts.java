package org.beatbench.data.edf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * What an annotation signal holds in one data record: time-stamped lists of texts (Kemp and Olivan 2003, section 2.2.2). A list
 * may have several texts, all of one time. The first list of the first annotation signal says when the data record begins, by an
 * empty text.
 *
 * @param texts in their order, the empty ones left out
 * @param begin when the data record begins, in seconds; none if it is not told
 */
record TimedTexts(List<TimedText> texts, OptionalDouble begin) {

    private static final byte DURATION = 0x15;
    private static final byte TEXT = 0x14;
    private static final Pattern ONSET = Pattern.compile("[-+]\\d+(?:\\.\\d*)?");

    /**
     * A text and when it holds.
     *
     * @param seconds since the beginning of the file
     * @param text not empty
     */
    record TimedText(double seconds, String text) {}

    /**
     * Reads the bytes of a signal in a data record.
     *
     * @throws IllegalArgumentException if they are not such lists, saying why
     */
    static TimedTexts of(byte[] bytes) {
        List<TimedText> texts = new ArrayList<>();
        OptionalDouble begin = OptionalDouble.empty();
        boolean first = true;
        for (int from = 0; from < bytes.length; ) {
            int to = from;
            while (to < bytes.length && bytes[to] != 0) {
                to++;
            }
            if (to > from) {
                double seconds = list(bytes, from, to, texts);
                boolean isClock = first && !Double.isNaN(seconds);
                begin = isClock ? OptionalDouble.of(seconds) : begin;
                first = false;
            }
            from = to + 1;
        }
        return new TimedTexts(texts, begin);
    }

    /** Adds the texts of one list; gives its time if the first text is empty, else NaN. */
    private static double list(byte[] bytes, int from, int to, List<TimedText> texts) {
        int mark = next(bytes, from, to, TEXT);
        if (mark == to) {
            throw new IllegalArgumentException("an annotation list without the end of its time");
        }
        int onsetEnd = Math.min(mark, next(bytes, from, to, DURATION));
        String onset = text(bytes, from, onsetEnd);
        if (!ONSET.matcher(onset).matches()) {
            throw new IllegalArgumentException(
                    "an annotation list does not begin with a time: '" + onset.replaceAll("\\p{Cntrl}", "?") + "'");
        }
        double seconds = Double.parseDouble(onset);
        boolean isClock = mark + 1 < to && bytes[mark + 1] == TEXT;
        for (int start = mark + 1; start < to; ) {
            int end = next(bytes, start, to, TEXT);
            String text = text(bytes, start, end).strip();
            if (!text.isEmpty()) {
                texts.add(new TimedText(seconds, text));
            }
            start = end + 1;
        }
        return isClock ? seconds : Double.NaN;
    }

    private static int next(byte[] bytes, int from, int to, byte wanted) {
        int at = from;
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
