package org.beatbench.app.plugins;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.beatbench.app.options.PluginsFolder;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Ink;
import org.beatbench.app.shell.Json;
import org.beatbench.app.shell.Screen;
import org.beatbench.plugins.FoundPlugin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code beatbench plugin list}: every place that was looked at, and why something in it is not used. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists every folder and jar of the folder of plug-ins: what it gives, or why it is not used.")
public final class ListPluginsCommand implements Callable<Integer> {

    private record Listing(String folder, boolean exists, List<Entry> plugins) {}

    private record Entry(
            String name,
            boolean used,
            List<String> provides,
            List<String> files,
            List<String> problems,
            List<String> hints) {}

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private PluginsFolder plugins = new PluginsFolder();

    @Override
    public Integer call() {
        Path folder = plugins.path();
        Listing listing = new Listing(
                folder.toString(),
                Files.isDirectory(folder),
                plugins.catalogueInSilence().plugins().stream()
                        .map(ListPluginsCommand::entry)
                        .toList());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(listing));
        } else {
            print(listing, out);
        }
        return ExitCode.OK;
    }

    private static Entry entry(FoundPlugin plugin) {
        return new Entry(
                String.valueOf(plugin.path().getFileName()),
                !plugin.provides().isEmpty(),
                plugin.provides(),
                plugin.files(),
                plugin.problems(),
                plugin.hints());
    }

    private void print(Listing listing, PrintWriter out) {
        if (!listing.exists()) {
            out.println("There is no folder " + listing.folder()
                    + ", and plug-ins are looked for nowhere else; make it, or"
                    + " name another with --plugins. To begin one: " + BuildInfo.program() + " plugin new NAME");
            return;
        }
        out.println("Plug-ins in " + listing.folder());
        if (listing.plugins().isEmpty()) {
            out.println("  none; each is a folder of jars in it");
        }
        Screen screen = Screen.of(spec);
        for (Entry plugin : listing.plugins()) {
            out.println("  " + plugin.name() + "  "
                    + (plugin.used() ? String.join(", ", plugin.provides()) : screen.paint(Ink.BAD, "NOT USED")));
            plugin.files().forEach(file -> out.println("      " + file));
            plugin.problems().forEach(problem -> out.println("    ! " + problem));
            plugin.hints().forEach(hint -> out.println("    ? " + hint));
        }
    }
}
