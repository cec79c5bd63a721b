package org.beatbench.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsideTest {

    @TempDir
    private Path folder;

    private Process other;

    /** Another process that makes a file and a folder, and never ends by itself. */
    static final class Worker {

        private Worker() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Files.writeString(Aside.file(folder).path(), "half");
            Files.writeString(Aside.folder(folder).path().resolve("half"), "half");
            Files.writeString(Aside.temporary().path().resolve("half"), "half");
            System.out.println("working");
            Thread.sleep(600_000);
        }
    }

    @BeforeEach
    void startAnother() throws IOException {
        other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = other.inputReader();
        assertThat(lines.readLine()).isEqualTo("working");
    }

    @AfterEach
    void endTheOther() throws InterruptedException {
        other.destroyForcibly().waitFor();
    }

    /** Something that a process is said to have made. */
    private Path madeBy(Maker maker) throws IOException {
        Path made = Files.createDirectory(folder.resolve(maker.name()));
        Files.writeString(made.resolve("half"), "half");
        return made;
    }

    private Maker killed() throws InterruptedException {
        endTheOther();
        return new Maker(Maker.current().host(), other.pid(), 1);
    }

    private void makeSomething() throws IOException {
        Aside.folder(folder).close();
    }

    private static void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    @Test
    void keepsWhatALivingProcessMakesAndRemovesWhatAKilledOneLeft() throws Exception {
        makeSomething();
        assertThat(folder.toFile().list()).hasSize(3);

        endTheOther();
        makeSomething();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsWhatThisProcessMakes() throws Exception {
        try (Aside file = Aside.file(folder);
                Aside made = Aside.folder(folder)) {
            makeSomething();

            assertThat(file.path()).exists();
            assertThat(made.path()).exists();
        }
    }

    @Test
    void keepsWhatIsSomebodysOwn() throws Exception {
        Maker killed = killed();
        List<String> names = List.of(
                ".beatbench-cache",
                ".beatbench-",
                ".beatbench-notes-1-2-3",
                "beatbench" + killed.name().substring(10),
                killed.name() + ".txt",
                killed.name().toUpperCase(Locale.ROOT),
                ".aside-1",
                "100.dat.part");
        for (String name : names) {
            age(Files.writeString(folder.resolve(name), "mine"), Duration.ofDays(100));
        }
        makeSomething();

        for (String name : names) {
            assertThat(folder.resolve(name)).content().isEqualTo("mine");
        }
    }

    @Test
    void waitsAWeekWhereItCannotBeKnownWhetherTheMakerStillRuns() throws Exception {
        Path elsewhere = madeBy(new Maker("00000000", other.pid(), 1));
        Path ofTheSameNumber =
                madeBy(new Maker(Maker.current().host(), ProcessHandle.current().pid(), 1));
        for (Path made : List.of(elsewhere, ofTheSameNumber)) {
            age(made, Duration.ofDays(30));
            age(made.resolve("half"), Duration.ofDays(6));
        }
        makeSomething();
        assertThat(elsewhere).exists();
        assertThat(ofTheSameNumber).exists();

        for (Path made : List.of(elsewhere, ofTheSameNumber)) {
            age(made.resolve("half"), Duration.ofDays(8));
        }
        makeSomething();
        assertThat(elsewhere).doesNotExist();
        assertThat(ofTheSameNumber).doesNotExist();
    }

    @Test
    void removesALinkAndNotWhatItLeadsTo() throws Exception {
        Path own = Files.createDirectory(folder.resolve("own"));
        Path file = Files.writeString(own.resolve("file"), "mine");
        Maker killed = killed();
        Path link = Files.createSymbolicLink(folder.resolve(killed.name()), own);
        Files.createSymbolicLink(madeBy(killed).resolve("link"), own);
        makeSomething();

        assertThat(link).doesNotExist();
        assertThat(folder).isDirectoryNotContaining(child -> Maker.of(child).isPresent());
        assertThat(file).exists();
    }

    @Test
    void keepsWhatAnotherUserHasMade() throws Exception {
        assumeThat(System.getProperty("user.name"))
                .as("who may give away files")
                .isEqualTo("root");
        Path theirs = madeBy(killed());
        Files.setOwner(
                theirs, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        makeSomething();

        assertThat(theirs).exists();
    }

    @Test
    void takesItsPlaceWhenItIsWhole() throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "old");
        try (Aside aside = Aside.file(folder)) {
            Files.writeString(aside.path(), "new");
            assertThat(target).content().isEqualTo("old");
            aside.publish(target);
        }

        assertThat(target).content().isEqualTo("new");
    }
}
