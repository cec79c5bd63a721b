package org.beatbench.plugins;

import java.util.Optional;
import java.util.stream.Stream;

/** Who ended the program, where that was neither the user nor the program itself. */
public final class PluginExit {

    private PluginExit() {}

    /**
     * Who called {@link System#exit} and waits for its end; empty if a signal ends the program. To be asked by a shutdown hook of
     * a program that ends in another way.
     */
    public static Optional<String> caller() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(trace -> caller(trace).stream())
                .findFirst();
    }

    private static Optional<String> caller(StackTraceElement[] trace) {
        boolean exits = Stream.of(trace)
                .anyMatch(frame -> frame.getClassName().equals(Runtime.class.getName())
                        && frame.getMethodName().equals("exit"));
        return exits
                ? Stream.of(trace)
                        .filter(frame -> !"java.base".equals(frame.getModuleName()))
                        .findFirst()
                        .map(PluginExit::inWords)
                : Optional.empty();
    }

    private static String inWords(StackTraceElement frame) {
        String loader = frame.getClassLoaderName();
        String who = loader != null && loader.startsWith(PluginClassLoader.NAME)
                ? "plug-in " + loader.substring(PluginClassLoader.NAME.length())
                : "somebody";
        return who + " ended the program by System.exit at " + frame.getClassName() + "." + frame.getMethodName() + "("
                + frame.getFileName() + ":" + frame.getLineNumber() + ")";
    }
}
