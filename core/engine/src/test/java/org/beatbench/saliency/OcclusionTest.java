package org.beatbench.saliency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OcclusionTest {

    private static final float[] BEAT = {1, 4, 9, 16, 25, 36, 0, 0};

    @Test
    void hidesNineSamplesAtATimeOfAHeartbeat() {
        List<Window> windows = Occlusion.windows(187);
        assertThat(windows).hasSize(45).startsWith(new Window(0, 9), new Window(4, 13));
        assertThat(windows.get(44)).isEqualTo(new Window(176, 185));
        assertThat(windows.get(0).middle()).isEqualTo(4);
    }

    @Property(seed = "1")
    void everyWindowLiesInTheRowAndTheyLeaveNoGaps(@ForAll @IntRange(min = 1, max = 3_000) int length) {
        List<Window> windows = Occlusion.windows(length);
        assertThat(windows.get(0).from()).isZero();
        for (int i = 1; i < windows.size(); i++) {
            assertThat(windows.get(i).from())
                    .isGreaterThan(windows.get(i - 1).from())
                    .isLessThanOrEqualTo(windows.get(i - 1).to());
        }
        Window last = windows.get(windows.size() - 1);
        assertThat(last.to()).isBetween(length - Math.max(1, length / 20), length);
        assertThat(windows).hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void drawsAStraightLineFromTheSampleBeforeToTheSampleAfter() {
        assertThat(Occlusion.hidden(BEAT, 6, new Window(1, 4))).containsExactly(1, 7, 13, 19, 25, 36, 0, 0);
        assertThat(BEAT[1]).as("the beat itself is left alone").isEqualTo(4);
    }

    @Test
    void goesOnLevelWhereThereIsNoSampleBeforeOrAfter() {
        assertThat(Occlusion.hidden(BEAT, 6, new Window(0, 3))).containsExactly(16, 16, 16, 16, 25, 36, 0, 0);
        assertThat(Occlusion.hidden(BEAT, 6, new Window(3, 6)))
                .as("the padding is no sample")
                .containsExactly(1, 4, 9, 9, 9, 9, 0, 0);
        assertThat(Occlusion.hidden(BEAT, 6, new Window(0, 6))).containsExactly(0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void changesNothingWhereABeatIsStraightAlready() {
        float[] straight = {1, 2, 3, 4, 5, 6};
        assertThat(Occlusion.hidden(straight, 6, new Window(1, 5))).containsExactly(straight);
    }

    @Test
    void aWindowHoldsASample() {
        assertThatThrownBy(() -> new Window(3, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
