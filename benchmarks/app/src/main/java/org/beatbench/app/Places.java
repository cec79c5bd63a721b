package org.beatbench.app;

import java.nio.file.Path;
import org.beatbench.harness.Workplace;
import org.beatbench.plugins.Catalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that say where data sets and plug-ins are. */
final class Places {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:BEATBENCH_DATA}",
            description = "Folder of the data sets, one folder each (mitdb/, kaggle/, ucr/). "
                    + "Default: $BEATBENCH_DATA, else ~/.local/share/beatbench.")
    private @Nullable Path data;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            defaultValue = "${env:BEATBENCH_PLUGINS}",
            description = "Folder of plug-ins, one folder of jars each. Default: plugins/ beside the program.")
    private @Nullable Path plugins;

    Workplace workplace() {
        return new Workplace(data(), plugins == null ? Path.of("plugins") : plugins);
    }

    private Path data() {
        if (data != null && !data.toString().isEmpty()) {
            return data;
        }
        String shared = System.getenv("XDG_DATA_HOME");
        Path home = Path.of(System.getProperty("user.home"));
        return (shared == null || shared.isEmpty() ? home.resolve(".local/share") : Path.of(shared))
                .resolve("beatbench");
    }

    /** What there is; plug-ins that cannot be used are named on the error stream. */
    Catalogue catalogue() {
        Catalogue catalogue =
                Catalogue.open(Main.class.getClassLoader(), workplace().plugins());
        if (command != null) {
            catalogue
                    .problems()
                    .forEach(problem -> command.commandLine().getErr().println("warning: " + problem));
        }
        return catalogue;
    }
}
