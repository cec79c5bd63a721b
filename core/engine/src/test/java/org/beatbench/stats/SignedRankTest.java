package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SignedRankTest {

    private static final Offset<Double> DIGITS = within(1e-9);

    @Test
    void agreesWithSciPy() throws IOException {
        for (JsonNode expected : Reference.differences().get("signed-rank")) {
            PairedTest test = SignedRank.test(Reference.doubles(expected.get("differences")));
            assertThat(test.p())
                    .as(expected.toString())
                    .isCloseTo(expected.get("p").asDouble(), DIGITS);
            assertThat(test.effect()).isCloseTo(expected.get("effect").asDouble(), DIGITS);
            assertThat(test.higher()).isEqualTo(expected.get("higher").asLong());
            assertThat(test.equal()).isEqualTo(expected.get("equal").asLong());
            assertThat(test.lower()).isEqualTo(expected.get("lower").asLong());
        }
    }

    /** Few different values make many ties, and zeros. */
    @Property(tries = 300, seed = "1")
    void isExactWhateverTheTies(@ForAll @Size(max = 10) List<@IntRange(min = -4, max = 4) Integer> steps) {
        double[] differences = steps.stream().mapToDouble(step -> step * 0.1).toArray();
        assertThat(SignedRank.test(differences).p()).isCloseTo(byBruteForce(differences), DIGITS);
    }

    @Property(tries = 100, seed = "2")
    void changingPlacesChangesTheSignOnly(@ForAll @Size(max = 150) List<@IntRange(min = -9, max = 9) Integer> steps) {
        PairedTest forth =
                SignedRank.test(steps.stream().mapToDouble(step -> step).toArray());
        PairedTest back =
                SignedRank.test(steps.stream().mapToDouble(step -> -step).toArray());
        assertThat(back.p()).isCloseTo(forth.p(), DIGITS);
        assertThat(back.effect()).isCloseTo(-forth.effect(), DIGITS);
        assertThat(back.higher()).isEqualTo(forth.lower());
        assertThat(back.lower()).isEqualTo(forth.higher());
        assertThat(back.equal()).isEqualTo(forth.equal());
    }

    @Test
    void findsNothingWhereNothingDiffers() {
        assertThat(SignedRank.test()).isEqualTo(new PairedTest(0, 0, 0, 0, 1));
        assertThat(SignedRank.test(new double[200])).isEqualTo(new PairedTest(0, 200, 0, 0, 1));
    }

    @Test
    void roundingBreaksNoTie() {
        assertThat(SignedRank.test(0.9 - 0.8, 0.8 - 0.9, 0.3 - 0.2, 0.1 + 0.2 - 0.3))
                .isEqualTo(SignedRank.test(0.1, -0.1, 0.1, 0));
    }

    @Test
    void theApproximationTakesOverWithoutAStep() {
        double[] differences = IntStream.rangeClosed(1, SignedRank.EXACT)
                .mapToDouble(i -> i % 3 == 0 ? -i : i)
                .toArray();
        double[] oneMore = Arrays.copyOf(differences, differences.length + 1);
        oneMore[differences.length] = 1e-3;
        assertThat(SignedRank.test(oneMore).p())
                .isCloseTo(SignedRank.test(differences).p(), Percentage.withPercentage(10));
    }

    /** Why it is not used: a variance that knows nothing of ties, and a correction that makes the sum more extreme. */
    @Test
    void commonsMathDiffersUnderTies() throws IOException {
        for (JsonNode expected : Reference.differences().get("signed-rank")) {
            double[] differences = Reference.doubles(expected.get("differences"));
            if (expected.get("source").asString().endsWith("approx")) {
                double theirs = new WilcoxonSignedRankTest()
                        .wilcoxonSignedRankTest(differences, new double[differences.length], false);
                assertThat(Math.abs(theirs - expected.get("p").asDouble())).isGreaterThan(1e-4);
            }
        }
    }

    private static double byBruteForce(double... differences) {
        double[] sizes = Arrays.stream(differences).map(Math::abs).toArray();
        double[] ranks = Ranks.of(sizes);
        int[] used = IntStream.range(0, ranks.length)
                .filter(i -> Math.abs(differences[i]) > 1e-9)
                .toArray();
        double total = Arrays.stream(used).mapToDouble(i -> ranks[i]).sum();
        double seen = Arrays.stream(used)
                .filter(i -> differences[i] > 0)
                .mapToDouble(i -> ranks[i])
                .sum();
        long asFar = 0;
        for (int signs = 0; signs < 1 << used.length; signs++) {
            double sum = 0;
            for (int i = 0; i < used.length; i++) {
                sum += (signs >> i & 1) * ranks[used[i]];
            }
            asFar += Math.abs(2 * sum - total) > Math.abs(2 * seen - total) - 1e-9 ? 1 : 0;
        }
        return asFar / (double) (1 << used.length);
    }
}
