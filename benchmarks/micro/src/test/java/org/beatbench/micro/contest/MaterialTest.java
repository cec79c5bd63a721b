package org.beatbench.micro.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialTest {

    @Test
    void comesBackFromItsFiles(@TempDir Path folder) throws IOException {
        float[] padded = new float[Network.LENGTH];
        padded[0] = 0.25f;
        Beats one = Beats.builder(List.of("N", "S", "V"), Network.LENGTH)
                .add(padded, Beat.anonymous(2, 1))
                .build();

        new Material(one, one).write(folder);

        Material read = Material.read(folder);
        assertThat(read.training().samples()).isEqualTo(one.samples());
        assertThat(read.test().beats()).containsExactly(Beat.anonymous(2, 1));
        assertThat(read.unpadded().test().beats()).containsExactly(Beat.anonymous(2, Network.LENGTH));
        assertThat(read.unpadded().test().samples()).isEqualTo(one.samples());
        assertThat(read.test().classes()).hasSize(Network.CLASSES);
        assertThat(Files.readAllBytes(folder.resolve("test.f32"))).startsWith(0, 0, 0x80, 0x3e);
        assertThat(Files.readAllBytes(folder.resolve("test.u8"))).containsExactly(2);
    }

    @Test
    void drawsEachBeatAtMostOnceAndTheSameForASeed() {
        Beats beats = Samples.beats(50, 1);

        Material material = Material.draw(beats, 30, 20, 7);

        Set<List<Float>> rows = new HashSet<>();
        for (Beats part : List.of(material.training(), material.test())) {
            for (int row = 0; row < part.size(); row++) {
                rows.add(List.of(part.samples().at(row, 0), part.samples().at(row, 1)));
            }
        }
        assertThat(rows).hasSize(50);
        assertThat(Material.draw(beats, 30, 20, 7)).isEqualTo(material);
        assertThat(Material.draw(beats, 30, 20, 8)).isNotEqualTo(material);
    }

    @Test
    void refusesWhatDoesNotSuitTheNetworks() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Material.draw(Samples.beats(50, 1), 30, 21, 7))
                .withMessage("51 beats are needed, and there are 50");
        Beats shorter = Beats.builder(List.of("a"), 10)
                .add(new float[10], Beat.anonymous(0, 10))
                .build();
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Material.draw(shorter, 1, 0, 7))
                .withMessageContaining("187 samples");
    }
}
