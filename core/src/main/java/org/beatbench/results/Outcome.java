package org.beatbench.results;

/** How a trial ended. */
public sealed interface Outcome {

    /**
     * The trial answered all its test beats.
     *
     * @param validation answers for the validation beats; of size 0 where these were joined to the training beats
     * @param test answers for the test beats, the only look at them
     * @param costs what it took
     */
    record Completed(Answers validation, Answers test, Costs costs) implements Outcome {}

    /**
     * The trial failed; a result like any other.
     *
     * @param stage what it was doing
     * @param message one line for a table
     * @param trace for the classifier's author
     */
    record Failed(String stage, String message, String trace) implements Outcome {}

    /**
     * The trial was ended from outside because it exceeded a limit.
     *
     * @param reason which limit, with its value
     */
    record Stopped(String reason) implements Outcome {}
}
