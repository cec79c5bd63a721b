package org.beatbench.plugins.process;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.UserError;
import org.beatbench.process.LogTail;
import org.beatbench.process.ProcessTree;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A program that runs and is asked, one request after the other: each message is a JSON object on a line of its own. The program
 * and all that it started end with the conversation.
 */
final class Conversation implements AutoCloseable {

    /** Of the protocol. */
    static final int VERSION = 1;

    static final JsonMapper JSON = JsonMapper.shared();

    private static final Duration HANDSHAKE = Duration.ofSeconds(30);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    /** How much longer than the program that which it started may live. */
    private static final Duration LINGERING = Duration.ofMillis(300);
    /** How long a program that is to stop may go on before it is stopped. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final long BETWEEN_LOOKS_MS = 50;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int SHOWN = 80;
    private static final String GONE = "gone";

    private final String command;
    private final Process process;
    private final ProcessTree tree;
    private final OutputStream requests;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final LogTail log = new LogTail();
    private final Manners manners;
    private final Thread logging;
    private final Thread atExit;

    /** A line of the program, or what was wrong with it. */
    private record Heard(String line, String problem) {}

    private Conversation(String command, Process process, Manners manners) {
        this.command = command;
        this.process = process;
        this.manners = manners;
        this.tree = new ProcessTree(process.toHandle());
        this.requests = process.getOutputStream();
        daemon("answers of " + command, () -> listen(process.getInputStream()));
        this.logging = daemon("log of " + command, () -> log.drain(process.getErrorStream()));
        this.atExit = new Thread(tree::end, "end of " + command);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts a program, and finds out whether it keeps the protocol.
     *
     * @param command the program, found as a shell would or in the folder, and its arguments
     * @param folder where it runs
     * @param manners where it is noted if it does not end as it should
     * @throws UserError if there is no such program
     * @throws ProcessFailure if it does not say within 30 s that it speaks this version of the protocol
     */
    static Conversation start(List<String> command, Path folder, Manners manners) throws IOException {
        return start(command, folder, manners, HANDSHAKE);
    }

    /** As {@link #start(List, Path, Manners)}, with another limit. */
    static Conversation start(List<String> command, Path folder, Manners manners, Duration handshake)
            throws IOException {
        List<String> resolved = new ArrayList<>(command);
        Path own = folder.resolve(command.get(0)).toAbsolutePath();
        if (Files.isRegularFile(own)) {
            resolved.set(0, own.toString());
        }
        Process process;
        try {
            process = new ProcessBuilder(resolved).directory(folder.toFile()).start();
        } catch (IOException e) {
            throw new UserError(
                    folder.resolve(ProcessManifest.FILE) + " names a program that cannot be started: " + command.get(0),
                    "install it, or name another there; " + e.getMessage());
        }
        Conversation conversation = new Conversation(String.join(" ", command), process, manners);
        try {
            conversation.shakeHands(handshake);
            return conversation;
        } catch (RuntimeException e) {
            conversation.end();
            throw e;
        }
    }

    private void shakeHands(Duration limit) {
        ObjectNode greeting = JSON.createObjectNode().put("beatbench", VERSION);
        // If it is gone already, what it said before tells more than that it is.
        write(greeting);
        JsonNode reply = first(limit);
        if (!reply.path("beatbench").isInt()) {
            throw broken("its first line is not " + greeting + " but " + shown(reply.toString()));
        }
        int spoken = reply.path("beatbench").asInt();
        if (spoken != VERSION) {
            throw broken("it speaks version " + spoken + " of the protocol, this Beatbench version " + VERSION);
        }
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param request with its {@code verb}
     * @param told hears progress and epochs
     * @param cancellation after which the program is told to stop, and stopped a second later
     * @return what the program says under {@code ok}
     * @throws CancelledException if it was cancelled
     * @throws ProcessFailure if it reports an error, breaks the protocol, or ends
     */
    synchronized JsonNode ask(ObjectNode request, Consumer<JsonNode> told, Cancellation cancellation) {
        String verb = request.path("verb").asString();
        Heard unasked = heard.peek();
        if (unasked != null && !unasked.line().isEmpty()) {
            throw broken("it said something that nobody asked for: " + shown(unasked.line()));
        }
        send(request);
        long stopped = Long.MAX_VALUE;
        while (true) {
            if (stopped == Long.MAX_VALUE && cancellation.requested()) {
                stopped = System.nanoTime() + GRACE.toNanos();
            }
            boolean unwanted = stopped != Long.MAX_VALUE;
            if (unwanted && System.nanoTime() > stopped) {
                manners.stayed.incrementAndGet();
                end();
                throw new CancelledException();
            }
            Heard one = poll();
            tree.look();
            if (one == null) {
                continue;
            }
            JsonNode message = parsed(one, verb);
            if (message.has("progress") || message.has("epoch")) {
                told.accept(message);
                send(JSON.createObjectNode().put("verb", unwanted ? "cancel" : "go-on"));
            } else if (unwanted) {
                throw new CancelledException();
            } else if (message.has("error")) {
                throw new ProcessFailure(message.path("error").asString());
            } else if (message.has("ok")) {
                return message.path("ok");
            } else {
                throw broken("its answer to " + verb + " is " + shown(one.line()));
            }
        }
    }

    /** Says goodbye, and ends what does not leave. */
    @Override
    public synchronized void close() {
        if (process.isAlive()) {
            tree.lookNow();
            try {
                requests.write("{\"verb\":\"bye\"}\n".getBytes(StandardCharsets.UTF_8));
                requests.close();
                if (!process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                    manners.stayed.incrementAndGet();
                } else if (stillLivesBelow()) {
                    manners.leftProcesses.incrementAndGet();
                }
            } catch (IOException e) {
                // It is gone already.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        end();
    }

    private boolean stillLivesBelow() throws InterruptedException {
        long deadline = System.nanoTime() + LINGERING.toNanos();
        while (tree.livesBelow() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
        }
        return tree.livesBelow();
    }

    private void end() {
        tree.end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // This is the exit.
        }
    }

    private void send(ObjectNode message) {
        if (!write(message)) {
            throw gone(message.path("verb").asString());
        }
    }

    /** Tells whether the program still takes messages. */
    private boolean write(ObjectNode message) {
        try {
            requests.write((message + "\n").getBytes(StandardCharsets.UTF_8));
            requests.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private JsonNode first(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            Heard one = poll();
            if (one != null) {
                return parsed(one, "");
            }
        }
        throw broken("it did not say hello within " + limit.toMillis() + " ms");
    }

    private @Nullable Heard poll() {
        try {
            return heard.poll(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
            throw new CancelledException();
        }
    }

    private JsonNode parsed(Heard one, String verb) {
        if (one.problem().equals(GONE)) {
            throw gone(verb);
        }
        if (!one.problem().isEmpty()) {
            throw broken(one.problem());
        }
        try {
            JsonNode message = JSON.readTree(one.line());
            if (message.isObject()) {
                return message;
            }
        } catch (JacksonException e) {
            // Said below.
        }
        throw broken("it wrote what is no JSON object to its standard output: " + shown(one.line())
                + " (what it prints must go to standard error)");
    }

    private void listen(InputStream answers) {
        try (InputStream lines = new BufferedInputStream(answers)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = lines.read(); next >= 0; next = lines.read()) {
                if (next == '\n') {
                    heard.add(new Heard(line.toString(StandardCharsets.UTF_8), ""));
                    line.reset();
                } else if (line.size() >= LONGEST_LINE) {
                    heard.add(new Heard("", "it wrote a line longer than 1 MB; arrays go into files"));
                    return;
                } else {
                    line.write(next);
                }
            }
            if (line.size() > 0) {
                heard.add(new Heard("", "it ended in the middle of a line"));
            }
        } catch (IOException e) {
            // That is how streams of killed processes end.
        }
        heard.add(new Heard("", GONE));
    }

    private ProcessFailure gone(String verb) {
        String how;
        try {
            how = process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
                    ? "ended with exit code " + process.exitValue()
                    : "closed its standard output";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            how = "ended";
        }
        return failure(command + " " + how + (verb.isEmpty() ? "" : " when asked to " + verb));
    }

    private ProcessFailure broken(String how) {
        return failure(command + " does not keep the protocol: " + how);
    }

    private ProcessFailure failure(String what) {
        end();
        try {
            logging.join(LAST_WORDS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<String> lines = log.text().lines().filter(line -> !line.isBlank()).toList();
        return new ProcessFailure(
                lines.isEmpty()
                        ? what
                        : what + "; its last words: "
                                + lines.get(lines.size() - 1).strip());
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " ...";
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
