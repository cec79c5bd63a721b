package org.beatbench.app.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.UserError;
import picocli.CommandLine.Option;

/** The option that says where results are. */
public final class ResultsFolder {

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "${env:BEATBENCH_RESULTS:-results}",
            description =
                    "Folder of the results, one folder per experiment. Default: $BEATBENCH_RESULTS, else results.")
    private Path folder = Path.of("results");

    /** The folder of one experiment. */
    public Path of(String experiment) {
        return folder.resolve(experiment);
    }

    /**
     * The result folder of an experiment.
     *
     * @param experiment its name, or the path of the folder itself
     * @throws UserError if there are no results of it
     */
    public Path find(String experiment) throws IOException {
        for (Path candidate : List.of(of(experiment), Path.of(experiment))) {
            if (isResult(candidate)) {
                return candidate;
            }
        }
        List<String> known =
                all().stream().map(path -> path.getFileName().toString()).toList();
        throw new UserError(
                "no results of " + experiment + " in " + folder,
                known.isEmpty()
                        ? "run an experiment first: beatbench run"
                        : "give the path of a result folder, or a name" + DidYouMean.among(experiment, known));
    }

    /** The folders of all experiments there are. */
    public List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(ResultsFolder::isResult).sorted().toList();
        }
    }

    private static boolean isResult(Path folder) {
        return Files.isRegularFile(folder.resolve("plan.json"));
    }

    /** The folder of its report. */
    public Path report(String experiment) {
        return of(experiment).resolve("report");
    }

    public Path folder() {
        return folder;
    }
}
