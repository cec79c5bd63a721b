package org.beatbench.reports.recording;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.models.ClassScore;
import org.beatbench.models.ModelCard;
import org.beatbench.models.PartScore;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Table;
import org.beatbench.stats.Interval;
import org.jspecify.annotations.Nullable;

/** What the card of a model says of it: who it is, and how well it does with people that it has not learned from. */
final class ModelFacts {

    private final ModelCard card;

    ModelFacts(ModelCard card) {
        this.card = card;
    }

    String name() {
        return card.name() + " (" + card.classifier().id() + " "
                + card.classifier().version() + "), trained "
                + card.trained().atZone(ZoneOffset.UTC).toLocalDate() + " on "
                + card.training().datasetName() + (card.training().synthetic() ? ", SYNTHETIC" : "");
    }

    /** Its scores in a sentence. */
    String scores() {
        Optional<PartScore> score = last();
        if (score.isEmpty()) {
            return "Not known: it learned from all beats there were, and its card has no scores.";
        }
        PartScore part = score.orElseThrow();
        String figures = "macro-F1 " + figure(Quantity.SCORE, part.macroF1()) + ", accuracy "
                + figure(Quantity.SHARE, part.accuracy()) + ", on " + Numbers.count(part.beats()) + " beats";
        return isOfNewPeople(part)
                ? figures + " of " + Numbers.count(part.subjects()) + " people it has not learned from."
                : "Not known: its card has scores on beats (" + figures
                        + ") whose people were not kept apart from those it learned from.";
    }

    /** Its scores by class. */
    List<Block> blocks() {
        Optional<PartScore> score = last();
        if (score.isEmpty()) {
            return List.of(Prose.normal(scores()));
        }
        PartScore part = score.orElseThrow();
        List<List<Cell>> rows = new ArrayList<>();
        for (ClassScore one : part.classes()) {
            rows.add(List.of(
                    Cell.text(one.name()),
                    Cell.count(one.beats()),
                    cell(Quantity.SHARE, one.sensitivity()),
                    cell(Quantity.SHARE, one.positivePredictiveValue()),
                    cell(Quantity.SCORE, one.f1())));
        }
        List<Block> blocks = new ArrayList<>(List.of(
                Prose.normal(scores()),
                new Table(
                        "Scores of the model by class",
                        "On the " + part.part() + " beats of its card"
                                + (isOfNewPeople(part) ? ", of people it has not learned from." : "."),
                        List.of(
                                Table.Column.text("Class"),
                                Table.Column.number("Beats", "of the class that were scored"),
                                Table.Column.number("Se", "sensitivity: the part of them that was found"),
                                Table.Column.number(
                                        "+P", "positive predictive value: the part of the beats called so that is"),
                                Table.Column.number("F1", "the harmonic mean of both")),
                        rows)));
        if (!part.remark().isEmpty()) {
            blocks.add(Prose.normal(part.remark()));
        }
        return blocks;
    }

    /** Of the last part that was held out: the test beats, if there were any. */
    private Optional<PartScore> last() {
        return card.scores().isEmpty()
                ? Optional.empty()
                : Optional.of(card.scores().get(card.scores().size() - 1));
    }

    private static boolean isOfNewPeople(PartScore part) {
        return part.unit().equals(PartScore.SUBJECT);
    }

    private static Cell cell(Quantity quantity, @Nullable Double value) {
        return value == null ? Cell.missing() : Cell.of(quantity, value);
    }

    private static String figure(Quantity quantity, @Nullable Interval interval) {
        return interval == null
                ? "–"
                : Numbers.estimate(quantity, new Estimate(interval.estimate(), interval.low(), interval.high()));
    }
}
