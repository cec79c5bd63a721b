package org.beatbench.data.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.files.Aside;

/** Writes a file of many rows: several threads make the text, and it is written in order. */
final class RowFile {

    private static final int BLOCK = 512;

    /** Makes the text of a row, its line end included. Called by several threads at once. */
    @FunctionalInterface
    interface Format {

        void write(int row, TextBuffer line);
    }

    private RowFile() {}

    /**
     * Writes a file aside.
     *
     * @param target where it is to stand once it is published; its folder is made if it does not exist
     * @throws UserError if it cannot be written; nothing of it remains
     */
    static Aside write(Path target, String head, int rows, Format format, Progress progress) {
        try {
            Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
            Files.createDirectories(folder);
            Aside file = Aside.file(folder);
            try {
                write(file.path(), target, head, rows, format, progress);
                return file;
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Puts a file that was written aside in its place. */
    static void publish(Path target, Aside file) {
        try {
            file.publish(target);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private static UserError unwritable(Path target, IOException cause) {
        return UserError.unwritable(
                target,
                cause,
                "choose a folder that may be written to and has space enough; no unfinished file was left behind");
    }

    private static void write(Path aside, Path target, String head, int rows, Format format, Progress progress)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(aside)) {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            writeRows(out, target, rows, format, progress);
        }
    }

    private static void writeRows(OutputStream out, Path target, int rows, Format format, Progress progress)
            throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Queue<Future<byte[]>> pending = new ArrayDeque<>();
            int written = 0;
            for (int next = 0; next < rows || !pending.isEmpty(); ) {
                if (next < rows && pending.size() < 2 * threads) {
                    int from = next;
                    int to = Math.min(rows, from + BLOCK);
                    pending.add(executor.submit(() -> text(from, to, format)));
                    next = to;
                } else {
                    out.write(pending.remove().get());
                    written = Math.min(rows, written + BLOCK);
                    progress.advanced(target.getFileName().toString(), written, rows);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private static byte[] text(int from, int to, Format format) {
        TextBuffer line = new TextBuffer();
        for (int row = from; row < to; row++) {
            format.write(row, line);
        }
        return line.toBytes();
    }
}
