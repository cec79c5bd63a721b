package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beats are found in recordings of all formats, written where nothing is in the way, and scored. */
class DetectTest {

    private static final int RATE = 360;
    private static final int SECONDS = 20;
    private static final String FIRST = "r";

    @TempDir
    private Path folder;

    private Path records;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        records = Files.createDirectory(folder.resolve("records"));
        out = folder.resolve("out");
        writeRecord(FIRST);
        writeRecord("s");
    }

    private static List<Integer> beats() {
        List<Integer> beats = new ArrayList<>();
        for (int sample = 200; sample < SECONDS * RATE - 200; sample += 300) {
            beats.add(sample);
        }
        return beats;
    }

    private static int[] samples() {
        int[] samples = new int[SECONDS * RATE];
        for (int beat : beats()) {
            for (int i = 0; i < samples.length; i++) {
                samples[i] += (int) Math.round(200 * Math.exp(-Math.pow((i - beat) / 6.0, 2)));
            }
        }
        return samples;
    }

    private void writeRecord(String name) throws IOException {
        int[] samples = samples();
        Files.writeString(
                records.resolve(name + ".hea"),
                name + " 1 360 " + samples.length + "\n" + name + ".dat 16 200 12 0 0 0 0 II\n");
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(samples).forEach(value -> bytes.putShort((short) value));
        Files.write(records.resolve(name + ".dat"), bytes.array());
    }

    private Cli detect(String... more) {
        return Cli.run(Stream.concat(Stream.of("detect"), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void writesWhatItFindsSoThatItIsReadBack() throws IOException {
        Cli found = detect(records.toString(), "--out", out.toString());

        assertThat(found.exitCode()).as(found.err()).isZero();
        assertThat(found.out()).contains("r ", "II", "72", 2 * beats().size() + " beats of 2 recordings written");
        assertThat(files(out)).containsExactly("r.qrs", "s.qrs");
        for (String ending : List.of("hea", "dat")) {
            Files.copy(records.resolve("r." + ending), out.resolve("r." + ending));
        }
        Cli scored = detect(out.resolve(FIRST).toString(), "--score", "--reference", "qrs");
        assertThat(scored.exitCode()).as(scored.err()).isZero();
        assertThat(scored.out()).contains("A: as EC57 counts", "100.00", "0 [0 to 0]");
    }

    @Test
    void readsCsvAndTellsPrograms() throws IOException {
        Path csv = folder.resolve("signal.csv");
        StringBuilder text = new StringBuilder("II\n");
        Arrays.stream(samples()).forEach(value -> text.append(value).append('\n'));
        Files.writeString(csv, text);

        Cli found = detect(csv.toString(), "--rate", "360", "--out", out.toString(), "--annotator", "found", "--json");

        assertThat(found.exitCode()).as(found.err()).isZero();
        assertThat(found.out())
                .startsWith("{")
                .contains("\"name\" : \"signal\"", "\"beats\" : " + beats().size(), "\"rate\" : 360.0");
        assertThat(found.err()).contains("of 1 recording written");
        assertThat(files(out)).containsExactly("signal.found");
    }

    @Test
    void replacesItsOwnFilesAndOthersOnlyWhenForced() throws IOException {
        assertThat(detect(records.toString(), "--out", out.toString()).exitCode())
                .isZero();
        byte[] written = Files.readAllBytes(out.resolve("r.qrs"));
        assertThat(detect(records.toString(), "--out", out.toString()).exitCode())
                .isZero();

        Files.write(out.resolve("r.qrs"), new byte[] {5, 4, 0, 0});
        Files.delete(out.resolve("s.qrs"));
        Cli refused = detect(records.toString(), "--out", out.toString());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("r.qrs is there and was not written by detect", "--force");
        assertThat(files(out)).containsExactly("r.qrs");
        assertThat(out.resolve("r.qrs")).hasBinaryContent(new byte[] {5, 4, 0, 0});

        assertThat(detect(records.toString(), "--out", out.toString(), "--force")
                        .exitCode())
                .isZero();
        assertThat(out.resolve("r.qrs")).hasBinaryContent(written);
    }

    @Test
    void writesNothingIfOneRecordingIsBadAndNamesAllThatAre() throws IOException {
        Files.write(records.resolve("r.dat"), new byte[10]);
        Files.writeString(records.resolve("t.hea"), "t 1 360 100\nt.dat 16 200 12 0 0 0 0 II\n");

        Cli refused = detect(records.toString(), "--out", out.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("nothing is written", "r.dat", "t.dat")
                .doesNotContain("\tat ");
        assertThat(out).doesNotExist();
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        Files.writeString(records.resolve("slow.hea"), "slow 1 50 7200\nr.dat 16 200 12 0 0 0 0 II\n");
        String record = records.resolve(FIRST).toString();
        refuses("it is not said where to write to", record);
        refuses("does not exist", folder.resolve("none").toString(), "--score");
        refuses(
                "holds no recordings",
                Files.createDirectory(folder.resolve("empty")).toString(),
                "--score");
        refuses("--annotator must be", record, "--out", out.toString(), "--annotator", "hea");
        refuses("--annotator must be", record, "--out", out.toString(), "--annotator", "../qrs");
        refuses("has no lead V9", record, "--out", out.toString(), "--lead", "V9");
        refuses("--lead must be", record, "--out", out.toString(), "--lead", "-1");
        refuses("--leads must be at least 1: 0", record, "--out", out.toString(), "--leads", "0");
        refuses("50.0 samples a second", records.resolve("slow").toString(), "--out", out.toString());
        refuses("the beats of both", record, record, "--out", out.toString());
        refuses("r.atr does not exist", record, "--score");
        assertThat(out).doesNotExist();
    }

    private void refuses(String message, String... arguments) {
        Cli refused = detect(arguments);
        assertThat(refused.exitCode()).as(message).isEqualTo(2);
        assertThat(refused.err()).contains(message).doesNotContain("\tat ", "Exception");
    }

    private static List<String> files(Path place) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
