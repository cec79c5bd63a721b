package org.beatbench.reports.sections.behaviour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.beatbench.api.Epoch;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.behaviour.CompetitorLearning;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Gallery;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.reports.sections.scores.Tables;

/** How those learnt that learn in epochs; nothing where nobody does. */
public final class LearningSection {

    /** More pairs of figures than these are too many to look at. */
    private static final int MOST_RUNS = 12;

    private static final String BY_BEAT = "beats";

    private static final String EXPLANATION =
            "Where validation falls behind while training still improves, a classifier begins"
                    + " to learn its training beats by heart. Training figures are taken while it learns, those of validation after each"
                    + " epoch, so early on validation may look the better of the two. The dashed line marks the epoch with the highest"
                    + " validation macro-F1. Choices are made by the validation beats, so none of these figures is a test.";

    private final Comparison comparison;

    public LearningSection(Comparison comparison) {
        this.comparison = comparison;
    }

    public Optional<Section> section() {
        List<CompetitorLearning> all = all();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.normal(EXPLANATION));
        blocks.add(table(all));
        List<CompetitorLearning> curves =
                all.stream().filter(CompetitorLearning::isACurve).toList();
        List<CompetitorLearning> drawn = curves.subList(0, Math.min(MOST_RUNS, curves.size()));
        for (Protocol protocol :
                drawn.stream().map(CompetitorLearning::protocol).distinct().toList()) {
            List<Figure> figures = drawn.stream()
                    .filter(learning -> learning.protocol().equals(protocol))
                    .flatMap(learning -> figures(learning).stream())
                    .toList();
            blocks.add(Prose.normal(Phrases.capital(protocol.phrase()) + ", the first run of each:"));
            blocks.add(new Gallery(figures));
        }
        if (drawn.size() < curves.size()) {
            blocks.add(Prose.normal("There are " + curves.size() + " pairs of curves, of which the first " + MOST_RUNS
                    + " are shown. The others are in epochs.csv of each trial."));
        }
        if (curves.size() < all.size()) {
            blocks.add(Prose.normal("A run of a single epoch has no curve."));
        }
        return Optional.of(new Section("learning", "Learning curves", blocks));
    }

    /** Under the strictest protocol under which there are epochs, and under the division by beats. */
    private List<CompetitorLearning> all() {
        List<Protocol> planned = comparison.planned();
        List<CompetitorLearning> all = new ArrayList<>();
        for (int i = planned.size() - 1; i >= 0; i--) {
            if (all.isEmpty() || planned.get(i).id().equals(BY_BEAT)) {
                all.addAll(under(planned.get(i)));
            }
        }
        return all;
    }

    /** How each learnt under a protocol, in the order of the ranking; then those that are not in it. */
    private List<CompetitorLearning> under(Protocol protocol) {
        return Stream.concat(
                        comparison.ranking(protocol).stream().map(Score::competitor), comparison.competitors().stream())
                .distinct()
                .flatMap(competitor -> CompetitorLearning.of(comparison, competitor, protocol).stream())
                .toList();
    }

    private List<Figure> figures(CompetitorLearning learning) {
        return new LearningFigures(learning, comparison.competitors().indexOf(learning.competitor())).figures();
    }

    private static Table table(List<CompetitorLearning> all) {
        return new Table(
                "Epochs",
                "Medians over the runs that stand for their split and seed, or over all runs of a set of folds that is not"
                        + " complete; brackets: the least and the most. Best: the epoch with the highest macro-F1 on the"
                        + " validation beats of its run.",
                List.of(
                        Column.text("Classifier"),
                        Column.text("Protocol"),
                        Column.number("Runs", "runs that told of epochs"),
                        Column.number("Epochs", "passes over the training beats before the fit ended"),
                        Column.number("Best epoch", "the epoch with the highest validation macro-F1"),
                        Column.number("Validation macro-F1", "in the best epoch"),
                        Column.number("Validation loss", "mean loss of a validation beat in the best epoch"),
                        Column.number("Training loss", "mean loss of a training beat in the best epoch"),
                        Column.number("Time per epoch", "wall time of a pass, with its validation beats"),
                        Column.number("Beats per second", "training beats passed in a second")),
                all.stream().map(LearningSection::row).toList());
    }

    private static List<Cell> row(CompetitorLearning learning) {
        return List.of(
                Cell.text(learning.competitor()),
                Cell.text(ComparisonPhrases.of(learning.protocol())),
                Cell.count(learning.runs().size()),
                Cell.of(Quantity.COUNT, learning.ofAll(List::size)),
                Cell.of(Quantity.COUNT, learning.ofBest(Epoch::number)),
                Cell.of(Quantity.SCORE, learning.ofBest(Epoch::validationMacroF1)),
                Cell.of(Quantity.PLAIN, learning.ofBest(Epoch::validationLoss)),
                Cell.of(Quantity.PLAIN, learning.ofBest(Epoch::trainingLoss)),
                Cell.of(Quantity.SECONDS, learning.ofAll(LearningSection::secondsPerEpoch)),
                Cell.of(Quantity.COUNT, learning.ofAll(LearningSection::beatsPerSecond)));
    }

    private static double secondsPerEpoch(List<Epoch> epochs) {
        Duration all = epochs.stream().map(Epoch::time).reduce(Duration.ZERO, Duration::plus);
        return Tables.seconds(all) / epochs.size();
    }

    private static double beatsPerSecond(List<Epoch> epochs) {
        return epochs.stream().mapToDouble(Epoch::beatsPerSecond).average().orElse(Double.NaN);
    }
}
