package org.beatbench.reports.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.beatbench.api.Rows;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    @Test
    void agreesWithAHandWorkedCross() {
        // Around the mean (1, 1): two points 2 away along x, two 1 away along y; squares 8 and 2 of 10.
        Rows cross = Rows.of(new float[] {3, 1, -1, 1, 1, 2, 1, 0}, 2);
        Components components = Components.of(cross, new int[] {0, 1, 2, 3});
        assertThat(components.share(0)).isCloseTo(0.8, within(1e-9));
        assertThat(components.share(1)).isCloseTo(0.2, within(1e-9));
        assertThat(components.score(new float[] {3, 1}, 0)).isCloseTo(2, within(1e-9));
        assertThat(components.score(new float[] {3, 1}, 1)).isCloseTo(0, within(1e-9));
        assertThat(components.score(new float[] {1, 0}, 1)).isCloseTo(-1, within(1e-9));
    }

    @Test
    void looksOnlyAtTheRowsThatCount() {
        Rows rows = Rows.of(new float[] {Float.NaN, 0, 0, 0, 2, 2}, 2);
        Components components = Components.of(rows, new int[] {1, 2});
        assertThat(components.share(0)).isCloseTo(1, within(1e-9));
        assertThat(components.score(new float[] {2, 2}, 0)).isCloseTo(Math.sqrt(2), within(1e-9));
    }

    @Test
    void equalBeatsHaveNoDirection() {
        Components components = Components.of(Rows.of(new float[12], 3), new int[] {0, 1, 2, 3});
        assertThat(components.share(0)).isZero();
        assertThat(components.score(new float[3], 0)).isZero();
    }

    @Test
    void ofBeatsWithOneSampleThereIsNoSecond() {
        Components components = Components.of(Rows.of(new float[] {1, 2, 6}, 1), new int[] {0, 1, 2});
        assertThat(components.share(0)).isCloseTo(1, within(1e-9));
        assertThat(components.share(1)).isZero();
        assertThat(components.score(new float[] {6}, 0)).isCloseTo(3, within(1e-6));
        assertThat(components.score(new float[] {6}, 1)).isZero();
    }

    @Test
    void longBeatsAreAveragedFirst() {
        SplittableRandom random = new SplittableRandom(1);
        Rows.Builder rows = Rows.builder(1_025);
        for (int row = 0; row < 5; row++) {
            float level = (float) random.nextDouble();
            float[] beat = new float[1_025];
            Arrays.fill(beat, level);
            rows.add(beat);
        }
        Components components =
                Components.of(rows.build(), IntStream.range(0, 5).toArray());
        assertThat(components.merged()).isEqualTo(3);
        assertThat(components.share(0)).isCloseTo(1, within(1e-6));
    }
}
