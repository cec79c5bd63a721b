package org.beatbench.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.UserError;
import org.beatbench.harness.Workplace;
import org.beatbench.plugins.Catalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that say where data sets and plug-ins are. */
final class Places {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Mixin
    private DataFolder data = new DataFolder();

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            defaultValue = "${env:BEATBENCH_PLUGINS}",
            description = "Folder of plug-ins, one folder of jars each. Default: plugins/ beside the program.")
    private @Nullable Path plugins;

    Workplace workplace() {
        boolean given = plugins != null && !plugins.toString().isEmpty();
        return new Workplace(data.path(), given ? plugins : Path.of("plugins"));
    }

    private boolean isGiven() {
        return command != null && command.commandLine().getParseResult().hasMatchedOption("--plugins");
    }

    /** What there is; plug-ins that cannot be used are named on the error stream. */
    Catalogue catalogue() {
        if (isGiven() && !Files.exists(workplace().plugins())) {
            throw new UserError(
                    "there is no folder of plug-ins " + workplace().plugins(),
                    "make it, or leave out --plugins if there are none");
        }
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
