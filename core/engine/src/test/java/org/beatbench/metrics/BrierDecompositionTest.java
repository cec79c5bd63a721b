package org.beatbench.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.junit.jupiter.api.Test;

class BrierDecompositionTest {

    @Test
    void worksByHand() {
        // Two degrees of confidence, four beats each: of those called N with .75 three are N, of those with .25 two.
        List<AnsweredBeat> beats = new ArrayList<>();
        Rows.Builder rows = Rows.builder(2);
        for (int truth : new int[] {0, 0, 0, 1, 0, 0, 1, 1}) {
            float given = beats.size() < 4 ? .75f : .25f;
            beats.add(new AnsweredBeat(beats.size(), "", "", -1, truth));
            rows.add(new float[] {given, 1 - given});
        }
        BrierDecomposition parts =
                BrierDecomposition.of(Answers.of(List.of("N", "V"), beats, Predictions.of(rows.build())));
        assertThat(parts.reliability()).isCloseTo(2 * (.5 * 0 + .5 * .0625), within(1e-15));
        assertThat(parts.resolution()).isCloseTo(2 * (.125 * .125), within(1e-15));
        assertThat(parts.uncertainty()).isCloseTo(2 * (.625 * .375), within(1e-15));
        assertThat(parts.within()).isCloseTo(0, within(1e-15));
    }

    @Property(tries = 100, seed = "1")
    void addUpToTheScore(
            @ForAll @IntRange(min = 1, max = 80) int size,
            @ForAll @IntRange(min = 1, max = 5) int classes,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<AnsweredBeat> beats = new ArrayList<>();
        Rows.Builder rows = Rows.builder(classes);
        for (int i = 0; i < size; i++) {
            beats.add(new AnsweredBeat(i, "", "", -1, random.nextInt(classes)));
            float[] row = new float[classes];
            float left = 1;
            for (int label = 0; label < classes - 1; label++) {
                row[label] = (float) (left * random.nextDouble());
                left -= row[label];
            }
            row[classes - 1] = left;
            rows.add(row);
        }
        List<String> names = List.of("N", "S", "V", "F", "Q").subList(0, classes);
        Answers answers = Answers.of(names, beats, Predictions.of(rows.build()));
        BrierDecomposition parts = BrierDecomposition.of(answers);
        assertThat(parts.score()).isCloseTo(Quality.BRIER.of(answers).orElseThrow(), within(1e-12));
        assertThat(parts.reliability()).isNotNegative();
        assertThat(parts.resolution()).isNotNegative();
        assertThat(parts.uncertainty()).isNotNegative();
    }
}
