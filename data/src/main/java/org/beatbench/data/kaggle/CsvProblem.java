package org.beatbench.data.kaggle;

/**
 * Something wrong in a file.
 *
 * @param line offset of the line's first byte, or its number
 * @param column number of the value in its line, from 1
 * @param kind what kind of thing
 * @param text what is wrong there
 */
record CsvProblem(long line, int column, Kind kind, String text) {

    /** Problems of one kind are told a few times only, so that they do not hide the others. */
    enum Kind {
        COLUMNS,
        NOT_A_NUMBER,
        RANGE,
        LABEL,
        LONG_LINE
    }
}
