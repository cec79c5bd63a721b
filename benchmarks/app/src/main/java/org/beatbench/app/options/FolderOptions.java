package org.beatbench.app.options;

import java.io.IOException;
import org.beatbench.app.progress.BarProgress;
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
     * @throws org.beatbench.api.UserError naming everything that is wrong with it
     */
    public PreparedExperiment prepare(Experiment experiment, String command) throws IOException {
        try (BarProgress bar =
                BarProgress.named("Loading " + experiment.dataset().id())) {
            return PreparedExperiment.of(experiment, folders(), catalogue(), command, bar);
        }
    }
}
