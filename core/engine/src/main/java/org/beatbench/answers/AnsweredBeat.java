package org.beatbench.answers;

/**
 * A test beat whose class a model was asked for.
 *
 * @param row row number in its data set
 * @param record the recording, empty if unknown
 * @param subject the person, empty if unknown
 * @param position sample number of the annotation in its recording, -1 if unknown
 * @param truth the true class, an index into the class names
 */
public record AnsweredBeat(int row, String record, String subject, long position, int truth) {

    public AnsweredBeat {
        if (row < 0 || truth < 0) {
            throw new IllegalArgumentException("row and truth must not be negative: " + row + ", " + truth);
        }
    }

    public boolean knowsSubject() {
        return !subject.isEmpty();
    }
}
