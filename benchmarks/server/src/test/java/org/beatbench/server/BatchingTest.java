package org.beatbench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many clients at once: together, in turn, not too many, and nobody is left without an answer. */
class BatchingTest {

    private static final String INFER = "/v2/models/toy/infer";
    private static final Limits SMALL = new Limits(
            4, 8, 64, 1 << 20, 1 << 20, Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofSeconds(20));

    private final ToyModel model = new ToyModel();

    private Server server(Limits limits, Optional<String> token) {
        return Server.start(
                List.of(model.served("toy")),
                new ToyRecordings(),
                new ServerOptions("127.0.0.1", 0, token, Optional.empty(), limits, Optional.empty()));
    }

    /** Beats whose first number tells them apart. */
    private static String beats(int count, double first) {
        return "{\"inputs\":[{\"name\":\"beats\",\"shape\":[" + count + ",6],\"datatype\":\"FP32\",\"data\":["
                + IntStream.range(0, count)
                        .mapToObj(beat -> first + ",0.5,0.25,0,0,0")
                        .collect(Collectors.joining(","))
                + "]}]}";
    }

    private static void awaitWaiting(Client client, int beats) throws Exception {
        while (!client.get("/metrics").text().contains("beatbench_beats_waiting{model=\"toy\"} " + beats + "\n")) {
            Thread.sleep(5);
        }
    }

    @Test
    void whoAsksAloneDoesNotWaitAndWhoAsksMeanwhileIsAnsweredTogether() throws Exception {
        try (Server server = server(SMALL, Optional.empty())) {
            Client client = new Client(server.address());
            model.hold();
            List<CompletableFuture<Client.Answer>> answers = new ArrayList<>();
            answers.add(client.later(INFER, beats(1, 0.9)));
            model.awaitQuestion();
            for (int i = 0; i < 6; i++) {
                answers.add(client.later(INFER, beats(1, 0.01 * i)));
            }
            awaitWaiting(client, 6);
            model.release();

            for (int i = 0; i < 6; i++) {
                double expected = (0.01 * i + 0.001) / (0.01 * i + 0.753);
                assertThat(answers.get(i + 1)
                                .get()
                                .json()
                                .path("outputs")
                                .path(0)
                                .path("data")
                                .path(0)
                                .asDouble())
                        .isEqualTo(expected, within(1e-6));
            }
            assertThat(model.batches()).containsExactly(1, 4, 2);
        }
    }

    @Test
    void oneWhoAsksForManyDoesNotKeepTheOthersWaiting() throws Exception {
        try (Server server = server(SMALL, Optional.empty())) {
            Client client = new Client(server.address());
            model.hold();
            CompletableFuture<Client.Answer> many = client.later(INFER, beats(400, 0.5));
            model.awaitQuestion();
            // Alone it may have more than may wait; others come when there is room again.
            assertThat(client.post(INFER, beats(1, 0.5)).status()).isEqualTo(429);
            model.release();

            assertThat(many.get().json().path("outputs").path(1).path("data").size())
                    .isEqualTo(400);
            assertThat(model.batches()).hasSize(100).containsOnly(4);
        }
    }

    @Test
    void sendsAwayWhomItCannotAnswerSoon() throws Exception {
        try (Server server = server(SMALL, Optional.empty())) {
            Client client = new Client(server.address());
            model.hold();
            CompletableFuture<Client.Answer> first = client.later(INFER, beats(1, 0.5));
            model.awaitQuestion();
            CompletableFuture<Client.Answer> second = client.later(INFER, beats(8, 0.5));
            awaitWaiting(client, 8);
            Client.Answer third = client.post(INFER, beats(1, 0.5));
            model.release();

            assertThat(third.status()).isEqualTo(429);
            assertThat(third.header("Retry-After")).isEqualTo("1");
            assertThat(first.get().status()).isEqualTo(200);
            assertThat(second.get().status()).isEqualTo(200);
        }
    }

    @Test
    void endsWaitingInTime() throws Exception {
        Limits hasty = new Limits(
                4, 8, 64, 1 << 20, 1 << 20, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(20));
        try (Server server = server(hasty, Optional.empty())) {
            Client client = new Client(server.address());
            model.hold();

            assertThat(client.post(INFER, beats(1, 0.5)).status()).isEqualTo(504);
            model.release();
            assertThat(client.post(INFER, beats(1, 0.5)).status()).isEqualTo(200);
        }
    }

    @Test
    void whoMakesTheModelFailDoesNotHarmOthers() throws Exception {
        try (Server server = server(SMALL, Optional.empty())) {
            Client client = new Client(server.address());
            model.hold();
            CompletableFuture<Client.Answer> first = client.later(INFER, beats(1, 0.5));
            model.awaitQuestion();
            CompletableFuture<Client.Answer> bad = client.later(INFER, beats(1, ToyModel.POISON));
            CompletableFuture<Client.Answer> good = client.later(INFER, beats(2, 0.5));
            awaitWaiting(client, 3);
            model.release();

            assertThat(bad.get().status()).isEqualTo(500);
            assertThat(bad.get().text()).doesNotContain("poisoned");
            assertThat(good.get().status()).isEqualTo(200);
            assertThat(first.get().status()).isEqualTo(200);
        }
    }

    @Test
    void answersWhomItLetInBeforeItStops() throws Exception {
        try (Server server = server(SMALL, Optional.empty())) {
            Client client = new Client(server.address());
            model.hold();
            List<CompletableFuture<Client.Answer>> accepted = new ArrayList<>();
            accepted.add(client.later(INFER, beats(1, 0.5)));
            model.awaitQuestion();
            for (int i = 0; i < 5; i++) {
                accepted.add(client.later(INFER, beats(1, 0.5)));
            }
            awaitWaiting(client, 5);
            CompletableFuture<Boolean> stopped = CompletableFuture.supplyAsync(server::stop);
            while (client.get("/v2/health/ready").status() == 200) {
                Thread.sleep(5);
            }
            Client.Answer late = client.post(INFER, beats(1, 0.5));
            int alive = client.get("/v2/health/live").status();
            model.release();

            assertThat(late.status()).isEqualTo(503);
            assertThat(alive).isEqualTo(200);
            assertThat(stopped.get()).isTrue();
            for (CompletableFuture<Client.Answer> answer : accepted) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void wantsTheTokenWhereThereIsOne() throws Exception {
        try (Server server = server(SMALL, Optional.of("a-token-of-some-length"))) {
            Client client = new Client(server.address());

            assertThat(client.get("/v2").status()).isEqualTo(401);
            assertThat(client.get("/v2").header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(client.get("/metrics").status()).isEqualTo(401);
            assertThat(client.send(client.request("/v2").header("Authorization", "Bearer a-token-of-some-lengt"))
                            .status())
                    .isEqualTo(401);
            assertThat(client.send(client.request("/v2").header("Authorization", "Basic a-token-of-some-length"))
                            .status())
                    .isEqualTo(401);
            assertThat(client.send(client.request("/v2").header("Authorization", "Bearer a-token-of-some-length"))
                            .status())
                    .isEqualTo(200);
            assertThat(client.get("/v2/health/live").status()).isEqualTo(200);
        }
    }

    @Test
    void isNotForThePagesOfOthers() throws Exception {
        try (Server server = server(SMALL, Optional.empty())) {
            Client client = new Client(server.address());
            String strange = "GET /v2 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
            String here = "http://" + server.address().getAuthority();

            assertThat(client.raw(strange.getBytes(StandardCharsets.US_ASCII))).startsWith("HTTP/1.1 421 ");
            assertThat(client.send(client.request("/v2").header("Origin", "http://evil.example"))
                            .status())
                    .isEqualTo(403);
            assertThat(client.send(client.request("/v2").header("Origin", here)).status())
                    .isEqualTo(200);
        }
    }
}
