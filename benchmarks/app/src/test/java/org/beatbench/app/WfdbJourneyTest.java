package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody meets who brings a folder of WFDB records. */
class WfdbJourneyTest {

    private static final int RATE = 360;
    private static final int SECONDS = 60;
    private static final int NORMAL = 1;
    private static final int VENTRICULAR = 5;
    private static final int NOISE = 14;

    @TempDir
    private Path folder;

    private Path records;

    @BeforeEach
    void makeTheFolder() throws IOException {
        records = Files.createDirectory(folder.resolve("records"));
    }

    @Test
    void measuresRobustnessOnRecordsInSubfolders() throws IOException {
        for (String name : List.of("p0/a", "p1/a", "p2/b", "p3/b", "p4/c", "p5/d")) {
            write(name, NORMAL, VENTRICULAR);
        }
        Files.writeString(records.resolve("RECORDS"), "p0/a\np1/a\np2/b\np3/b\np4/c\np5/d\n");

        SmallResults results = SmallResults.run(folder, "below", experiment("robustness: 50"));

        assertThat(results.folder(results.trial("decision-tree")).resolve("robustness"))
                .isNotEmptyDirectory();
    }

    @Test
    void saysThatRecordsAreTakenForPeopleUntilItIsTold() throws IOException {
        for (String name : List.of("a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2", "e1", "e2")) {
            write(name, NORMAL, VENTRICULAR);
        }
        Cli audit = audit();
        assertThat(audit.out())
                .contains("patients: WARN, every record taken for a person", "Taken for granted, and not known");

        Files.writeString(
                records.resolve("subjects.csv"), "record,subject\na1,a\na2,a\nb1,b\nb2,b\nc1,c\nc2,c\nd1,d\nd2,d\n");
        Cli lacking = audit();
        assertThat(lacking.exitCode()).isEqualTo(2);
        assertThat(lacking.err()).contains("record e1 is missing", "record e2 is missing");

        Files.writeString(
                records.resolve("subjects.csv"), Files.readString(records.resolve("subjects.csv")) + "e1,e\ne2,e\n");
        Cli told = audit();
        assertThat(told.out()).doesNotContain("taken for a person").contains("None of 1 subject of the test rows");
    }

    @Test
    void namesRecordsWithoutBeatsWhereverBeatsAreUsed() throws IOException {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            write(name, NORMAL, VENTRICULAR);
        }
        write("p6", NOISE, NOISE);
        String warning = "warning: Record p6: It gives no beat: its annotations mark none.";

        Cli export = Cli.run(
                "export",
                "wfdb",
                "--set",
                "folder=" + records,
                "--out",
                folder.resolve("out").toString());
        assertThat(export.exitCode()).isZero();
        assertThat(export.err()).contains(warning);

        Path page = folder.resolve("explored");
        Cli explore = Cli.run("explore", "wfdb", "--set", "folder=" + records, "--out", page.toString());
        assertThat(explore.exitCode()).as(explore.err()).isZero();
        assertThat(explore.err()).contains(warning);
        assertThat(Files.readString(page.resolve("report.html"))).contains("Record p6: It gives no beat");

        SmallResults results = SmallResults.run(folder, "named", experiment(""));
        assertThat(Files.readString(results.report("report.html"))).contains("Record p6: It gives no beat");
    }

    @Test
    void refusesAFolderWithoutOneBeat() throws IOException {
        write("x", NOISE, NOISE);
        Path out = folder.resolve("out");
        Cli export = Cli.run("export", "wfdb", "--set", "folder=" + records, "--out", out.toString());
        assertThat(export.exitCode()).isEqualTo(2);
        assertThat(export.err())
                .contains(
                        "error: there is not one beat in wfdb: Record x: It gives no beat: its annotations mark none.");
        assertThat(out).doesNotExist();

        Path file = Files.writeString(folder.resolve("none.yaml"), experiment(""));
        Cli run = Cli.run("run", file.toString(), "--untimed", "--results", folder.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is not one beat in wfdb");
    }

    @Test
    void exportsTheSplitsOfEachForm() throws IOException {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            write(name, NORMAL, VENTRICULAR);
        }
        Path file = Files.writeString(folder.resolve("two.yaml"), experiment("forms: [kaggle, rhythm]"));
        Path out = folder.resolve("out");

        Cli export = Cli.run("export-split", file.toString(), "--out", out.toString());

        assertThat(export.out()).as(export.err()).isEqualTo("10 splits written to " + out + "\n");
        Path kaggle = out.resolve("kaggle/patients/seed-1/fold-1");
        Path rhythm = out.resolve("rhythm/patients/seed-1/fold-1");
        assertThat(Files.readAllLines(kaggle.resolve("test.csv")))
                .hasSameSizeAs(Files.readAllLines(rhythm.resolve("test.csv")));
        assertThat(Files.readAllLines(kaggle.resolve("test.csv")).get(0))
                .isNotEqualTo(Files.readAllLines(rhythm.resolve("test.csv")).get(0));
        assertThat(Files.readString(rhythm.resolve("manifest.json"))).contains("\"rhythm\"");
    }

    private Cli audit() {
        return Cli.run("audit", "--dataset", "wfdb", "--set", "folder=" + records, "--protocol", "patients");
    }

    private String experiment(String more) {
        return """
                title: Records of somebody
                dataset: {id: wfdb, settings: {folder: "%s"}}
                protocols: [patients]
                classifiers: [decision-tree]
                canaries: false
                limits: {time: 5m, memory: 512m, threads: 1}
                """.formatted(records) + more + "\n";
    }

    /** A minute in format 16 with a mark every second, of one kind and, every third time, of another. */
    private void write(String path, int kind, int other) throws IOException {
        Path header = records.resolve(path + ".hea");
        Files.createDirectories(header.getParent());
        String name = path.substring(path.lastIndexOf('/') + 1);
        int size = RATE * SECONDS;
        ByteBuffer signal = ByteBuffer.allocate(2 * size).order(ByteOrder.LITTLE_ENDIAN);
        SplittableRandom noise = new SplittableRandom(path.hashCode());
        for (int i = 0; i < size; i++) {
            boolean isOther = i / RATE % 3 == 0;
            int height = i % RATE < (isOther ? 40 : 12) ? 180 : 0;
            signal.putShort((short) (1_024 + height + noise.nextInt(60)));
        }
        Files.write(records.resolve(path + ".dat"), signal.array());
        Files.writeString(header, name + " 1 360 " + size + "\n" + name + ".dat 16 200(1024)/mV 11 1024\n");
        ByteBuffer marks = ByteBuffer.allocate(2 * SECONDS + 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int beat = 1; beat < SECONDS; beat++) {
            marks.putShort((short) ((beat % 3 == 0 ? other : kind) << 10 | RATE));
        }
        Files.write(records.resolve(path + ".atr"), marks.array());
    }
}
