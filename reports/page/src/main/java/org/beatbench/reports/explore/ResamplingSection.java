package org.beatbench.reports.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.resampling.Resampling;

/** What each way of resampling would make of the classes. */
final class ResamplingSection {

    private ResamplingSection() {}

    static Section of(Exploration data) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("Resampling"),
                Column.number("Beats", "in all, after resampling"),
                Column.number("Of before", "beats after resampling, as a share of those before")));
        data.beats().classes().forEach(name -> columns.add(Column.number(name, "beats of class " + name)));
        return new Section(
                "resampling",
                "What resampling would do",
                List.of(
                        new Table(
                                "Beats of each class after resampling",
                                "Of the whole data set, as if all of it were for training. In an experiment only training beats are"
                                        + " ever resampled, and the numbers are accordingly smaller.",
                                columns,
                                Arrays.stream(Resampling.values())
                                        .map(resampling -> row(resampling, data))
                                        .toList()),
                        new Facts(Arrays.stream(Resampling.values())
                                .map(resampling -> new Fact(resampling.title(), resampling.explanation()))
                                .toList())));
    }

    private static List<Cell> row(Resampling resampling, Exploration data) {
        int[] after = resampling.countsAfter(data.beats().classCounts());
        long all = Arrays.stream(after).asLongStream().sum();
        List<Cell> row = new ArrayList<>(
                List.of(Cell.text(resampling.title()), Cell.count(all), Cell.share(all / (double) data.labelled())));
        Arrays.stream(after).forEach(count -> row.add(Cell.count(count)));
        return row;
    }
}
