package org.beatbench.data.kaggle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Rows;
import org.beatbench.data.beats.BeatCutter;

/**
 * One of the published files, parsed by several threads at once.
 *
 * @param blocks its rows in order, block by block
 * @param problems what is wrong with it, each as {@code file:line:column: what}; if there is anything, the rows are of
 *     no use
 */
record CsvFile(List<CsvRows> blocks, List<String> problems) {

    private static final long BLOCK = 1 << 19;

    static CsvFile read(Path file, RowForm form, DatasetContext context) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            List<CsvRows> contents = parse(channel, file, form, context);
            CsvProblems problems = new CsvProblems();
            contents.forEach(content -> problems.addAll(content.problems()));
            List<String> told = new ArrayList<>(problems.describe(file));
            if (!told.isEmpty()) {
                firstLine(file, form)
                        .remark(form)
                        .ifPresent(remark -> told.add(0, file.getFileName() + ":1: " + remark));
            }
            if (contents.stream().mapToInt(CsvRows::size).sum() == 0 && told.isEmpty()) {
                told.add(file.getFileName() + ": " + (channel.size() == 0 ? "is empty" : "holds no rows"));
            }
            return new CsvFile(contents, List.copyOf(told));
        }
    }

    private static FirstLine firstLine(Path file, RowForm form) throws IOException {
        // A stream of its own: the channel is closed when the threads that parse are interrupted.
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(form.longestLine()), StandardCharsets.ISO_8859_1);
            return FirstLine.of(text.lines().findFirst().orElse(""));
        }
    }

    /** The samples of two files, one after the other. */
    static Rows join(CsvFile first, CsvFile second) {
        int rows = first.rows() + second.rows();
        FloatBuffer samples = FloatBuffer.allocate(Math.multiplyExact(rows, BeatCutter.LENGTH));
        first.blocks.forEach(block -> block.copySamples(samples));
        second.blocks.forEach(block -> block.copySamples(samples));
        return Rows.read(samples.flip(), BeatCutter.LENGTH);
    }

    private int rows() {
        return blocks.stream().mapToInt(CsvRows::size).sum();
    }

    private static List<CsvRows> parse(FileChannel channel, Path file, RowForm form, DatasetContext context)
            throws IOException {
        ExecutorService executor =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<CsvRows>> blocks = new ArrayList<>();
            for (long start = 0; start < channel.size(); start += BLOCK) {
                long from = start;
                long to = Math.min(start + BLOCK, channel.size());
                blocks.add(executor.submit(() -> CsvBlock.parse(form, channel, from, to)));
            }
            List<CsvRows> contents = new ArrayList<>();
            for (Future<CsvRows> block : blocks) {
                context.cancellation().check();
                contents.add(block.get());
                context.progress().advanced(file.getFileName().toString(), contents.size(), blocks.size());
                if (contents.get(contents.size() - 1).problems().enough()) {
                    break;
                }
            }
            return contents;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading " + file, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
