package org.beatbench.inquiry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Something that fitted models are asked beyond their test, such as what a worse ECG would do to them. It comes last of all: no
 * cost of a trial counts it, nothing is chosen by it, and a trial that is not asked keeps the key it always had.
 *
 * @param <F> what comes of it
 */
public interface Inquiry<F extends Findings> {

    /** Its name in experiment files and in records. */
    String id();

    /** Changes whenever the same model and beats may give other findings; part of the key of a trial that is asked. */
    String version();

    /**
     * How many beats to ask about, as written in an experiment file.
     *
     * @throws IllegalArgumentException saying what must be written instead
     */
    int beats(String written);

    /** Whether it can be made on data sets of recordings only. */
    default boolean needsRecordings() {
        return false;
    }

    /** Whether it can be made of beats that are one signal only. */
    default boolean needsOneSignal() {
        return false;
    }

    /** Whether canaries, of which something is known beforehand, are asked too. */
    default boolean asksCanaries() {
        return false;
    }

    /** Whether records name it even where it was not asked, as they did of the first ones. */
    default boolean isNamedWhereNotAsked() {
        return false;
    }

    /**
     * About how many beats a model has to answer for it.
     *
     * @param beats how many the experiment asks about
     * @param classes of the data set
     * @param length of a row
     */
    int questions(int beats, int classes, int length);

    /** Asks a model. */
    F ask(Scope scope, Interview model) throws IOException;

    /** What is missing in findings that must be there whenever a model was asked, a name each. */
    default List<String> missing(F findings) {
        return List.of();
    }

    /**
     * Writes findings.
     *
     * @param classes names in label order
     * @param folder of the trial
     * @return names of the files written, as seen from the folder
     */
    List<String> write(F findings, List<String> classes, Path folder) throws IOException;

    /** The part of a record in which the hashes of its files stand. */
    default String part() {
        return id();
    }

    /** Whether a file of that part is one of its own. */
    default boolean owns(String file) {
        return true;
    }

    /**
     * Reads what was written, and gives back the same bits.
     *
     * @param classes names in label order
     */
    F read(TrialFiles files, List<String> classes) throws IOException;

    /** Holds findings against the data. Labels of {@link Findings#answers} are checked already. */
    void check(F findings, Evidence evidence);
}
