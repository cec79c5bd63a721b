package org.beatbench.comparison;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beatbench.canaries.Canaries;
import org.beatbench.experiment.Trial;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;

/**
 * All trials of one competitor under one protocol and seed. It counts whole or not at all: a mean over the folds that
 * happened to finish would favour whoever fails on hard ones.
 *
 * @param trials as planned; several for a split where candidates compete
 * @param runs what is stored of them, by key
 */
public record FoldSet(String competitor, String protocol, long seed, List<Trial> trials, Map<String, RunRecord> runs) {

    public FoldSet {
        trials = List.copyOf(trials);
        runs = Map.copyOf(runs);
    }

    /**
     * The run that stands for each split, or nothing while one of them is without. Of several candidates it is the one
     * with the best macro-F1 on those validation beats whose class the protocol scores; the first of equals.
     */
    public Optional<List<RunRecord>> chosen() {
        Map<String, List<Trial>> splits =
                trials.stream().collect(Collectors.groupingBy(Trial::split, LinkedHashMap::new, Collectors.toList()));
        List<Optional<RunRecord>> chosen =
                splits.values().stream().map(this::best).toList();
        return chosen.stream().allMatch(Optional::isPresent)
                ? Optional.of(chosen.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    /** Whether this is no competitor but a yardstick. */
    public boolean isCanary() {
        return Canaries.include(trials.get(0).classifier().id());
    }

    /** Whether nothing was run here, and its answers were imported. */
    public boolean isImported() {
        return trials.get(0).classifier().wasImported();
    }

    /** Number of splits. */
    public long size() {
        return trials.stream().map(Trial::split).distinct().count();
    }

    /** Number of splits that have an answer. */
    public long done() {
        return trials.stream()
                .filter(trial -> completed(trial).isPresent())
                .map(Trial::split)
                .distinct()
                .count();
    }

    /** Nothing is chosen before every candidate was tried. */
    private Optional<RunRecord> best(List<Trial> candidates) {
        if (!candidates.stream().allMatch(trial -> runs.containsKey(trial.key()))) {
            return Optional.empty();
        }
        List<RunRecord> completed =
                candidates.stream().flatMap(trial -> completed(trial).stream()).toList();
        return completed.size() < 2
                ? completed.stream().findFirst()
                : completed.stream()
                        .sorted(Comparator.comparingDouble(FoldSet::onValidation)
                                .reversed())
                        .findFirst();
    }

    private Optional<RunRecord> completed(Trial trial) {
        return Optional.ofNullable(runs.get(trial.key())).filter(run -> run.outcome() instanceof Outcome.Completed);
    }

    private static double onValidation(RunRecord run) {
        Protocol protocol = Protocols.of(run.trial().protocolId());
        return Quality.MACRO_F1
                .of(((Outcome.Completed) run.outcome()).validation().without(protocol.unscored()))
                .orElse(Double.NEGATIVE_INFINITY);
    }
}
