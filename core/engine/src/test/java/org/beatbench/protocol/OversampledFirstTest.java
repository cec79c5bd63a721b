package org.beatbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.junit.jupiter.api.Test;

class OversampledFirstTest {

    private final Protocol protocol = Protocols.of("copies");

    @Test
    void makesTwentyThousandOfEachPublishedClass() {
        Beats beats = MitLike.beats();
        Split split = protocol.splits(beats, 1).get(0);
        assertThat(beats.select(split.trainingAndValidation().and(split.test())).classCounts())
                .containsExactly(20_000, 20_000, 20_000, 20_000, 20_000);
        assertThat(beats.select(split.test()).classCounts()).containsExactly(5_000, 5_000, 5_000, 5_000, 5_000);
        assertThat(beats.select(split.validation()).classCounts()).containsExactly(1_500, 1_500, 1_500, 1_500, 1_500);
    }

    /** What makes its numbers worthless; the shares were first counted on the real rows. */
    @Test
    void hasATwinInTrainingForThreeQuartersOfTheTestRows() {
        Beats beats = MitLike.beats();
        Split split = protocol.splits(beats, 1).get(0);
        double[] expected = {0, .997, .92, 1, .90};
        for (int label = 0; label < expected.length; label++) {
            assertThat(twins(beats, split, label)).isCloseTo(expected[label], within(.01));
        }
        double all = 0;
        for (int label = 0; label < expected.length; label++) {
            all += twins(beats, split, label) / expected.length;
        }
        assertThat(all).isCloseTo(.76, within(.01));
    }

    @Test
    void neverTouchesTheTestPartOfTheHonestDivision() {
        Beats beats = MitLike.beats();
        Split leaky = protocol.splits(beats, 3).get(0);
        Split honest = Protocols.of("beats").splits(beats, 3).get(0);
        BitSet used = set(leaky.trainingAndValidation().and(leaky.test()));
        assertThat(used.intersects(set(honest.test()))).isFalse();
    }

    @Test
    void saysThatItLeaks() {
        assertThat(Protocols.all()).filteredOn(Protocol::leaks).containsExactly(protocol);
    }

    @Property(tries = 100, seed = "2")
    void makesClassesEqualAndKeepsFrequentBeatsSingle(
            @ForAll @IntRange(min = 20, max = 400) int frequent,
            @ForAll @IntRange(min = 2, max = 20) int rare,
            @ForAll long seed) {
        Beats beats = MitLike.anonymous(frequent, rare);
        Split split = protocol.splits(beats, seed).get(0);
        Selection all = split.trainingAndValidation().and(split.test());
        int[] counts = beats.select(all).classCounts();
        assertThat(counts[0]).isEqualTo(counts[1]);
        int[] frequentRows = all.stream().filter(row -> beats.label(row) == 0).toArray();
        assertThat(frequentRows).doesNotHaveDuplicates();
    }

    /** Share of the test beats of a class that are also among the rest: there is one sample per beat, and all differ. */
    private static double twins(Beats beats, Split split, int label) {
        BitSet known = set(split.trainingAndValidation());
        int[] asked =
                split.test().stream().filter(row -> beats.label(row) == label).toArray();
        return Selection.of(asked).stream().filter(known::get).count() / (double) asked.length;
    }

    private static BitSet set(Selection rows) {
        BitSet set = new BitSet();
        rows.stream().forEach(set::set);
        return set;
    }
}
