package org.beatbench.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in a process of its own. */
public final class NewProcess {

    private NewProcess() {}

    /** A process that runs a command, with the class path of this one. */
    static ProcessBuilder of(String... arguments) {
        return of(Main.class, List.of(), List.of(arguments));
    }

    /**
     * A process with the class path of this one.
     *
     * @param main the class that is started
     * @param options of Java
     * @param arguments of the class
     */
    public static ProcessBuilder of(Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** Runs a command to its end; its output goes to a file. */
    static int run(Path output, String... arguments) throws IOException, InterruptedException {
        return of(arguments)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
    }
}
