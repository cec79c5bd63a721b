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
import java.util.function.LongUnaryOperator;

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

    boolean isEmpty() {
        return count == 0;
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

    /** The same problems, in lines that are numbered and not found by their offset. */
    CsvProblems numbered(LongUnaryOperator numberAt) {
        CsvProblems numbered = new CsvProblems();
        numbered.addAll(this);
        numbered.first.replaceAll(problem ->
                new CsvProblem(numberAt.applyAsLong(problem.line()), problem.column(), problem.kind(), problem.text()));
        return numbered;
    }

    /** What to tell of problems in numbered lines, each as {@code name:line:column: what}. */
    List<String> describe(String name) {
        List<String> lines = new ArrayList<>();
        told().forEach(problem -> lines.add(text(name, problem.line(), problem)));
        addRest(name, lines);
        return lines;
    }

    /** What to tell, each as {@code file:line:column: what}. */
    List<String> describe(Path file) throws IOException {
        if (first.isEmpty()) {
            return List.of();
        }
        List<CsvProblem> told = told();
        String name = file.getFileName().toString();
        List<String> lines = new ArrayList<>();
        long number = 1;
        long counted = 0;
        // A channel of its own: that of the threads which parse is closed when they are interrupted.
        try (FileChannel channel = FileChannel.open(file)) {
            for (CsvProblem problem : told) {
                number += newlines(channel, counted, problem.line());
                counted = problem.line();
                lines.add(text(name, number, problem));
            }
        }
        addRest(name, lines);
        return lines;
    }

    private List<CsvProblem> told() {
        return first.stream()
                .sorted(Comparator.comparingLong(CsvProblem::line))
                .limit(TOLD)
                .toList();
    }

    private static String text(String name, long number, CsvProblem problem) {
        return name + ":" + number + ":" + problem.column() + ": " + problem.text();
    }

    private void addRest(String name, List<String> told) {
        if (count > told.size()) {
            told.add(name + ": and at least " + (count - told.size()) + " more");
        }
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
