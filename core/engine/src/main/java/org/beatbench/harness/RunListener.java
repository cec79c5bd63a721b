package org.beatbench.harness;

import java.util.List;
import org.beatbench.api.Epoch;
import org.beatbench.api.Provenance;
import org.beatbench.audit.ProtocolAudit;
import org.beatbench.experiment.Trial;
import org.beatbench.results.RunRecord;

/** Watches an experiment run. */
public interface RunListener {

    /** The beats are loaded; this is how they came to be, with what somebody must look at. */
    default void prepared(Provenance provenance) {}

    /** Splits are being audited; see {@link org.beatbench.api.Progress#advanced}. */
    default void auditing(String stage, long done, long total) {}

    /**
     * All splits are audited.
     *
     * @param protocols what came of each protocol, in the order of the plan
     */
    default void audited(List<ProtocolAudit> protocols) {}

    /**
     * The run begins.
     *
     * @param toRun trials still to run, in running order
     * @param all number of all trials, those already done included
     */
    default void planned(List<Trial> toRun, int all) {}

    default void started(Trial trial) {}

    /** See {@link org.beatbench.api.Progress#advanced}. */
    default void advanced(Trial trial, String stage, long done, long total) {}

    /** See {@link org.beatbench.api.Progress#epoch}. */
    default void epoch(Trial trial, Epoch epoch) {}

    /** A trial ended and its record is stored. */
    default void stored(RunRecord run) {}
}
