package org.beatbench.app.experiments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.experiment.Trial;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;

/**
 * How far each classifier is under each protocol.
 *
 * @param completed trials that completed
 * @param failed those that failed or exceeded a limit, in words
 * @param missing those that were not run, in words
 * @param cells a cell for each classifier and protocol, in the order of the plan
 */
record TrialMatrix(Plan plan, int completed, List<String> failed, List<String> missing, List<Cell> cells) {

    TrialMatrix {
        failed = List.copyOf(failed);
        missing = List.copyOf(missing);
        cells = List.copyOf(cells);
    }

    /** How far one classifier is under one protocol. */
    record Cell(String classifier, String protocol, int trials, int completed, int failed) {

        private Cell and(Cell other) {
            return new Cell(
                    classifier, protocol, trials + other.trials, completed + other.completed, failed + other.failed);
        }

        /** Whether a trial is neither done nor failed. */
        boolean isUnfinished() {
            return completed + failed < trials;
        }
    }

    private record Place(String classifier, String protocol) {}

    /** That of a store. */
    static TrialMatrix of(FolderStore store) throws IOException {
        Plan plan = store.plan();
        Map<Trial, RunRecord> stored = new HashMap<>();
        store.all(plan.trials()).forEach(run -> stored.put(run.trial(), run));
        int completed = 0;
        List<String> failed = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        Map<Place, Cell> cells = new LinkedHashMap<>();
        for (Trial trial : plan.trials()) {
            RunRecord run = stored.get(trial);
            boolean isDone = run != null && run.outcome() instanceof Outcome.Completed;
            boolean isFailed = run != null && !isDone;
            completed += isDone ? 1 : 0;
            if (isFailed) {
                failed.add(trial.inWords());
            } else if (!isDone) {
                missing.add(trial.inWords());
            }
            cells.merge(
                    new Place(trial.label(), trial.protocolId()),
                    new Cell(trial.label(), trial.protocolId(), 1, isDone ? 1 : 0, isFailed ? 1 : 0),
                    Cell::and);
        }
        return new TrialMatrix(plan, completed, failed, missing, List.copyOf(cells.values()));
    }
}
