package org.beatbench.saliency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.api.Input;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.junit.jupiter.api.Test;

class BeatOcclusionTest {

    private static final Form FORM = new Form(
            "two",
            40,
            List.of(new Input("one", "", "", true), new Input("other", "", "", true)),
            List.of(new Input("feature", "", "", true)));

    /** Sure of class 1 by the height of sample 20 of both channels, and by the feature. */
    private static Predictions model(Beats beats) {
        Rows.Builder answers = Rows.builder(2);
        for (int row = 0; row < beats.size(); row++) {
            float sure = 0.25F * (beats.samples().at(row, 20) + beats.samples().at(row, 60))
                    + 0.5F * beats.samples().at(row, 80);
            answers.add(new float[] {1 - sure, sure});
        }
        return Predictions.of(answers.build());
    }

    private static Beats beat(int unpadded) {
        float[] row = new float[81];
        row[20] = 1;
        row[60] = 1;
        row[80] = 1;
        return Beats.builder(List.of("A", "B"), FORM)
                .add(row, Beat.anonymous(1, unpadded))
                .build();
    }

    @Test
    void findsWhatTheAnswerRestsOnInAllChannelsAtOnce() {
        float[] drops = new BeatOcclusion(BeatOcclusionTest::model).drops(beat(40), 0, 1, 1);
        assertThat(drops).hasSize(40);
        assertThat(drops[20]).isEqualTo(0.5F);
        assertThat(drops[10]).isZero();
        assertThat(drops[30]).isZero();
    }

    @Test
    void staysWithinTheBeat() {
        assertThat(new BeatOcclusion(BeatOcclusionTest::model).drops(beat(15), 0, 1, 1))
                .containsOnly(0F);
        assertThat(new BeatOcclusion(BeatOcclusionTest::model).drops(beat(1), 0, 1, 1))
                .containsOnly(0F);
    }
}
