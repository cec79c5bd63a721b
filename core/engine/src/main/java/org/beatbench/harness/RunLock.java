package org.beatbench.harness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.beatbench.api.UserError;
import org.jspecify.annotations.Nullable;

/** Keeps two runs from disturbing each other. The operating system frees the lock when a run ends, however it ends. */
public final class RunLock implements AutoCloseable {

    /** No lock. */
    public static final RunLock NONE = new RunLock(null);

    private final @Nullable FileChannel channel;

    private RunLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Two timed runs on one machine would spoil each other's measurements. Knows only of runs of the same user.
     *
     * @param remedy what to do where another run is being timed
     * @throws UserError if another run is being timed
     */
    public static RunLock ofMachine(String remedy) throws IOException {
        return take(
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "beatbench-timing-" + System.getProperty("user.name") + ".lock"),
                new UserError(
                        "another run is being timed on this machine, and two would spoil each other's timings",
                        remedy));
    }

    /**
     * Two runs into one result folder would do the same work twice.
     *
     * @throws UserError if another run writes to the folder
     */
    public static RunLock ofStore(Path folder) throws IOException {
        return take(
                folder.resolve(".lock"),
                new UserError("another run writes to " + folder, "wait until it ends, or choose another --results"));
    }

    private static RunLock take(Path file, UserError held) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw held;
        }
        return new RunLock(channel);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
