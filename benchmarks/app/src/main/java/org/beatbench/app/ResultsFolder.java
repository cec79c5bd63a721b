package org.beatbench.app;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says where results are. */
final class ResultsFolder {

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "${env:BEATBENCH_RESULTS:-results}",
            description =
                    "Folder of the results, one folder per experiment. Default: $BEATBENCH_RESULTS, else results.")
    private Path folder = Path.of("results");

    /** The folder of one experiment. */
    Path of(String experiment) {
        return folder.resolve(experiment);
    }

    /** The folder of its report. */
    Path report(String experiment) {
        return of(experiment).resolve("report");
    }

    Path folder() {
        return folder;
    }
}
