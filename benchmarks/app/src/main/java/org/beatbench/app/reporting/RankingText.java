package org.beatbench.app.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.comparison.text.TextTable;
import org.beatbench.comparison.text.TextTable.Column;
import org.jspecify.annotations.Nullable;

/** A ranking as a table for a terminal, which leaves out columns for which it has no room. */
final class RankingText {

    private static final String NONE = "";
    private static final String GAP = "  ";

    /** Longer lines of words are hard to follow. */
    private static final int READABLE = 110;

    private final int width;

    /**
     * Tables of a width.
     *
     * @param width letters of a line of the terminal
     */
    RankingText(int width) {
        this.width = width;
    }

    /** The table with all that there is room for; before the sensitivities of all classes it does without the costs. */
    TextTable table(Ranking ranking) {
        List<String> classes = classes(ranking);
        List<TextTable> tables = List.of(
                table(ranking, classes, true),
                table(ranking, classes, false),
                table(ranking, List.of(), true),
                table(ranking, List.of(), false));
        return tables.stream()
                .filter(table -> width(table) <= width)
                .findFirst()
                .orElse(tables.get(tables.size() - 1));
    }

    /** A text in lines that fit, each after two blanks. */
    List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && GAP.length() + line.length() + 1 + word.length() > Math.min(width, READABLE)) {
                lines.add(GAP + line);
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(GAP + line);
        return lines;
    }

    private static List<String> classes(Ranking ranking) {
        Set<String> named = new TreeSet<>();
        List<String> classes = new ArrayList<>();
        ranking.rows().forEach(row -> row.sensitivity().keySet().forEach(name -> {
            if (named.add(name)) {
                classes.add(name);
            }
        }));
        return classes;
    }

    private static TextTable table(Ranking ranking, List<String> classes, boolean costs) {
        List<Column> columns = new ArrayList<>(
                List.of(new Column("Classifier", false), new Column("Macro-F1", true), new Column("Accuracy", true)));
        classes.forEach(name -> columns.add(new Column("Se " + name, true)));
        if (costs) {
            columns.add(new Column("Fit", true));
            columns.add(new Column("One beat", true));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Ranking.Row row : ranking.rows()) {
            List<String> cells = new ArrayList<>(List.of(
                    row.isCanary() ? "(" + row.classifier() + ")" : row.classifier(),
                    text(Quantity.SCORE, row.macroF1()),
                    text(Quantity.SHARE, row.accuracy())));
            classes.forEach(name -> cells.add(share(row.sensitivity(), name)));
            if (costs) {
                cells.add(seconds(row.fitSeconds()));
                cells.add(seconds(row.beatSeconds()));
            }
            rows.add(cells);
        }
        return new TextTable(Phrases.capital(ranking.title()) + " (" + ranking.protocol() + ")", "", columns, rows);
    }

    private static String text(Quantity quantity, Ranking.@Nullable Value value) {
        return value == null ? NONE : Numbers.estimate(quantity, value.estimate());
    }

    private static String share(Map<String, Double> shares, String name) {
        Double share = shares.get(name);
        return share == null ? NONE : Numbers.share(share);
    }

    private static String seconds(@Nullable Double seconds) {
        return seconds == null ? NONE : Numbers.seconds(seconds);
    }

    private static int width(TextTable table) {
        return table.text()
                .lines()
                .skip(1)
                .mapToInt(line -> line.codePointCount(0, line.length()))
                .max()
                .orElse(0);
    }
}
