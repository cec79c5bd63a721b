package org.beatbench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Selection;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.protocol.Split;
import org.junit.jupiter.api.Test;

class OneSidedClassesTest {

    private static final Beats BEATS = beats(0, 0, 1, 1, 0, 1, 2, 2, 3, 4);

    private final Protocol protocol = Protocols.of("beats");

    /** Beats of five classes, each with a row of its own. */
    private static Beats beats(int... labels) {
        Beats.Builder beats = Beats.builder(List.of("N", "S", "V", "F", "Q"), 3);
        IntStream.range(0, labels.length)
                .forEach(
                        row -> beats.add(new float[] {row, row * row, 1f / (1 + row)}, Beat.anonymous(labels[row], 3)));
        return beats.build();
    }

    private List<Check> checks(Protocol by, Split split, List<Split> all) {
        return Auditor.of(BEATS, 1).checks(by, split, all, Cancellation.NEVER).stream()
                .filter(check -> check.id().equals(OneSidedClasses.ID))
                .toList();
    }

    private static Split split(String name, int[] training, int[] validation, int[] test) {
        return new Split(name, Selection.of(training), Selection.of(validation), Selection.of(test));
    }

    @Test
    void namesWhatIsOnOneSideWithItsBeats() {
        Split split = split("whole", new int[] {0, 2, 8}, new int[] {1, 3}, new int[] {4, 5, 6, 7});

        Check check = checks(protocol, split, List.of(split)).get(0);

        assertThat(check.verdict()).isEqualTo(AuditVerdict.WARN);
        assertThat(check.headline()).isEqualTo("class V in the test only, class F in training only");
        assertThat(check.figures()).containsExactlyInAnyOrderEntriesOf(Map.of("unlearned V", 2.0, "untested F", 1.0));
        assertThat(check.evidence())
                .contains("Class V (2 test beats) has no training beat")
                .contains("Class F (1 beat to learn from) has no test beat");
    }

    @Test
    void saysNothingWhereEveryClassIsOnBothSidesOrOnNone() {
        Split split = split("whole", new int[] {0, 2}, new int[] {6}, new int[] {1, 3, 7});

        assertThat(checks(protocol, split, List.of(split))).isEmpty();
    }

    @Test
    void aClassIsTestedIfAFoldTestsIt() {
        Split first = split("fold-1", new int[] {0, 2, 6}, new int[0], new int[] {1, 3});
        Split second = split("fold-2", new int[] {1, 3, 7}, new int[0], new int[] {0, 2, 6});

        assertThat(checks(protocol, first, List.of(first, second))).isEmpty();
        assertThat(checks(protocol, first, List.of(first))).hasSize(1);
    }

    @Test
    void leavesOutWhatIsNotScored() {
        Split split = split("whole", new int[] {0, 2}, new int[0], new int[] {1, 3, 9});

        assertThat(checks(Protocols.of("ds1-ds2"), split, List.of(split))).isEmpty();
        assertThat(checks(protocol, split, List.of(split))).hasSize(1);
    }

    @Test
    void addsUpFoldsAndTakesTheWorstSeed() {
        ClassSides sides = ClassSides.of(List.of(
                audit(1, Map.of("unlearned V", 2L)),
                audit(1, Map.of("unlearned V", 3L, "untested F", 4L)),
                audit(2, Map.of("unlearned V", 4L, "untested F", 3L))));

        assertThat(sides.unlearned()).containsExactly(Map.entry("V", 5L));
        assertThat(sides.untested()).containsExactly(Map.entry("F", 4L));
    }

    private static SplitAudit audit(long seed, Map<String, Long> figures) {
        Map<String, Double> numbers = new TreeMap<>();
        figures.forEach((name, value) -> numbers.put(name, (double) value));
        Check check = new Check(OneSidedClasses.ID, "", AuditVerdict.WARN, "", "", numbers);
        return new SplitAudit("key", "beats", "whole", seed, 1, 1, List.of(check));
    }

    @Test
    void averagesOverTheClassesOfBothSides() {
        ConfusionMatrix confusion = ConfusionMatrix.of(List.of("a", "b", "c"), 3, 1, 0, 0, 4, 0, 1, 1, 0);
        ClassSides sides = new ClassSides(Map.of("c", 2L), Map.of());

        // F1 of a is 6 / (4 + 4), of b 8 / (4 + 6): beats of c that were called so count against them.
        assertThat(sides.macroF1OfBoth(confusion)).hasValue((0.75 + 0.8) / 2);
        assertThat(ClassSides.BOTH.macroF1OfBoth(confusion)).isEmpty();
        assertThat(new ClassSides(Map.of(), Map.of("d", 1L)).macroF1OfBoth(confusion))
                .isEmpty();
    }
}
