package org.beatbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;

class DeChazalTest {

    private final Protocol protocol = Protocols.of("ds1-ds2");

    @Test
    void learnsFromTheFirstListAndIsTestedOnTheSecond() {
        Beats beats = MitLike.beats();
        Split split = protocol.splits(beats, 1).get(0);
        assertThat(Subjects.records(beats.select(split.trainingAndValidation())))
                .isEqualTo(DeChazal.DS1);
        assertThat(Subjects.records(beats.select(split.test()))).isEqualTo(DeChazal.DS2);
        assertThat(DeChazal.DS1).hasSize(22).doesNotContainAnyElementsOf(DeChazal.DS2);
        assertThat(DeChazal.DS2).hasSize(22).doesNotContain("102", "104", "107", "217");
    }

    @Test
    void hasThePublishedCountsButForTheLastBeatOfEachRecord() {
        Beats beats = MitLike.beats();
        Split split = protocol.splits(beats, 1).get(0);
        int[] published = {45_866, 944, 3_788, 415, 8, 44_259, 1_837, 3_221, 388, 7};
        int[] first = beats.select(split.trainingAndValidation()).classCounts();
        int[] second = beats.select(split.test()).classCounts();
        int missing = 0;
        for (int label = 0; label < 5; label++) {
            assertThat(published[label] - first[label]).isBetween(0, 22);
            assertThat(published[label + 5] - second[label]).isBetween(0, 22);
            missing += published[label] - first[label] + published[label + 5] - second[label];
        }
        assertThat(missing).isEqualTo(44);
    }

    @Test
    void cutsValidationByRecordWhateverTheSeed() {
        Beats beats = MitLike.beats();
        for (long seed = 0; seed < 5; seed++) {
            Split split = protocol.splits(beats, seed).get(0);
            Set<String> validation = Subjects.records(beats.select(split.validation()));
            assertThat(validation).hasSizeBetween(1, 6).isSubsetOf(DeChazal.DS1);
            assertThat(Subjects.records(beats.select(split.training()))).doesNotContainAnyElementsOf(validation);
            assertThat(split.test()).isEqualTo(protocol.splits(beats, 0).get(0).test());
        }
    }

    @Test
    void doesNotScoreTheFewBeatsOfClassQ() {
        assertThat(protocol.unscored()).containsExactly("Q");
    }

    @Test
    void namesTheRecordsThatAreMissing() {
        assertThatThrownBy(() -> protocol.splits(without(Set.of("102", "201", "100")), 1))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.hint()).endsWith("the protocol patients or beats."))
                .hasMessageContaining("needs all 44 records")
                .hasMessageEndingWith("lacks 100 201");
    }

    @Test
    void doesNotNameThemAllWhenManyAreMissing() {
        assertThatThrownBy(() -> protocol.splits(without(DeChazal.DS2), 1))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("lacks 100 103 105 111 113 117 121 123 and 14 more");
        assertThatThrownBy(() -> protocol.splits(MitLike.anonymous(9, 9), 1))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.hint()).endsWith("the protocol beats."))
                .hasMessageEndingWith("lacks every one of them");
    }

    private static Beats without(Set<String> records) {
        Beats beats = MitLike.beats();
        return beats.select(Selection.where(
                beats.size(), row -> !records.contains(beats.beat(row).record())));
    }
}
