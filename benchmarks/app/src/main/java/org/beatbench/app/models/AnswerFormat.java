package org.beatbench.app.models;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.beatbench.models.PartScore;

/** A form in which the answers of a model are written, block by block; the head is written when it is begun. */
sealed interface AnswerFormat permits AnswersCsv, AnswersJson {

    /**
     * Writes the answers for the next beats, and does not keep them back.
     */
    void add(AnsweredBlock block) throws IOException;

    /**
     * Writes what comes after them, as far as the form has a place for it.
     *
     * @param summary of a recording; empty if none is wanted
     */
    void end(Optional<PartScore> scores, List<SummaryLine> summary) throws IOException;
}
