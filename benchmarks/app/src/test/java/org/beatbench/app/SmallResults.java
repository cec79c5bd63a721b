package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.beatbench.experiment.Hash;
import org.beatbench.experiment.Trial;
import org.beatbench.files.FolderTree;
import org.beatbench.results.FolderStore;

/** The results of a small experiment, which a test may change. */
public record SmallResults(Path root, String experiment) {

    /** Runs an experiment inside this program, and makes its report. */
    public static SmallResults run(Path root, String name, String yaml, String... more) throws IOException {
        Path file = Files.writeString(root.resolve(name + ".yaml"), yaml);
        List<String> arguments = Stream.concat(
                        Stream.of("run", file.toString(), "--untimed", "--results", root.toString()), Stream.of(more))
                .toList();
        Cli run = Cli.run(arguments.toArray(new String[0]));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new SmallResults(root, name);
    }

    /** The same results in another folder. */
    public SmallResults copy(Path target) throws IOException {
        for (String name : FolderTree.names(root)) {
            Path file = target.resolve(name);
            Files.createDirectories(file.getParent());
            Files.copy(root.resolve(name), file);
        }
        return new SmallResults(target, experiment);
    }

    public Cli call(String command, String... more) {
        return Cli.run(Stream.concat(Stream.of(command, experiment, "--results", root.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    public Path folder() {
        return root.resolve(experiment);
    }

    public FolderStore store() {
        return FolderStore.existing(folder());
    }

    /** The first trial of a classifier. */
    public Trial trial(String classifier) throws IOException {
        return store().plan().trials().stream()
                .filter(trial -> trial.classifier().id().equals(classifier))
                .findFirst()
                .orElseThrow();
    }

    public Path folder(Trial trial) {
        return folder().resolve("trials").resolve(trial.key());
    }

    public Path report(String name) {
        return folder().resolve("report").resolve(name);
    }

    /** Changes a text file, and makes sure that it is changed. */
    public static void rewrite(Path file, UnaryOperator<String> change) {
        try {
            String old = Files.readString(file);
            String changed = change.apply(old);
            assertThat(changed).isNotEqualTo(old);
            Files.writeString(file, changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the test answers of a trial, and nothing else. */
    public void rewriteAnswers(Trial trial, UnaryOperator<String> change) throws IOException {
        Path file = folder(trial).resolve("test.csv.gz");
        String old;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            old = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String changed = change.apply(old);
        assertThat(changed).isNotEqualTo(old);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(changed.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, bytes.toByteArray());
    }

    /** Changes the test answers of a trial as somebody would who knows of the hashes and the report. */
    public void forgeAnswers(Trial trial, UnaryOperator<String> change) throws IOException {
        Path file = folder(trial).resolve("test.csv.gz");
        String before = Hash.of(file);
        rewriteAnswers(trial, change);
        String after = Hash.of(file);
        rewrite(folder(trial).resolve("run.json"), text -> text.replace(before, after));
        assertThat(call("report").exitCode()).isZero();
    }
}
