package org.beatbench.comparison.text;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of GitHub-flavoured Markdown. Names come from plug-ins and files, so no text becomes markup. */
public final class Markdown {

    private Markdown() {}

    /** A text that stays on its line and in its cell. */
    public static String line(String text) {
        return TextPiece.of(text).stream()
                .map(words -> words.link() ? "<" + words.text() + ">" : escaped(words.text()))
                .collect(Collectors.joining());
    }

    /** A paragraph, which ends with a line feed. */
    public static String paragraph(String text) {
        // At the start of a line these would begin a list.
        return line(text).replaceFirst("^(\\d{1,9})?([-+.)])(?=\\s)", "$1\\\\$2") + "\n";
    }

    /** A command to be copied, fenced by more backticks than it has in a row itself. */
    public static String code(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + "sh\n" + text + "\n" + fence + "\n";
    }

    /**
     * A table with its title above and its note below.
     *
     * @param rows of cells that are Markdown already
     */
    public static String table(String title, String note, List<TextTable.Column> columns, List<List<String>> rows) {
        StringBuilder text = new StringBuilder("**").append(line(title)).append("**\n\n");
        text.append(row(columns.stream().map(column -> line(column.title())).toList()));
        text.append(row(
                columns.stream().map(column -> column.number() ? "---:" : "---").toList()));
        rows.forEach(row -> text.append(row(row)));
        if (!note.isEmpty()) {
            text.append('\n').append(paragraph(note));
        }
        return text.toString();
    }

    private static String row(List<String> values) {
        return values.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\`*_<>|#~]", "\\\\$0")
                // A bracket alone is one, but it must not become a link; nor may a name hold a character reference.
                .replaceAll("\\](?=[(\\[:])|&(?=#?\\w+;)", "\\\\$0")
                .replaceAll("\\R", " ");
    }
}
