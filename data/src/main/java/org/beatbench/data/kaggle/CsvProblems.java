package org.beatbench.data.kaggle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong in a file: the first few of each kind, and how many there are. */
final class CsvProblems {

    private static final int TOLD_OF_A_KIND = 3;
    private static final int TOLD = 10;

    /** After so many, the rest of a block is not worth reading. */
    private static final int ENOUGH = 1_000;

    private final List<CsvProblem> first = new ArrayList<>();
    private final Map<CsvProblem.Kind, Integer> counts = new EnumMap<>(CsvProblem.Kind.class);
    private int count;

    void add(CsvProblem problem) {
        count++;
        if (counts.merge(problem.kind(), 1, Integer::sum) <= TOLD_OF_A_KIND) {
            first.add(problem);
        }
    }

    /** Adds those of the following part of the file. */
    void addAll(CsvProblems following) {
        Map<CsvProblem.Kind, Integer> before = new EnumMap<>(counts);
        for (CsvProblem problem : following.first) {
            if (before.merge(problem.kind(), 1, Integer::sum) <= TOLD_OF_A_KIND) {
                first.add(problem);
            }
        }
        following.counts.forEach((kind, number) -> counts.merge(kind, number, Integer::sum));
        count += following.count;
    }

    /** Whether to read on is of no use: there is much wrong already, or this is no file of lines at all. */
    boolean enough() {
        return count >= ENOUGH || counts.containsKey(CsvProblem.Kind.LONG_LINE);
    }

    /** What to tell, each as {@code file:line:column: what}. */
    List<String> describe(Path file) throws IOException {
        if (first.isEmpty()) {
            return List.of();
        }
        List<CsvProblem> told = first.stream()
                .sorted(Comparator.comparingLong(CsvProblem::line))
                .limit(TOLD)
                .toList();
        List<String> lines = new ArrayList<>();
        long number = 1;
        long counted = 0;
        // A channel of its own: that of the threads which parse is closed when they are interrupted.
        try (FileChannel channel = FileChannel.open(file)) {
            for (CsvProblem problem : told) {
                number += newlines(channel, counted, problem.line());
                counted = problem.line();
                lines.add(file.getFileName() + ":" + number + ":" + problem.column() + ": " + problem.text());
            }
        }
        if (count > told.size()) {
            lines.add(file.getFileName() + ": and at least " + (count - told.size()) + " more");
        }
        return lines;
    }

    private static long newlines(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(1 << 20);
        long newlines = 0;
        for (long at = from; at < to; ) {
            block.clear().limit((int) Math.min(block.capacity(), to - at));
            int read = channel.read(block, at);
            if (read < 0) {
                break;
            }
            for (int i = 0; i < read; i++) {
                if (block.get(i) == '\n') {
                    newlines++;
                }
            }
            at += read;
        }
        return newlines;
    }
}
