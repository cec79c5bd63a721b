package org.beatbench.app.plugins;

import java.util.concurrent.Callable;
import org.beatbench.app.shell.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code beatbench plugin}: for those who write plug-ins. */
@Command(
        name = "plugin",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Begins a plug-in, checks one, or lists those that were found.",
        subcommands = {NewCommand.class, CheckCommand.class, ListPluginsCommand.class})
public final class PluginCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.BAD_INPUT;
    }
}
