package org.beatbench.server.recordings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.beatbench.api.Progress;
import tools.jackson.databind.json.JsonMapper;

/** What is told of a recording, a line of JSON each. Begins with the first line: before that, a request can still be refused. */
final class Lines implements Progress {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long BETWEEN = 200_000_000;

    private final Begin begin;
    private final String model;
    private OutputStream out = OutputStream.nullOutputStream();
    private boolean begun;
    private volatile boolean gone;
    private long last;
    private String stage = "";

    /** Begins an answer. */
    @FunctionalInterface
    interface Begin {
        OutputStream answer() throws IOException;
    }

    Lines(Begin begin, String model) {
        this.begin = begin;
        this.model = model;
    }

    /** Lines about another model, behind these. */
    Lines of(String other) {
        Lines more = new Lines(begin, other);
        more.out = out;
        more.begun = begun;
        more.gone = gone;
        return more;
    }

    boolean hasBegun() {
        return begun;
    }

    /** Whether nobody listens any more. */
    boolean isGone() {
        return gone;
    }

    @Override
    public synchronized void advanced(String doing, long done, long total) {
        long now = System.nanoTime();
        if (doing.equals(stage) && now - last < BETWEEN) {
            return;
        }
        last = now;
        stage = doing;
        Map<String, Object> progress = new LinkedHashMap<>();
        progress.put("stage", doing);
        progress.put("done", done);
        progress.put("total", total);
        line("progress", progress);
    }

    /** A line with one thing. */
    void line(String name, Object value) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("model", model);
        line.put(name, value);
        line(JSON.writeValueAsString(line));
    }

    /** A line as it stands. */
    void line(String text) {
        if (gone) {
            return;
        }
        try {
            if (!begun) {
                out = begin.answer();
                begun = true;
            }
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            gone = true;
        }
    }

    /** Each line of a file as a thing of a name; flushed together. */
    void all(String name, Path file) throws IOException {
        StringBuilder block = new StringBuilder();
        String start = "{\"model\":" + JSON.writeValueAsString(model) + ",\"" + name + "\":";
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String next = reader.readLine(); next != null && !gone; next = reader.readLine()) {
                block.append(block.isEmpty() ? "" : "\n")
                        .append(start)
                        .append(next)
                        .append('}');
                if (block.length() > 1 << 16) {
                    line(block.toString());
                    block.setLength(0);
                }
            }
        }
        if (!block.isEmpty()) {
            line(block.toString());
        }
    }
}
