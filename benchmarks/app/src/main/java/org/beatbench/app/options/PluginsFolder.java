package org.beatbench.app.options;

import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.UserError;
import org.beatbench.plugins.Catalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that says where plug-ins are. */
public final class PluginsFolder {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            defaultValue = "${env:BEATBENCH_PLUGINS}",
            description = "Folder of plug-ins, one folder of jars each. Default: plugins/ beside the program.")
    private @Nullable Path plugins;

    public Path path() {
        return (plugins == null || plugins.toString().isEmpty() ? Path.of("plugins") : plugins).toAbsolutePath();
    }

    private boolean isGiven() {
        return command != null && command.commandLine().getParseResult().hasMatchedOption("--plugins");
    }

    /** What there is; plug-ins that cannot be used are named on the error stream. */
    public Catalogue catalogue() {
        Catalogue catalogue = catalogueInSilence();
        if (command != null) {
            catalogue
                    .problems()
                    .forEach(problem -> command.commandLine().getErr().println("warning: " + problem));
        }
        return catalogue;
    }

    /** What there is but for one plug-in, a folder or a jar, which is looked at apart. */
    public Catalogue catalogueWithout(Path plugin) {
        return Catalogue.without(plugin, PluginsFolder.class.getClassLoader(), path());
    }

    /** What there is; what cannot be used, the catalogue itself tells. */
    public Catalogue catalogueInSilence() {
        if (isGiven() && !Files.exists(path())) {
            throw new UserError(
                    "there is no folder of plug-ins " + path(), "make it, or leave out --plugins if there are none");
        }
        return Catalogue.open(PluginsFolder.class.getClassLoader(), path());
    }
}
