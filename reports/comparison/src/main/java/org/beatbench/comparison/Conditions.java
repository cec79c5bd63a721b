package org.beatbench.comparison;

import java.util.List;
import org.beatbench.results.Environment;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;

/** Under which conditions the costs of trials were measured, which must be the same for them to be compared. */
public final class Conditions {

    private final List<Environment> environments;

    private Conditions(List<Environment> environments) {
        this.environments = environments;
    }

    /** Those of the runs that completed: no others have costs. */
    public static Conditions of(List<RunRecord> runs) {
        return new Conditions(runs.stream()
                .filter(run -> run.outcome() instanceof Outcome.Completed)
                .map(RunRecord::environment)
                .toList());
    }

    /** Number of trials. */
    public int trials() {
        return environments.size();
    }

    /** Number of trials that did not run in a process of their own. */
    public long together() {
        return environments.stream()
                .filter(environment -> !environment.isTimed())
                .count();
    }

    /** Number of different machines, or Java runtimes. */
    public long machines() {
        return environments.stream()
                .map(environment ->
                        List.<Object>of(environment.processor(), environment.processors(), environment.java()))
                .distinct()
                .count();
    }
}
