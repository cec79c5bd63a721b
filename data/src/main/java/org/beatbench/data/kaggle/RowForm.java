package org.beatbench.data.kaggle;

import java.util.List;
import org.beatbench.api.Form;

/**
 * What a row of samples in a text file is.
 *
 * @param beat what its numbers are
 * @param classes the class names; a label is a whole number that counts them
 * @param labelled whether a label stands behind the samples
 * @param scaled whether samples are 0 to 1
 * @param firstLabel the label of the first class, 0 or 1
 */
public record RowForm(Form beat, List<String> classes, boolean labelled, boolean scaled, int firstLabel) {

    private static final int LONGEST_NUMBER = 64;
    private static final int LEAST_LONGEST_LINE = 1 << 14;

    public RowForm {
        classes = List.copyOf(classes);
        if (classes.size() > Short.MAX_VALUE) {
            throw new IllegalArgumentException("not more than " + Short.MAX_VALUE + " classes: " + classes.size());
        }
    }

    /** Rows whose labels, if they have any, count classes from 0. */
    public RowForm(Form beat, List<String> classes, boolean labelled, boolean scaled) {
        this(beat, classes, labelled, scaled, 0);
    }

    /** Numbers of a row, without its label. */
    public int length() {
        return beat.width();
    }

    int lastLabel() {
        return firstLabel + classes.size() - 1;
    }

    int columns() {
        return labelled ? length() + 1 : length();
    }

    /** No line of sense is longer, in bytes; what is, is not read further. */
    int longestLine() {
        return Math.max(LEAST_LONGEST_LINE, Math.multiplyExact(columns(), LONGEST_NUMBER));
    }

    /** What is wrong with a line that has another number of columns. */
    String wrongColumns(int found) {
        return found + (found == 1 ? " column" : " columns") + " instead of " + columns();
    }
}
