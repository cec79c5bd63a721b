package org.beatbench.app.experiments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.UserError;
import org.beatbench.experiment.Experiment;
import org.beatbench.experiment.ExperimentFile;

/** Finds experiments: files, and those that come with the program. */
public final class Experiments {

    /** The experiments that come with the program. */
    public static final List<String> SHIPPED = List.of(
            "quick",
            "classical",
            "deep",
            "standard",
            "new-patients",
            "context",
            "one-lead",
            "one-lead-median",
            "one-lead-patients",
            "full",
            "example");

    /** Their names, for help and completion. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return SHIPPED.iterator();
        }
    }

    private Experiments() {}

    /**
     * Reads an experiment.
     *
     * @param name one of {@link #SHIPPED}, or the path of a YAML file
     * @throws UserError if there is no such experiment, or something is wrong with it
     */
    static Experiment find(String name) throws IOException {
        if (SHIPPED.contains(name)) {
            return ExperimentFile.read(shipped(name), name, name + ".yaml");
        }
        if (Files.isRegularFile(Path.of(name))) {
            Experiment experiment = ExperimentFile.read(Path.of(name));
            if (SHIPPED.contains(experiment.id()) && !experiment.equals(find(experiment.id()))) {
                throw new UserError(
                        name + ": there is another experiment " + experiment.id()
                                + " that comes with the program, and both would share a result folder",
                        "rename the file; its name is that of the experiment");
            }
            return experiment;
        }
        throw new UserError(
                "no experiment " + name + DidYouMean.among(name, SHIPPED),
                "give one of these names, or the path of a YAML file");
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = Experiments.class.getResourceAsStream("/experiments/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("experiment " + name + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
