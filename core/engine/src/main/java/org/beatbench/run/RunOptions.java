package org.beatbench.run;

import org.beatbench.canaries.Canaries;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;

/**
 * How an experiment is to be run.
 *
 * @param force whether all trials are run again, also those that are stored
 * @param retry whether trials are run again that failed or exceeded a limit
 * @param untimed whether all trials run inside this process, without limits and beside other runs; their times mean nothing
 * @param acceptLeaks whether to go on although an audit failed, which is recorded
 */
public record RunOptions(boolean force, boolean retry, boolean untimed, boolean acceptLeaks) {

    /** Whether a stored trial is to be run all the same. */
    public boolean wantsAgain(RunRecord run) {
        boolean failed = !(run.outcome() instanceof Outcome.Completed);
        boolean isCanary = Canaries.include(run.trial().classifier().id());
        boolean lacksTimes = !untimed && !run.environment().isTimed() && !isCanary;
        return force || (retry && failed) || lacksTimes;
    }
}
