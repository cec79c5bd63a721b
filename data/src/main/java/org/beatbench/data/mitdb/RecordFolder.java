package org.beatbench.data.mitdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.UserError;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.wfdb.Recordings;

/** Reads and cuts the records of a folder, several at a time. */
record RecordFolder(Path folder, List<String> records, BeatCutter cutter) {

    /** More threads than this wait for the disk, and each holds a record in memory. */
    private static final int MOST_THREADS = 8;

    private static final int MOST_PROBLEMS = 10;

    Beats load(DatasetContext context) throws IOException {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Beats>> parts = new ArrayList<>();
            for (String record : records) {
                parts.add(executor.submit(() -> {
                    context.cancellation().check();
                    return cutter.cut(Recordings.open(folder, record));
                }));
            }
            return joined(parts, context);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading " + folder, e);
        } finally {
            executor.shutdownNow();
        }
    }

    private Beats joined(List<Future<Beats>> parts, DatasetContext context) throws IOException, InterruptedException {
        Beats.Builder all = Beats.builder(BeatClass.names(), BeatCutter.LENGTH);
        List<UserError> problems = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            context.cancellation().check();
            try {
                Beats beats = parts.get(i).get();
                for (int row = 0; row < beats.size(); row++) {
                    all.add(beats.samples().row(row), beats.beat(row));
                }
            } catch (ExecutionException e) {
                problems.add(userError(e.getCause()));
            }
            context.progress().advanced("record", i + 1, parts.size());
        }
        failIfWrong(problems);
        return all.build();
    }

    private static UserError userError(Throwable cause) throws IOException {
        if (cause instanceof UserError error) {
            return error;
        }
        if (cause instanceof IOException error) {
            throw error;
        }
        if (cause instanceof RuntimeException error) {
            throw error;
        }
        throw new IllegalStateException(cause);
    }

    private void failIfWrong(List<UserError> problems) {
        if (problems.size() == 1) {
            throw problems.get(0);
        }
        if (!problems.isEmpty()) {
            List<String> lines = new ArrayList<>();
            problems.stream().limit(MOST_PROBLEMS).map(UserError::getMessage).forEach(lines::add);
            if (problems.size() > MOST_PROBLEMS) {
                lines.add("and " + (problems.size() - MOST_PROBLEMS) + " more records");
            }
            throw UserError.of(
                    problems.size() + " of " + records.size() + " records in " + folder + " cannot be used",
                    lines,
                    problems.get(0).hint());
        }
    }
}
