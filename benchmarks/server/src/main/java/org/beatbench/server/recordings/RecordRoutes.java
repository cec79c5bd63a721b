package org.beatbench.server.recordings;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.beatbench.api.CancelledException;
import org.beatbench.api.UserError;
import org.beatbench.files.Aside;
import org.beatbench.server.protocol.Refusal;
import org.beatbench.server.protocol.Shown;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whole recordings: one is received, answered by one model or two, and told of line by line as it goes on. What was received goes at once,
 * and what was made of it too, unless it is to be kept for somebody to look at.
 */
public final class RecordRoutes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecordRoutes.class);

    private static final String LINES = "application/x-ndjson";
    private static final Pattern ENDING = Pattern.compile("(?i)\\.(edf|bdf|csv|zip)$");
    private static final int LONGEST_STEM = 64;
    private static final int MOST_MODELS = 2;
    private static final int MOST_RATE = 100_000;

    /** Of a sender who is not slow, whatever the size. */
    private static final int SEND_FACTOR = 10;

    /** A page of a recording has its own code within it, and asks nobody for anything. */
    private static final String PAGE_POLICY = "sandbox allow-scripts allow-downloads allow-modals; default-src 'none'; "
            + "script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; frame-ancestors 'self'";

    private final Recordings recordings;
    private final List<String> models;
    private final long most;
    private final Duration patience;
    private final KeptRecords kept = new KeptRecords();
    /** Each takes a processor and much memory. */
    private final Semaphore atWork = new Semaphore(1, true);

    private volatile boolean closed;

    /**
     * Addresses for recordings.
     *
     * @param models names of those that there are
     * @param most bytes of a recording, sent or unpacked
     * @param patience how long a client may take to send a small request
     */
    public RecordRoutes(Recordings recordings, List<String> models, long most, Duration patience) {
        this.recordings = recordings;
        this.models = List.copyOf(models);
        this.most = most;
        this.patience = patience;
    }

    /** Answers a recording. */
    public void answer(Context context) throws IOException {
        requireType(context);
        Set<String> asked = asked(context);
        boolean keep = bool(context, "keep");
        boolean withBeats = !bool(context, "no-beats");
        Recordings.Wish wish = wish(context);
        String file = file(context);
        if (context.req().getContentLengthLong() > most) {
            throw new Refusal(Refusal.TOO_LARGE, "a recording may have " + most + " bytes");
        }
        enter();
        try (Received received = Received.of(
                context.req().getInputStream(),
                file,
                most,
                System.nanoTime() + patience.multipliedBy(SEND_FACTOR).toNanos())) {
            answer(context, received.place(), wish, asked, keep, withBeats);
        } finally {
            atWork.release();
        }
    }

    private void enter() {
        try {
            if (closed || !atWork.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal(Refusal.TOO_MANY, "another recording is being answered; ask again a little later");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Refusal.UNAVAILABLE, "the server is stopping");
        }
    }

    private void answer(
            Context context, Path received, Recordings.Wish wish, Set<String> asked, boolean keep, boolean withBeats)
            throws IOException {
        Aside results = Aside.temporary();
        boolean isKept = false;
        Lines lines = new Lines(
                () -> {
                    context.res().setContentType(LINES);
                    return context.res().getOutputStream();
                },
                asked.iterator().next());
        try {
            for (String model : asked) {
                Lines own = lines.of(model);
                lines = own;
                Path folder = Files.createDirectory(results.path().resolve(model));
                long beats = recordings.answer(received, wish, model, folder, own, () -> closed || own.isGone());
                own.all("summary", folder.resolve(Recordings.Result.SUMMARY.file()));
                if (withBeats) {
                    own.all("beat", folder.resolve(Recordings.Result.BEATS.file()));
                }
                own.line("beats", beats);
            }
            if (keep && !closed) {
                String name = kept.keep(results);
                isKept = true;
                lines.line("{\"record\":\"" + name + "\"}");
            }
            // Who sees it knows that nothing is missing.
            lines.line("{\"done\":true}");
        } catch (UserError e) {
            fail(lines, Refusal.invalid(e.getMessage() + " (" + e.hint() + ")"), received, wish);
        } catch (CancelledException e) {
            fail(lines, new Refusal(Refusal.UNAVAILABLE, "the server is stopping"), received, wish);
        } catch (RuntimeException e) {
            LOG.error("a recording was not answered", e);
            fail(lines, new Refusal(Refusal.FAILED, "the server failed; its log says why"), received, wish);
        } finally {
            if (!isKept) {
                results.close();
            }
        }
    }

    /** In a line, once there are any; else as the status of the answer. The sender does not know our folders. */
    private static void fail(Lines lines, Refusal why, Path received, Recordings.Wish wish) {
        String folder = String.valueOf(received.toAbsolutePath().getParent());
        Refusal told = new Refusal(
                why.status(),
                why.message()
                        .replace(received + "/", "")
                        .replace(received.toString(), wish.name())
                        .replace(folder + "/", "")
                        .replace(folder, wish.name()));
        if (!lines.hasBegun()) {
            throw told;
        }
        lines.line(JsonMapper.shared().writeValueAsString(Map.of("error", told.message())));
    }

    /** Pages of others can send forms and plain text without asking; this they cannot. */
    private static void requireType(Context context) {
        String type =
                String.valueOf(context.contentType()).replaceFirst(";.*", "").strip();
        if (!List.of("application/octet-stream", "application/zip", "text/csv").contains(type)) {
            throw new Refusal(
                    Refusal.WRONG_TYPE,
                    "Content-Type must be application/octet-stream, application/zip or text/csv, and not "
                            + Shown.of(type));
        }
        if (context.header("Content-Encoding") != null) {
            throw new Refusal(Refusal.WRONG_TYPE, "Content-Encoding is not read; send plain bytes, or a zip");
        }
    }

    private Set<String> asked(Context context) {
        Set<String> asked = new LinkedHashSet<>(context.queryParams("model"));
        if (asked.isEmpty()) {
            asked.add(models.get(0));
        }
        for (String model : asked) {
            if (!models.contains(model)) {
                throw new Refusal(Refusal.UNKNOWN, "there is no model " + Shown.of(model));
            }
        }
        if (asked.size() > MOST_MODELS) {
            throw Refusal.invalid("at most " + MOST_MODELS + " models answer a recording");
        }
        return asked;
    }

    private static String file(Context context) {
        String name = parameter(context, "name");
        if (!ENDING.matcher(name).find()) {
            throw Refusal.invalid(
                    "name must be that of the file, which ends with .edf, .bdf, .csv or, for WFDB or several files, .zip");
        }
        int dot = name.lastIndexOf('.');
        String stem = name.substring(0, dot).replaceFirst(".*[/\\\\]", "").replaceAll("[^A-Za-z0-9_-]", "_");
        String shortened = stem.isEmpty() ? "recording" : stem.substring(0, Math.min(stem.length(), LONGEST_STEM));
        return shortened + name.substring(dot).toLowerCase(Locale.ROOT);
    }

    private static Recordings.Wish wish(Context context) {
        String rate = parameter(context, "rate");
        double hertz;
        try {
            hertz = rate.isEmpty() ? 0 : Double.parseDouble(rate);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("rate must be a number: " + Shown.of(rate));
        }
        if (!(hertz >= 0 && hertz <= MOST_RATE)) {
            throw Refusal.invalid("rate must be samples a second, up to " + MOST_RATE + ": " + Shown.of(rate));
        }
        String signal = parameter(context, "signal");
        String annotator = parameter(context, "annotator");
        if (!signal.matches("[\\w ,.+-]{0,64}") || !annotator.matches("\\w{0,16}")) {
            throw Refusal.invalid("signal and annotator are names of leads and the ending of a file");
        }
        return new Recordings.Wish(
                file(context).replaceFirst("\\.\\w+$", ""), hertz, signal, annotator, bool(context, "detect"));
    }

    private static boolean bool(Context context, String name) {
        String value = parameter(context, name);
        if (!List.of("", "true", "false").contains(value)) {
            throw Refusal.invalid(name + " must be true or false: " + Shown.of(value));
        }
        return value.equals("true");
    }

    private static String parameter(Context context, String name) {
        @Nullable String value = context.queryParam(name);
        return value == null ? "" : value;
    }

    /** A file of what was kept. */
    public void result(Context context) throws IOException {
        Recordings.Result result = Arrays.stream(Recordings.Result.values())
                .filter(one -> one.file().equals(context.pathParam("result")))
                .findFirst()
                .orElseThrow(RecordRoutes::nothing);
        String model = context.pathParam("model");
        if (!models.contains(model)) {
            throw nothing();
        }
        Path file = kept.file(context.pathParam("record"), model, result.file()).orElseThrow(RecordRoutes::nothing);
        boolean isShown = result == Recordings.Result.PAGE && !bool(context, "download");
        context.header("Cache-Control", "no-store");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Content-Security-Policy", PAGE_POLICY);
        if (!isShown) {
            context.header("Content-Disposition", "attachment; filename=\"" + model + "-" + result.file() + "\"");
        }
        context.contentType(result.type()).result(Files.newInputStream(file));
    }

    private static Refusal nothing() {
        return new Refusal(Refusal.UNKNOWN, "there is no such result, or it was deleted");
    }

    /** Deletes what was kept of a recording. */
    public void delete(Context context) {
        if (!kept.delete(context.pathParam("record"))) {
            throw nothing();
        }
        context.status(204);
    }

    /** Lists recordings to try things out. */
    public void examples(Context context) {
        context.contentType("application/json").result(JsonMapper.shared().writeValueAsBytes(recordings.examples()));
    }

    /** One of them. */
    public void example(Context context) throws IOException {
        String name = context.pathParam("example");
        if (!recordings.examples().contains(name)) {
            throw new Refusal(Refusal.UNKNOWN, "there is no example " + Shown.of(name));
        }
        try (Aside folder = Aside.temporary()) {
            Path file = folder.path().resolve(name);
            recordings.write(name, file);
            try (InputStream in = Files.newInputStream(file)) {
                context.contentType("application/octet-stream").result(in.readAllBytes());
            }
        }
    }

    /** Stops what is at work, and deletes what is kept. */
    @Override
    public void close() {
        closed = true;
        kept.close();
    }
}
