package org.beatbench.comparison.behaviour;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.beatbench.api.Epoch;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.FoldSet;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.beatbench.stats.Sample;

/**
 * The learning curves of one competitor under one protocol: its runs that have epochs.
 *
 * @param runs at least one, each with epochs; those that completed first
 */
public record CompetitorLearning(String competitor, Protocol protocol, List<RunRecord> runs) {

    public CompetitorLearning {
        runs = List.copyOf(runs);
    }

    /**
     * The runs of a competitor under a protocol: those that stand for their split, or all there are of a set that is not
     * complete. Empty if none of them told of epochs.
     */
    public static Optional<CompetitorLearning> of(Comparison comparison, String competitor, Protocol protocol) {
        List<RunRecord> runs = comparison.sets().stream()
                .filter(set -> set.competitor().equals(competitor)
                        && Protocols.of(set.protocol()).equals(protocol))
                .flatMap(set -> set.chosen().map(List::stream).orElseGet(() -> stored(set)))
                .filter(run -> !run.outcome().epochs().isEmpty())
                .sorted(Comparator.comparing(run -> !(run.outcome() instanceof Outcome.Completed)))
                .toList();
        return runs.isEmpty() ? Optional.empty() : Optional.of(new CompetitorLearning(competitor, protocol, runs));
    }

    /** The run that is drawn: the first. */
    public RunRecord drawn() {
        return runs.get(0);
    }

    /** Whether there is more than a point to be drawn. */
    public boolean isACurve() {
        return drawn().outcome().epochs().size() > 1;
    }

    /** The epoch with the highest validation macro-F1, the first of equals; empty where there was none. */
    public static Optional<Epoch> best(List<Epoch> epochs) {
        return epochs.stream()
                .filter(epoch -> !Double.isNaN(epoch.validationMacroF1()))
                .reduce((first, second) -> second.validationMacroF1() > first.validationMacroF1() ? second : first);
    }

    /** The median of a figure of the best epoch of each run, with the least and the most; empty if one is not finite. */
    public Optional<Estimate> ofBest(ToDoubleFunction<Epoch> figure) {
        return median(runs.stream()
                .flatMap(run -> best(run.outcome().epochs()).stream())
                .mapToDouble(figure)
                .toArray());
    }

    /** The same of a figure of all epochs of each run together. */
    public Optional<Estimate> ofAll(ToDoubleFunction<List<Epoch>> figure) {
        return median(runs.stream()
                .map(run -> run.outcome().epochs())
                .mapToDouble(figure)
                .toArray());
    }

    private static Optional<Estimate> median(double[] values) {
        if (values.length == 0 || !DoubleStream.of(values).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        Sample sample = Sample.of(values);
        return Optional.of(new Estimate(sample.quantile(0.5), sample.quantile(0), sample.quantile(1)));
    }

    private static Stream<RunRecord> stored(FoldSet set) {
        return set.trials().stream()
                .flatMap(trial -> Optional.ofNullable(set.runs().get(trial.key())).stream());
    }
}
