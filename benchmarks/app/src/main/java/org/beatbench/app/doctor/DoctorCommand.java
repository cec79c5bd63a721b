package org.beatbench.app.doctor;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.beatbench.app.options.FolderOptions;
import org.beatbench.app.options.ResultsFolder;
import org.beatbench.app.progress.BarProgress;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Ink;
import org.beatbench.app.shell.Json;
import org.beatbench.app.shell.Screen;
import org.beatbench.harness.Machine;
import org.beatbench.plugins.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code beatbench doctor}: whether this machine has what experiments need. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Checks whether experiments can be run here: Java, memory, disk, native code, plug-ins, data, results.",
            "",
            "Trains a small network, which takes some seconds; nothing is stored. Ends with exit code 1 if something is broken"
                    + " that every experiment needs. A browser is needed only to look at reports."
        })
public final class DoctorCommand implements Callable<Integer> {

    /** What a program reads. */
    private record Report(String version, boolean healthy, List<Item> findings) {}

    private record Item(String name, String state, String text, String remedy) {

        private static Item of(Finding finding) {
            return new Item(finding.name(), finding.state().toString(), finding.text(), finding.remedy());
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private FolderOptions places = new FolderOptions();

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @Override
    public Integer call() throws IOException {
        List<Finding> findings = findings(Screen.of(spec));
        boolean isHealthy = findings.stream().noneMatch(one -> one.state() == Finding.State.BROKEN);
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(Json.text(new Report(
                            Machine.version(),
                            isHealthy,
                            findings.stream().map(Item::of).toList())));
        } else {
            print(findings, isHealthy);
        }
        return isHealthy ? ExitCode.OK : ExitCode.FAILURE;
    }

    private List<Finding> findings(Screen screen) throws IOException {
        Path folder = results.folder();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", ""));
        Catalogue catalogue = places.catalogue();
        List<Finding> findings =
                new ArrayList<>(List.of(MachineChecks.java(), MachineChecks.memory(), MachineChecks.processors()));
        try (BarProgress bar = BarProgress.named("Training a small network", screen)) {
            bar.advanced("", 0, 0);
            findings.add(ContentChecks.networks(catalogue));
        }
        findings.addAll(ContentChecks.plugins(catalogue, places.folders().plugins()));
        findings.addAll(ContentChecks.data(places.folders().data()));
        findings.add(MachineChecks.writable(folder));
        findings.add(MachineChecks.disk("Disk", folder));
        findings.add(MachineChecks.disk("Disk", temporary));
        findings.add(MachineChecks.timing());
        findings.add(MachineChecks.terminal(screen.terminal()));
        return findings;
    }

    private void print(List<Finding> findings, boolean isHealthy) {
        PrintWriter out = spec.commandLine().getOut();
        Screen screen = Screen.of(spec);
        int width = findings.stream().mapToInt(one -> one.name().length()).max().orElse(0);
        int widest = Finding.State.WARNING.toString().length();
        Set<String> commands = spec.root().subcommands().keySet();
        for (Finding one : findings) {
            String state = one.state().toString();
            out.println(screen.paint(ink(one.state()), state) + " ".repeat(widest - state.length()) + "  " + one.name()
                    + " ".repeat(width - one.name().length()) + "  " + one.text());
            if (!one.remedy().isEmpty()) {
                out.println(" ".repeat(widest + width + 4)
                        + BuildInfo.asTyped(one.remedy(), BuildInfo.program(), commands));
            }
        }
        out.println();
        out.println(
                isHealthy
                        ? screen.paint(Ink.GOOD, "Experiments can be run here.")
                        : screen.paint(Ink.BAD, "Something is broken that every experiment needs."));
    }

    private static Ink ink(Finding.State state) {
        return switch (state) {
            case OK -> Ink.GOOD;
            case WARNING -> Ink.WARNING;
            case BROKEN -> Ink.BAD;
        };
    }
}
