package org.beatbench.reports.sections.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.beatbench.api.Epoch;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.behaviour.CompetitorLearning;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.experiment.Trial;
import org.beatbench.reports.Figure;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Hue;
import org.beatbench.results.Outcome;

/** The learning curves of one run: its loss, and its accuracy. */
final class LearningFigures {

    private static final Axis EPOCH = Axis.linear("epoch", Quantity.COUNT);

    private final CompetitorLearning learning;
    private final String place;
    private final List<Epoch> epochs;
    private final Optional<Epoch> best;

    /**
     * The curves of the run that is drawn.
     *
     * @param number of the competitor, for the names of files
     */
    LearningFigures(CompetitorLearning learning, int number) {
        this.learning = learning;
        this.place = learning.protocol().id() + "-" + number;
        this.epochs = learning.drawn().outcome().epochs();
        this.best = CompetitorLearning.best(epochs);
    }

    /** One figure of losses and one of accuracies; without those that have nothing to show. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figure(
                        "learning-loss-",
                        "loss",
                        Axis.linear("mean loss of a beat", Quantity.PLAIN),
                        List.of(
                                curve("training", 0, Epoch::trainingLoss),
                                curve("validation", 1, Epoch::validationLoss)))
                .ifPresent(figures::add);
        figure(
                        "learning-accuracy-",
                        "accuracy",
                        Axis.linear("accuracy, macro-F1", Quantity.SCORE),
                        List.of(
                                curve("training accuracy", 0, Epoch::trainingAccuracy),
                                curve("validation accuracy", 1, Epoch::validationAccuracy),
                                curve("validation macro-F1", 2, Epoch::validationMacroF1)))
                .ifPresent(figures::add);
        return figures;
    }

    private Optional<Figure> figure(String id, String what, Axis axis, List<Curves.Curve> all) {
        List<Curves.Curve> curves =
                all.stream().filter(curve -> !curve.points().isEmpty()).toList();
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        List<Curves.Mark> marks = best.stream()
                .map(epoch -> new Curves.Mark(epoch.number(), "best: epoch " + epoch.number()))
                .toList();
        return Optional.of(new Figure(
                id + place,
                learning.competitor() + ", " + learning.protocol().title() + ": " + what,
                caption(),
                alternative(what, curves),
                new Curves(EPOCH, axis, curves, marks)));
    }

    private Curves.Curve curve(String name, int layer, ToDoubleFunction<Epoch> figure) {
        return new Curves.Curve(
                name,
                Hue.ofLayer(layer),
                epochs.stream()
                        .filter(epoch -> Double.isFinite(figure.applyAsDouble(epoch)))
                        .map(epoch -> new Curves.Point(epoch.number(), Estimate.exactly(figure.applyAsDouble(epoch))))
                        .toList());
    }

    private String caption() {
        Trial trial = learning.drawn().trial();
        int last = epochs.get(epochs.size() - 1).number();
        int planned = epochs.get(epochs.size() - 1).planned();
        StringBuilder caption = new StringBuilder("Split " + trial.split() + ", seed " + trial.seed());
        caption.append(": ").append(Phrases.counted(last, "epoch", "epochs"));
        caption.append(last < planned ? " of " + planned + " planned." : ".");
        if (best.isEmpty()) {
            caption.append(" Without a validation macro-F1 there is no best epoch.");
        }
        long diverged = epochs.stream()
                .filter(epoch -> !Double.isFinite(epoch.trainingLoss()))
                .count();
        if (diverged > 0) {
            caption.append(" The training loss of ")
                    .append(Phrases.counted(diverged, "epoch", "epochs"))
                    .append(" is not a finite number: the fit diverged.");
        }
        Outcome outcome = learning.drawn().outcome();
        if (outcome instanceof Outcome.Failed failed) {
            caption.append(" The trial failed in ").append(failed.stage()).append(".");
        } else if (outcome instanceof Outcome.Stopped stopped) {
            caption.append(" The trial was stopped: it ")
                    .append(stopped.reason())
                    .append(".");
        }
        return caption.toString();
    }

    private String alternative(String what, List<Curves.Curve> curves) {
        List<String> ways = curves.stream()
                .map(curve -> curve.name() + " from " + written(curve.points().get(0)) + " to "
                        + written(curve.points().get(curve.points().size() - 1)))
                .toList();
        return "Curves of " + what + " by epoch: " + String.join(", ", ways)
                + best.map(epoch -> "; best epoch " + epoch.number()).orElse("") + ".";
    }

    private static String written(Curves.Point point) {
        return Numbers.plain(point.y().value());
    }
}
