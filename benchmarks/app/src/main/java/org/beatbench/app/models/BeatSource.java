package org.beatbench.app.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;

/** Where beats come from that are to be answered. */
sealed interface BeatSource permits RowSource, RecordingBeats {

    /** Whether a file is one that is read, which then must not be written to. */
    boolean isAt(Path other) throws IOException;

    /**
     * Finds what is wrong with any beat before the first is answered, if they can be read twice.
     *
     * @return how many beats there are, or 0 if they can be read only once
     */
    long check(Progress progress, Cancellation cancellation) throws IOException;

    /** Begins to read them, labelled if labels are asked for. */
    Blocks open() throws IOException;

    /** Samples a second in which the positions of beats count; none if nobody knows where they were. */
    OptionalDouble positionRate();

    /** Beats, some at a time. */
    interface Blocks extends AutoCloseable {

        /** The next ones; empty at the end. */
        Optional<Beats> next() throws IOException;

        @Override
        void close() throws IOException;
    }
}
