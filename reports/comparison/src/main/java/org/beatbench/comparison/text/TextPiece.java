package org.beatbench.comparison.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a text: plain words, or a web address that becomes a link.
 *
 * @param link whether it is a web address
 */
public record TextPiece(String text, boolean link) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)]");

    /** The pieces of a text, in order. */
    public static List<TextPiece> of(String text) {
        List<TextPiece> words = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(text);
        int end = 0;
        while (matcher.find()) {
            words.add(new TextPiece(text.substring(end, matcher.start()), false));
            words.add(new TextPiece(matcher.group(), true));
            end = matcher.end();
        }
        words.add(new TextPiece(text.substring(end), false));
        return words;
    }
}
