package org.beatbench.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares every metric with scikit-learn, whose values were written by {@code src/test/python/reference.py}. */
class ReferenceTest {

    private static final double TOLERANCE = 1e-9;

    @TestFactory
    Stream<DynamicTest> agreesWithScikitLearn() throws IOException {
        JsonNode cases = read().get("cases");
        return cases.propertyStream()
                .flatMap(named -> Stream.of(
                        DynamicTest.dynamicTest(named.getKey(), () -> compareQualities(named.getValue())),
                        DynamicTest.dynamicTest(named.getKey() + ", by class", () -> compareClasses(named.getValue())),
                        DynamicTest.dynamicTest(named.getKey() + ", EC57", () -> compareAami(named.getValue())),
                        DynamicTest.dynamicTest(
                                named.getKey() + ", reliability", () -> compareReliability(named.getValue())),
                        DynamicTest.dynamicTest(named.getKey() + ", curves", () -> compareCurves(named.getValue())),
                        DynamicTest.dynamicTest(named.getKey() + ", weighed", () -> compareWeighed(named.getValue()))));
    }

    private static void compareQualities(JsonNode reference) {
        Answers answers = answers(reference);
        assertThat(reference.get("qualities").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Quality.values()).map(Quality::id).toList());
        for (Quality quality : Quality.values()) {
            compare(
                    quality.id(),
                    quality.of(answers),
                    reference.get("qualities").get(quality.id()));
        }
    }

    private static void compareAami(JsonNode reference) {
        Answers answers = answers(reference);
        assertThat(reference.has("aami")).isEqualTo(Aami.fits(answers.classes()));
        if (Aami.fits(answers.classes())) {
            assertThat(reference.get("aami").propertyNames())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Aami.values()).map(Aami::id).toList());
            for (Aami figure : Aami.values()) {
                compare(
                        figure.id(),
                        figure.of(ConfusionMatrix.of(answers)),
                        reference.get("aami").get(figure.id()));
            }
        }
    }

    private static void compareReliability(JsonNode reference) {
        Answers answers = answers(reference);
        List<Answers> bins = Reliability.bins(answers);
        JsonNode curve = reference.get("reliability");
        assertThat(bins).hasSameSizeAs(curve.get("confidence"));
        for (int bin = 0; bin < bins.size(); bin++) {
            OptionalDouble accuracy = ConfusionMatrix.of(bins.get(bin)).accuracy();
            compare("accuracy in bin " + bin, accuracy, curve.get("accuracy").get(bin));
            assertThat(Reliability.confidence(bins.get(bin)))
                    .as("confidence in bin " + bin)
                    .isCloseTo(curve.get("confidence").get(bin).asDouble(), within(TOLERANCE));
        }
        BrierDecomposition parts = BrierDecomposition.of(answers);
        JsonNode expected = reference.get("brier-parts");
        compare("reliability", OptionalDouble.of(parts.reliability()), expected.get("reliability"));
        compare("resolution", OptionalDouble.of(parts.resolution()), expected.get("resolution"));
        compare("uncertainty", OptionalDouble.of(parts.uncertainty()), expected.get("uncertainty"));
        compare("within", OptionalDouble.of(parts.within()), expected.get("within"));
        compare(
                "sum",
                OptionalDouble.of(parts.score()),
                reference.get("qualities").get("brier"));
    }

    private static void compareCurves(JsonNode reference) {
        Answers answers = answers(reference);
        for (int label = 0; label < answers.classes().size(); label++) {
            Ranking ranking = Ranking.of(answers, label);
            assertThat(RankingTest.area(ranking.roc()))
                    .as("area under the drawn ROC")
                    .isCloseTo(ranking.areaUnderRoc().orElse(0), within(TOLERANCE));
            assertThat(RankingTest.area(ranking.precisionRecall()))
                    .as("area under the drawn steps")
                    .isCloseTo(ranking.averagePrecision().orElse(0), within(TOLERANCE));
            if (reference.has("curves")) {
                comparePoints(ranking.roc(), reference.get("curves").get("roc").get(label));
                List<Ranking.Point> steps = ranking.precisionRecall();
                comparePoints(
                        IntStream.range(0, steps.size() / 2)
                                .mapToObj(step -> steps.get(2 * step + 1))
                                .toList(),
                        reference.get("curves").get("precision-recall").get(label));
            }
        }
    }

    private static void compareWeighed(JsonNode reference) {
        Answers answers = answers(reference);
        JsonNode weighted = reference.get("weighted");
        int[] times =
                weighted.get("times").valueStream().mapToInt(JsonNode::asInt).toArray();
        int[] units = IntStream.range(0, times.length).toArray();
        for (int label = 0; label < answers.classes().size(); label++) {
            WeightedRanking.Areas areas =
                    WeightedRanking.of(List.of(answers), label, units).areas(times);
            compare("ROC", defined(areas.roc()), weighted.get("auroc").get(label));
            compare(
                    "precision over recall",
                    defined(areas.precision()),
                    weighted.get("auprc").get(label));
        }
    }

    private static OptionalDouble defined(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static void comparePoints(List<Ranking.Point> curve, JsonNode expected) {
        if (expected.isNull()) {
            assertThat(curve).isEmpty();
            return;
        }
        assertThat(curve).hasSameSizeAs(expected.get("x"));
        for (int i = 0; i < curve.size(); i++) {
            assertThat(curve.get(i).x()).isCloseTo(expected.get("x").get(i).asDouble(), within(TOLERANCE));
            assertThat(curve.get(i).y()).isCloseTo(expected.get("y").get(i).asDouble(), within(TOLERANCE));
        }
    }

    private static void compareClasses(JsonNode reference) {
        ConfusionMatrix matrix = ConfusionMatrix.of(answers(reference));
        assertThat(matrix.toArray())
                .containsExactly(reference
                        .get("confusion")
                        .valueStream()
                        .mapToLong(JsonNode::asLong)
                        .toArray());
        JsonNode perClass = reference.get("per-class");
        compareEach(matrix, matrix::sensitivity, perClass.get("sensitivity"));
        compareEach(matrix, matrix::positivePredictiveValue, perClass.get("positive-predictive-value"));
        compareEach(matrix, matrix::f1, perClass.get("f1"));
    }

    private static void compareEach(ConfusionMatrix matrix, IntFunction<OptionalDouble> score, JsonNode expected) {
        for (int label = 0; label < matrix.classes().size(); label++) {
            compare(matrix.classes().get(label), score.apply(label), expected.get(label));
        }
    }

    private static void compare(String name, OptionalDouble value, JsonNode expected) {
        if (expected.isNull()) {
            assertThat(value).as(name).isEmpty();
        } else {
            assertThat(value.orElseThrow()).as(name).isCloseTo(expected.asDouble(), within(TOLERANCE));
        }
    }

    private static Answers answers(JsonNode reference) {
        List<String> classes =
                reference.get("classes").valueStream().map(JsonNode::asString).toList();
        List<AnsweredBeat> beats = new ArrayList<>();
        Rows.Builder probabilities = Rows.builder(classes.size());
        for (int i = 0; i < reference.get("truth").size(); i++) {
            beats.add(new AnsweredBeat(
                    i, "", "", -1, reference.get("truth").get(i).asInt()));
            JsonNode row = reference.get("probabilities").get(i);
            float[] values = new float[classes.size()];
            IntStream.range(0, values.length)
                    .forEach(label -> values[label] = (float) row.get(label).asDouble());
            probabilities.add(values);
        }
        return Answers.of(classes, beats, Predictions.of(probabilities.build()));
    }

    private static JsonNode read() throws IOException {
        try (InputStream file = ReferenceTest.class.getResourceAsStream("reference.json")) {
            return JsonMapper.builder().build().readTree(file);
        }
    }
}
