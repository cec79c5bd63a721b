package org.beatbench.reports.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.beatbench.comparison.text.TextPiece;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Section;

/** Finds in texts what becomes a link, and each word of the glossary where it stands for the first time. */
final class Wordings {

    private static final String OPENING = "([“";
    private static final String ENDING = ")].,;:?!”";

    /**
     * Terms that have not stood yet, with their places, by how they are written in lower case. Terms of many words are found in
     * the glossary only: as buttons in a text they would not break at the end of a line.
     */
    private final Map<String, String> left = new LinkedHashMap<>();

    Wordings(Optional<Section> glossary) {
        glossary.ifPresent(section -> terms(section).stream()
                .filter(term -> term.name().split(" ").length <= 2)
                .forEach(term -> left.put(term.name().toLowerCase(Locale.ROOT), place(term.name()))));
    }

    /** What a glossary explains. */
    static List<Facts.Fact> terms(Section glossary) {
        return glossary.blocks().stream()
                .flatMap(block -> block instanceof Facts facts ? facts.facts().stream() : null)
                .toList();
    }

    /** Where a word is explained; a sign is called by its number. */
    static String place(String name) {
        String letters = name.toLowerCase(Locale.ROOT)
                .replace("+", "plus-")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return "word-" + (letters.isEmpty() ? Integer.toHexString(name.codePointAt(0)) : letters);
    }

    /** The pieces of the next text of the page. */
    List<Wording> of(String text) {
        List<Wording> wordings = new ArrayList<>();
        for (TextPiece piece : TextPiece.of(text)) {
            if (piece.link()) {
                wordings.add(Wording.of(piece.text(), true));
            } else {
                addTerms(piece.text(), wordings);
            }
        }
        return wordings;
    }

    private void addTerms(String text, List<Wording> wordings) {
        int end = 0;
        while (!left.isEmpty()) {
            Matcher next = anyOfThoseLeft().matcher(text);
            if (!next.find(end)) {
                break;
            }
            String place = left.remove(next.group().toLowerCase(Locale.ROOT));
            int from = next.start();
            while (from > end && OPENING.indexOf(text.charAt(from - 1)) >= 0) {
                from--;
            }
            int to = next.end();
            while (to < text.length() && ENDING.indexOf(text.charAt(to)) >= 0) {
                to++;
            }
            wordings.add(Wording.of(text.substring(end, from), false));
            wordings.add(new Wording(
                    next.group(),
                    false,
                    place == null ? "" : place,
                    text.substring(from, next.start()),
                    text.substring(next.end(), to)));
            end = to;
        }
        wordings.add(Wording.of(text.substring(end), false));
    }

    /** Whole words only: no F1 in macro-F1. */
    private Pattern anyOfThoseLeft() {
        String terms = left.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\w+-])(?:" + terms + ")(?![\\w-])", Pattern.CASE_INSENSITIVE);
    }
}
