package org.beatbench.files;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that makes something aside, as the name of the thing tells it.
 *
 * @param host the machine, and on Linux the container, whose numbers of processes count
 * @param process number of the process
 * @param start when it started, in milliseconds since 1970, so that a later process of the same number is another
 */
record Maker(String host, long process, long start) {

    private static final Pattern NAME =
            Pattern.compile("\\.beatbench-([0-9a-f]{8})-(\\d{1,18})-(\\d{1,18})-[0-9a-f-]{1,36}");

    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final Path NUMBERING = Path.of("/proc/self/ns/pid");

    /** This process. */
    static Maker current() {
        ProcessHandle self = ProcessHandle.current();
        return new Maker(hostHere(), self.pid(), startOf(self));
    }

    /** The one that made a file or folder; empty if it was not made aside, but is somebody's own. */
    static Optional<Maker> of(Path made) {
        Matcher name = NAME.matcher(made.getFileName().toString());
        return name.matches()
                ? Optional.of(new Maker(name.group(1), Long.parseLong(name.group(2)), Long.parseLong(name.group(3))))
                : Optional.empty();
    }

    /** How the names begin of all that it makes. */
    String prefix() {
        return ".beatbench-" + host + "-" + process + "-" + start + "-";
    }

    /** A name for something that it makes, another each time. */
    String name() {
        return prefix() + UUID.randomUUID();
    }

    /** Whether it surely runs. */
    boolean runs() {
        return host.equals(hostHere())
                && handle().filter(found -> startOf(found) == start).isPresent();
    }

    /**
     * Whether it surely does not. Neither can be told of a process on another machine, nor of one here whose number is now that of
     * another process; and that one may be the same after all, since setting the clock changes when it seems to have started.
     */
    boolean hasEnded() {
        return host.equals(hostHere()) && handle().isEmpty();
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }

    private static String hostHere() {
        String name;
        try {
            // Containers may share the name of their host, and each of them has a process 1.
            name = Files.readString(HOST_NAME) + Files.readSymbolicLink(NUMBERING);
        } catch (IOException notLinux) {
            try {
                name = InetAddress.getLocalHost().getHostName();
            } catch (IOException unnamed) {
                name = "";
            }
        }
        return String.format(Locale.ROOT, "%08x", name.hashCode());
    }
}
