package org.beatbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Provenance;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingExamplesTest {

    @TempDir
    private Path folder;

    /** 300 beats of A from 0 to 0.299 of four people in turn, and 5 of B at 9. */
    private static Beats learned() {
        Beats.Builder beats = Beats.builder(List.of("A", "B"), 2);
        for (int i = 0; i < 300; i++) {
            beats.add(
                    new float[] {i / 1000F, 0},
                    Beat.anonymous(0, 2).withSubject("s" + i % 4).withPlace("r" + i % 4, i));
        }
        for (int i = 0; i < 5; i++) {
            beats.add(
                    new float[] {9, i},
                    Beat.anonymous(1, 2).withSubject("s" + i).withPlace("r" + i, i));
        }
        return beats.build();
    }

    private static BeatForm form(Beats beats) {
        return BeatForm.of(beats, null, Provenance.of(List.of()));
    }

    private TrainingExamples kept(Beats beats) throws IOException {
        TrainingExamples.write(TrainingExamples.drawn(beats, 1), folder);
        return TrainingExamples.read(folder, form(beats)).orElseThrow();
    }

    @Test
    void keepsSomeOfEachClass() throws IOException {
        Beats kept = kept(learned()).beats();
        assertThat(kept.classCounts()).containsExactly(200, 5);
        assertThat(kept).isEqualTo(TrainingExamples.drawn(learned(), 1));
        assertThat(kept).isNotEqualTo(TrainingExamples.drawn(learned(), 2));
    }

    @Test
    void findsTheNearestAndSaysWhatIsUsual() throws IOException {
        TrainingExamples kept = kept(learned());
        Beats asked = Beats.builder(List.of("A", "B"), 2)
                .add(new float[] {9, 1.25F}, Beat.anonymous(Beat.UNLABELLED, 2))
                .add(new float[] {Float.NaN, 1}, Beat.anonymous(Beat.UNLABELLED, 2))
                .build();
        assertThat(kept.nearest(asked, 2).get(0)).hasValueSatisfying(found -> {
            assertThat(found.distance()).isEqualTo(0.25);
            assertThat(kept.beats().beat(found.row()).record()).isEqualTo("r1");
        });
        assertThat(kept.nearest(asked, 2).get(1)).isEmpty();
        // 200 lie within thousandths of another person's, and 5 are 1 apart: fewer than 5 in 100.
        assertThat(kept.usual()).isBetween(0.0009, 0.02);
    }

    @Test
    void aBeatOfTheSamePersonDoesNotCount() throws IOException {
        Beats.Builder beats = Beats.builder(List.of("A"), 1);
        for (int i = 0; i < 10; i++) {
            beats.add(new float[] {i < 5 ? 0 : 7}, Beat.anonymous(0, 1).withSubject(i < 5 ? "one" : "other"));
        }
        assertThat(kept(beats.build()).usual()).isEqualTo(7);
    }

    @Test
    void keepsFewerWhereBeatsAreLong() {
        Beats.Builder beats = Beats.builder(List.of("A"), 40_000);
        for (int i = 0; i < 60; i++) {
            beats.add(new float[40_000], Beat.anonymous(0, 1));
        }
        assertThat(TrainingExamples.drawn(beats.build(), 1).size()).isEqualTo(50);
    }

    @Test
    void refusesATableOfSomethingElse() throws IOException {
        kept(learned());
        Beats other = Beats.builder(List.of("A"), 2)
                .add(new float[2], Beat.anonymous(0, 2))
                .build();
        assertThatThrownBy(() -> TrainingExamples.read(folder, form(other)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("examples.csv.gz does not hold beats that the model learned from");
        Path file = folder.resolve("examples.csv.gz");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> TrainingExamples.read(folder, form(learned()))).isInstanceOf(UserError.class);
    }

    @Test
    void thereNeedBeNone() throws IOException {
        assertThat(TrainingExamples.read(folder, form(learned()))).isEmpty();
    }
}
