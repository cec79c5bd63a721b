package org.beatbench.reports.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.reports.Block;
import org.beatbench.reports.Disclosure;
import org.beatbench.reports.Figure;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    private static final Beats BEATS = Toys.mixed(200, 40, 19, 0);

    @Test
    void showsSingleBeatsOnlyWhereItMay() {
        assertThat(figures(Disclosure.BEATS)).contains("gallery", "mean-beats", "mean-beat-1", "rr-before");
        assertThat(figures(Disclosure.MEANS)).contains("mean-beats", "mean-beat-1", "rr-before");
        assertThat(figures(Disclosure.MEANS)).doesNotContain("gallery");
    }

    @Test
    void aMeanIsOfTwentyBeatsAtLeastUnlessSingleOnesAreShown() {
        assertThat(figures(Disclosure.BEATS)).contains("mean-beat-2", "mean-beat-3");
        assertThat(figures(Disclosure.MEANS)).contains("mean-beat-2").doesNotContain("mean-beat-3");
        List<Block> blocks = Excerpt.of(Toys.info(false), null, BEATS, Disclosure.MEANS);
        assertThat(blocks.toString()).contains("No mean beat is shown of class C: of fewer than 20 beats");

        TypicalBeat mean = TypicalBeat.of(BEATS, new Exploration(Toys.info(false), null, BEATS).rows(1), 20);
        assertThat(mean.course()).isNotEmpty().allSatisfy(moment -> assertThat(moment.beats())
                .isGreaterThanOrEqualTo(20));
        assertThat(mean.course().size())
                .as("beats of class B end early, so that the last samples have fewer")
                .isLessThan(BEATS.length());
    }

    @Test
    void isNotForThoseWhoMaySeeNothing() {
        assertThatThrownBy(() -> Excerpt.of(Toys.info(false), null, BEATS, Disclosure.NOTHING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> figures(Disclosure disclosure) {
        return Excerpt.of(Toys.info(false), null, BEATS, disclosure).stream()
                .flatMap(block -> block.figures().stream())
                .map(Figure::id)
                .toList();
    }
}
