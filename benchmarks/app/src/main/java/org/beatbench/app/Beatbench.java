package org.beatbench.app;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.beatbench.app.catalogue.DescribeCommand;
import org.beatbench.app.catalogue.ExploreCommand;
import org.beatbench.app.catalogue.ExportCommand;
import org.beatbench.app.catalogue.FetchCommand;
import org.beatbench.app.catalogue.ListCommand;
import org.beatbench.app.detection.DetectCommand;
import org.beatbench.app.detection.Ec57Command;
import org.beatbench.app.doctor.DoctorCommand;
import org.beatbench.app.experiments.AuditCommand;
import org.beatbench.app.experiments.ExportSplitCommand;
import org.beatbench.app.experiments.ImportCommand;
import org.beatbench.app.experiments.RunCommand;
import org.beatbench.app.experiments.StatusCommand;
import org.beatbench.app.models.ExportOnnxCommand;
import org.beatbench.app.models.ModelCommand;
import org.beatbench.app.models.PredictCommand;
import org.beatbench.app.models.TrainCommand;
import org.beatbench.app.plugins.PluginCommand;
import org.beatbench.app.reporting.CompareCommand;
import org.beatbench.app.reporting.ExportResultsCommand;
import org.beatbench.app.reporting.ReportCommand;
import org.beatbench.app.reporting.ShowCommand;
import org.beatbench.app.reporting.VerifyCommand;
import org.beatbench.app.serving.ServeCommand;
import org.beatbench.app.shell.CompletionCommand;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Screen;
import org.beatbench.harness.Machine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of the command line; alone it shows how it is used. */
@Command(
        name = "beatbench",
        description = "Compares heartbeat classifiers, from splits that leak to patients never seen.",
        mixinStandardHelpOptions = true,
        versionProvider = Beatbench.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExit codes:%n",
        footer = {
            "    0  all went well",
            "    1  the program failed, or the disk is full",
            "    2  wrong usage, no command, or bad input",
            "    3  some trials failed or exceeded a limit, or a condition of compare holds",
            "    4  an audit found a leak",
            "    5  verify found a difference",
            "  130  stopped by Ctrl-C; 143 by the signal of kill",
            "",
            "Colours are left out where output is no terminal, or NO_COLOR is set.",
            "Start with: ${COMMAND-NAME} run"
        })
final class Beatbench implements Callable<Integer> {

    /** In the order in which they are listed. */
    private static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            ReportCommand.class,
            ShowCommand.class,
            StatusCommand.class,
            AuditCommand.class,
            TrainCommand.class,
            PredictCommand.class,
            ServeCommand.class,
            ModelCommand.class,
            ExportOnnxCommand.class,
            DetectCommand.class,
            Ec57Command.class,
            VerifyCommand.class,
            CompareCommand.class,
            ListCommand.class,
            DescribeCommand.class,
            FetchCommand.class,
            ExploreCommand.class,
            ExportCommand.class,
            ExportSplitCommand.class,
            ImportCommand.class,
            ExportResultsCommand.class,
            PluginCommand.class,
            DoctorCommand.class,
            CompletionCommand.class,
            HelpCommand.class);

    /** Needs to know all others. */
    private static final String COMPLETION = "completion";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin(name = Screen.NAME)
    private final Screen screen;

    Beatbench(Screen screen) {
        this.screen = screen;
    }

    /**
     * The command line, as far as it takes to understand what was typed: of a command that is not named there, only what it is
     * called and what it is for. To find out the options of all takes longer than most that only look at something.
     */
    static CommandLine of(Screen screen, String... typed) {
        List<String> words = List.of(typed);
        boolean all = words.stream().anyMatch(word -> word.equals(COMPLETION) || word.startsWith("@"));
        CommandLine root = new CommandLine(new Beatbench(screen));
        for (Class<?> type : COMMANDS) {
            Command command = Objects.requireNonNull(type.getAnnotation(Command.class), "a command says so");
            root.addSubcommand(command.name(), all || words.contains(command.name()) ? type : outline(command));
        }
        return root;
    }

    private static CommandSpec outline(Command command) {
        CommandSpec outline = CommandSpec.create().name(command.name());
        outline.usageMessage().header(command.header()).description(command.description());
        return outline;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(screen.err());
        return ExitCode.BAD_INPUT;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "beatbench " + Machine.version(), "Java ${java.version} (${java.vendor}), ${os.name} ${os.arch}"
            };
        }
    }
}
