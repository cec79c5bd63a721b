package org.beatbench.reports.sections.basis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Support;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.SupportColumns;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.sections.ComparisonPhrases;

/** On how many people the scores of each class rest. */
public final class SupportSection {

    private final Comparison comparison;

    public SupportSection(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The section, for a comparison in which a protocol is complete. */
    public Section section() {
        List<Protocol> known = new ArrayList<>();
        List<Protocol> unknown = new ArrayList<>();
        for (Protocol protocol : comparison.protocols()) {
            (comparison.support(protocol).isPresent() ? known : unknown).add(0, protocol);
        }
        List<Block> blocks = new ArrayList<>();
        if (!known.isEmpty()) {
            blocks.add(table(known));
        }
        if (!unknown.isEmpty()) {
            blocks.add(Prose.warning("it is not known whose the test beats are "
                    + Phrases.listed(unknown.stream().map(Protocol::phrase).toList())
                    + ", so it cannot be told on how many people a score rests."));
        }
        return new Section("support", "Support", blocks);
    }

    private Table table(List<Protocol> protocols) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("Class"),
                Column.text("Protocol"),
                Column.number("Beats", "test beats of the class, all folds together")));
        columns.addAll(SupportColumns.of("subjects"));
        List<List<Cell>> rows = new ArrayList<>();
        for (Protocol protocol : protocols) {
            Optional<Support> support = comparison.support(protocol);
            for (int label : comparison.scored(protocol)) {
                List<Cell> row = new ArrayList<>(List.of(
                        Cell.text(ComparisonPhrases.className(comparison, protocol, label)),
                        Cell.text(ComparisonPhrases.of(protocol)),
                        Cell.count(comparison.ranking(protocol).get(0).beats(label))));
                support.ifPresent(known -> row.addAll(SupportColumns.cells(known, label, known.restsOnFew(label))));
                rows.add(row);
            }
        }
        return new Table(
                "Whose the test beats are",
                "n: test beats of one seed, whoever was asked. " + SupportColumns.NOTE
                        + " The mark † stands at its scores too.",
                columns,
                rows);
    }
}
