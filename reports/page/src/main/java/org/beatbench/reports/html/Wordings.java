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
                wordings.add(new Wording(piece.text(), true, ""));
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
            wordings.add(new Wording(text.substring(end, next.start()), false, ""));
            wordings.add(new Wording(next.group(), false, place == null ? "" : place));
            end = next.end();
        }
        wordings.add(new Wording(text.substring(end), false, ""));
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
