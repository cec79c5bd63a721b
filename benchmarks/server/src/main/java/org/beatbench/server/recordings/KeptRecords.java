package org.beatbench.server.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.beatbench.files.Aside;

/**
 * What was made of recordings, for as long as somebody looks at it: an hour at most, a few recordings, so many bytes. The oldest go first,
 * and all go with the server. The name of each is known to nobody but who sent the recording, and cannot be guessed.
 */
final class KeptRecords implements AutoCloseable {

    static final int MOST = 16;
    private static final long MOST_BYTES = 512L << 20;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final Map<String, Kept> records = new LinkedHashMap<>();
    private final Thread sweeper;

    /** Results of one recording. */
    private record Kept(Aside folder, long since) {}

    KeptRecords() {
        sweeper = new Thread(this::sweepOverAndOver, "kept records");
        sweeper.setDaemon(true);
        sweeper.start();
    }

    /** Keeps a folder; gives the name under which it is kept. */
    synchronized String keep(Aside folder) {
        String name = UUID.randomUUID().toString();
        records.put(name, new Kept(folder, System.nanoTime()));
        sweep();
        return name;
    }

    /** A file of what is kept. */
    synchronized Optional<Path> file(String record, String model, String file) {
        Kept kept = records.get(record);
        return Optional.ofNullable(kept)
                .map(one -> one.folder().path().resolve(model).resolve(file))
                .filter(Files::isRegularFile);
    }

    /** Deletes what is kept; whether there was anything. */
    synchronized boolean delete(String record) {
        Kept kept = records.remove(record);
        if (kept != null) {
            kept.folder().close();
        }
        return kept != null;
    }

    private void sweepOverAndOver() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_SWEEPS.toMillis());
                sweep();
            }
        } catch (InterruptedException e) {
            // All is deleted already.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void sweep() {
        long now = System.nanoTime();
        List<String> old = new ArrayList<>();
        records.forEach((name, kept) -> {
            if (now - kept.since() > LONGEST.toNanos()) {
                old.add(name);
            }
        });
        old.forEach(this::delete);
        // The newest stays, however large it is.
        while (records.size() > MOST || (records.size() > 1 && size() > MOST_BYTES)) {
            Iterator<String> oldest = records.keySet().iterator();
            delete(oldest.next());
        }
    }

    private long size() {
        long size = 0;
        for (Kept kept : records.values()) {
            try (Stream<Path> files = Files.walk(kept.folder().path())) {
                size += files.filter(Files::isRegularFile)
                        .mapToLong(file -> file.toFile().length())
                        .sum();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return size;
    }

    @Override
    public synchronized void close() {
        sweeper.interrupt();
        List.copyOf(records.keySet()).forEach(this::delete);
    }
}
