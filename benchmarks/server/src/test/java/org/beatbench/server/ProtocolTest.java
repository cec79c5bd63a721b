package org.beatbench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import triton.client.InferInput;
import triton.client.InferRequestedOutput;
import triton.client.InferResult;
import triton.client.InferenceServerClient;
import triton.client.pojo.DataType;

/** Each row of the protocol, by a plain client and by one that others wrote; every answer against the document of the server. */
class ProtocolTest {

    private static final String BEAT = "[0.8,0.1,0.1,0.5,0.25,0]";
    private static final String INFER = "/v2/models/toy/infer";
    private static final ToyModel MODEL = new ToyModel();
    private static final JsonNode DOCUMENT =
            JsonMapper.shared().readTree(Server.class.getResourceAsStream("openapi.json"));
    private static Server server;
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        server = Server.start(
                List.of(MODEL.served("toy"), new ToyModel().served("toy-2")), new ToyRecordings(), ServerOptions.LOCAL);
        client = new Client(server.address());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** What the document of the server holds against a value. */
    private static List<String> faults(String schema, JsonNode value) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        whole.put("$ref", "#/components/schemas/" + schema);
        whole.set("components", DOCUMENT.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(value)
                .stream()
                .map(Object::toString)
                .toList();
    }

    static List<String> faultsOf(String schema, String json) {
        return faults(schema, JsonMapper.shared().readTree(json));
    }

    private static JsonNode sound(String schema, Client.Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(faults(schema, answer.json())).as(answer.text()).isEmpty();
        return answer.json();
    }

    private static String request(String shape, String data) {
        return "{\"id\":\"seven\",\"inputs\":[{\"name\":\"beats\",\"shape\":" + shape
                + ",\"datatype\":\"FP32\",\"data\":" + data + "}]}";
    }

    private static void refused(Client.Answer answer, int status, String words) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(sound("Error", answer).path("error").asString()).contains(words);
    }

    @Test
    void theSchemasCanFail() {
        assertThat(faults("Error", JsonMapper.shared().readTree("{\"fault\":1}")))
                .isNotEmpty();
        assertThat(faults("Model", JsonMapper.shared().readTree("{}"))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v2, Server",
        "/v2/, Server",
        "/v2/health/live, Live",
        "/v2/health/ready, Ready",
        "/v2/models/toy, Model",
        "/v2/models/toy/versions/1, Model",
        "/v2/models/toy/ready, ModelReady",
        "/v2/models/toy/versions/1/ready, ModelReady",
        "/v2/models/stats, Statistics",
        "/v2/models/toy/stats, Statistics",
        "/v2/models/toy/versions/1/stats, Statistics"
    })
    void tellsWhatItIs(String path, String schema) throws Exception {
        Client.Answer answer = client.get(path);

        assertThat(answer.status()).isEqualTo(200);
        sound(schema, answer);
    }

    @Test
    void listsItsModelsAndLoadsNone() throws Exception {
        JsonNode index = sound("Index", client.post("/v2/repository/index", "{}"));

        assertThat(index.findValuesAsString("name")).containsExactly("toy", "toy-2");
        refused(client.post("/v2/repository/models/toy/load", "{}"), 501, "when the server is started");
        refused(client.post("/v2/repository/models/toy/unload", ""), 501, "when the server is started");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/models/nobody",
                "/v2/models/nobody/ready",
                "/v2/models/nobody/stats",
                "/v2/models/toy/versions/2",
                "/v2/models/toy/versions/01/ready",
                "/nothing"
            })
    void knowsWhatThereIsNot(String path) throws Exception {
        refused(client.get(path), 404, "");
    }

    @Test
    void saysWhichMethodsThereAre() throws Exception {
        Client.Answer answer = client.send(client.request(INFER));

        refused(answer, 405, "");
        assertThat(answer.header("Allow")).contains("POST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[6]; [0.8,0.1,0.1,0.5,0.25,0]",
                "[1,6]; [0.8,0.1,0.1,0.5,0.25,0]",
                "[1,6]; [[0.8,0.1,0.1,0.5,0.25,0]]",
                "[1,6]; [[8e-1,1E-1,0.1,0.50,0.25,0]]"
            })
    void answersABeatHoweverItIsWritten(String shape, String data) throws Exception {
        JsonNode answer = sound("InferenceAnswer", client.post(INFER, request(shape, data)));

        assertThat(answer.path("model_name").asString()).isEqualTo("toy");
        assertThat(answer.path("id").asString()).isEqualTo("seven");
        JsonNode outputs = answer.path("outputs");
        assertThat(outputs.findValuesAsString("name")).containsExactly("probabilities", "label", "flags");
        assertThat(outputs.path(0).path("shape").toString()).isEqualTo("[1,3]");
        assertThat(outputs.path(0).path("data").path(0).asDouble()).isEqualTo(0.801 / 1.003, within(1e-6));
        assertThat(outputs.path(1).toString())
                .isEqualTo("{\"name\":\"label\",\"datatype\":\"BYTES\",\"shape\":[1],\"data\":[\"N\"]}");
        assertThat(outputs.path(2).path("data").toString()).isEqualTo("[\"unsure\"]");
    }

    @Test
    void flagsWhatIsUnsureOrFlat() throws Exception {
        JsonNode answer = sound(
                "InferenceAnswer",
                client.post(INFER, request("[3,6]", "[0.4,0.5,0.3,0,0,0,0.5,0.5,0.5,0,0,0,1,0,0,0,0,0]")));

        assertThat(answer.path("outputs").path(2).path("data").toString()).isEqualTo("[\"unsure\",\"flat\",\"flat\"]");
        assertThat(answer.path("outputs").path(1).path("data").toString()).isEqualTo("[\"S\",\"\",\"\"]");
        assertThat(answer.path("outputs").path(0).path("data").toString()).endsWith(",0.0,0.0,0.0,0.0,0.0,0.0]");
    }

    @Test
    void givesOnlyWhatIsAskedForAndPassesOverUnknownParameters() throws Exception {
        JsonNode answer = sound("InferenceAnswer", client.post(INFER, """
                {"parameters": {"priority": 3, "x": [1, {"y": null}]},
                 "outputs": [{"name": "label", "parameters": {"colour": "red"}}],
                 "inputs": [{"data": %s, "parameters": {"z": 1}, "datatype": "FP64", "shape": [6], "name": "beats"}]}
                """.formatted(BEAT)));

        assertThat(answer.path("outputs").findValuesAsString("name")).containsExactly("label");
        assertThat(answer.has("id")).isFalse();
    }

    @Test
    void classifies() throws Exception {
        String request = request("[2,6]", "[[0.1,0.2,0.7,0,0,0],[0.8,0.1,0.2,0,0,0]]")
                .replace(
                        "\"inputs\"",
                        "\"outputs\":[{\"name\":\"probabilities\",\"parameters\":{\"classification\":2}}],\"inputs\"");
        JsonNode output = sound("InferenceAnswer", client.post(INFER, request))
                .path("outputs")
                .path(0);

        assertThat(output.path("datatype").asString()).isEqualTo("BYTES");
        assertThat(output.path("shape").toString()).isEqualTo("[2,2]");
        assertThat(IntStream.range(0, 4)
                        .mapToObj(i -> output.path("data").path(i).asString().replaceFirst("^[^:]*:", "")))
                .containsExactly("2:V", "1:S", "0:N", "2:V");
    }

    private static byte[] binary(String datatype, double... numbers) {
        int size = datatype.equals("FP32") ? Float.BYTES : Double.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * size).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            if (size == Float.BYTES) {
                bytes.putFloat((float) number);
            } else {
                bytes.putDouble(number);
            }
        }
        return bytes.array();
    }

    private static HttpRequest.Builder binary(String json, byte[] bytes) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(json.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        return client.request(INFER)
                .header("Content-Type", "application/octet-stream")
                .header("Inference-Header-Content-Length", Integer.toString(json.length()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FP32", "FP64"})
    void takesAndGivesBytes(String datatype) throws Exception {
        byte[] bytes = binary(datatype, 0.8, 0.1, 0.1, 0.5, 0.25, 0);
        Client.Answer answer = client.send(binary(
                "{\"parameters\":{\"binary_data_output\":true},\"inputs\":[{\"name\":\"beats\",\"shape\":[1,6],\"datatype\":\""
                        + datatype + "\",\"parameters\":{\"binary_data_size\":" + bytes.length + "}}]}",
                bytes));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
        int header = Integer.parseInt(answer.header("Inference-Header-Content-Length"));
        JsonNode json = JsonMapper.shared().readTree(answer.response().body(), 0, header);
        assertThat(faults("InferenceAnswer", json)).isEmpty();
        assertThat(json.findValuesAsString("binary_data_size")).containsExactly("12", "5", "10");
        ByteBuffer tensors = ByteBuffer.wrap(answer.response().body())
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(header);
        assertThat(tensors.getFloat()).isEqualTo(0.801F / 1.003F, within(1e-6F));
        tensors.position(header + 12);
        assertThat(tensors.getInt()).isEqualTo(1);
        assertThat(tensors.get()).isEqualTo((byte) 'N');
        assertThat(tensors.getInt()).isEqualTo("unsure".length());
        tensors.position(tensors.position() + "unsure".length());
        assertThat(tensors.hasRemaining()).isFalse();
    }

    @Test
    void refusesBytesThatAreNotWhatTheHeaderSays() throws Exception {
        String json =
                "{\"inputs\":[{\"name\":\"beats\",\"shape\":%s,\"datatype\":\"FP32\",\"parameters\":{\"binary_data_size\":%s}}]}";
        byte[] beat = binary("FP32", 0.8, 0.1, 0.1, 0.5, 0.25, 0);

        refused(client.send(binary(json.formatted("[1,6]", "20"), beat)), 400, "24 bytes");
        refused(client.send(binary(json.formatted("[2,6]", "24"), beat)), 400, "2 times 24");
        refused(client.send(binary(json.formatted("[1,6]", "24"), new byte[20])), 400, "20 bytes stand");
        refused(client.send(binary(json.formatted("[768614336404564651,6]", "24"), beat)), 413, "beats a request");
        refused(
                client.send(binary(json.formatted("[6]", "24"), binary("FP32", 0, 0, Double.NaN, 0, 0, 0))),
                400,
                "data[2] is not a number");
        refused(
                client.send(binary(json.formatted("[6]", "24"), binary("FP32", 0, 0, 0, 1e40, 0, 0))),
                400,
                "data[3] is infinite");
    }

    /** Each with the status and a word of the message. */
    static List<Object[]> wrong() {
        String input = "{\"inputs\":[{\"name\":\"beats\",%s}]}";
        List<Object[]> wrong = new ArrayList<>();
        wrong.add(new Object[] {"", "must be an object"});
        wrong.add(new Object[] {"[]", "must be an object"});
        wrong.add(new Object[] {"{", "no JSON"});
        wrong.add(new Object[] {"{} {}", "behind the request"});
        wrong.add(new Object[] {"{}", "input beats is missing"});
        wrong.add(new Object[] {"{\"inputs\":{}}", "inputs must be a list"});
        wrong.add(new Object[] {"{\"id\":7}", "id must be a text"});
        wrong.add(new Object[] {"{\"id\":\"a\",\"id\":\"b\"}", "uplicate"});
        wrong.add(new Object[] {input.formatted("\"shape\":\"[1,6]\""), "shape must be a list"});
        wrong.add(new Object[] {input.formatted("\"shape\":[-1,6]"), "negative"});
        wrong.add(new Object[] {input.formatted("\"shape\":[1.5,6]"), "whole number"});
        wrong.add(new Object[] {input.formatted("\"shape\":[1,1,6]"), "more dimensions"});
        wrong.add(new Object[] {input.formatted("\"shape\":[99999999999999999999,6]"), "too large"});
        wrong.add(new Object[] {request("[2147483648,6]", BEAT), "beats a request"});
        wrong.add(new Object[] {request("[1537228672809129302,6]", BEAT), "beats a request"});
        wrong.add(new Object[] {request("[0,6]", "[]"), "no beats"});
        wrong.add(new Object[] {request("[]", BEAT), "shape must be [6] or [n,6]"});
        wrong.add(new Object[] {request("[6,1]", BEAT), "shape must be [6] or [n,6]"});
        wrong.add(new Object[] {request("[1,6]", "[0.8,0.1,0.1,0.5,0.25]"), "5 numbers"});
        wrong.add(new Object[] {request("[2,6]", "[[0,0,0,0,0,0],[0,0,0,0,0]]"), "data[1]: 5 instead of 6"});
        wrong.add(new Object[] {request("[2,6]", "[[0,0,0,0,0,0,0],[0,0,0,0,0]]"), "data[0]: more than 6"});
        wrong.add(new Object[] {request("[1,6]", "[[[0,0,0,0,0,0]]]"), "data[0][0] is no number"});
        wrong.add(new Object[] {request("[1,6]", "[0,[0,0,0,0,0,0]]"), "mixed"});
        wrong.add(new Object[] {request("[6]", "[[0,0,0,0,0,0]]"), "one dimension"});
        wrong.add(new Object[] {request("[6]", "[0,0,null,0,0,0]"), "data[2] is no number"});
        wrong.add(new Object[] {request("[6]", "[0,0,\"0\",0,0,0]"), "data[2] is no number"});
        wrong.add(new Object[] {request("[6]", "[0,0,NaN,0,0,0]"), "no JSON"});
        wrong.add(new Object[] {request("[6]", "[0,0,Infinity,0,0,0]"), "no JSON"});
        wrong.add(new Object[] {request("[6]", "[0,0,0,1e39,0,0]"), "data[3] is infinite, or beyond"});
        wrong.add(new Object[] {request("[6]", "[0,0,0,0,-1e999,0]"), "data[4] is infinite, or beyond"});
        wrong.add(new Object[] {request("[1,6]", "[[0,0,0,1.5,0,0]]"), "data[0][3] is 1.5"});
        wrong.add(new Object[] {request("[6]", "[0,0,0,-0.1,0,0]"), "data[3] is -0.1"});
        wrong.add(new Object[] {request("[6]", "{}"), "data must be a list"});
        wrong.add(new Object[] {request("[6]", BEAT).replace("FP32", "UINT8").replace("0.8", "256"), "not as UINT8"});
        wrong.add(new Object[] {request("[6]", BEAT).replace("beats", "ecg"), "no input ecg"});
        wrong.add(new Object[] {request("[6]", BEAT).replace("\"name\":\"beats\",", ""), "no name"});
        wrong.add(new Object[] {
            request("[6]", BEAT).replace("\"inputs\"", "\"outputs\":[{\"name\":\"x\"}],\"inputs\""), "no output x"
        });
        wrong.add(new Object[] {
            request("[6]", BEAT)
                    .replace("\"inputs\"", "\"outputs\":[{\"name\":\"label\"},{\"name\":\"label\"}],\"inputs\""),
            "twice"
        });
        wrong.add(new Object[] {
            request("[6]", BEAT).replace("\"inputs\"", "\"parameters\":{\"binary_data_output\":1},\"inputs\""),
            "true or false"
        });
        wrong.add(new Object[] {"[".repeat(100_000), "must be an object"});
        wrong.add(new Object[] {"{\"x\":" + "[".repeat(100_000), "no JSON"});
        wrong.add(new Object[] {request("[6]", "[0." + "1".repeat(1_000) + ",0,0,0,0,0]"), "no JSON"});
        wrong.add(new Object[] {request("[6]", BEAT).replace("seven", "7".repeat(4 << 20)), "no JSON"});
        wrong.add(new Object[] {input.formatted("\"shape\":\"" + "7".repeat(4 << 20) + "\""), "shape must be a list"});
        return wrong;
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhatIsWrongAndWhere(String request, String words) throws Exception {
        refused(client.post(INFER, request), words.equals("beats a request") ? 413 : 400, words);
    }

    @Test
    void wantsToKnowWhatItIsSent() throws Exception {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(request("[6]", BEAT));

        // As some clients do.
        assertThat(client.send(client.request(INFER).POST(body)).status()).isEqualTo(200);
        refused(
                client.send(client.request(INFER)
                        .header("Content-Type", "text/plain")
                        .POST(body)),
                415,
                "text/plain");
        refused(
                client.send(client.request(INFER)
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(body)),
                415,
                "gzip");
        for (String length : List.of("-1", "x", "", "99999999999999999999", "1e3")) {
            refused(
                    client.send(client.request(INFER)
                            .header("Content-Type", "application/json")
                            .header("Inference-Header-Content-Length", length)
                            .POST(body)),
                    400,
                    "Inference-Header-Content-Length");
        }
        refused(
                client.send(client.request(INFER)
                        .header("Content-Type", "application/json")
                        .header("Inference-Header-Content-Length", "9999")
                        .POST(body)),
                400,
                "9999");
    }

    @Test
    void everyAddressIsInItsDocumentAndTheOtherWayRound() throws Exception {
        Set<String> documented = new TreeSet<>();
        JsonNode paths = client.get("/openapi.json").json().path("paths");
        paths.propertyNames()
                .forEach(path ->
                        paths.path(path).propertyNames().forEach(method -> documented.add(method + " " + path)));
        Set<String> there = new TreeSet<>();
        server.routes()
                .forEach(route -> there.add(route.method().name().toLowerCase(Locale.ROOT) + " " + route.path()));

        there.removeAll(Set.of("get /", "get /page.css", "get /page.js"));
        assertThat(documented).isEqualTo(there);
    }

    @Test
    void aRequestByTheDocumentIsAnsweredAndAWrongOneIsWrongByIt() {
        assertThat(faults("InferenceRequest", JsonMapper.shared().readTree(request("[1,6]", "[" + BEAT + "]"))))
                .isEmpty();
        assertThat(faults("InferenceRequest", JsonMapper.shared().readTree("{\"inputs\":[]}")))
                .isNotEmpty();
    }

    @Test
    void countsForPrometheus() throws Exception {
        client.post(INFER, request("[6]", BEAT));
        Client.Answer answer = client.get("/metrics");

        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.text().lines().filter(line -> !line.startsWith("#")))
                .allMatch(line -> line.matches("[a-z_]+(\\{[a-z]+=\"[^\"]+\"\\})? [0-9.eE+-]+"));
        assertThat(answer.text())
                .contains("beatbench_beats_total{model=\"toy\"}", "beatbench_requests_total{status=\"200\"}");
    }

    /** A client of another server of this protocol, made by others. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @SuppressWarnings("try")
    void answersAForeignClient(boolean binary) throws Exception {
        String place = server.address().getAuthority();
        try (InferenceServerClient foreign = new InferenceServerClient(place, 5_000, 5_000)) {
            InferInput input = new InferInput("beats", new long[] {2, 6}, DataType.FP32);
            input.setData(new float[] {0.8F, 0.1F, 0.1F, 0, 0, 0, 0.1F, 0.1F, 0.8F, 0, 0, 0}, binary);
            InferResult result = foreign.infer(
                    "toy",
                    List.of(input),
                    List.of(
                            new InferRequestedOutput("probabilities", binary),
                            new InferRequestedOutput("label", false)));

            assertThat(result.getOutputAsFloat("probabilities")).hasSize(6);
            assertThat(result.getOutputAsFloat("probabilities")[5]).isEqualTo(0.801F / 1.003F, within(1e-6F));
        }
    }
}
