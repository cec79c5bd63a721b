package org.beatbench.harness;

import java.io.IOException;
import org.beatbench.plugins.PluginExit;
import org.beatbench.process.ProcessTree;

/**
 * A process that was forked to do one thing with code that others may have written: it ends with its parent, takes along what was
 * started in it, and says who ended it before it was done.
 */
public final class ForkedProcess {

    /** How the line on its error stream begins that says who ended it. */
    public static final String EXIT = "beatbench: ";

    private ForkedProcess() {}

    /** To be called first. The parent holds the other end of standard input, and writes nothing into it. */
    public static void begin() {
        Thread watch = new Thread(ForkedProcess::endWithParent, "parent watch");
        watch.setDaemon(true);
        watch.start();
        Runtime.getRuntime().addShutdownHook(new Thread(ForkedProcess::sayWhoEndedIt, "last words"));
    }

    /** To be called last: neither a forgotten thread keeps the process alive, nor a program that it started goes on without it. */
    public static void end(int exitCode) {
        new ProcessTree(ProcessHandle.current()).endBelow();
        Runtime.getRuntime().halt(exitCode);
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Only the end of the stream matters.
            }
        } catch (IOException e) {
            // A broken stream means the same as its end.
        }
        end(1);
    }

    private static void sayWhoEndedIt() {
        PluginExit.caller().ifPresent(who -> System.err.println(EXIT + who));
        new ProcessTree(ProcessHandle.current()).endBelow();
    }
}
