package org.beatbench.app.options;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where data sets are. */
public final class DataFolder {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:BEATBENCH_DATA}",
            description = "Folder of the data sets, one folder each (mitdb/, kaggle/, ucr/, wfdb/, edf/, signal-csv/). "
                    + "Default: $BEATBENCH_DATA, else ~/.local/share/beatbench.")
    private @Nullable Path data;

    public Path path() {
        if (data != null && !data.toString().isEmpty()) {
            return data;
        }
        String shared = System.getenv("XDG_DATA_HOME");
        Path home = Path.of(System.getProperty("user.home"));
        return (shared == null || shared.isEmpty() ? home.resolve(".local/share") : Path.of(shared))
                .resolve("beatbench");
    }
}
