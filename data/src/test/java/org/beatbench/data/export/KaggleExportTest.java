package org.beatbench.data.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.beats.BeatCutter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KaggleExportTest {

    private static final Beats BEATS = beats(1_500);
    private static final Selection TRAINING = Selection.where(1_500, row -> row % 5 != 0);
    private static final Selection TEST = Selection.where(1_500, row -> row % 5 == 0);

    @TempDir
    private Path folder;

    @Test
    void writesThePublishedFormat() throws IOException {
        write(7);
        String text = Files.readString(folder.resolve("out/mitbih_test.csv"));
        assertThat(text).hasSize(300 * 188 * 25).endsWith("e+00\n").doesNotContain("\r", " ");
        assertThat(text.lines().map(line -> line.split(",").length)).containsOnly(188);
        assertThat(Files.size(folder.resolve("out/mitbih_train.csv"))).isEqualTo(1_200 * 188 * 25);
    }

    @Test
    void sortsByClassAndShufflesWithin() throws IOException {
        write(7);
        List<String> rows = Files.readAllLines(folder.resolve("out/mitbih_train.csv"));
        List<Double> labels = rows.stream()
                .map(row -> Double.parseDouble(row.substring(row.lastIndexOf(',') + 1)))
                .toList();
        assertThat(labels).isSorted().contains(0.0, 1.0, 2.0, 3.0, 4.0);
        write(7);
        assertThat(Files.readAllLines(folder.resolve("out/mitbih_train.csv"))).isEqualTo(rows);
        write(8);
        List<String> others = Files.readAllLines(folder.resolve("out/mitbih_train.csv"));
        assertThat(others).isNotEqualTo(rows).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void hasTheSameOrderOnEveryJavaVersion() throws IOException {
        Beats.Builder numbered = Beats.builder(BeatClass.names(), BeatCutter.LENGTH);
        for (int i = 0; i < 9; i++) {
            float[] row = new float[BeatCutter.LENGTH];
            row[0] = i / 8f;
            numbered.add(row, Beat.anonymous(0, 1));
        }
        KaggleExport.write(
                numbered.build(), Selection.where(9, row -> row < 8), Selection.of(8), folder, 7, Progress.NONE);
        assertThat(Files.readAllLines(folder.resolve("mitbih_train.csv")))
                .extracting(line -> (int) (8 * Double.parseDouble(line.substring(0, line.indexOf(',')))))
                .containsExactly(0, 1, 3, 6, 5, 7, 2, 4);
    }

    @Test
    void leavesNothingBehindWhereItCannotWrite() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> KaggleExport.write(BEATS, TRAINING, TEST, folder.resolve("file"), 7, Progress.NONE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cannot be written: a file stands where its folder should be");
        Files.createDirectories(folder.resolve("out/mitbih_test.csv/in-the-way"));
        assertThatThrownBy(() -> write(7)).isInstanceOf(UserError.class);
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("."));
        }
    }

    @Test
    void refusesBeatsOfAnotherShape() {
        Beats other = Beats.builder(List.of("A"), 3)
                .add(new float[3], Beat.anonymous(0, 3))
                .build();
        assertThatThrownBy(() -> KaggleExport.write(other, Selection.of(0), Selection.of(0), folder, 7, Progress.NONE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("3 samples and the classes A");
    }

    private void write(long seed) {
        KaggleExport.write(BEATS, TRAINING, TEST, folder.resolve("out"), seed, Progress.NONE);
    }

    private static Beats beats(int size) {
        SplittableRandom random = new SplittableRandom(1);
        Beats.Builder beats = Beats.builder(BeatClass.names(), BeatCutter.LENGTH);
        for (int i = 0; i < size; i++) {
            float[] row = new float[BeatCutter.LENGTH];
            for (int k = 0; k < 100; k++) {
                row[k] = random.nextInt(0, 401) / 400f;
            }
            beats.add(row, Beat.anonymous(random.nextInt(5), 100));
        }
        return beats.build();
    }
}
