package org.beatbench.reports.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.change.Change;
import org.beatbench.comparison.change.Changes;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.metrics.ClassMetric;
import org.beatbench.protocol.Protocols;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Gallery;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Strips;

/** By how much two results differ under one protocol, as pictures: a line for each classifier, beside one for no difference. */
final class ChangeFigures {

    private static final String OF_CLASS = ClassMetric.F1.id() + ":";

    /** Beyond this many classes they are in the table only. */
    private static final int MOST_CLASSES = 12;

    private final Changes changes;
    private final String protocol;
    private final List<String> classifiers;

    ChangeFigures(Changes changes, String protocol) {
        this.changes = changes;
        this.protocol = protocol;
        this.classifiers = List.copyOf(changes.first().competitors().keySet());
    }

    /** The macro-F1 of every classifier; empty if none has one. */
    Optional<Figure> macroF1() {
        return figure("changes-" + protocol, ChangeSentence.MEASURE, "macro-F1");
    }

    /** The F1 of every class, one picture each; empty if there are too many classes, or none was measured. */
    Optional<Gallery> classes() {
        List<String> measures = changes.all().stream()
                .filter(change -> change.protocol().equals(protocol))
                .map(Change::measure)
                .filter(measure -> measure.startsWith(OF_CLASS))
                .distinct()
                .toList();
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            String name = "F1 of " + measures.get(i).substring(OF_CLASS.length());
            figure("changes-" + protocol + "-" + i, measures.get(i), name).ifPresent(figures::add);
        }
        return figures.isEmpty() || figures.size() > MOST_CLASSES
                ? Optional.empty()
                : Optional.of(new Gallery(figures));
    }

    private Optional<Figure> figure(String id, String measure, String name) {
        List<Change> measured = changes.all().stream()
                .filter(change ->
                        change.protocol().equals(protocol) && change.measure().equals(measure))
                .toList();
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        List<Strips.Strip> strips = new ArrayList<>();
        strips.add(new Strips.Strip("no difference", Hue.NEUTRAL, Estimate.exactly(0), List.of()));
        for (Change change : measured) {
            strips.add(new Strips.Strip(
                    change.classifier(),
                    Hue.ofSeries(classifiers.indexOf(change.classifier())),
                    change.interval()
                            .map(interval -> new Estimate(change.difference(), interval.low(), interval.high()))
                            .orElse(Estimate.exactly(change.difference())),
                    List.of()));
        }
        long apart = strips.stream()
                .filter(strip -> strip.mark().low() > 0 || strip.mark().high() < 0)
                .filter(strip -> strip.mark().hasInterval())
                .count();
        return Optional.of(new Figure(
                id,
                "B less A: " + name + " " + Protocols.of(protocol).phrase(),
                "Right of \"no difference\", B is higher. Lines are intervals of 95 % of the difference itself; what has none"
                        + " may be chance.",
                Phrases.counted(measured.size(), "classifier", "classifiers") + ", of which " + apart
                        + " with an interval that leaves out 0.",
                new Strips(Axis.linear("difference of the " + name + ", B less A", Quantity.SCORE), strips)));
    }
}
