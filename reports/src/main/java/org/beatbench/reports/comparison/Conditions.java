package org.beatbench.reports.comparison;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.results.Environment;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;

/** Whether the costs of trials were measured under the same conditions. */
final class Conditions {

    private final List<Environment> environments;

    private Conditions(List<Environment> environments) {
        this.environments = environments;
    }

    /** Those of the runs that completed: no others have costs. */
    static Conditions of(List<RunRecord> runs) {
        return new Conditions(runs.stream()
                .filter(run -> run.outcome() instanceof Outcome.Completed)
                .map(RunRecord::environment)
                .toList());
    }

    /** What makes the costs of these trials hard to compare, in sentences; none if nothing does. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        long together = shared();
        if (together > 0) {
            warnings.add(Words.counted(together, "trial", "trials") + " of " + environments.size()
                    + " did not run in a process of their own, so one may have warmed up or slowed down another, and peak"
                    + " memory is that of all of them. Costs are not comparable.");
        }
        if (machines() > 1) {
            warnings.add("trials ran on " + machines()
                    + " different machines or Java runtimes, named under Environment. Costs of classifiers measured on"
                    + " different ones are not comparable.");
        }
        return warnings;
    }

    /** The same in a few words. */
    String summary() {
        if (environments.isEmpty()) {
            return "none completed";
        }
        long together = shared();
        return (together == 0
                        ? "each in a process of its own"
                        : together + " of " + environments.size() + " inside the program")
                + ", on " + Words.counted(machines(), "machine", "machines or Java runtimes");
    }

    private long shared() {
        return environments.stream()
                .filter(environment -> !environment.isTimed())
                .count();
    }

    private long machines() {
        return environments.stream()
                .map(environment ->
                        List.<Object>of(environment.processor(), environment.processors(), environment.java()))
                .distinct()
                .count();
    }
}
