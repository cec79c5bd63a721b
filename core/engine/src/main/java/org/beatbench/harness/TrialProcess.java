package org.beatbench.harness;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.experiment.Trial;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.plugins.PluginFailure;
import org.beatbench.results.Environment;
import org.beatbench.results.FolderStore;
import org.beatbench.results.RunRecord;

/**
 * The process of one trial. It finds its order in a folder, leaves its record there, and says on standard output how far it is.
 * It ends when its standard input ends, so that it does not outlive the program that started it.
 */
final class TrialProcess {

    private TrialProcess() {}

    /** Runs the trial ordered in the folder that is the only argument. */
    public static void main(String[] arguments) throws IOException {
        Deserialization.refuse();
        PrintStream channel = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        // What a library prints must not be taken for progress.
        System.setOut(System.err);
        ForkedProcess.begin();
        Path folder = Path.of(arguments[0]);
        TrialOrder order = TrialOrder.read(folder);
        try {
            FolderStore.open(folder).put(record(order, new ProgressLines(channel)));
        } catch (UserError e) {
            order.refuse(folder, e);
        }
        ForkedProcess.end(0);
    }

    private static RunRecord record(TrialOrder order, Progress progress) throws IOException {
        Trial trial = order.trial();
        Instant started = Instant.now();
        String isolation = Environment.OWN_PROCESS;
        try {
            Catalogue catalogue = Catalogue.withProgram(
                    trial.classifier().origin(),
                    TrialProcess.class.getClassLoader(),
                    order.folders().plugins());
            KnownDataset<?> dataset = catalogue.dataset(trial.dataset().id());
            progress.advanced("load", 0, 0);
            Beats beats = dataset.load(
                    trial.dataset().settings(),
                    new DatasetContext(order.folders().data(), Progress.NONE, Cancellation.NEVER));
            if (!dataset.use(trial.dataset().settings(), beats).equals(trial.dataset())) {
                throw new UserError("the data set changed while the experiment ran", "run it again");
            }
            return new InProcessRunner(
                            TrialBeats.of(catalogue, order.folders(), trial.dataset(), beats),
                            catalogue,
                            order.folders(),
                            isolation)
                    .run(trial, progress, Cancellation.NEVER);
        } catch (OutOfMemoryError e) {
            return new RunRecord(
                    trial, TrialExecution.outOfMemory("load", List.of()), Machine.environment(isolation), started);
        } catch (PluginFailure e) {
            return new RunRecord(
                    trial, TrialExecution.failed("load", e, List.of()), Machine.environment(isolation), started);
        }
    }
}
