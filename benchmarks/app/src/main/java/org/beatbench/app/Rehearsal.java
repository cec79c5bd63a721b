package org.beatbench.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Screen;
import org.beatbench.app.shell.Terminal;
import org.beatbench.experiment.ExperimentFile;
import org.beatbench.files.Aside;
import org.beatbench.harness.Deserialization;
import org.beatbench.harness.RunFolders;
import org.beatbench.harness.RunListener;
import org.beatbench.plugins.Catalogue;
import org.beatbench.run.ExperimentRun;
import org.beatbench.run.PreparedExperiment;
import org.beatbench.run.RunOptions;

/**
 * Commands that only look, given once with next to nothing to look at: the script that starts the program has Java keep the classes
 * that this takes for later starts. Prints and leaves nothing.
 */
final class Rehearsal {

    private static final String NAME = "rehearsal";

    private static final String EXPERIMENT = """
            dataset: {id: synthetic, settings: {subjects: 5, beats: 50}}
            protocols: [beats, patients-fold]
            classifiers: [canary-prior]
            canaries: false
            """;

    private Rehearsal() {}

    public static void main(String[] none) throws IOException {
        Deserialization.refuse();
        try (Aside stage = Aside.temporary()) {
            String file = run(stage.path());
            String results = "--results=" + stage.path();
            play("status", results);
            play("status", NAME, results);
            play("run", file, "--dry-run", "--untimed", results);
            play("list");
            play("describe", "knn");
            play("--help");
        }
    }

    /** Not by the command, which would draw a report. */
    private static String run(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(NAME + ".yaml"), EXPERIMENT);
        PreparedExperiment prepared = PreparedExperiment.of(
                ExperimentFile.read(file),
                new RunFolders(folder, folder),
                Catalogue.open(Rehearsal.class.getClassLoader(), folder.resolve("plugins")),
                "",
                Progress.NONE,
                Cancellation.NEVER);
        RunOptions options = new RunOptions(false, false, true, false);
        new ExperimentRun(prepared, prepared.trials(), folder.resolve(NAME), options)
                .run(new RunListener() {}, Cancellation.NEVER);
        return file.toString();
    }

    private static void play(String... typed) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Screen screen = new Screen(Terminal.NONE, nowhere);
        int exitCode = Main.execute(Main.commandLine(screen, "beatbench", typed).setOut(nowhere), typed);
        if (exitCode != ExitCode.OK) {
            throw new IllegalStateException(String.join(" ", typed) + " ended with " + exitCode);
        }
    }
}
