package org.beatbench.inquiry;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.api.UserError;

/** The files that a trial left. */
public interface TrialFiles {

    /** Whether it wrote a file of this name. */
    boolean contains(String name);

    /**
     * A file, which is still what the trial wrote.
     *
     * @throws UserError if it is not, or not there
     */
    Path file(String name) throws IOException;
}
