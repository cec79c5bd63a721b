package org.beatbench.app.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.beatbench.api.UserError;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which results, of those there are, a command is about. */
public final class StoredResults {

    @Parameters(
            arity = "0..1",
            paramLabel = "EXPERIMENT",
            defaultValue = "quick",
            description = "Name of an experiment that was run, or its result folder. Default: quick.")
    private String experiment = "quick";

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    /**
     * Their folder.
     *
     * @throws UserError if there are none
     */
    public Path folder() throws IOException {
        return results.find(experiment);
    }

    /** The folder of all results, if these were found in it and not by their path. */
    public Optional<Path> listing(Path found) {
        return found.equals(results.of(experiment)) && Path.of(experiment).getNameCount() == 1
                ? Optional.of(results.folder())
                : Optional.empty();
    }
}
