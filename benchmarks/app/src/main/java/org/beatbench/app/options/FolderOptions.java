package org.beatbench.app.options;

import java.io.IOException;
import org.beatbench.api.Cancellation;
import org.beatbench.app.progress.BarProgress;
import org.beatbench.app.shell.Screen;
import org.beatbench.experiment.Experiment;
import org.beatbench.harness.RunFolders;
import org.beatbench.plugins.Catalogue;
import org.beatbench.run.PreparedExperiment;
import picocli.CommandLine.Mixin;

/** Options that say where data sets and plug-ins are. */
public final class FolderOptions {

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private PluginsFolder plugins = new PluginsFolder();

    public RunFolders folders() {
        return new RunFolders(data.path(), plugins.path());
    }

    /** What there is; plug-ins that cannot be used are named on the error stream. */
    public Catalogue catalogue() {
        return plugins.catalogue();
    }

    /**
     * An experiment made ready with the data sets and plug-ins that are there.
     *
     * @param command the command line that runs it, for the report
     * @param screen where it is seen how far that is
     * @throws org.beatbench.api.CancelledException if it was to stop
     * @throws org.beatbench.api.UserError naming everything that is wrong with it
     */
    public PreparedExperiment prepare(Experiment experiment, String command, Screen screen, Cancellation cancellation)
            throws IOException {
        try (BarProgress bar =
                BarProgress.named("Loading " + experiment.dataset().id(), screen)) {
            return PreparedExperiment.of(experiment, folders(), catalogue(), command, bar, cancellation);
        }
    }
}
