package org.beatbench.data.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A server on loopback that serves files from memory, and misbehaves where it is told to. */
final class FileServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, List<String>> troubles = new HashMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean ranges = true;

    FileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/mitdb/");
    }

    FileServer put(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    FileServer put(String name, String content) {
        return put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Lists the checksums of the files there are now. */
    FileServer putSums() {
        return put(
                "SHA256SUMS.txt",
                new TreeMap<>(files)
                        .entrySet().stream()
                                .map(file -> sha256(file.getValue()) + "  " + file.getKey() + "\n")
                                .collect(Collectors.joining()));
    }

    /** What to do instead at the next requests for a file: "cut", "silent" or an HTTP status. */
    synchronized FileServer trouble(String name, String... next) {
        troubles.put(name, new ArrayList<>(List.of(next)));
        return this;
    }

    FileServer withoutRanges() {
        ranges = false;
        return this;
    }

    /** All requests so far: the name and, where one was asked for, the range. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private synchronized String nextTrouble(String name) {
        List<String> left = troubles.getOrDefault(name, List.of());
        return left.isEmpty() ? "" : left.remove(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/mitdb/".length());
        String range = exchange.getRequestHeaders().getFirst("Range");
        requests.add(range == null ? name : name + " " + range);
        String trouble = nextTrouble(name);
        byte[] content = files.get(name);
        try (exchange) {
            if (content == null || trouble.matches("\\d+")) {
                exchange.sendResponseHeaders(content == null ? 404 : Integer.parseInt(trouble), -1);
                return;
            }
            int start = range != null && ranges ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
            if (start > 0 && start >= content.length) {
                exchange.sendResponseHeaders(416, -1);
                return;
            }
            if (start > 0) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
            }
            exchange.sendResponseHeaders(start > 0 ? 206 : 200, content.length - start);
            OutputStream body = exchange.getResponseBody();
            int length = trouble.isEmpty() ? content.length - start : (content.length - start) / 2;
            body.write(content, start, length);
            body.flush();
            if (trouble.equals("silent")) {
                closing.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
