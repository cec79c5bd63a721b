package org.beatbench.app.shell;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code beatbench completion}: what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a script for bash or zsh that completes commands, options and names when the tab key is pressed.",
            "",
            "For this shell: source <(${COMMAND-FULL-NAME}). For all: put that line into ~/.bashrc, or, after"
                    + " \"autoload -U compinit && compinit\", into ~/.zshrc."
        })
public final class CompletionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .println(AutoComplete.bash(BuildInfo.NAME, spec.root().commandLine()));
        return ExitCode.OK;
    }
}
