package org.beatbench.reports;

import java.io.IOException;
import java.nio.file.Path;

/** Gives a report a form that can be read. */
public interface Renderer {

    /**
     * Writes the report into a folder, which is made if need be. A file appears whole or not at all.
     *
     * @return the file to open first
     * @throws org.beatbench.api.UserError if the folder cannot be written
     */
    Path render(Report report, Path folder) throws IOException;
}
