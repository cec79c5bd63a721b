package org.beatbench.data.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where recordings come from: a folder of files in one format. May be used by several threads at once. */
public interface RecordingSource {

    /** In place of the ending of files with marks: none are wanted, and none need be there. */
    String NO_MARKS = "-";

    /**
     * The names of all recordings, each once, in an order that is always the same.
     *
     * @throws org.beatbench.api.UserError if there are none
     */
    List<String> names() throws IOException;

    /**
     * What somebody must look at in the list of recordings, a sentence each.
     *
     * @throws org.beatbench.api.UserError as {@link #names}
     */
    default List<String> warnings() throws IOException {
        return List.of();
    }

    /**
     * Opens a recording, with the samples of the wanted leads only.
     *
     * @param name one of {@link #names}; it is the name of the recording, too
     * @throws org.beatbench.api.UserError naming file and place if part of it is missing, damaged, of a kind that is not
     *     supported, or not what is wanted
     */
    Recording open(String name, LeadSelection wanted) throws IOException;

    /**
     * The files that {@link #open} reads, as far as they exist: their contents and {@link #recipe} determine the recording.
     *
     * @throws org.beatbench.api.UserError if there cannot be such a recording
     */
    List<Path> files(String name) throws IOException;

    /** All else that changes what {@link #open} gives, such as whose marks are read; part of a key, not for people. */
    String recipe();
}
