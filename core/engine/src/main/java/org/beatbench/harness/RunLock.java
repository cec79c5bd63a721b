package org.beatbench.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.beatbench.api.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two runs from disturbing each other, and tells the second who the first is. The operating system frees the lock when a run
 * ends, however it ends; what a killed one wrote about itself stays, and is believed only while the lock is held.
 */
public final class RunLock implements AutoCloseable {

    /** No lock. */
    public static final RunLock NONE = new RunLock(null);

    /** Behind all that is ever written, so that it can be read on systems that keep others from reading what is locked. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    private static final int LONGEST_WORD = 4_096;

    private final @Nullable FileChannel channel;

    private RunLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Who holds a lock.
     *
     * @param process its number on its machine
     * @param host name of its machine
     * @param since when it took the lock, in UTC
     * @param command what it was asked to do; may be empty
     */
    public record Holder(long process, String host, Instant since, String command) {

        private static final int LINES = 4;
        private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

        private static Holder ofThisProcess(String command) {
            return new Holder(
                    ProcessHandle.current().pid(), hostName(), Instant.now().truncatedTo(ChronoUnit.SECONDS), command);
        }

        /** The files and variables of systems first: where names are asked for over a network, the answer may take seconds. */
        private static String hostName() {
            try {
                if (Files.isReadable(HOST_NAME)) {
                    return Files.readString(HOST_NAME).strip();
                }
                String variable = System.getenv("COMPUTERNAME");
                return variable != null ? variable : InetAddress.getLocalHost().getHostName();
            } catch (IOException e) {
                return "unknown";
            }
        }

        /** Such as {@code process 4711 on lab since 2026-05-04T10:15:00Z: ./beatbench run standard}. */
        public String inWords() {
            return "process " + process + " on " + host + " since " + since + (command.isEmpty() ? "" : ": " + command);
        }

        private String text() {
            return String.join("\n", String.valueOf(process), host, since.toString(), command, "");
        }

        /** Empty for what an earlier version, or nobody, wrote. */
        private static Optional<Holder> of(String text) {
            List<String> lines = text.lines().toList();
            try {
                return lines.size() < LINES
                        ? Optional.empty()
                        : Optional.of(new Holder(
                                Long.parseLong(lines.get(0)),
                                lines.get(1),
                                Instant.parse(lines.get(2)),
                                lines.get(LINES - 1)));
            } catch (RuntimeException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * Two timed runs on one machine would spoil each other's measurements. Knows only of runs of the same user.
     *
     * @param command what this process does, for others that want the lock meanwhile
     * @param remedy what to do where another run is being timed
     * @throws UserError if another run is being timed
     */
    public static RunLock ofMachine(String command, String remedy) throws IOException {
        return take(
                timing(),
                command,
                "another run is being timed on this machine, and two would spoil each other's timings",
                remedy);
    }

    /**
     * Two runs into one result folder would do the same work twice.
     *
     * @param command what this process does, for others that want the lock meanwhile
     * @throws UserError if another run writes to the folder
     */
    public static RunLock ofStore(Path folder, String command) throws IOException {
        return take(
                folder.resolve(".lock"),
                command,
                "another run writes to " + folder,
                "wait until it ends, or choose another --results");
    }

    /** Who is being timed on this machine; empty if nobody is, or it does not tell. */
    public static Optional<Holder> timed() throws IOException {
        Path file = timing();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return isFree(channel) ? Optional.empty() : holder(file);
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        return lock(channel).isPresent();
    }

    private static Path timing() {
        return Path.of(
                System.getProperty("java.io.tmpdir"), "beatbench-timing-" + System.getProperty("user.name") + ".lock");
    }

    private static RunLock take(Path file, String command, String held, String remedy) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel).isEmpty()) {
            channel.close();
            throw new UserError(
                    held
                            + holder(file)
                                    .map(holder -> " (" + holder.inWords() + ")")
                                    .orElse(""),
                    remedy);
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(Holder.ofThisProcess(command).text().getBytes(StandardCharsets.UTF_8)));
        return new RunLock(channel);
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(LOCKED, 1, false));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static Optional<Holder> holder(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer text = ByteBuffer.allocate((int) Math.min(LONGEST_WORD, channel.size()));
            while (text.hasRemaining() && channel.read(text) >= 0) {
                // Once is enough, but need not be.
            }
            return Holder.of(new String(text.array(), 0, text.position(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.truncate(0);
            channel.close();
        }
    }
}
