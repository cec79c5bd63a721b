package org.beatbench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests that have felled other servers, and changed ones: a message each, and the server lives. */
class MalformedTest {

    private static final String MUTATIONS = "server.mutations";
    private static final int MUTATIONS_USUALLY = 2_000;
    private static final Limits LIMITS = new Limits(
            64, 4_096, 16, 1 << 20, 1 << 20, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(5));

    private static Server server;
    private static Client client;

    @BeforeAll
    static void start() {
        server = Server.start(
                List.of(new ToyModel().served("toy")),
                new ToyRecordings(),
                new ServerOptions("127.0.0.1", 0, Optional.empty(), Optional.empty(), LIMITS, Optional.empty()));
        client = new Client(server.address());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String head(String more) {
        return "POST /v2/models/toy/infer HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + more + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static final String BODY =
            "{\"inputs\":[{\"name\":\"beats\",\"shape\":[1,6],\"datatype\":\"FP32\",\"data\":[0.8,0.1,0.1,0.5,0.25,0]}]}";

    private static void assertAlive() throws Exception {
        assertThat(client.post("/v2/models/toy/infer", BODY).status()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsTooLargeWhileItComes() throws Exception {
        String chunks = "100000\r\n" + " ".repeat(1 << 20) + "\r\n10\r\n" + " ".repeat(16) + "\r\n0\r\n\r\n";

        assertThat(client.raw(bytes(head("Content-Length: 99999999999\r\n") + "x")))
                .startsWith("HTTP/1.1 413 ");
        assertThat(client.raw(bytes(head("Transfer-Encoding: chunked\r\n") + chunks)))
                .startsWith("HTTP/1.1 413 ");
        assertAlive();
    }

    @Test
    void takesThousandsOfChunksOfOneByte() throws Exception {
        StringBuilder chunks = new StringBuilder();
        (" ".repeat(5_000) + BODY)
                .chars()
                .forEach(letter -> chunks.append("1\r\n").append((char) letter).append("\r\n"));

        assertThat(client.raw(bytes(head("Transfer-Encoding: chunked\r\n") + chunks + "0\r\n\r\n")))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void refusesWhatIsNoHttp() throws Exception {
        for (String wrong : List.of(
                "GARBAGE\r\n\r\n",
                "GET /v2 HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET /v2 HTTP/1.1\r\n\r\n",
                "GET /v2 HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v2/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v2/..%2f..%2fetc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
                head("Content-Length: -1\r\n"),
                head("Content-Length: 1\r\nContent-Length: 2\r\n") + "xx",
                head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n",
                head("Transfer-Encoding: chunked\r\n") + "zz\r\n\r\n")) {
            String answer = client.raw(bytes(wrong));

            assertThat(answer)
                    .as(wrong.substring(0, Math.min(60, wrong.length())))
                    .matches("(?s)HTTP/1.1 [45]\\d\\d .*");
            assertThat(answer).contains("{\"error\":\"");
        }
        assertAlive();
    }

    @Test
    void doesNotWaitForSlowSenders() throws Exception {
        try (Socket socket =
                new Socket(server.address().getHost(), server.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes(head("Content-Length: 1000\r\n")));
            StringBuilder answer = new StringBuilder();
            // Long before all bytes have come that were announced.
            for (int i = 0; i < 900 && answer.length() == 0; i++) {
                socket.getOutputStream().write(' ');
                socket.getOutputStream().flush();
                Thread.sleep(50);
                if (socket.getInputStream().available() > 0) {
                    answer.append(new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1));
                }
            }
            assertThat(answer.toString()).isEqualTo("HTTP/1.1 408");
        }
        assertAlive();
    }

    @Test
    void anyChangeIsAnsweredOrRefused() throws Exception {
        int count = Integer.getInteger(MUTATIONS, MUTATIONS_USUALLY);
        SplittableRandom random = new SplittableRandom(17);
        List<byte[]> seeds = seeds();
        int refused = 0;
        for (int i = 0; i < count; i++) {
            byte[] mutant = mutant(seeds.get(random.nextInt(seeds.size())), random);
            String answer = client.raw(mutant);
            String status = answer.length() > 12 ? answer.substring(9, 12) : answer;
            boolean isFine = status.matches("200|4\\d\\d|501|503|505") || (answer.isEmpty() && isCutInHead(mutant));
            assertThat(isFine).as("mutant " + i + ": " + status).isTrue();
            if (status.startsWith("4")) {
                refused++;
                assertThat(answer).as("mutant " + i).contains("{\"error\":\"");
            }
        }
        assertThat(refused).isGreaterThan(count / 4);
        assertAlive();
    }

    /** Who hangs up before the request is there gets no answer. */
    private static boolean isCutInHead(byte[] request) {
        return !new String(request, StandardCharsets.ISO_8859_1).contains("\r\n\r\n");
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(bytes(head("Content-Length: " + BODY.length() + "\r\n") + BODY));
        String nested = BODY.replace("[0.8", "[[0.8")
                .replace("0]}", "0]]}")
                .replace(
                        "\"inputs\"",
                        "\"outputs\":[{\"name\":\"probabilities\",\"parameters\":{\"classification\":2}}],\"inputs\"");
        seeds.add(bytes(head("Content-Length: " + nested.length() + "\r\n") + nested));
        String json =
                "{\"parameters\":{\"binary_data_output\":true},\"inputs\":[{\"name\":\"beats\",\"shape\":[1,6],\"datatype\":\"FP32\","
                        + "\"parameters\":{\"binary_data_size\":24}}]}";
        ByteBuffer numbers = ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(0.5F)
                .putFloat(0.25F);
        ByteArrayOutputStream binary = new ByteArrayOutputStream();
        binary.writeBytes(bytes(head("Inference-Header-Content-Length: " + json.length() + "\r\nContent-Length: "
                        + (json.length() + 24) + "\r\n")
                + json));
        binary.writeBytes(numbers.array());
        seeds.add(binary.toByteArray());
        return seeds;
    }

    /** One to three changes: a byte, a stretch twice, a stretch less, or an end too early. */
    private static byte[] mutant(byte[] seed, SplittableRandom random) {
        byte[] mutant = seed.clone();
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(mutant.length);
            int to = Math.min(mutant.length, at + 1 + random.nextInt(16));
            byte[] rest = Arrays.copyOfRange(mutant, to, mutant.length);
            switch (random.nextInt(8)) {
                case 0 -> mutant = Arrays.copyOf(mutant, Math.max(1, at));
                case 1 -> mutant = joined(Arrays.copyOf(mutant, at), rest);
                case 2 -> mutant = joined(Arrays.copyOf(mutant, to), Arrays.copyOfRange(mutant, at, mutant.length));
                case 3 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 4 -> mutant[at] = (byte) random.nextInt(256);
                default -> mutant[at] = (byte) "0123456789.-eE[]{},:\"\\ ".charAt(random.nextInt(23));
            }
            if (mutant.length == 0) {
                return new byte[] {'x'};
            }
        }
        return mutant;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
