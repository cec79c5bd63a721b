package org.beatbench.reports.sections.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.InputLadder;
import org.beatbench.comparison.InputLadder.RulingRecord;
import org.beatbench.comparison.PairwiseComparison;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.stats.Interval;

/** What each thing that classifiers are told of a beat is worth. */
public final class InputSection {

    private final Comparison comparison;
    private final InputLadder ladder;

    private InputSection(Comparison comparison, InputLadder ladder) {
        this.comparison = comparison;
        this.ladder = ladder;
    }

    /** The ladder of inputs; empty unless the experiment compares several forms. */
    public static Optional<Section> of(Comparison comparison) {
        return InputLadder.of(comparison).map(ladder -> new InputSection(comparison, ladder).section());
    }

    private Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.normal(
                "The same beats, divided in the same way, in several forms, each telling a classifier more than the one before: "
                        + String.join(", ", ladder.forms())
                        + ". How each is made stands under the data. A difference is between a form and the one before it, of the"
                        + " same classifier on the same beats."));
        for (int i = comparison.protocols().size() - 1; i >= 0; i--) {
            Protocol protocol = comparison.protocols().get(i);
            Optional<RulingRecord> ruling = protocol.bySubject() ? ladder.rulingRecord(protocol) : Optional.empty();
            ruling.ifPresent(
                    one -> blocks.add(Prose.normal(Phrases.capital(protocol.phrase()) + ", record " + one.record()
                            + " holds " + Numbers.share(one.share()) + " of the test beats of class "
                            + comparison.plan().classNames().get(one.label())
                            + ": what is said of that class is said of one record, so scores stand without it, too.")));
            blocks.add(rungs(protocol, ruling));
        }
        return new Section("inputs", "What the surroundings of a beat are worth", blocks);
    }

    private Table rungs(Protocol protocol, Optional<RulingRecord> ruling) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("Classifier"),
                Column.text("Form"),
                Column.number("Macro-F1", Quality.MACRO_F1.explanation()),
                Column.number("Change", "of the macro-F1 from the form before, with its interval of 95 %, paired")));
        ruling.ifPresent(one ->
                columns.add(Column.number("Without " + one.record(), "macro-F1 without the beats of that record")));
        for (int label : comparison.scored(protocol)) {
            columns.add(Column.number(
                    "F1, " + ComparisonPhrases.className(comparison, protocol, label), "F1 of that class"));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (String classifier : ladder.classifiers()) {
            for (String form : ladder.forms()) {
                ladder.score(classifier, form, protocol)
                        .ifPresent(score -> rows.add(rung(classifier, form, score, ruling)));
            }
        }
        return new Table(
                "From form to form, " + protocol.title(),
                ComparisonPhrases.basis(comparison.ranking(protocol)) + ComparisonPhrases.few(comparison, protocol),
                columns,
                rows);
    }

    private List<Cell> rung(String classifier, String form, Score score, Optional<RulingRecord> ruling) {
        Protocol protocol = score.protocol();
        List<Cell> row = new ArrayList<>(List.of(
                Cell.text(classifier),
                Cell.text(form),
                Cell.of(Quantity.SCORE, score.macroF1()),
                ladder.step(classifier, form, protocol)
                        .map(step -> change(step, score.competitor()))
                        .orElse(Cell.missing())));
        ruling.ifPresent(one -> row.add(Cell.of(Quantity.SCORE, ladder.macroF1Without(score, one.record()))));
        for (int label : comparison.scored(protocol)) {
            row.add(Cell.of(Quantity.SCORE, score.confusion().f1(label)));
        }
        return row;
    }

    private static Cell change(PairwiseComparison step, String richer) {
        Interval interval = step.difference().interval();
        Estimate change = step.first().equals(richer)
                ? new Estimate(interval.estimate(), interval.low(), interval.high())
                : new Estimate(-interval.estimate(), -interval.high(), -interval.low());
        return new Cell(Numbers.difference(change.value()), "", change.value(), 0, Cell.Emphasis.NONE)
                .withDetail(Numbers.differences(change));
    }
}
