package org.beatbench.server.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;
import org.beatbench.server.protocol.Shown;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** A line for each request: when, from where, what, which answer, how many bytes of it, and milliseconds. No header gets into it. */
public final class AccessLog {

    private static final double NANOSECONDS = 1e6;

    private final Consumer<String> lines;

    /**
     * A log.
     *
     * @param lines gets each; called by several threads at once
     */
    public AccessLog(Consumer<String> lines) {
        this.lines = lines;
    }

    void write(Request request, Response response, long time) {
        lines.accept(String.format(
                Locale.ROOT,
                "%s %s %s %s %d %d %.1f",
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                Request.getRemoteAddr(request),
                Shown.of(request.getMethod()),
                Shown.of(request.getHttpURI().getPath()),
                response.getStatus(),
                Response.getContentBytesWritten(response),
                time / NANOSECONDS));
    }
}
