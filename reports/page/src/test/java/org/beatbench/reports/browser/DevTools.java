package org.beatbench.reports.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A conversation in Chrome's DevTools protocol, https://chromedevtools.github.io/devtools-protocol/. */
final class DevTools implements WebSocket.Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JsonMapper json = new JsonMapper();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

    private DevTools() {}

    static DevTools connect(URI address) {
        DevTools tools = new DevTools();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .buildAsync(address, tools)
                .thenAccept(tools.socket::complete)
                .exceptionally(problem -> {
                    tools.socket.completeExceptionally(problem);
                    return null;
                });
        return tools;
    }

    /** Asks for something and waits for the answer. */
    synchronized JsonNode call(String session, String method, Map<String, ?> parameters) {
        int number = numbers.incrementAndGet();
        Map<String, Object> message = new HashMap<>(Map.of("id", number, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(number, answer);
        socket.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .sendText(json.writeValueAsString(message), true)
                .join();
        JsonNode told = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (told.has("error")) {
            throw new AssertionError(method + ": " + told.path("error"));
        }
        return told.path("result");
    }

    /** What a session has told of its own accord under some names. */
    List<JsonNode> events(String session, String... methods) {
        return events.stream()
                .filter(event -> event.path("sessionId").asString("").equals(session))
                .filter(event -> List.of(methods).contains(event.path("method").asString("")))
                .toList();
    }

    /** Waits until a session tells something. */
    void await(String session, String method, Predicate<List<JsonNode>> enough) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!enough.test(events(session, method))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + method);
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", interruption);
            }
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            JsonNode message = json.readTree(part.toString());
            part.setLength(0);
            if (message.has("id")) {
                asked.remove(message.path("id").asInt()).complete(message);
            } else {
                events.add(message);
            }
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable problem) {
        asked.values().forEach(answer -> answer.completeExceptionally(problem));
    }
}
