package org.beatbench.data.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.UserError;

/** Brings files over HTTP: each into a part beside its place, checked, then moved there in one step. */
final class Download {

    static final String AGAIN = "Give the same command again, later or on another network: what has arrived is kept.";

    private static final Duration GLANCE = Duration.ofMillis(50);

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final RetryPolicy retryPolicy;
    private final Cancellation cancellation;

    Download(RetryPolicy retryPolicy, Cancellation cancellation) {
        this.retryPolicy = retryPolicy;
        this.cancellation = cancellation;
    }

    /** Judges a file that has arrived. */
    interface Check {

        /** What is wrong with it, empty if nothing. */
        Optional<String> problem(Path file) throws IOException;
    }

    /** The part of a file that is on its way. */
    static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /**
     * Brings one file, going on where an earlier attempt stopped.
     *
     * @throws UserError if the server refuses it, or every attempt fails; what has arrived is kept
     * @throws IOException if something is wrong on this side
     */
    void fetch(URI from, Path target, Check check) throws IOException {
        Path part = part(target);
        String problem = "";
        for (int attempt = 1; attempt <= retryPolicy.attempts(); attempt++) {
            if (attempt > 1) {
                pause(retryPolicy.before(attempt));
            }
            Optional<String> found = attempt(from, part, check);
            if (found.isEmpty()) {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return;
            }
            problem = found.get();
        }
        throw new UserError(from + ": " + problem + " (" + retryPolicy.attempts() + " attempts)", AGAIN);
    }

    /** Returns what may be different the next time, empty if the part is whole and right. */
    private Optional<String> attempt(URI from, Path part, Check check) throws IOException {
        long start = Files.exists(part) ? Files.size(part) : 0;
        if (start > 0 && check.problem(part).isEmpty()) {
            return Optional.empty();
        }
        PartFile body = new PartFile(part, start);
        int status;
        try {
            status = send(request(from, start), body);
        } catch (IOException e) {
            if (body.failure().isPresent()) {
                throw body.failure().get();
            }
            return Optional.of(words(e));
        }
        if (body.failure().isPresent()) {
            throw body.failure().get();
        }
        if (status == 408 || status == 429 || status >= 500) {
            return Optional.of("the server answered with HTTP status " + status);
        }
        if (status != 200 && status != 206 && status != 416) {
            throw new UserError(
                    from + ": the server answered with HTTP status " + status,
                    "Check the address; it must be the folder that holds RECORDS and " + Fetch.SUMS + ".");
        }
        Optional<String> problem = body.opened() ? check.problem(part) : Optional.of("no such part on the server");
        if (problem.isPresent()) {
            Files.deleteIfExists(part);
        }
        return problem;
    }

    private static HttpRequest request(URI from, long start) {
        HttpRequest.Builder request = HttpRequest.newBuilder(from).header("User-Agent", "beatbench");
        if (start > 0) {
            request.header("Range", "bytes=" + start + "-");
        }
        return request.build();
    }

    /** Waits for an answer, with an eye on the cancellation and on connections that have gone silent. */
    private int send(HttpRequest request, PartFile body) throws IOException {
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, body);
        long received = 0;
        long heard = System.nanoTime();
        try {
            while (true) {
                try {
                    return answer.get(GLANCE.toNanos(), TimeUnit.NANOSECONDS).statusCode();
                } catch (TimeoutException e) {
                    cancellation.check();
                }
                if (body.received() > received) {
                    received = body.received();
                    heard = System.nanoTime();
                } else if (System.nanoTime() - heard > retryPolicy.silence().toNanos()) {
                    throw new IOException(
                            "nothing heard for " + retryPolicy.silence().toSeconds() + " s");
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            answer.cancel(true);
            body.close();
        }
    }

    private void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            cancellation.check();
            try {
                Thread.sleep(Math.min(GLANCE.toMillis(), duration.toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
    }

    private static String words(IOException problem) {
        if (problem instanceof ConnectException) {
            return "no connection to the server";
        }
        return problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
    }
}
