package org.beatbench.app.models;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;
import org.beatbench.models.PartScore;

/** A form in which the answers of a model are written, block by block; the head is written when it is begun. */
sealed interface AnswerFormat permits AnswersCsv, AnswersJson {

    /**
     * Writes the answers for the next beats, and does not keep them back.
     *
     * @param beats what was asked
     * @param flat those of them that cannot be judged, whatever the model says
     */
    void add(Beats beats, Predictions answers, BitSet flat) throws IOException;

    /**
     * Writes what comes after them, as far as the form has a place for it.
     *
     * @param summary of a recording; empty if none is wanted
     */
    void end(Optional<PartScore> scores, List<SummaryLine> summary) throws IOException;
}
