package org.beatbench.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.UserError;
import org.beatbench.protocol.MitLike;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResamplingTest {

    private static final int[] PUBLISHED_TRAINING = {72_471, 2_223, 5_788, 641, 6_431};

    @Property(tries = 200, seed = "1")
    void doesWhatItSaysToTheCounts(
            @ForAll Resampling resampling,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 40) Integer> counts,
            @ForAll long seed) {
        int[] before = counts.stream().mapToInt(Integer::intValue).toArray();
        Beats training = MitLike.anonymous(before);
        Beats resampled = resampling.apply(training, seed);
        assertThat(resampled.classCounts()).isEqualTo(resampling.countsAfter(before));
        assertThat(resampled).isEqualTo(resampling.apply(training, seed));
    }

    @Test
    void countsOfThePublishedTrainingPart() {
        assertThat(Resampling.NONE.countsAfter(PUBLISHED_TRAINING)).isEqualTo(PUBLISHED_TRAINING);
        assertThat(Resampling.OVER.countsAfter(PUBLISHED_TRAINING)).containsOnly(72_471);
        assertThat(Resampling.SMOTE.countsAfter(PUBLISHED_TRAINING)).containsOnly(72_471);
        assertThat(Resampling.UNDER.countsAfter(PUBLISHED_TRAINING)).containsOnly(641);
        assertThat(Resampling.OVER.countsAfter(new int[] {3, 0, 5})).containsExactly(5, 0, 5);
        assertThat(Resampling.UNDER.countsAfter(new int[] {3, 0, 5})).containsExactly(3, 0, 3);
    }

    @Test
    void overKeepsEveryBeatAndAddsNoNewOne() {
        Beats training = MitLike.anonymous(30, 4);
        Beats resampled = Resampling.OVER.apply(training, 1);
        assertThat(samples(resampled)).isEqualTo(samples(training));
        assertThat(resampled.size()).isEqualTo(60);
    }

    @Test
    void underRepeatsNoBeat() {
        Beats resampled = Resampling.UNDER.apply(MitLike.anonymous(30, 4), 1);
        assertThat(samples(resampled)).hasSize(resampled.size()).hasSize(8);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsId(Resampling resampling) {
        assertThat(Resampling.of(resampling.id())).isEqualTo(resampling);
        assertThat(resampling.title()).isNotBlank();
        assertThat(resampling.explanation()).endsWith(".");
    }

    @Test
    void suggestsWhatMayHaveBeenMeant() {
        assertThatThrownBy(() -> Resampling.of("smoth"))
                .isInstanceOfSatisfying(UserError.class, error -> assertThat(error.hint())
                        .isEqualTo("Did you mean \"smote\"? There are: none, over, smote, under"))
                .hasMessage("unknown resampling \"smoth\"");
    }

    @ParameterizedTest
    @EnumSource
    void needsLabels(Resampling resampling) {
        Beats sealed = MitLike.anonymous(3, 2).sealed();
        assertThat(sealed.label(0)).isEqualTo(Beat.UNLABELLED);
        assertThatThrownBy(() -> resampling.apply(sealed, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<Float> samples(Beats beats) {
        Set<Float> samples = new HashSet<>();
        for (int row = 0; row < beats.size(); row++) {
            samples.add(beats.samples().at(row, 0));
        }
        return samples;
    }
}
