package org.beatbench.protocol;

import java.util.Set;
import java.util.stream.Collectors;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;

/**
 * Marks which of two joined data sets a beat is of, in the names of its recording and of its subject: so the same name in both is
 * never taken for one person.
 */
public enum Parts {
    /** The data set that is learned from. */
    TRAINING("training:"),
    /** The data set that is only tested. */
    TEST("test:");

    private final String mark;

    Parts(String mark) {
        this.mark = mark;
    }

    /** The beat as one of this part, with another label perhaps. */
    public Beat mark(Beat beat, int label) {
        return new Beat(
                label,
                beat.unpaddedLength(),
                beat.rrBefore(),
                beat.rrAfter(),
                beat.knowsSubject() ? mark + beat.subject() : "",
                mark + beat.record(),
                beat.position(),
                beat.symbol());
    }

    /**
     * The beat as its own data set has it, without the mark.
     *
     * @param beat of this part
     * @param label the place of its class there
     */
    public Beat unmark(Beat beat, int label) {
        return new Beat(
                label,
                beat.unpaddedLength(),
                beat.rrBefore(),
                beat.rrAfter(),
                beat.knowsSubject() ? beat.subject().substring(mark.length()) : "",
                beat.record().substring(mark.length()),
                beat.position(),
                beat.symbol());
    }

    /** The rows of this part; none of a data set that was not joined. */
    public Selection rowsOf(Beats beats) {
        return Selection.where(beats.size(), row -> isOn(beats.beat(row)));
    }

    private boolean isOn(Beat beat) {
        return beat.record().startsWith(mark);
    }

    /** Whether every beat is marked as of one part, and each part has one. */
    static boolean areIn(Beats beats) {
        Set<String> marks = beats.beats().stream()
                .map(beat -> TRAINING.isOn(beat) ? "training" : TEST.isOn(beat) ? "test" : "none")
                .collect(Collectors.toSet());
        return marks.equals(Set.of("training", "test"));
    }
}
