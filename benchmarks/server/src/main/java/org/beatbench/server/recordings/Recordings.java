package org.beatbench.server.recordings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;

/** What answers whole recordings, which the server itself cannot read. Used by several threads at once. */
public interface Recordings {

    /**
     * Answers the beats of a recording.
     *
     * @param received the file, or the folder in which a zip of files was unpacked
     * @param wish how it is to be read
     * @param model name of the model
     * @param results an empty folder; afterwards it holds a file for each {@link Result}
     * @param progress hears how far it is
     * @param cancellation is asked whether to go on
     * @return how many beats were answered
     * @throws org.beatbench.api.UserError if it cannot be read, or has no beats that the model answers
     */
    long answer(Path received, Wish wish, String model, Path results, Progress progress, Cancellation cancellation)
            throws IOException;

    /** Names of recordings that there are to try things out, such as {@code synthetic-1.csv}. */
    List<String> examples();

    /**
     * Writes one of {@link #examples}.
     *
     * @param name of it
     * @param target the file
     */
    void write(String name, Path target) throws IOException;

    /**
     * How a recording is to be read.
     *
     * @param name of the recording, for people; within a zip, which one
     * @param rate samples a second of a table without times; 0 if it has them
     * @param signal the lead; empty for that which the model learned
     * @param annotator ending of the file with the marks; empty for the usual ones
     * @param detect whether beats are found even where they are marked
     */
    record Wish(String name, double rate, String signal, String annotator, boolean detect) {}

    /** Files that are made of a recording. */
    enum Result {
        /** A line for each beat. */
        CSV("answers.csv", "text/csv; charset=utf-8"),
        /** The same as one document, with the summary. */
        JSON("answers.json", "application/json"),
        /** WFDB annotations, packed. */
        MARKS("marks.zip", "application/zip"),
        /** The page of the recording. */
        PAGE("page.html", "text/html; charset=utf-8"),
        /** The summary as one line of JSON. */
        SUMMARY("summary.json", "application/json"),
        /** Each beat as one line of JSON. */
        BEATS("beats.ndjson", "application/x-ndjson");

        private final String file;
        private final String type;

        Result(String file, String type) {
            this.file = file;
            this.type = type;
        }

        /** Its name. */
        public String file() {
            return file;
        }

        /** Its media type. */
        public String type() {
            return type;
        }
    }
}
