package org.beatbench.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.beatbench.app.shell.Terminal;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.experiment.Limits;
import org.beatbench.files.Aside;
import org.beatbench.harness.Machine;
import org.beatbench.harness.RunLock;

/** What the program runs on. */
final class MachineChecks {

    /** Results of all shipped experiments, their reports and the caches of the data take less. */
    private static final long AMPLE = 2L << 30;

    private static final long NOTHING = 64L << 20;

    /** The networks of the shipped experiments have it easy in so much. */
    private static final int AMPLE_MEGABYTES = 2_048;

    private static final double MEGABYTE = 1 << 20;

    private MachineChecks() {}

    static Finding java() {
        String version = Machine.java() + ", " + System.getProperty("os.arch") + ", " + System.getProperty("java.home");
        return "32".equals(System.getProperty("sun.arch.data.model"))
                ? Finding.broken("Java", version, "install a Java of 64 bits: the networks' native code needs one")
                : Finding.ok("Java", version);
    }

    static Finding memory() {
        int ofTrial = Limits.defaults().memoryMegabytes();
        String text = Numbers.bytes((double) Limits.machineMemory()) + " in this machine; Java may use "
                + Numbers.bytes((double) Runtime.getRuntime().maxMemory()) + ", and a trial "
                + Numbers.bytes(ofTrial * MEGABYTE)
                + " unless the experiment says otherwise";
        return ofTrial < AMPLE_MEGABYTES
                ? Finding.warning(
                        "Memory",
                        text,
                        "large experiments may fail; run quick first, or use a machine with 4 GB or more")
                : Finding.ok("Memory", text);
    }

    static Finding processors() {
        return Finding.ok(
                "Processors",
                Numbers.count(Runtime.getRuntime().availableProcessors())
                        + ", all used unless the experiment says otherwise");
    }

    /** The disk of a folder that need not exist. */
    static Finding disk(String name, Path folder) {
        try {
            Path place = existing(folder);
            long free = Files.getFileStore(place).getUsableSpace();
            String text = Numbers.bytes((double) free) + " free for " + folder;
            if (free < NOTHING) {
                return Finding.broken(name, text, "make room, or name another folder");
            }
            return free < AMPLE
                    ? Finding.warning(name, text, "make room: experiments on recordings need up to 2 GB")
                    : Finding.ok(name, text);
        } catch (IOException e) {
            return Finding.warning(name, folder + ": " + e.getMessage(), "see whether that disk is well");
        }
    }

    /** Whether a folder, or the nearest above it that exists, can be written to. */
    static Finding writable(Path folder) {
        Path place = existing(folder);
        String remedy = "get permission, or name another folder with --results or BEATBENCH_RESULTS";
        if (!Files.isDirectory(place)) {
            return Finding.broken("Results", place + " is a file, and results need a folder", remedy);
        }
        try {
            Aside.file(place).close();
            return Finding.ok(
                    "Results",
                    folder + (place.equals(folder.toAbsolutePath()) ? " can be written" : " can be made and written"));
        } catch (IOException e) {
            return Finding.broken("Results", place + " cannot be written: " + e.getMessage(), remedy);
        }
    }

    private static Path existing(Path folder) {
        Path place = folder.toAbsolutePath();
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place;
    }

    /** Whether something is being timed that a run would spoil. */
    static Finding timing() throws IOException {
        Optional<RunLock.Holder> holder = RunLock.timed();
        return holder.isEmpty()
                ? Finding.ok("Timing", "nobody else is being timed here")
                : Finding.warning(
                        "Timing",
                        "a run is being timed: " + holder.get().inWords(),
                        "wait until it ends before you run something else that is timed");
    }

    static Finding terminal(Terminal terminal) {
        String names = System.getProperty("sun.jnu.encoding", "");
        String text = "output " + (terminal.out() ? "to a terminal" : "to a file or pipe") + ", "
                + (terminal.colour() ? "colours" : "no colours") + ", names of files in " + names;
        return names.equalsIgnoreCase("UTF-8")
                ? Finding.ok("Terminal", text)
                : Finding.warning(
                        "Terminal", text, "names beyond ASCII need a locale with UTF-8, such as LC_ALL=C.UTF-8");
    }

    static String seconds(long nanoseconds) {
        return Numbers.duration(Duration.ofNanos(nanoseconds));
    }
}
