package org.beatbench.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.beatbench.metrics.Aami.RecordAverage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AamiTest {

    private static final List<String> CLASSES = List.of("N", "S", "V", "F", "Q");
    private static final Offset<Double> EXACTLY = within(1e-15);

    /**
     * Worked by hand; a row is what the beats are, a column what they were called. Every cell that a rule of the standard is
     * about has a number of its own, so that no two of them can be taken for one another.
     */
    private final ConfusionMatrix matrix = ConfusionMatrix.of(
            CLASSES,
            // called  N    S    V    F    Q
            /* N */ 800,
            40,
            20,
            10,
            3,
            /* S */ 30,
            60,
            5,
            2,
            1,
            /* V */ 12,
            8,
            70,
            9,
            4,
            /* F */ 6,
            7,
            13,
            15,
            0,
            /* Q */ 11,
            14,
            17,
            0,
            50);

    @Test
    void findsSupraventricularBeats() {
        assertThat(Aami.SVEB_SENSITIVITY.of(matrix)).hasValue(60 / 98.0);
    }

    @Test
    void forgivesUnknownBeatsCalledSupraventricularButNotFusionBeats() {
        // False are 40 N, 8 V and 7 F; 14 Q are forgiven.
        assertThat(Aami.SVEB_POSITIVE_PREDICTIVE_VALUE.of(matrix)).hasValue(60 / (60 + 55.0));
        // Not S are 873 N, 103 V, 41 F and 92 Q, of which 14 Q are forgiven.
        assertThat(Aami.SVEB_FALSE_POSITIVE_RATE.of(matrix)).hasValue(55 / (1109 - 14.0));
    }

    @Test
    void findsVentricularBeats() {
        assertThat(Aami.VEB_SENSITIVITY.of(matrix)).hasValue(70 / 103.0);
    }

    @Test
    void forgivesFusionAndUnknownBeatsCalledVentricular() {
        // False are 20 N and 5 S; 13 F and 17 Q are forgiven.
        assertThat(Aami.VEB_POSITIVE_PREDICTIVE_VALUE.of(matrix)).hasValue(70 / (70 + 25.0));
        // Not V are 873 N, 98 S, 41 F and 92 Q, of which 13 F and 17 Q are forgiven.
        assertThat(Aami.VEB_FALSE_POSITIVE_RATE.of(matrix)).hasValue(25 / (1104 - 30.0));
    }

    @Test
    void doesNotForgiveAVentricularBeatCalledFusion() {
        // The cell across the diagonal from the forgiven one: were the two confused, these would be equal.
        ConfusionMatrix worse = moved(matrix, 2, 2, 3);
        assertThat(Aami.VEB_SENSITIVITY.of(worse)).hasValue(69 / 103.0);
        assertThat(Aami.VEB_POSITIVE_PREDICTIVE_VALUE.of(worse)).hasValue(69 / (69 + 25.0));
    }

    @Test
    void anotherFusionBeatCalledVentricularChangesNothingOfVentricularBeats() {
        ConfusionMatrix other = moved(matrix, 3, 3, 2);
        assertThat(Aami.VEB_POSITIVE_PREDICTIVE_VALUE.of(other))
                .isEqualTo(Aami.VEB_POSITIVE_PREDICTIVE_VALUE.of(matrix));
        assertThat(Aami.KAPPA_4.of(other)).isNotEqualTo(Aami.KAPPA_4.of(matrix));
    }

    @Test
    void takesFourOrFiveClasses() {
        // Right are 995 of 1207 beats; by chance 873 x 859 + 98 x 129 + 103 x 125 + 41 x 36 + 92 x 58 of 1207 x 1207.
        double five = 873 * 859 + 98 * 129 + 103 * 125 + 41 * 36 + 92 * 58;
        assertThat(Aami.KAPPA_5.of(matrix).orElseThrow())
                .isCloseTo((1207 * 995 - five) / (1207 * 1207 - five), EXACTLY);
        // Without the row of Q right are 945 of 1115; nothing is Q, and 8 beats were called it.
        double four = 873 * 848 + 98 * 115 + 103 * 108 + 41 * 36;
        assertThat(Aami.KAPPA_4.of(matrix).orElseThrow())
                .isCloseTo((1115 * 945 - four) / (1115 * 1115 - four), EXACTLY);
    }

    @Test
    void addsUpTheIndices() {
        double j = 60 / 98.0 + 60 / 115.0 + 70 / 103.0 + 70 / 95.0;
        assertThat(Aami.J.of(matrix).orElseThrow()).isCloseTo(j, EXACTLY);
        assertThat(Aami.J_KAPPA.of(matrix).orElseThrow())
                .isCloseTo(Aami.KAPPA_4.of(matrix).orElseThrow() / 2 + j / 8, EXACTLY);
    }

    @Test
    void everythingRightGivesTheHighestIndices() {
        ConfusionMatrix perfect = diagonal(50, 5, 5, 2, 3);
        assertThat(Aami.J.of(perfect)).hasValue(4);
        assertThat(Aami.J_KAPPA.of(perfect)).hasValue(1);
        assertThat(Aami.SVEB_FALSE_POSITIVE_RATE.of(perfect)).hasValue(0);
    }

    @Test
    void countsAClassThatWasNeverGivenAsNothingInJ() {
        ConfusionMatrix never = ConfusionMatrix.of(List.of("N", "S", "V"), 90, 0, 0, 6, 0, 0, 1, 0, 3);
        assertThat(Aami.SVEB_POSITIVE_PREDICTIVE_VALUE.of(never)).isEmpty();
        assertThat(Aami.J.of(never)).hasValue(.75 + 1);
    }

    @Test
    void isUndefinedWithoutEctopicBeats() {
        ConfusionMatrix normal = diagonal(50, 0, 0, 0, 0);
        assertThat(Aami.SVEB_SENSITIVITY.of(normal)).isEmpty();
        assertThat(Aami.VEB_POSITIVE_PREDICTIVE_VALUE.of(normal)).isEmpty();
        assertThat(Aami.J.of(normal)).isEmpty();
        assertThat(Aami.J_KAPPA.of(normal)).isEmpty();
        assertThat(Aami.VEB_FALSE_POSITIVE_RATE.of(normal)).hasValue(0);
        assertThat(Aami.SVEB_FALSE_POSITIVE_RATE.of(diagonal(0, 5, 0, 0, 0))).isEmpty();
    }

    @Test
    void averagesOverTheRecordsInWhichItIsDefined() {
        List<ConfusionMatrix> records =
                List.of(diagonal(50, 4, 0, 0, 0), moved(diagonal(9, 0, 4, 0, 0), 2, 2, 0), matrix);
        assertThat(Aami.SVEB_SENSITIVITY.average(records)).contains(new RecordAverage((1 + 60 / 98.0) / 2, 2));
        assertThat(Aami.VEB_SENSITIVITY.average(records)).contains(new RecordAverage((.75 + 70 / 103.0) / 2, 2));
        assertThat(Aami.SVEB_SENSITIVITY.average(List.of(diagonal(1, 0, 0, 0, 0))))
                .isEmpty();
        assertThat(Aami.SVEB_SENSITIVITY.average(List.of())).isEmpty();
    }

    @Test
    void needsTheClassesOfTheStandard() {
        assertThat(Aami.fits(CLASSES)).isTrue();
        assertThat(Aami.fits(List.of("N", "S", "V"))).isTrue();
        assertThat(Aami.fits(List.of("N", "V"))).isFalse();
        assertThat(Aami.fits(List.of("N", "S", "V", "1"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void explainsItself(Aami figure) {
        assertThat(figure.id()).startsWith("aami-").matches("[a-z0-9-]+");
        assertThat(figure.title()).isNotBlank();
        assertThat(figure.explanation()).endsWith(".");
        assertThat(figure.higherIsBetter()).isEqualTo(!figure.title().endsWith("FPR"));
        OptionalDouble value = figure.of(matrix);
        assertThat(value.orElseThrow()).isBetween(0.0, figure == Aami.J ? 4.0 : 1.0);
    }

    private static ConfusionMatrix diagonal(long... counts) {
        long[] cells = new long[counts.length * counts.length];
        for (int label = 0; label < counts.length; label++) {
            cells[label * counts.length + label] = counts[label];
        }
        return ConfusionMatrix.of(CLASSES, cells);
    }

    /** One beat of a class, called otherwise. */
    private static ConfusionMatrix moved(ConfusionMatrix matrix, int truth, int from, int to) {
        long[] cells = matrix.toArray();
        cells[truth * CLASSES.size() + from]--;
        cells[truth * CLASSES.size() + to]++;
        return ConfusionMatrix.of(CLASSES, cells);
    }
}
