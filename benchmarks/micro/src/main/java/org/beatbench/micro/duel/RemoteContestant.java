package org.beatbench.micro.duel;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The process of a contestant, seen from outside: it works when it gets an order and sleeps otherwise. */
final class RemoteContestant implements AutoCloseable {

    private static final int LINES_OF_ERROR = 3;
    private static final long SECONDS_TO_END = 10;

    private final String id;
    private final Process process;
    private final Path errors;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private String introduction = "";

    private RemoteContestant(String id, Process process, Path errors) {
        this.id = id;
        this.process = process;
        this.errors = errors;
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts a process and waits until it is ready.
     *
     * @param threads how many threads OpenMP, which all but Beatbench compute with, is to have
     * @param errors the file that its standard error goes to
     * @throws ContestantLost if it cannot take part
     */
    static RemoteContestant start(String id, List<String> command, int threads, Path errors) throws ContestantLost {
        Process process;
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
            process = builder.start();
        } catch (IOException e) {
            throw new ContestantLost(String.valueOf(e.getMessage()));
        }
        RemoteContestant contestant = new RemoteContestant(id, process, errors);
        try {
            contestant.introduction = contestant.answer("ready");
            return contestant;
        } catch (ContestantLost e) {
            contestant.close();
            throw e;
        }
    }

    String id() {
        return id;
    }

    Participant introduce(String network) {
        return new Participant(network, id, introduction);
    }

    /**
     * Has it do something; returns what it measured.
     *
     * @throws ContestantLost if it fails
     */
    Map<String, Double> order(String order) throws ContestantLost {
        try {
            orders.write(order);
            orders.write('\n');
            orders.flush();
        } catch (IOException e) {
            throw new ContestantLost(lastWords());
        }
        Map<String, Double> numbers = new TreeMap<>();
        String answer = answer("done");
        for (String part : answer.isEmpty() ? new String[0] : answer.split(" ")) {
            int equals = part.indexOf('=');
            numbers.put(part.substring(0, equals), number(part.substring(equals + 1), order));
        }
        return numbers;
    }

    private static double number(String text, String order) throws ContestantLost {
        // Python writes nan and inf, Java NaN and Infinity.
        double number = text.matches("-?(nan|inf)") ? Double.NaN : Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new ContestantLost("did not compute: " + order + " gave " + text);
        }
        return number;
    }

    private String answer(String expected) throws ContestantLost {
        Optional<String> line = line();
        if (line.isEmpty()) {
            throw new ContestantLost(lastWords());
        }
        String[] words = line.get().split(" ", 2);
        String rest = words.length == 1 ? "" : words[1];
        if (!words[0].equals(expected)) {
            throw new ContestantLost(rest);
        }
        return rest;
    }

    private Optional<String> line() {
        try {
            @Nullable String line = answers.readLine();
            return Optional.ofNullable(line);
        } catch (IOException e) {
            // A broken stream means the same as its end.
            return Optional.empty();
        }
    }

    /** The end of its messages. What is indented says where in the code it was, in Java as in Python. */
    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(errors).stream()
                    .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                    .toList();
            return lines.isEmpty()
                    ? "ended without a word"
                    : String.join("; ", lines.subList(Math.max(0, lines.size() - LINES_OF_ERROR), lines.size()));
        } catch (IOException e) {
            return "ended, and its messages cannot be read: " + e.getMessage();
        }
    }

    /** Ends the process, which does so by itself when there are no more orders. */
    @Override
    public void close() {
        try {
            orders.close();
        } catch (IOException e) {
            // It has ended already.
        }
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
