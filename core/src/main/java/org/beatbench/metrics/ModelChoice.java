package org.beatbench.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beatbench.experiment.Trial;
import org.beatbench.results.Outcome.Completed;
import org.beatbench.results.RunRecord;

/**
 * Chooses among candidates that differ in settings: a reading of the store, by validation beats alone. Each split chooses for
 * itself, so no test beat has a part in the choice it is used to judge.
 */
public final class ModelChoice {

    private record Contest(String label, String protocol, long seed, String split) {

        static Contest of(Trial trial) {
            return new Contest(trial.label(), trial.protocol(), trial.seed(), trial.split());
        }
    }

    private ModelChoice() {}

    /**
     * The completed run of each competitor and split; of several candidates, the one with the highest macro-F1 on the validation
     * beats (of equals, the first). A contest in which a candidate is still missing has no winner yet; candidates that failed or
     * were stopped cannot win.
     *
     * @param planned all trials
     * @param runs what is stored of them
     */
    public static List<RunRecord> winners(List<Trial> planned, List<RunRecord> runs) {
        Map<Trial, RunRecord> stored = new LinkedHashMap<>();
        runs.forEach(run -> stored.put(run.trial(), run));
        Map<Contest, List<Trial>> contests = new LinkedHashMap<>();
        planned.forEach(trial -> contests.computeIfAbsent(Contest.of(trial), key -> new ArrayList<>())
                .add(trial));
        List<RunRecord> winners = new ArrayList<>();
        for (List<Trial> candidates : contests.values()) {
            if (stored.keySet().containsAll(candidates)) {
                winner(candidates.stream().map(stored::get).toList()).ifPresent(winners::add);
            }
        }
        return winners;
    }

    private static Optional<RunRecord> winner(List<RunRecord> candidates) {
        List<RunRecord> completed = candidates.stream()
                .filter(run -> run.outcome() instanceof Completed)
                .toList();
        if (completed.size() < 2) {
            return completed.stream().findFirst();
        }
        // The first of equals wins: max would take the last.
        return completed.stream().min(Comparator.comparingDouble(run -> -validationScore(run)));
    }

    private static double validationScore(RunRecord run) {
        return Quality.MACRO_F1.of(((Completed) run.outcome()).validation()).orElse(Double.NEGATIVE_INFINITY);
    }
}
