package org.beatbench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole recordings: what comes is answered line by line, what is no recording is refused, and nothing stays. */
class RecordsTest {

    private static final Limits LIMITS = new Limits(
            64, 4_096, 16, 1 << 20, 100_000, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(5));

    private final ToyRecordings recordings = new ToyRecordings();
    private Server server;
    private Client client;

    @BeforeEach
    void start() {
        server = Server.start(
                List.of(new ToyModel().served("toy"), new ToyModel().served("toy-2")),
                recordings,
                new ServerOptions("127.0.0.1", 0, Optional.empty(), Optional.empty(), LIMITS, Optional.empty()));
        client = new Client(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(recordings.places()).allMatch(place -> !Files.exists(place));
    }

    private Client.Answer send(String query, byte[] body) throws Exception {
        return client.send(client.request("/api/records?" + query)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private Client.Answer send(String query, String body) throws Exception {
        return send(query, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Names and contents by turns. */
    private static byte[] zip(String... files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < files.length; i += 2) {
                zip.putNextEntry(new ZipEntry(files[i]));
                zip.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void tellsOfARecordingLineByLine() throws Exception {
        Client.Answer answer = send("name=my+ECG.edf", "0");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(answer.text().lines())
                .containsExactly(
                        "{\"model\":\"toy\",\"progress\":{\"stage\":\"reading\",\"done\":0,\"total\":0}}",
                        "{\"model\":\"toy\",\"summary\":[]}",
                        "{\"model\":\"toy\",\"beat\":{\"row\":1}}",
                        "{\"model\":\"toy\",\"beat\":{\"row\":2}}",
                        "{\"model\":\"toy\",\"beats\":2}",
                        "{\"done\":true}");
        assertThat(answer.text().lines()).allSatisfy(line -> assertThat(ProtocolTest.faultsOf("RecordLine", line))
                .as(line)
                .isEmpty());
        assertThat(recordings.received()).containsExactly("my_ECG.edf");
    }

    @Test
    void keepsResultsUntilTheyAreDeleted() throws Exception {
        Client.Answer answer = send("name=r.csv&model=toy&model=toy-2&keep=true&no-beats=true", "0");
        String record = answer.text().replaceFirst("(?s).*\"record\":\"([^\"]*)\".*", "$1");
        String place = "/api/records/" + record;

        assertThat(answer.text()).doesNotContain("\"beat\":");
        for (String model : List.of("toy", "toy-2")) {
            for (String result : List.of("answers.csv", "answers.json", "marks.zip", "page.html", "summary.json")) {
                assertThat(client.get(place + "/" + model + "/" + result).status())
                        .isEqualTo(200);
            }
        }
        Client.Answer page = client.get(place + "/toy/page.html");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("sandbox allow-scripts")
                .doesNotContain("allow-same-origin");
        assertThat(page.header("Content-Disposition")).isEmpty();
        assertThat(client.get(place + "/toy/page.html?download=true").header("Content-Disposition"))
                .contains("toy-page.html");
        assertThat(client.get(place + "/toy/..%2Ftoy-2%2Fpage.html").status()).isIn(400, 404);
        assertThat(client.get(place + "/nobody/page.html").status()).isEqualTo(404);

        assertThat(client.send(client.request(place).DELETE()).status()).isEqualTo(204);
        assertThat(client.get(place + "/toy/page.html").status()).isEqualTo(404);
        assertThat(client.send(client.request(place).DELETE()).status()).isEqualTo(404);
        assertThat(recordings.places()).allMatch(gone -> !Files.exists(gone));
    }

    @Test
    void keepsNotMoreThanAFew() throws Exception {
        String first = "";
        for (int i = 0; i < 17; i++) {
            String record =
                    send("name=r.csv&keep=true", "0").text().replaceFirst("(?s).*\"record\":\"([^\"]*)\".*", "$1");
            first = i == 0 ? record : first;
        }
        assertThat(client.get("/api/records/" + first + "/toy/page.html").status())
                .isEqualTo(404);
    }

    @Test
    void saysWhatIsWrongWithARecording() throws Exception {
        Client.Answer atOnce = send("name=r.csv", "bad at once");
        Client.Answer later = send("name=r.csv", "bad later");

        assertThat(atOnce.status()).isEqualTo(400);
        assertThat(atOnce.json().path("error").asString()).isEqualTo("r is bad (get another)");
        assertThat(later.status()).isEqualTo(200);
        assertThat(later.text().lines().toList().get(1)).isEqualTo("{\"error\":\"r is bad (get another)\"}");
        assertThat(later.text()).doesNotContain("done\":true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=r.txt",
                "name=",
                "name=r.csv&rate=x",
                "name=r.csv&rate=-1",
                "name=r.csv&rate=NaN",
                "name=r.csv&keep=maybe",
                "name=r.csv&annotator=../x",
                "name=r.csv&signal=%0A",
                "name=r.csv&model=toy&model=toy-2&model=nobody"
            })
    void refusesWishesThatMeanNothing(String query) throws Exception {
        assertThat(send(query, "0").status()).isIn(400, 404);
        assertThat(recordings.received()).isEmpty();
    }

    @Test
    void namesNeverLeadOutOfItsFolder() throws Exception {
        assertThat(send("name=..%2F..%2Fetc%2Fpasswd.csv", "0").status()).isEqualTo(200);
        assertThat(send("name=C%3A%5Cx%5C..csv", "0").status()).isEqualTo(200);

        assertThat(recordings.received()).containsExactly("passwd.csv", "_.csv");
    }

    @Test
    void unpacksTheFilesOfAZip() throws Exception {
        byte[] zip = zip("100/", "", "100/100.hea", "header", "100/100.dat", "samples", "__MACOSX/100/._100.hea", "x");

        assertThat(send("name=100.zip", zip).status()).isEqualTo(200);
        assertThat(recordings.received()).containsExactly("unpacked/100/100.dat", "unpacked/100/100.hea");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../r.hea",
                "/etc/r.hea",
                "a/../../r.hea",
                "a//r.hea",
                "C:\\r.hea",
                "a\u0000.hea",
                "./r.hea",
                "r.hea."
            })
    void refusesZipsThatClimb(String name) throws Exception {
        Client.Answer answer = send("name=r.zip", zip("ok.hea", "0", name, "0"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains("nothing of it was unpacked").doesNotContain("/tmp");
        assertThat(recordings.received()).isEmpty();
    }

    @Test
    void refusesLinksTwinsAndBombs() throws Exception {
        byte[] link = zip("r.hea", "/etc/passwd");
        // The mode of Unix in the directory at the end says what an entry is.
        int entry = new String(link, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        ByteBuffer.wrap(link).order(ByteOrder.LITTLE_ENDIAN).putInt(entry + 38, 0xA1FF << 16);

        assertThat(send("name=r.zip", link).text()).contains("is a link");
        assertThat(send("name=r.zip", zip("r.hea", "0", "R.HEA", "0")).text()).contains("is in it twice");
        Client.Answer bomb = send("name=r.zip", zip("r.dat", "0".repeat(100_001)));
        assertThat(bomb.status()).isEqualTo(413);
        byte[] liar = zip("r.dat", "0".repeat(50_000));
        int announced = new String(liar, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        ByteBuffer.wrap(liar).order(ByteOrder.LITTLE_ENDIAN).putInt(announced + 24, 10);
        assertThat(send("name=r.zip", liar).status()).isEqualTo(400);
        assertThat(send("name=r.zip", "no zip").status()).isEqualTo(400);
        assertThat(send("name=r.zip", zip("a", "0", "a/b", "0")).status()).isEqualTo(400);
        assertThat(recordings.received()).isEmpty();
    }

    @Test
    void refusesWhatIsTooLargeAndWhatFormsCanSend() throws Exception {
        assertThat(send("name=r.csv", "0".repeat(100_001)).status()).isEqualTo(413);
        assertThat(send("name=r.csv", "").status()).isEqualTo(400);
        for (String type :
                List.of("text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded")) {
            assertThat(client.send(client.request("/api/records?name=r.csv")
                                    .header("Content-Type", type)
                                    .POST(HttpRequest.BodyPublishers.ofString("0")))
                            .status())
                    .isEqualTo(415);
        }
        assertThat(recordings.received()).isEmpty();
    }

    @Test
    void hasExamples() throws Exception {
        assertThat(client.get("/api/examples").text()).isEqualTo("[\"toy.csv\"]");
        assertThat(client.get("/api/examples/toy.csv").text()).isEqualTo("time,II\n");
        assertThat(client.get("/api/examples/other.csv").status()).isEqualTo(404);
    }
}
