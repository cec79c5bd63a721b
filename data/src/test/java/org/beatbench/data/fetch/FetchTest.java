package org.beatbench.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FetchTest {

    private static final byte[] SIGNAL = noise(200_000);

    @TempDir
    Path data;

    private FileServer server;

    @BeforeEach
    void serveOneRecord() throws IOException {
        server = new FileServer()
                .put("RECORDS", "100\n")
                .put("100.hea", "100 1 360 10\n")
                .put("100.dat", SIGNAL)
                .put("100.atr", noise(500))
                .put("102-0.atr", "a file of the distribution that is not needed")
                .putSums();
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void bringsAllFilesOfEveryRecord() throws IOException {
        List<String> heard = new ArrayList<>();

        FetchResult result = fetch().into(
                        data, (stage, done, total) -> heard.add(stage + " " + done + "/" + total), Cancellation.NEVER);

        assertThat(result).isEqualTo(new FetchResult(data.resolve("mitdb"), 4, 0));
        assertThat(names()).containsExactly("100.atr", "100.dat", "100.hea", "RECORDS", "SHA256SUMS.txt");
        assertThat(data.resolve("mitdb/100.dat")).hasBinaryContent(SIGNAL);
        assertThat(heard).containsExactly("fetch mitdb 1/4", "fetch mitdb 2/4", "fetch mitdb 3/4", "fetch mitdb 4/4");
    }

    @Test
    void leavesRightFilesAlone() {
        run();

        assertThat(run()).isEqualTo(new FetchResult(data.resolve("mitdb"), 0, 4));
        assertThat(server.requests()).filteredOn("100.dat"::equals).hasSize(1);
    }

    @Test
    void fetchesWrongFilesAgain() throws IOException {
        run();
        Files.writeString(data.resolve("mitdb/100.dat"), "damaged");

        assertThat(run().fetched()).isEqualTo(1);
        assertThat(data.resolve("mitdb/100.dat")).hasBinaryContent(SIGNAL);
    }

    @Test
    void goesOnWhereAConnectionWasCut() {
        server.trouble("100.dat", "cut");

        run();

        assertThat(data.resolve("mitdb/100.dat")).hasBinaryContent(SIGNAL);
        assertThat(server.requests()).contains("100.dat", "100.dat bytes=100000-");
    }

    @Test
    void goesOnWhereAnEarlierFetchStopped() {
        server.trouble("100.dat", "cut", "503", "503");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(this::run)
                .withMessageContaining("100.dat: the server answered with HTTP status 503 (3 attempts)")
                .satisfies(e -> assertThat(e.hint()).contains("what has arrived is kept"));
        assertThat(data.resolve("mitdb/100.dat.part")).hasBinaryContent(Arrays.copyOf(SIGNAL, 100_000));
        assertThat(data.resolve("mitdb/100.dat")).doesNotExist();

        run();

        assertThat(data.resolve("mitdb/100.dat")).hasBinaryContent(SIGNAL);
        assertThat(data.resolve("mitdb/100.dat.part")).doesNotExist();
        assertThat(server.requests()).endsWith("100.dat bytes=100000-", "100.atr");
    }

    @Test
    void beginsAnewWhereTheServerKnowsNoRanges() {
        server.withoutRanges().trouble("100.dat", "cut");

        run();

        assertThat(data.resolve("mitdb/100.dat")).hasBinaryContent(SIGNAL);
    }

    @Test
    void dropsAPartThatDoesNotBelongToTheFile() throws IOException {
        Files.createDirectories(data.resolve("mitdb"));
        Files.write(data.resolve("mitdb/100.dat.part"), new byte[1000]);
        Files.write(data.resolve("mitdb/100.atr.part"), new byte[1000]);

        run();

        assertThat(data.resolve("mitdb/100.dat")).hasBinaryContent(SIGNAL);
        assertThat(data.resolve("mitdb/100.atr")).hasSize(500);
    }

    @Test
    void takesAWholePartWithoutAskingAgain() throws IOException {
        Files.createDirectories(data.resolve("mitdb"));
        Files.write(data.resolve("mitdb/100.dat.part"), SIGNAL);

        run();

        assertThat(data.resolve("mitdb/100.dat")).hasBinaryContent(SIGNAL);
        assertThat(server.requests()).noneMatch(request -> request.startsWith("100.dat"));
    }

    @Test
    void triesAgainWhenTheServerIsBusyOrSilent() {
        server.trouble("100.dat", "silent", "429");

        run();

        assertThat(data.resolve("mitdb/100.dat")).hasBinaryContent(SIGNAL);
    }

    @Test
    void refusesAFileWithAWrongChecksum() throws IOException {
        server.put("100.dat", noise(300));

        assertThatThrownBy(this::run)
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("100.dat: its checksum is not the one in SHA256SUMS.txt (3 attempts)");
        assertThat(names()).containsExactly("100.hea", "RECORDS", "SHA256SUMS.txt");
    }

    @Test
    void saysWhichFileTheServerDoesNotHave() {
        server.trouble("100.dat", "404");

        assertThatThrownBy(this::run)
                .isInstanceOf(UserError.class)
                .hasMessage(server.url() + "100.dat: the server answered with HTTP status 404");
        assertThat(server.requests()).filteredOn("100.dat"::equals).hasSize(1);
    }

    @Test
    void saysWhenTheServerIsGone() {
        server.close();

        assertThatThrownBy(this::run)
                .isInstanceOf(UserError.class)
                .hasMessage(server.url() + "SHA256SUMS.txt: no connection to the server (3 attempts)");
    }

    @Test
    void refusesAPageInThePlaceOfTheChecksums() {
        server.put("SHA256SUMS.txt", "<html>Please log in</html>");

        assertThatThrownBy(this::run)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("SHA256SUMS.txt: not a list of SHA-256 checksums");
    }

    @Test
    void refusesNamesThatLeadOutOfTheFolder() {
        server.put("RECORDS", "../100\n100\n101\n").putSums();

        assertThatThrownBy(this::run)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("not the name of a record: '../100'")
                .hasMessageContaining("101.atr is not listed in SHA256SUMS.txt");
    }

    @Test
    void saysWhenTheFolderCannotBeWritten() throws IOException {
        Files.writeString(data.resolve("mitdb"), "a file in the way");

        assertThatThrownBy(this::run)
                .isInstanceOf(UserError.class)
                .hasMessage(data.resolve("mitdb") + ": is not a folder");
    }

    @Test
    @EnabledIf("hasFullDevice")
    void saysWhenTheDiskIsFull() throws IOException {
        Files.createDirectories(data.resolve("mitdb"));
        Files.createSymbolicLink(data.resolve("mitdb/100.dat.part"), Path.of("/dev/full"));

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(this::run)
                .withMessageContaining("No space left on device")
                .satisfies(e -> assertThat(e.hint()).contains("disk has room"));
        assertThat(server.requests()).filteredOn("100.dat"::equals).hasSize(1);
    }

    static boolean hasFullDevice() {
        return Files.isWritable(Path.of("/dev/full"));
    }

    @Test
    void stopsWithinASecondOfACancellation() {
        server.trouble("100.dat", "silent");
        Fetch patient =
                new Fetch(FetchSource.MITDB.at(server.url()), new RetryPolicy(3, Duration.ZERO, Duration.ofMinutes(1)));
        Path part = data.resolve("mitdb/100.dat.part");
        long start = System.nanoTime();

        assertThatThrownBy(() -> patient.into(data, Progress.NONE, () -> size(part) == 100_000))
                .isInstanceOf(CancelledException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(data.resolve("mitdb/100.dat")).doesNotExist();
        assertThat(part).hasSize(100_000);
    }

    @Test
    void acceptsAMirrorWithoutATrailingSlash() {
        URI mirror = URI.create("http://localhost/mitdb");

        assertThat(FetchSource.MITDB.at(mirror).url()).hasToString("http://localhost/mitdb/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"physionet.org/files", "file:///data/mitdb/", "mailto:somebody@example.org"})
    void refusesWhatIsNotTheAddressOfAServer(String address) {
        assertThatThrownBy(() -> FetchSource.MITDB.at(URI.create(address)))
                .isInstanceOf(UserError.class)
                .hasMessage("not the address of a server: " + address);
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "BEATBENCH_DATA", matches = ".+")
    void bringsTheWholeDatabase() throws IOException {
        Path original = Path.of(System.getenv("BEATBENCH_DATA"), "mitdb");
        try (Stream<Path> files = Files.list(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                server.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        server.put("SHA256SUMS.txt", Files.readAllBytes(original.resolve("SHA256SUMS")));
        server.trouble("100.dat", "cut").trouble("234.dat", "500");

        assertThat(run()).isEqualTo(new FetchResult(data.resolve("mitdb"), 145, 0));
        assertThat(data.resolve("mitdb/234.dat")).hasSameBinaryContentAs(original.resolve("234.dat"));
        assertThat(names()).hasSize(146);
    }

    private Fetch fetch() {
        return new Fetch(
                FetchSource.MITDB.at(server.url()), new RetryPolicy(3, Duration.ofMillis(1), Duration.ofSeconds(1)));
    }

    private FetchResult run() {
        return fetch().into(data, Progress.NONE, Cancellation.NEVER);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("mitdb"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(length).nextBytes(bytes);
        return bytes;
    }
}
