package org.beatbench.classical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.Predictions;
import org.junit.jupiter.api.Test;

/** Stored results are told apart by the version of what answered, so answers may not change without it. */
final class KnownAnswersTest {

    private static final Beats TRAINING = beats(400, 1);
    private static final Beats TEST = beats(200, 2);

    @Test
    void ofNearestNeighbours() {
        assertAnswers(new KnnProvider(), "1", 1360637146L);
    }

    @Test
    void ofTheDecisionTree() {
        assertAnswers(new DecisionTreeProvider(), "1", 1180685109L);
    }

    @Test
    void ofLogisticRegression() {
        assertAnswers(new LogisticRegressionProvider(), "2", 1140266236L);
    }

    private static <S extends Record> void assertAnswers(ClassifierProvider<S> provider, String version, long answers) {
        Predictions predictions = provider.create(provider.defaults())
                .fit(TRAINING, TestBeats.context(TRAINING, 1))
                .predict(TEST);
        assertThat(provider.info().version()).isEqualTo(version);
        assertThat(checksum(predictions))
                .as(
                        "answers of %s: raise the version of its provider when they change",
                        provider.info().id())
                .isEqualTo(answers);
    }

    /** The checksum of all probabilities in thousandths. */
    private static long checksum(Predictions predictions) {
        CRC32 checksum = new CRC32();
        for (float probability : predictions.probabilities().toArray()) {
            int thousandths = Math.round(1000 * probability);
            checksum.update(thousandths >>> Byte.SIZE);
            checksum.update(thousandths);
        }
        return checksum.getValue();
    }

    /** Noise with a step in a place of each class; of the generator only what is the same on every Java version. */
    private static Beats beats(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Beats.Builder beats = Beats.builder(TestBeats.CLASSES, TestBeats.LENGTH);
        for (int i = 0; i < size; i++) {
            int label = i % TestBeats.CLASSES.size();
            float[] row = new float[TestBeats.LENGTH];
            for (int t = 0; t < TestBeats.LENGTH; t++) {
                float noise = (random.nextLong() >>> 40) * 0x1.0p-24f;
                row[t] = 0.75f * noise + (t / 6 == label ? 0.25f : 0);
            }
            beats.add(row, Beat.anonymous(label, TestBeats.LENGTH));
        }
        return beats.build();
    }
}
