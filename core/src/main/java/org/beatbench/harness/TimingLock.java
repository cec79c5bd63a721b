package org.beatbench.harness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.beatbench.api.UserError;

/** Keeps two timed runs from disturbing each other's measurements on one machine; freed by the system if a run dies. */
public final class TimingLock implements AutoCloseable {

    private final FileChannel channel;

    private TimingLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param file the same for all runs that must not overlap
     * @throws UserError if another run holds it
     */
    public static TimingLock take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new UserError(
                    "another run is being timed on this machine, and two would spoil each other's timings",
                    "wait until it ends, or add --untimed if timings do not matter");
        }
        return new TimingLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
