package org.beatbench.reports.sections.behaviour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.behaviour.CompetitorRobustness;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Gallery;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.robustness.PerturbationLadder;

/** What a worse ECG does to those who learned from a good one; nothing where it was not asked for. */
public final class RobustnessSection {

    private static final String BY_BEAT = "beats";

    private static final String EXPLANATION =
            "What if the ECG is worse than those learned from? Recordings of test beats were"
                    + " disturbed, their beats cut again in the same way, and the same models asked again; nobody has learned from a"
                    + " disturbed beat. Baseline wander (slow waves of 0.05 to 0.5 Hz), mains hum (50 Hz, whatever the mains were where they were recorded) and muscle noise"
                    + " (white, the simplest stand-in for it) are as"
                    + " strong as a signal-to-noise ratio says: power of the whole recording over that of the noise, each about its mean. A"
                    + " wrong gain acts before the signal becomes numbers: too low, steps are lost, too high, peaks are cut off. The lead is"
                    + " inverted by electrodes that were mixed up. Displaced marks are up to so far too early or too late, each by itself, as"
                    + " from a detector.";

    private static final String CAUTION =
            "The beats are a part of the test beats in which rare classes are more frequent, so the"
                    + " scores are not those of the ranking; they can be compared with one another. Whoever scores low has less to lose: look"
                    + " at what is left, not only at what is lost.";

    private final Comparison comparison;

    public RobustnessSection(Comparison comparison) {
        this.comparison = comparison;
    }

    public Optional<Section> section() {
        List<Block> blocks = new ArrayList<>();
        for (Protocol protocol : shown()) {
            List<CompetitorRobustness> all = CompetitorRobustness.under(comparison, protocol);
            List<CompetitorRobustness> competitors =
                    all.stream().filter(one -> !one.isCanary()).toList();
            if (blocks.isEmpty()) {
                blocks.add(Prose.normal(EXPLANATION));
                blocks.add(Prose.normal(CAUTION));
            }
            blocks.add(Prose.normal(Phrases.capital(protocol.phrase()) + ": " + summary(all)));
            blocks.add(new Gallery(new RobustnessFigures(comparison, protocol, competitors).figures()));
            blocks.add(strongest(protocol, all));
            blocks.add(every(protocol, competitors));
        }
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Section("robustness", "Robustness", blocks));
    }

    /** The strictest protocol under which it was measured, and the division by beats. */
    private List<Protocol> shown() {
        List<Protocol> protocols = comparison.protocols();
        List<Protocol> shown = new ArrayList<>();
        for (int i = protocols.size() - 1; i >= 0; i--) {
            Protocol protocol = protocols.get(i);
            boolean measured =
                    CompetitorRobustness.under(comparison, protocol).stream().anyMatch(one -> !one.isCanary());
            if (measured && (shown.isEmpty() || protocol.id().equals(BY_BEAT))) {
                shown.add(protocol);
            }
        }
        return shown;
    }

    private static String summary(List<CompetitorRobustness> all) {
        List<CompetitorRobustness> competitors =
                all.stream().filter(one -> !one.isCanary()).toList();
        Perturbation worst = PerturbationLadder.STEPS.stream()
                .min(Comparator.comparingDouble(step -> mean(competitors, step)))
                .orElseThrow();
        double cost = mean(competitors, worst);
        if (!(cost < 0)) {
            return "no disturbance lowers the macro-F1"
                    + (competitors.size() > 1 ? " in the mean of " + competitors.size() + " classifiers." : ".");
        }
        String most = "what costs most is " + RobustnessPhrases.step(worst) + ": "
                + (competitors.size() > 1 ? "in the mean of " + competitors.size() + " classifiers" : "there")
                + " the macro-F1 changes by " + Numbers.difference(cost) + ".";
        // Who knows next to nothing has next to nothing to lose, and deserves no praise for keeping it.
        double chance = all.stream()
                .filter(CompetitorRobustness::isOfNoShape)
                .mapToDouble(CompetitorRobustness::undisturbed)
                .max()
                .orElse(0);
        List<CompetitorRobustness> byLoss = competitors.stream()
                .filter(one -> one.undisturbed() > chance)
                .sorted(Comparator.comparingDouble(CompetitorRobustness::meanChange)
                        .reversed())
                .toList();
        if (byLoss.size() < 2) {
            return most;
        }
        String compared = byLoss.size() == competitors.size()
                ? " Over all disturbances"
                : " Of those that are above the canaries that know no shape, over all disturbances";
        return most + compared + ", without intervals, " + loss(byLoss.get(0)) + " loses least, and "
                + loss(byLoss.get(byLoss.size() - 1)) + " most.";
    }

    private static String loss(CompetitorRobustness one) {
        return one.competitor() + " (" + Numbers.difference(one.meanChange()) + " from "
                + Numbers.score(one.undisturbed()) + ")";
    }

    private static double mean(List<CompetitorRobustness> competitors, Perturbation step) {
        return competitors.stream()
                .flatMapToDouble(one -> DoubleStream.of(one.change(step)))
                .average()
                .orElseThrow();
    }

    private Table strongest(Protocol protocol, List<CompetitorRobustness> all) {
        List<Perturbation> steps = PerturbationLadder.kinds().stream()
                .map(kind -> PerturbationLadder.of(kind)
                        .get(PerturbationLadder.of(kind).size() - 1))
                .toList();
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("Classifier"), Column.number("Undisturbed", "macro-F1 of the same beats as they were")));
        steps.forEach(step ->
                columns.add(Column.number(Phrases.capital(RobustnessPhrases.step(step)), "change of the macro-F1")));
        columns.add(Column.number(
                "Mean change", "of the macro-F1 over all disturbances and strengths, each kind weighing the same"));
        List<List<Cell>> rows = new ArrayList<>();
        for (CompetitorRobustness one : all) {
            List<Cell> row =
                    new ArrayList<>(List.of(Cell.text(one.competitor()), Cell.of(Quantity.SCORE, one.undisturbed())));
            steps.forEach(step -> row.add(
                    one.isCanary()
                            ? RobustnessPhrases.change(one.change(step))
                            : RobustnessPhrases.change(one.changeWithInterval(step))));
            row.add(RobustnessPhrases.change(one.meanChange()));
            rows.add(one.isCanary() ? reference(row) : row);
        }
        return new Table(
                "What the strongest disturbances cost " + protocol.phrase(), note(protocol, all), columns, rows);
    }

    private static List<Cell> reference(List<Cell> row) {
        return row.stream().map(cell -> cell.with(Cell.Emphasis.REFERENCE)).toList();
    }

    private Table every(Protocol protocol, List<CompetitorRobustness> competitors) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("Disturbance"), Column.text("Strength")));
        competitors.forEach(
                one -> columns.add(Column.number(one.competitor(), "macro-F1, and by how much it has changed")));
        List<List<Cell>> rows = new ArrayList<>();
        List<Cell> first = new ArrayList<>(List.of(Cell.text("None"), Cell.text("")));
        competitors.forEach(one -> first.add(Cell.of(Quantity.SCORE, one.undisturbed())));
        rows.add(first);
        for (Perturbation step : PerturbationLadder.STEPS) {
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text(RobustnessPhrases.kind(step.kind())), Cell.text(RobustnessPhrases.strength(step))));
            competitors.forEach(one -> row.add(
                    Cell.of(Quantity.SCORE, one.disturbed(step)).withDetail(Numbers.difference(one.change(step)))));
            rows.add(row);
        }
        return new Table(
                "Every disturbance " + protocol.phrase(),
                basis(protocol, competitors) + " Macro-F1, and beside it the change. Without intervals.",
                columns,
                rows);
    }

    private String note(Protocol protocol, List<CompetitorRobustness> all) {
        return basis(protocol, all) + " Changes of the macro-F1. Brackets: 95 % intervals by paired bootstrap "
                + (all.get(0).overSubjects()
                        ? "over subjects"
                        : "over single beats, which is too narrow for new patients")
                + "; figures without brackets have none.";
    }

    /** Protocol, n, seeds and audit. */
    private String basis(Protocol protocol, List<CompetitorRobustness> all) {
        CompetitorRobustness first = all.get(0);
        return Phrases.capital(protocol.title()) + ", n = " + Numbers.count(first.beats()) + " test beats"
                + (first.subjects() > 0 ? " of " + Phrases.counted(first.subjects(), "subject", "subjects") : "") + ", "
                + Phrases.counted(first.seeds(), "seed", "seeds") + "; "
                + ComparisonPhrases.of(comparison.audit(protocol)) + "."
                + (protocol.unscored().isEmpty()
                        ? ""
                        : " Beats of class "
                                + Phrases.listed(
                                        protocol.unscored().stream().sorted().toList())
                                + " are not among them.");
    }
}
