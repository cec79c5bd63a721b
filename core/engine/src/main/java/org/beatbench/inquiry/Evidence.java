package org.beatbench.inquiry;

import java.util.Optional;
import org.beatbench.answers.Answers;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;

/**
 * What findings are held against.
 *
 * @param dataset all beats
 * @param tested what the model answered in the test
 * @param scope what was asked about; empty if this program would divide the data in another way than the trial did
 * @param judge is told of everything that has to hold
 */
public record Evidence(Beats dataset, Answers tested, Optional<Scope> scope, Judge judge) {

    /** Decides what becomes of findings that do not hold. */
    @FunctionalInterface
    public interface Judge {

        /**
         * Something has to hold.
         *
         * @param place a file of the trial, and the place in it
         * @param found what stands there
         * @param expected what follows from the evidence
         */
        void require(String place, String found, String expected, boolean holds);
    }

    public void require(String place, String found, String expected, boolean holds) {
        judge.require(place, found, expected, holds);
    }

    /** That a beat has the class it has in the data. */
    public void requireTruth(String place, int row, int truth) {
        require(
                place,
                "truth " + dataset.classes().get(truth),
                "the data say " + dataset.classes().get(dataset.label(row)),
                truth == dataset.label(row));
    }

    /** That the beats that answers are for are exactly these rows. */
    public void requireRows(String file, Answers stored, Selection asked) {
        require(
                file,
                stored.size() + " answers",
                "the protocol asks for " + asked.size(),
                stored.size() == asked.size());
        for (int i = 0; i < asked.size(); i++) {
            require(
                    file + ", answer " + (i + 1),
                    "row " + stored.beat(i).row(),
                    "the protocol asks for row " + asked.at(i),
                    stored.beat(i).row() == asked.at(i));
        }
    }
}
