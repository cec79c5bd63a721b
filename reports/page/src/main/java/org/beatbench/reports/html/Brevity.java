package org.beatbench.reports.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in two parts: what is read at a glance, and what stands behind a button for those who want to know more. Both together are the
 * text, letter by letter.
 *
 * @param first at most {@value #MOST_WORDS} words where the text has a sentence, or a part of one, that is as short
 * @param rest what follows; empty if that is all
 */
record Brevity(String first, String rest) {

    /** Words of the first part, at most. */
    static final int MOST_WORDS = 20;

    /** An end of a sentence or of a part of one: not that of an initial, nor the points of numbers. */
    private static final Pattern END = Pattern.compile("(?<=[\\p{L}\\p{N})%]{2})[.;?] (?=\\S)");

    /** Divides a text at its last end within the first words, or else at its first. */
    static Brevity of(String text) {
        if (words(text) <= MOST_WORDS) {
            return new Brevity(text, "");
        }
        Matcher end = END.matcher(text);
        int at = 0;
        while (end.find() && (at == 0 || words(text.substring(0, end.start())) <= MOST_WORDS)) {
            at = end.end();
        }
        return at == 0 ? new Brevity(text, "") : new Brevity(text.substring(0, at), text.substring(at));
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
