package org.beatbench.saliency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.junit.jupiter.api.Test;

class MeanBeatTest {

    /** Of 100 beats of the first class 60 go on to the second sample and 30 to the third; of the second class there are few. */
    private static final Beats BEATS = beats();

    @Test
    void goesAsFarAsATenthOfTheBeats() {
        List<MeanBeat> means = MeanBeat.of(BEATS, Selection.where(BEATS.size(), row -> true));

        assertThat(means).containsExactly(new MeanBeat(0, 100, List.of(1F, 2F, 3F)));
    }

    @Test
    void goesAsFarAsMostBeatsInAPicture() {
        assertThat(MeanBeat.ofMost(BEATS)).containsExactly(new MeanBeat(0, 100, List.of(1F, 2F)));
    }

    private static Beats beats() {
        Beats.Builder beats = Beats.builder(List.of("N", "V"), 3);
        for (int i = 0; i < 100; i++) {
            int length = i < 30 ? 3 : i < 60 ? 2 : 1;
            beats.add(new float[] {1, length > 1 ? 2 : 0, length > 2 ? 3 : 0}, Beat.anonymous(0, length));
        }
        for (int i = 0; i < MeanBeat.FEWEST - 1; i++) {
            beats.add(new float[] {9, 9, 9}, Beat.anonymous(1, 3));
        }
        return beats.build();
    }
}
