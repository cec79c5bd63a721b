package org.beatbench.reports.sections.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.behaviour.CompetitorRobustness;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Figure;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Ladder;
import org.beatbench.reports.sections.Colours;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.robustness.PerturbationLadder;

/** The macro-F1 of each competitor against the strength of each kind of disturbance, all on the same scale. */
final class RobustnessFigures {

    private final Comparison comparison;
    private final Protocol protocol;
    private final List<CompetitorRobustness> competitors;

    RobustnessFigures(Comparison comparison, Protocol protocol, List<CompetitorRobustness> competitors) {
        this.comparison = comparison;
        this.protocol = protocol;
        this.competitors = competitors;
    }

    List<Figure> figures() {
        return PerturbationLadder.kinds().stream().map(this::figure).toList();
    }

    private Figure figure(String kind) {
        List<Perturbation> steps = PerturbationLadder.of(kind);
        List<String> names = Stream.concat(
                        Stream.of("none"),
                        steps.stream()
                                .map(step -> step.strength().isEmpty() ? "inverted" : RobustnessPhrases.strength(step)))
                .toList();
        List<Ladder.Line> lines =
                competitors.stream().map(one -> line(one, steps)).toList();
        double[] all = competitors.stream()
                .flatMapToDouble(one -> DoubleStream.concat(
                        DoubleStream.of(one.undisturbed()),
                        PerturbationLadder.STEPS.stream().mapToDouble(one::disturbed)))
                .toArray();
        Perturbation last = steps.get(steps.size() - 1);
        return new Figure(
                "robustness-" + protocol.id() + "-" + kind,
                RobustnessPhrases.kind(kind) + ", " + protocol.title(),
                "Macro-F1 on the same " + Numbers.count(competitors.get(0).beats())
                        + " test beats, on the left as they were, to the right ever more disturbed. Without intervals; the scale is"
                        + " that of all disturbances. "
                        + Phrases.capital(ComparisonPhrases.of(comparison.audit(protocol))) + ".",
                RobustnessPhrases.kind(kind) + ": "
                        + String.join(
                                ", ",
                                competitors.stream()
                                        .map(one -> one.competitor() + " from "
                                                + RobustnessPhrases.fall(one.undisturbed(), one.disturbed(last)))
                                        .toList())
                        + ".",
                new Ladder(
                        names,
                        Axis.linear("macro-F1", Quantity.SCORE),
                        DoubleStream.of(all).min().orElse(0),
                        DoubleStream.of(all).max().orElse(1),
                        lines));
    }

    private Ladder.Line line(CompetitorRobustness one, List<Perturbation> steps) {
        List<Ladder.Rung> rungs = new ArrayList<>();
        rungs.add(new Ladder.Rung(0, Estimate.exactly(one.undisturbed())));
        for (int i = 0; i < steps.size(); i++) {
            rungs.add(new Ladder.Rung(i + 1, Estimate.exactly(one.disturbed(steps.get(i)))));
        }
        return new Ladder.Line(one.competitor(), Colours.of(comparison, one.competitor()), rungs);
    }
}
