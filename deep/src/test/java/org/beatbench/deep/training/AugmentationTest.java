package org.beatbench.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.beatbench.api.Form;
import org.beatbench.api.Input;
import org.junit.jupiter.api.Test;

final class AugmentationTest {

    private static final int WIDTH = 30;
    private static final Form TWO = new Form("two", WIDTH, inputs("first", "second"), inputs("a", "b"));

    @Test
    void changesNothingUnlessAskedTo() {
        float[] samples = ramp(20);
        assertThat(new Augmentation(Settings.plain().done(), Form.row(WIDTH)).apply(samples, 20, 1))
                .isEqualTo(20);
        assertThat(samples).isEqualTo(ramp(20));
    }

    @Property(seed = "1", tries = 300)
    void staysInTheRowAndPadsWithZeros(@ForAll @IntRange(min = 1, max = WIDTH) int length, @ForAll long seed) {
        float[] samples = ramp(length);
        int stretched = augmentation(0.1, 0.5).apply(samples, length, seed);
        assertThat(stretched).isBetween(Math.max(1, length / 2), Math.min(WIDTH, (3 * length + 1) / 2));
        assertThat(samples).hasSize(WIDTH).doesNotContain(Float.NaN);
        assertThat(Arrays.copyOfRange(samples, stretched, WIDTH)).isEqualTo(new float[WIDTH - stretched]);
    }

    @Property(seed = "1", tries = 100)
    void drawsBySeedAlone(@ForAll long seed) {
        Augmentation used = augmentation(0.1, 0.3);
        used.apply(ramp(WIDTH), WIDTH, seed + 1);
        float[] samples = ramp(20);
        float[] again = ramp(20);
        assertThat(used.apply(samples, 20, seed))
                .isEqualTo(augmentation(0.1, 0.3).apply(again, 20, seed));
        assertThat(samples).isEqualTo(again);
        float[] other = ramp(20);
        used.apply(other, 20, seed ^ 12345);
        assertThat(other).isNotEqualTo(samples);
    }

    /** A ramp stretched is a ramp less steep. */
    @Property(seed = "1", tries = 100)
    void interpolatesBetweenSamples(@ForAll long seed) {
        int length = 16;
        float[] samples = ramp(length);
        int stretched = augmentation(0, 0.5).apply(samples, length, seed);
        float slope = samples[1] - samples[0];
        assertThat(samples[0]).isEqualTo(1);
        assertThat(slope).isBetween(1 / 1.5f, 2f);
        assertThat(stretched).isBetween(Math.round(length / slope) - 1, Math.round(length / slope) + 1);
        for (int i = 0; i < stretched; i++) {
            // behind the last sample it stays what it was
            assertThat(samples[i]).isCloseTo(Math.min(length, 1 + i * slope), within(1e-4f));
        }
    }

    @Test
    void addsNoiseOfTheDeviationAskedFor() {
        double sum = 0;
        double squares = 0;
        int draws = 20_000;
        Augmentation augmentation = augmentation(0.2, 0);
        for (int draw = 0; draw < draws; draw++) {
            float[] samples = new float[WIDTH];
            augmentation.apply(samples, 1, draw);
            sum += samples[0];
            squares += samples[0] * samples[0];
        }
        assertThat(sum / draws).isCloseTo(0, within(0.006));
        assertThat(Math.sqrt(squares / draws)).isCloseTo(0.2, within(0.005));
    }

    @Test
    void addsNoiseToEverySampleAndToNoPadding() {
        float[] samples = new float[WIDTH];
        augmentation(0.2, 0).apply(samples, 12, 3);
        assertThat(Arrays.copyOf(samples, 12)).doesNotContain(0f);
        assertThat(Arrays.copyOfRange(samples, 12, WIDTH)).containsOnly(0f);
    }

    @Property(seed = "1", tries = 100)
    void stretchesAllChannelsAlikeAndNoFeature(@ForAll @IntRange(min = 1, max = WIDTH) int length, @ForAll long seed) {
        float[] row = Arrays.copyOf(ramp(length), 2 * WIDTH + 2);
        System.arraycopy(ramp(length), 0, row, WIDTH, WIDTH);
        row[2 * WIDTH] = 5;
        row[2 * WIDTH + 1] = -5;
        float[] alone = ramp(length);
        int stretched = augmentation(0, 0.5).apply(alone, length, seed);
        assertThat(new Augmentation(Settings.plain().augmentation(0, 0.5).done(), TWO).apply(row, length, seed))
                .isEqualTo(stretched);
        assertThat(Arrays.copyOf(row, WIDTH)).isEqualTo(alone);
        assertThat(Arrays.copyOfRange(row, WIDTH, 2 * WIDTH)).isEqualTo(alone);
        assertThat(Arrays.copyOfRange(row, 2 * WIDTH, 2 * WIDTH + 2)).containsExactly(5, -5);
    }

    @Test
    void addsNoiseToEveryChannelAndToNoFeature() {
        float[] row = new float[2 * WIDTH + 2];
        new Augmentation(Settings.plain().augmentation(0.2, 0).done(), TWO).apply(row, 12, 3);
        float[] first = Arrays.copyOf(row, 12);
        float[] second = Arrays.copyOfRange(row, WIDTH, WIDTH + 12);
        assertThat(first).doesNotContain(0f).isNotEqualTo(second);
        assertThat(second).doesNotContain(0f);
        assertThat(Arrays.copyOfRange(row, 12, WIDTH)).containsOnly(0f);
        assertThat(Arrays.copyOfRange(row, WIDTH + 12, row.length)).containsOnly(0f);
    }

    private static Augmentation augmentation(double noise, double stretch) {
        return new Augmentation(Settings.plain().augmentation(noise, stretch).done(), Form.row(WIDTH));
    }

    private static List<Input> inputs(String... names) {
        return Arrays.stream(names)
                .map(name -> new Input(name, "", "made for a test", true))
                .toList();
    }

    /** 1, 2, 3, … and zeros behind the length. */
    private static float[] ramp(int length) {
        float[] samples = new float[WIDTH];
        for (int i = 0; i < length; i++) {
            samples[i] = i + 1f;
        }
        return samples;
    }
}
