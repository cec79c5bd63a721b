package org.beatbench.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TemperatureTest {

    /** Values were written by {@code src/test/python/reference.py}. */
    @TestFactory
    Stream<DynamicTest> agreesWithScipy() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("reference.json")) {
            return new JsonMapper()
                    .readTree(file)
                    .get("cases")
                    .propertyStream()
                    .map(named -> DynamicTest.dynamicTest(named.getKey(), () -> compare(named.getValue())));
        }
    }

    private static void compare(JsonNode expected) {
        Predictions predictions = predictions(expected.get("probabilities"));
        int[] truths =
                expected.get("truth").valueStream().mapToInt(JsonNode::asInt).toArray();
        Temperature fitted = Temperature.fit(predictions, truths);
        double gain =
                expected.get("loss-before").asDouble() - expected.get("loss").asDouble();
        assertThat(loss(predictions, truths, fitted.value()))
                .as("no worse, but for rounding")
                .isLessThanOrEqualTo(expected.get("loss").asDouble() + 1e-9)
                .isCloseTo(expected.get("loss").asDouble(), within(1e-7));
        if (gain > 1e-6) {
            assertThat(fitted.value()).isCloseTo(expected.get("temperature").asDouble(), within(1e-4 * fitted.value()));
        }
    }

    @Test
    void worksByHand() {
        // Says .8 and is right six times in ten: the logarithm of the odds of 4 has to become that of 1.5.
        float[] values = new float[20];
        int[] truths = new int[10];
        for (int i = 0; i < 10; i++) {
            values[2 * i] = .8f;
            values[2 * i + 1] = .2f;
            truths[i] = i < 6 ? 0 : 1;
        }
        Temperature fitted = Temperature.fit(Predictions.of(Rows.of(values, 2)), truths);
        assertThat(fitted.value()).isCloseTo(Math.log(4) / Math.log(1.5), within(1e-6));
        assertThat(fitted.apply(Predictions.of(Rows.of(values, 2))).probability(0, 0))
                .isCloseTo(.6f, within(1e-6f));
    }

    @Test
    void softensCertaintiesToo() {
        float[] values = {1, 0, 1, 0, 1, 0, 1, 0};
        Temperature fitted = Temperature.fit(Predictions.of(Rows.of(values, 2)), new int[] {0, 0, 0, 1});
        assertThat(fitted.apply(Predictions.of(Rows.of(values, 2))).probability(0, 0))
                .isCloseTo(.75f, within(1e-5f));
    }

    @Test
    void changesNothingWhereNothingIsGained() {
        Predictions undecided = Predictions.of(Rows.of(new float[] {.5f, .5f, .5f, .5f}, 2));
        assertThat(Temperature.fit(undecided, new int[] {0, 1})).isEqualTo(Temperature.NEUTRAL);
        assertThat(Temperature.NEUTRAL.apply(undecided)).isSameAs(undecided);
    }

    @Test
    void staysWithinItsBounds() {
        Predictions right = Predictions.of(Rows.of(new float[] {.6f, .4f}, 2));
        assertThat(Temperature.fit(right, new int[] {0}).value()).isBetween(.0099, .02);
        assertThat(Temperature.fit(right, new int[] {1}).value()).isCloseTo(100, within(1.0));
    }

    @Property(tries = 300, seed = "1")
    void neverChangesADecision(
            @ForAll @IntRange(min = 1, max = 6) int classes,
            @ForAll @DoubleRange(min = .01, max = 100) double value,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Rows.Builder rows = Rows.builder(classes);
        for (int i = 0; i < 20; i++) {
            float[] row = new float[classes];
            float left = 1;
            for (int label = 0; label < classes - 1; label++) {
                // Nearly even now and then, so that rounding has something to even out.
                float share = random.nextInt(3) == 0 ? 1f / (classes - label) : random.nextFloat();
                row[label] = random.nextInt(5) == 0 ? 0 : left * share;
                left -= row[label];
            }
            row[classes - 1] = left;
            rows.add(row);
        }
        Predictions predictions = Predictions.of(rows.build());
        Predictions scaled = new Temperature(value).apply(predictions);
        IntStream.range(0, predictions.size())
                .forEach(row -> assertThat(scaled.label(row)).isEqualTo(predictions.label(row)));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new Temperature(0)).hasMessage("temperature must be above 0: 0.0");
        assertThatThrownBy(() -> new Temperature(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Temperature.fit(Predictions.of(Rows.of(new float[] {1}, 1)), new int[0]))
                .hasMessageContaining("0 true classes");
    }

    private static double loss(Predictions predictions, int[] truths, double temperature) {
        double sum = 0;
        for (int row = 0; row < truths.length; row++) {
            double total = 0;
            for (int label = 0; label < predictions.classes(); label++) {
                total += Math.pow(clipped(predictions, row, label), 1 / temperature);
            }
            sum -= Math.log(Math.pow(clipped(predictions, row, truths[row]), 1 / temperature) / total);
        }
        return sum / truths.length;
    }

    private static double clipped(Predictions predictions, int row, int label) {
        return Math.max(0x1p-23, predictions.probability(row, label));
    }

    private static Predictions predictions(JsonNode rows) {
        Rows.Builder probabilities = Rows.builder(rows.get(0).size());
        for (JsonNode row : rows) {
            float[] values = new float[row.size()];
            IntStream.range(0, values.length)
                    .forEach(label -> values[label] = (float) row.get(label).asDouble());
            probabilities.add(values);
        }
        return Predictions.of(probabilities.build());
    }
}
