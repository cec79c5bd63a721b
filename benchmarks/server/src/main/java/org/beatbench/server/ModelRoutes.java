package org.beatbench.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.server.batching.Batcher;
import org.beatbench.server.batching.ModelCounts;
import org.beatbench.server.http.Body;
import org.beatbench.server.http.Errors;
import org.beatbench.server.protocol.AnswerWriter;
import org.beatbench.server.protocol.Answered;
import org.beatbench.server.protocol.Asked;
import org.beatbench.server.protocol.AskedReader;
import org.beatbench.server.protocol.ModelDescription;
import org.beatbench.server.protocol.Refusal;
import org.beatbench.server.protocol.Shown;
import org.jspecify.annotations.Nullable;

/** What can be asked of one model. */
final class ModelRoutes implements AutoCloseable {

    /** By which the protocol says where the JSON ends. */
    private static final String HEADER_LENGTH = "Inference-Header-Content-Length";

    private static final String BYTES = "application/octet-stream";
    private static final int LONGEST_LENGTH = 12;

    private final ServedModel served;
    private final ModelDescription description;
    private final Batcher batcher;
    private final AnswerWriter writer;
    private final Body body;
    private final Duration patience;

    ModelRoutes(ServedModel served, Body body, Limits limits) {
        this.served = served;
        this.description = ModelDescription.of(served.name(), served.card());
        this.batcher =
                new Batcher(served.name(), served.model(), served.card().beats(), limits.batch(), limits.waiting());
        this.writer = new AnswerWriter(served.name(), served.card().beats().classes());
        this.body = body;
        this.patience = limits.answer();
    }

    String name() {
        return served.name();
    }

    ModelDescription description() {
        return description;
    }

    ModelCounts.At counts() {
        return batcher.counts().now();
    }

    int waiting() {
        return batcher.waiting();
    }

    void infer(Context context) throws IOException {
        long start = System.nanoTime();
        try {
            answer(context, start);
        } catch (Refusal | IOException e) {
            batcher.counts().failed(System.nanoTime() - start);
            throw e;
        }
    }

    private void answer(Context context, long start) throws IOException {
        long header = headerLength(context.header(HEADER_LENGTH));
        requireType(context.contentType(), header >= 0);
        requirePlain(context);
        Asked asked = body.read(
                context.req().getInputStream(),
                context.req().getContentLengthLong(),
                (bytes, length) ->
                        AskedReader.read(bytes, length, header, served.card().beats()));
        long read = System.nanoTime();
        Answered answers = batcher.ask(asked, patience);
        long answered = System.nanoTime();
        AnswerWriter.Written written = writer.write(asked, answers);
        if (written.isBinary()) {
            context.contentType(BYTES).header(HEADER_LENGTH, Integer.toString(written.header()));
        } else {
            context.contentType(Errors.JSON);
        }
        batcher.counts().answered(read - start, System.nanoTime() - answered);
        context.result(written.body());
    }

    private static long headerLength(@Nullable String text) {
        if (text == null) {
            return -1;
        }
        if (text.isEmpty()
                || text.length() > LONGEST_LENGTH
                || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw Refusal.invalid(HEADER_LENGTH + " must be a number of bytes: " + Shown.of(text));
        }
        return Long.parseLong(text);
    }

    /** Some clients of the protocol say nothing of the type, and what they send is JSON. */
    private static void requireType(@Nullable String given, boolean binary) {
        String type = given == null ? Errors.JSON : withoutParameters(given);
        if (!type.equalsIgnoreCase(Errors.JSON) && !(binary && type.equalsIgnoreCase(BYTES))) {
            throw new Refusal(
                    Refusal.WRONG_TYPE,
                    "Content-Type must be " + Errors.JSON + (binary ? " or " + BYTES : "") + ", and not "
                            + Shown.of(type));
        }
    }

    private static String withoutParameters(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip();
    }

    /** What is packed may be a thousand times what was sent. */
    static void requirePlain(Context context) {
        String packed = context.header("Content-Encoding");
        if (packed != null && !packed.equalsIgnoreCase("identity")) {
            throw new Refusal(
                    Refusal.WRONG_TYPE, "Content-Encoding " + Shown.of(packed) + " is not read; send plain bytes");
        }
    }

    /** As the extension statistics has it. */
    Map<String, Object> statistics() {
        ModelCounts.At at = counts();
        Map<String, Object> inference = new TreeMap<>();
        inference.put(
                "success", time(at.requests(), at.inputTime() + at.queueTime() + at.inferTime() + at.outputTime()));
        inference.put("fail", time(at.failed(), at.failedTime()));
        inference.put("queue", time(at.requests(), at.queueTime()));
        inference.put("compute_input", time(at.requests(), at.inputTime()));
        inference.put("compute_infer", time(at.requests(), at.inferTime()));
        inference.put("compute_output", time(at.requests(), at.outputTime()));
        List<Map<String, Object>> batches = new ArrayList<>();
        new TreeMap<>(at.bySize()).forEach((size, some) -> {
            Map<String, Object> batch = new TreeMap<>();
            batch.put("batch_size", size);
            batch.put("compute_infer", time(some.count(), some.inferTime()));
            batches.add(batch);
        });
        Map<String, Object> all = new TreeMap<>();
        all.put("name", name());
        all.put("version", ModelDescription.VERSION);
        all.put("last_inference", at.lastAnswer());
        all.put("inference_count", at.beats());
        all.put("execution_count", at.batches());
        all.put("inference_stats", inference);
        all.put("batch_stats", batches);
        return all;
    }

    private static Map<String, Long> time(long count, long nanoseconds) {
        return Map.of("count", count, "ns", nanoseconds);
    }

    @Override
    public void close() {
        batcher.close();
    }
}
