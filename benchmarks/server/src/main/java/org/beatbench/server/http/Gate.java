package org.beatbench.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.beatbench.server.protocol.Refusal;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The door: who may come in, how many at a time, and nobody new once the server is to stop. What came in is counted until its answer has
 * been sent, so that the server knows when it may go.
 */
public final class Gate extends Handler.Wrapper {

    private static final String BEARER = "Bearer ";

    /** Whether the server lives is nobody's secret, and who watches it does not queue. */
    private static final Set<String> HEALTH = Set.of("/v2/health/live", "/v2/health/ready");

    /** The page itself holds nothing; what it asks for needs the token. */
    private static final Set<String> OPEN = Set.of("/", "/page.css", "/page.js");

    /** What was kept of a recording has a name that nobody can guess, so that a page can show it in a frame. */
    private static final Pattern KEPT = Pattern.compile("/api/records/[0-9a-f-]{36}/[^/]+/[^/]+");

    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final int most;
    private final Optional<byte[]> token;
    private final boolean loopback;
    private final RequestCounts counts;
    private final Optional<AccessLog> log;

    private final Object lock = new Object();
    private int inside;
    private boolean closing;

    /**
     * A door.
     *
     * @param most requests at a time
     * @param token that requests must bear
     * @param loopback whether the server is for this machine only, so that no other name of it is believed
     */
    public Gate(int most, Optional<String> token, boolean loopback, RequestCounts counts, Optional<AccessLog> log) {
        this.most = most;
        this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
        this.loopback = loopback;
        this.counts = counts;
        this.log = log;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Visit visit = new Visit(request, response, callback);
        String path = Request.getPathInContext(request);
        try {
            enter(visit, HEALTH.contains(path));
            requireOwnName(request);
            if (!HEALTH.contains(path)
                    && !OPEN.contains(path)
                    && !KEPT.matcher(path).matches()) {
                requireToken(request);
            }
        } catch (Refusal refusal) {
            Errors.write(response, visit, refusal);
            return true;
        }
        if (super.handle(request, response, visit)) {
            return true;
        }
        Errors.write(response, visit, new Refusal(Refusal.UNKNOWN, "there is nothing at this address"));
        return true;
    }

    private void enter(Visit visit, boolean health) {
        synchronized (lock) {
            inside++;
            visit.counted = true;
            if (closing && !health) {
                throw new Refusal(Refusal.UNAVAILABLE, "the server is stopping");
            }
            if (inside > most && !health) {
                throw new Refusal(Refusal.UNAVAILABLE, "the server has enough to do; ask again a little later");
            }
        }
    }

    /** Pages of others must not get at a server that trusts whoever reaches it, neither directly nor by a name that leads here. */
    private void requireOwnName(Request request) {
        @Nullable String host = request.getHeaders().get(HttpHeader.HOST);
        if (loopback && host != null && !LOCAL.contains(withoutPort(host))) {
            throw new Refusal(Refusal.MISDIRECTED, "this server answers to localhost and 127.0.0.1 only");
        }
        @Nullable String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && !origin.replaceFirst("^https?://", "").equals(host)) {
            throw new Refusal(Refusal.FORBIDDEN, "pages of other servers may not ask this one");
        }
    }

    private static String withoutPort(String host) {
        return PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    private void requireToken(Request request) {
        if (token.isEmpty()) {
            return;
        }
        @Nullable String given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        byte[] shown = given != null && given.startsWith(BEARER)
                ? given.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        if (!MessageDigest.isEqual(token.get(), shown)) {
            throw new Refusal(Refusal.UNAUTHORIZED, "this server wants a token: Authorization: Bearer ...");
        }
    }

    /** Whether nobody new is let in. */
    public boolean isClosing() {
        synchronized (lock) {
            return closing;
        }
    }

    /** Requests that are being answered. */
    public int inside() {
        synchronized (lock) {
            return inside;
        }
    }

    /**
     * Lets nobody in any more, and waits for those who are inside.
     *
     * @return whether all have their answers
     */
    public boolean close(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (lock) {
            closing = true;
            while (inside > 0) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    return false;
                }
                try {
                    lock.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return true;
    }

    /** A request from its coming in to the last byte of its answer. */
    private final class Visit extends Callback.Nested {

        private final Request request;
        private final Response response;
        private final long start = System.nanoTime();
        private boolean counted;

        Visit(Request request, Response response, Callback callback) {
            super(callback);
            this.request = request;
            this.response = response;
        }

        @Override
        public void completed() {
            long time = System.nanoTime() - start;
            counts.add(response.getStatus(), time);
            log.ifPresent(lines -> lines.write(request, response, time));
            if (counted) {
                synchronized (lock) {
                    inside--;
                    lock.notifyAll();
                }
            }
        }
    }
}
