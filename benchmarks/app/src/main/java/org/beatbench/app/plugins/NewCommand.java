package org.beatbench.app.plugins;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.beatbench.api.UserError;
import org.beatbench.app.options.PluginsFolder;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.plugins.Catalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beatbench plugin new}: a project to begin with. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a Maven project of a plug-in that works, to be changed into one's own: a classifier, or with --dataset a data set.",
            "",
            "It is compiled against the sdk of this Beatbench, needs no network, and says in its README how to build, check and run it."
        })
public final class NewCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "Its id: lower-case letters, digits and hyphens, such as my-forest.")
    private String name = "";

    @Option(names = "--dataset", description = "Make a data set instead of a classifier.")
    private boolean dataset;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder to make. Default: NAME, in this folder.")
    private @Nullable Path out;

    @Option(
            names = "--sdk",
            paramLabel = "DIR",
            description = "Folder with the api, lib/beatbench-api-VERSION.jar. Default: sdk/ beside the program.")
    private @Nullable Path sdk;

    @Mixin
    private PluginsFolder plugins = new PluginsFolder();

    @Override
    public Integer call() throws IOException {
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new UserError(
                    "not a name for a plug-in: " + name,
                    "take lower-case letters, digits and hyphens, such as my-forest");
        }
        requireFree(plugins.catalogueInSilence());
        Path folder = (out == null ? Path.of(name) : out).toAbsolutePath().normalize();
        requireEmpty(folder);
        Scaffold.Example example = dataset ? Scaffold.Example.DATASET : Scaffold.Example.CLASSIFIER;
        try {
            new Scaffold(name, example, sdkFolder(), BuildInfo.program()).write(folder);
        } catch (IOException e) {
            throw UserError.unwritable(folder, e, "name another folder with --out");
        }
        PrintWriter terminal = spec.commandLine().getOut();
        String program = BuildInfo.program();
        String data = dataset ? " --data data" : "";
        terminal.println("Made " + folder + ". Next:");
        terminal.println("  cd " + folder);
        terminal.println("  mvn -o verify");
        terminal.println("  " + program + " plugin check target/plugins/" + name + data);
        terminal.println("  " + program + " run experiment.yaml --plugins target/plugins" + data);
        return ExitCode.OK;
    }

    private void requireFree(Catalogue catalogue) {
        boolean isTaken = dataset
                ? catalogue.datasets().stream().anyMatch(one -> one.info().id().equals(name))
                : catalogue.classifiers().stream()
                        .anyMatch(one -> one.info().id().equals(name));
        if (isTaken) {
            throw new UserError(
                    "there is already a " + (dataset ? "data set " : "classifier ") + name, "take another name");
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
            if (content.findAny().isPresent()) {
                throw new UserError(folder + " is there already, and not empty", "name another folder with --out");
            }
        }
    }

    private Path sdkFolder() {
        Path folder = (sdk == null ? besideProgram() : sdk).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new UserError(
                    "there is no sdk in " + folder,
                    "start Beatbench from its distribution, which has one, or name that with --sdk");
        }
        return folder;
    }

    private static Path besideProgram() {
        try {
            Path jar = Path.of(NewCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.resolveSibling("..").resolve("sdk");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
