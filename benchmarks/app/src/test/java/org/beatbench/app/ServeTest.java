package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A saved model answers over HTTP what it answers on the command line, in a process of its own. */
class ServeTest {

    @TempDir
    private static Path folder;

    private static Path model;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void train() {
        model = SyntheticTree.train(folder);
    }

    /** The program while it serves. */
    private record Serving(Process process, URI address, Path errors) {

        static Serving start(String... more) throws IOException {
            List<String> arguments = new ArrayList<>(List.of("serve", model.toString(), "--port", "0", "--json"));
            arguments.addAll(List.of(more));
            Path errors = Files.createTempFile(folder, "errors", ".txt");
            Process process = NewProcess.of(arguments.toArray(String[]::new))
                    .redirectError(errors.toFile())
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String line = out.readLine();
            assertThat(line).as(Files.readString(errors)).isNotNull();
            return new Serving(
                    process,
                    URI.create(
                            JsonMapper.shared().readTree(line).path("address").asString()),
                    errors);
        }

        int stop() throws InterruptedException {
            // SIGTERM, where there are signals.
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }
    }

    private static List<String> rows(int count) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < 187; column++) {
                double value = column > 120 + row ? 0 : 0.5 + 0.5 * Math.sin((column + 3.0 * row) / (5 + row % 7));
                line.append(column == 0 ? "" : ",")
                        .append(column > 120 + row ? "0" : String.format(Locale.ROOT, "%.4f", value));
            }
            rows.add(line.toString());
        }
        return rows;
    }

    private HttpRequest infer(Serving serving, List<String> rows) {
        String data = rows.stream().map(row -> "[" + row + "]").collect(Collectors.joining(",", "[", "]"));
        return HttpRequest.newBuilder(serving.address().resolve("/v2/models/tree/infer"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"inputs\":[{\"name\":\"beats\",\"datatype\":\"FP32\",\"shape\":[" + rows.size()
                                + ",187],\"data\":" + data + "}]}"))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void answersAsPredictDoesAndAnswersWhomItLetInWhenItIsStopped() throws Exception {
        List<String> rows = rows(40);
        Files.write(folder.resolve("rows.csv"), rows);
        String predicted = Cli.run(
                        "predict", model.toString(), folder.resolve("rows.csv").toString())
                .out();
        Path log = folder.resolve("log-of-stopped");
        Serving serving = Serving.start("--access-log", log.toString());

        JsonNode outputs =
                JsonMapper.shared().readTree(send(infer(serving, rows)).body()).path("outputs");
        StringBuilder served = new StringBuilder("row,class,p:N,p:S,p:V,p:F,p:Q\n");
        for (int row = 0; row < rows.size(); row++) {
            served.append(row + 1)
                    .append(',')
                    .append(outputs.path(1).path("data").path(row).asString());
            for (int label = 0; label < 5; label++) {
                served.append(',').append(Float.toString((float)
                        outputs.path(0).path("data").path(5 * row + label).asDouble()));
            }
            served.append('\n');
        }
        assertThat(served.toString()).isEqualTo(predicted);

        List<CompletableFuture<HttpResponse<String>>> inside = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            inside.add(http.sendAsync(infer(serving, rows(500)), HttpResponse.BodyHandlers.ofString()));
        }
        // Once one has its answer, the others were let in or not yet sent: whoever was let in is answered.
        CompletableFuture.anyOf(inside.toArray(CompletableFuture[]::new)).get();
        assertThat(serving.stop()).as(Files.readString(serving.errors())).isZero();
        List<Integer> answered = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> answer : inside) {
            answer.handle((response, failure) -> failure == null ? response.statusCode() : 0)
                    .thenAccept(status -> answered.addAll(status == 0 ? List.of() : List.of(status)))
                    .get();
        }
        assertThat(answered).isNotEmpty().isSubsetOf(200, 503);
        long letIn = Files.readAllLines(log).stream()
                .filter(line -> line.contains("/infer 200 "))
                .count();
        // The first question was another.
        assertThat(answered.stream().filter(status -> status == 200)).hasSize((int) letIn - 1);
        assertThat(Files.readString(serving.errors()))
                .isEqualTo("Stopping: requests that were accepted are answered.\n");
    }

    @Test
    void answersARecordingAsPredictDoesAndKeepsNothing() throws Exception {
        Serving serving =
                Serving.start("--access-log", folder.resolve("access.log").toString());
        byte[] example = http.send(
                        HttpRequest.newBuilder(serving.address().resolve("/api/examples/synthetic-2.csv"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        Path file = folder.resolve("synthetic-2.csv");
        Files.write(file, example);
        String predicted = Cli.run("predict", model.toString(), file.toString(), "--detect")
                .out();

        List<String> lines = send(HttpRequest.newBuilder(
                                serving.address().resolve("/api/records?name=synthetic-2.csv&keep=true"))
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofFile(file))
                        .build())
                .body()
                .lines()
                .toList();
        String record = JsonMapper.shared()
                .readTree(lines.get(lines.size() - 2))
                .path("record")
                .asString();
        URI kept = serving.address().resolve("/api/records/" + record + "/tree/");
        String csv = send(HttpRequest.newBuilder(kept.resolve("answers.csv")).build())
                .body();
        String page =
                send(HttpRequest.newBuilder(kept.resolve("page.html")).build()).body();
        assertThat(serving.stop()).isZero();

        assertThat(csv).isEqualTo(predicted);
        assertThat(lines.get(lines.size() - 1)).isEqualTo("{\"done\":true}");
        assertThat(lines.stream().filter(line -> line.contains("\"beat\":{")))
                .hasSize((int) predicted.lines().count() - 1);
        assertThat(lines.stream()
                        .filter(line -> line.contains("\"beat\":{"))
                        .findFirst()
                        .orElseThrow())
                .startsWith("{\"model\":\"tree\",\"beat\":{\"row\":1,\"record\":\"synthetic-2\",\"sample\":");
        assertThat(page).startsWith("<!DOCTYPE html>").contains("synthetic-2");
        assertThat(Files.readString(folder.resolve("access.log"))).contains(" POST /api/records 200 ");
    }

    @Test
    void saysWhatItCannotServe() throws Exception {
        Path twin = Files.createDirectories(folder.resolve("other")).resolve("tree");

        assertThat(Cli.run("serve", model.toString(), twin.toString()).err()).contains("would both be called tree");
        assertThat(Cli.run("serve", "a b=" + model).err()).contains("error: ");
        assertThat(Cli.run("serve", model.toString(), "--port", "99999").err()).contains("--port must be 0 to 65535");
        assertThat(Cli.run("serve", model.toString(), "--host", "192.0.2.1", "--port", "0")
                        .err())
                .contains("nobody can be served at 192.0.2.1:0");
        Files.writeString(folder.resolve("token"), "short");
        assertThat(Cli.run(
                                "serve",
                                model.toString(),
                                "--token-file",
                                folder.resolve("token").toString())
                        .err())
                .contains("16");
        assertThat(Cli.run(
                                "serve",
                                model.toString(),
                                "--key-store",
                                folder.resolve("token").toString())
                        .exitCode())
                .isEqualTo(2);
    }
}
