package org.beatbench.reports.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;

/** Whose the beats are, class by class. */
final class GroupingSection {

    /** Beyond this many, only the largest are listed. */
    private static final int LISTED = 200;

    private final Exploration data;
    private final boolean namesRecords;

    private GroupingSection(Exploration data) {
        this.data = data;
        this.namesRecords = data.grouping() == Grouping.SUBJECT
                && data.beats().beats().stream().anyMatch(Grouping.RECORD::knows);
    }

    /** A section, for data of which some origin is known. */
    static Section of(Exploration data) {
        return new Section(
                "origins", Phrases.capital(data.grouping().many()), List.of(new GroupingSection(data).table()));
    }

    private Table table() {
        List<String> names = data.support().largestFirst();
        List<String> listed = names.subList(0, Math.min(LISTED, names.size())).stream()
                .sorted()
                .toList();
        List<Column> columns = new ArrayList<>(
                List.of(Column.text(Phrases.capital(data.grouping().one()))));
        if (namesRecords) {
            columns.add(Column.text("Records"));
        }
        columns.add(Column.number("Beats", ""));
        data.labels()
                .forEach(label -> columns.add(Column.number(
                        data.name(label),
                        "beats of class " + data.name(label) + "; the bar is the part of the class")));
        Map<String, SortedSet<String>> records = records();
        return new Table(
                "Beats by " + data.grouping().one() + " and class",
                (listed.size() < names.size() ? "The " + LISTED + " largest of " + names.size() + " are listed. " : "")
                        + "Bars show what part of its class a "
                        + data.grouping().one() + " holds.",
                columns,
                listed.stream().map(name -> row(name, records)).toList());
    }

    private List<Cell> row(String name, Map<String, SortedSet<String>> records) {
        List<Cell> row = new ArrayList<>(List.of(Cell.text(name)));
        if (namesRecords) {
            row.add(Cell.text(String.join(", ", records.getOrDefault(name, new TreeSet<>()))));
        }
        row.add(Cell.count(data.support().beats(name)));
        for (int label : data.labels()) {
            int beats = data.support().beats(name, label);
            row.add(
                    beats == 0
                            ? Cell.count(0).with(Cell.Emphasis.MISSING)
                            : Cell.count(beats).withBar(data.support().share(name, label)));
        }
        return row;
    }

    private Map<String, SortedSet<String>> records() {
        Map<String, SortedSet<String>> records = new TreeMap<>();
        data.beats().beats().stream().filter(Grouping.RECORD::knows).forEach(beat -> records.computeIfAbsent(
                        data.grouping().of(beat), name -> new TreeSet<>())
                .add(beat.record()));
        return records;
    }
}
