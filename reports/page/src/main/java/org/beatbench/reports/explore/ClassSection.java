package org.beatbench.reports.explore;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Section;
import org.beatbench.reports.SupportColumns;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Bars;

/** How many beats each class has, and on how many people it rests. */
final class ClassSection {

    private final Exploration data;

    private ClassSection(Exploration data) {
        this.data = data;
    }

    /** The table alone. */
    static Table support(Exploration data) {
        return new ClassSection(data).support();
    }

    static Section of(Exploration data) {
        ClassSection section = new ClassSection(data);
        return new Section("classes", "Classes", List.of(section.counts(), section.support()));
    }

    private Figure counts() {
        return new Figure(
                "class-counts",
                data.titled("Beats of each class"),
                "The rarer a class, the less its scores mean.",
                "Beats of each class; the table below gives every count.",
                new Bars(
                        Axis.linear("beats", Quantity.COUNT),
                        data.labels().stream()
                                .map(label -> new Bars.Bar(
                                        data.name(label), data.hue(label), Estimate.exactly(data.count(label))))
                                .toList()));
    }

    private Table support() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("Class"), Column.number("Beats", ""), Column.number("Share", "of all labelled beats")));
        if (!data.support().isEmpty()) {
            columns.addAll(SupportColumns.of(data.grouping().many()));
        }
        return new Table(
                "Where each class comes from",
                note(),
                columns,
                data.labels().stream().map(this::row).toList());
    }

    private String note() {
        String unlabelled = data.labelled() == data.beats().size()
                ? ""
                : Phrases.counted(data.beats().size() - data.labelled(), "beat has", "beats have")
                        + " no class and does not count here. ";
        return unlabelled
                + switch (data.grouping()) {
                    case SUBJECT -> SupportColumns.NOTE;
                    case RECORD ->
                        "Subjects are unknown; a record may be a recording or only a file, and one person may have"
                                + " several.";
                    case UNKNOWN -> "Subjects and records are unknown.";
                };
    }

    private List<Cell> row(int label) {
        double share = data.labelled() == 0 ? 0 : data.count(label) / (double) data.labelled();
        List<Cell> row = new ArrayList<>(List.of(
                Cell.text(data.name(label)),
                Cell.count(data.count(label)),
                Cell.share(share).withBar(share)));
        if (!data.support().isEmpty()) {
            row.addAll(SupportColumns.cells(data.support(), label, data.restsOnFew(label)));
        }
        return row;
    }
}
