package org.beatbench.reports.sections.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.metrics.Aami;
import org.beatbench.metrics.Aami.RecordAverage;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.sections.ComparisonPhrases;

/** The figures by which the literature on heartbeats compares. */
public final class AamiSection {

    private final Comparison comparison;

    public AamiSection(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Empty for beats of other classes than those of the standard. */
    public Optional<Section> section() {
        if (!Aami.fits(comparison.plan().classNames())) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.normal(
                "How well supraventricular (SVEB, class S) and ventricular ectopic beats (VEB, class V) are found, counted as"
                        + " ANSI/AAMI EC57 counts them: a fusion beat (F) or an unknown beat (Q) called V is no false VEB, and an"
                        + " unknown beat called S no false SVEB; a fusion beat called S is one. Gross is of all beats together;"
                        + " the average is over records, each weighing the same, where the data name records: it tells how a"
                        + " classifier fares on the usual recording, and the gross figure how it fares on the usual ectopic beat,"
                        + " most of which are from a few recordings."));
        blocks.add(Prose.normal(
                "Three differences from a test by the standard: the place of each beat is given, so no beat is missed or found"
                        + " where there is none; the first five minutes of a record count too; and records with paced beats are"
                        + " left out on the lists DS1 and DS2 only."));
        List<Protocol> protocols = comparison.protocols();
        for (int i = protocols.size() - 1; i >= 0; i--) {
            blocks.add(table(protocols.get(i)));
        }
        blocks.add(new Facts(Stream.of(Aami.values())
                .map(figure -> new Fact(figure.title(), figure.explanation()))
                .toList()));
        return Optional.of(new Section("aami", "AAMI view", blocks));
    }

    private Table table(Protocol protocol) {
        List<Aami> figures = figures(protocol);
        List<Column> columns = new ArrayList<>(List.of(Column.text("Classifier"), Column.text("Count")));
        figures.forEach(
                figure -> columns.add(Column.number(figure.title() + mark(figure, protocol), figure.explanation())));
        List<List<Cell>> rows = new ArrayList<>();
        for (Score score : comparison.ranking(protocol)) {
            rows.add(row(
                    score,
                    "gross",
                    figures.stream().map(figure -> gross(figure, score)).toList()));
            List<ConfusionMatrix> records = score.records();
            if (!records.isEmpty()) {
                rows.add(row(
                        score,
                        "average",
                        figures.stream().map(figure -> average(figure, records)).toList()));
            }
        }
        return new Table(
                "AAMI view " + protocol.phrase(),
                ComparisonPhrases.basis(comparison.ranking(protocol))
                        + " An average is over the records for which its figure is defined, whose number stands beside it."
                        + ComparisonPhrases.few(comparison, protocol),
                columns,
                rows);
    }

    /** The mark of the class that a figure is of, if that rests on too few people. */
    private String mark(Aami figure, Protocol protocol) {
        String ectopic = figure.id().startsWith("sveb") ? "S" : figure.id().startsWith("veb") ? "V" : "";
        int label = comparison.plan().classNames().indexOf(ectopic);
        return label < 0
                ? ""
                : ComparisonPhrases.className(comparison, protocol, label).substring(ectopic.length());
    }

    /** The index that sums up the rest comes first. Where beats of class Q are not scored, five classes are as good as four. */
    private List<Aami> figures(Protocol protocol) {
        boolean five = comparison.plan().classNames().contains("Q")
                && !protocol.unscored().contains("Q");
        return Stream.concat(Stream.of(Aami.J_KAPPA), Stream.of(Aami.values()))
                .distinct()
                .filter(figure -> five || figure != Aami.KAPPA_5)
                .toList();
    }

    private static List<Cell> row(Score score, String count, List<Cell> cells) {
        List<Cell> row = new ArrayList<>(List.of(Cell.text(score.competitor()), Cell.text(count)));
        row.addAll(cells);
        return row;
    }

    private static Cell gross(Aami figure, Score score) {
        return score.estimate(figure::of)
                .map(estimate -> Cell.of(Quantity.of(figure.unit()), estimate))
                .orElse(Cell.missing());
    }

    private static Cell average(Aami figure, List<ConfusionMatrix> records) {
        Optional<RecordAverage> average = figure.isAveraged() ? figure.average(records) : Optional.empty();
        return average.map(some ->
                        Cell.of(Quantity.of(figure.unit()), some.value()).withDetail("of " + some.records()))
                .orElse(Cell.missing());
    }
}
