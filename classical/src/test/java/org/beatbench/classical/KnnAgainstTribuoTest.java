package org.beatbench.classical;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.nearest.KNNModel;
import org.tribuo.common.nearest.KNNTrainer;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.neighbour.NeighboursQuery;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;
import org.tribuo.math.neighbour.bruteforce.NeighboursBruteForceFactory;

final class KnnAgainstTribuoTest {

    /** Sketches are compared in blocks of 1,024. */
    private static final int BLOCKS_AND_A_BIT = 2 * 1_024 + 77;

    static Stream<Arguments> cases() {
        Map<String, Pair<Beats, Beats>> data = Map.of(
                "smooth", new Pair<>(TestBeats.smooth(BLOCKS_AND_A_BIT, 1), TestBeats.smooth(50, 2)),
                "tied", new Pair<>(TestBeats.tied(BLOCKS_AND_A_BIT, 3), TestBeats.tied(50, 4)),
                "repeated", new Pair<>(TestBeats.repeated(60, 20, 5), TestBeats.repeated(60, 1, 5)),
                "few", new Pair<>(TestBeats.smooth(7, 6), TestBeats.smooth(20, 7)));
        return data.keySet().stream().sorted().flatMap(name -> Stream.of(KnnDistance.values())
                .flatMap(distance -> Stream.of(1, 2, 5)
                        .map(k -> Arguments.of(
                                name,
                                distance,
                                k,
                                data.get(name).getA(),
                                data.get(name).getB()))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2} neighbours")
    @MethodSource("cases")
    void answersAsTribuosBruteForce(String name, KnnDistance distance, int k, Beats training, Beats test) {
        Model<Label> tribuos = tribuo(distance, k, NeighboursQueryFactoryType.BRUTE_FORCE, training);
        assertThat(ours(distance, k, KnnWeighting.UNIFORM, training, test))
                .isEqualTo(predictions(tribuos.predict(TestBeats.dataset(test))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2} neighbours")
    @MethodSource("cases")
    void weighsVotesAsTribuosCombiner(String name, KnnDistance distance, int k, Beats training, Beats test) {
        assertThat(ours(distance, k, KnnWeighting.INVERSE_DISTANCE, training, test))
                .isEqualTo(predictions(weighted(distance, k, training, test)));
    }

    @ParameterizedTest
    @MethodSource("untied")
    void answersAsTribuosTreeOfPointsWhereNothingIsTied(KnnDistance distance) {
        Beats training = TestBeats.smooth(600, 1);
        Beats test = TestBeats.smooth(50, 2);
        Model<Label> tribuos = tribuo(distance, 5, NeighboursQueryFactoryType.KD_TREE, training);
        assertThat(ours(distance, 5, KnnWeighting.UNIFORM, training, test))
                .isEqualTo(predictions(tribuos.predict(TestBeats.dataset(test))));
    }

    static Stream<KnnDistance> untied() {
        // Tribuo's tree of points knows no cosine distance
        return Stream.of(KnnDistance.L1, KnnDistance.L2);
    }

    @ParameterizedTest
    @ValueSource(floats = {1e-38f, 1e-20f, 1e10f, 1e30f})
    void answersAsTribuoAtAnyScale(float scale) {
        Beats training = scaled(TestBeats.smooth(BLOCKS_AND_A_BIT, 1), scale);
        Beats test = scaled(TestBeats.smooth(30, 2), scale);
        for (KnnDistance distance : KnnDistance.values()) {
            Model<Label> tribuos = tribuo(distance, 3, NeighboursQueryFactoryType.BRUTE_FORCE, training);
            assertThat(ours(distance, 3, KnnWeighting.UNIFORM, training, test))
                    .as("%s", distance)
                    .isEqualTo(predictions(tribuos.predict(TestBeats.dataset(test))));
        }
    }

    private static Beats scaled(Beats beats, float scale) {
        float[] values = beats.samples().toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        return beats.withSamples(Rows.of(values, beats.length()));
    }

    @Test
    void isAModelOfTribuoWithTheSameAnswers() {
        Beats training = TestBeats.smooth(300, 1);
        Beats test = TestBeats.smooth(40, 2);
        KnnSettings settings = new KnnSettings(5, KnnDistance.L2, KnnWeighting.UNIFORM);
        Model<Label> ours = new KnnTrainer(settings, Cancellation.NEVER).train(TestBeats.dataset(training), Map.of());
        Model<Label> tribuos = tribuo(KnnDistance.L2, 5, NeighboursQueryFactoryType.BRUTE_FORCE, training);
        assertThat(predictions(ours.predict(TestBeats.dataset(test))))
                .isEqualTo(predictions(tribuos.predict(TestBeats.dataset(test))));
    }

    @Test
    void writesAFileThatTribuoReads(@TempDir Path folder) throws IOException {
        Beats training = TestBeats.smooth(300, 1);
        Beats test = TestBeats.smooth(40, 2);
        Knn knn = new Knn(new KnnSettings(5, KnnDistance.L1, KnnWeighting.UNIFORM));
        knn.fit(training, TestBeats.context(training, 1)).save(folder);
        Model<Label> read =
                Model.deserializeFromFile(folder.resolve("model.tribuo")).castModel(Label.class);
        assertThat(read).isInstanceOf(KNNModel.class);
        assertThat(predictions(read.predict(TestBeats.dataset(test))))
                .isEqualTo(ours(KnnDistance.L1, 5, KnnWeighting.UNIFORM, training, test));
    }

    @Test
    void letsAllVoteWhereThereAreFewerThanAskedFor() {
        Beats training = TestBeats.smooth(3, 1);
        Predictions answers = ours(KnnDistance.L2, 50, KnnWeighting.UNIFORM, training, TestBeats.smooth(5, 2));
        assertThat(answers.probability(0, training.label(0))).isGreaterThanOrEqualTo(1 / 3f);
    }

    @Test
    void answersTheSameOnAnyNumberOfThreads() {
        Beats training = TestBeats.smooth(500, 1);
        Beats test = TestBeats.smooth(200, 2);
        Knn knn = new Knn(new KnnSettings(5, KnnDistance.L2, KnnWeighting.UNIFORM));
        assertThat(knn.fit(training, TestBeats.context(training, 4)).predict(test))
                .isEqualTo(knn.fit(training, TestBeats.context(training, 1)).predict(test));
    }

    private static Predictions ours(KnnDistance distance, int k, KnnWeighting weighting, Beats training, Beats test) {
        return new Knn(new KnnSettings(k, distance, weighting))
                .fit(training, TestBeats.context(training, 2))
                .predict(test);
    }

    private static Model<Label> tribuo(KnnDistance distance, int k, NeighboursQueryFactoryType search, Beats training) {
        return new KNNTrainer<>(k, distance.tribuo(), 1, new VotingCombiner(), KNNModel.Backend.THREADPOOL, search)
                .train(TestBeats.dataset(training));
    }

    /** What Tribuo's parts give when put together for weighted votes, which its own model does not do. */
    private static List<Prediction<Label>> weighted(KnnDistance distance, int k, Beats training, Beats test) {
        BeatDataset known = TestBeats.dataset(training);
        SGDVector[] vectors = known.getData().stream()
                .map(example -> DenseVector.createDenseVector(example, known.getFeatureIDMap(), false))
                .toArray(SGDVector[]::new);
        NeighboursQuery query = new NeighboursBruteForceFactory(distance.tribuo(), 1).createNeighboursQuery(vectors);
        List<Prediction<Label>> answers = new ArrayList<>();
        TestBeats.dataset(test).forEach(example -> {
            List<Pair<Integer, Double>> found =
                    query.query(DenseVector.createDenseVector(example, known.getFeatureIDMap(), false), k);
            List<Prediction<Label>> votes = new ArrayList<>();
            KnnCandidates nearest = new KnnCandidates(k);
            found.forEach(pair -> {
                Label label = known.getExample(pair.getA()).getOutput();
                votes.add(new Prediction<>(label, TestBeats.LENGTH, example));
                nearest.add(pair.getB(), known.getOutputIDInfo().getID(label));
            });
            float[] weights = new float[k];
            for (int place = 0; place < k; place++) {
                weights[place] = KnnWeighting.weight(nearest, place);
            }
            answers.add(new VotingCombiner().combine(known.getOutputIDInfo(), votes, weights));
        });
        return answers;
    }

    private static Predictions predictions(List<Prediction<Label>> answers) {
        ClassProbabilities shares = new ClassProbabilities(answers.size(), TestBeats.CLASSES.size());
        for (int row = 0; row < answers.size(); row++) {
            Map<String, Label> scores = answers.get(row).getOutputScores();
            double[] values = TestBeats.CLASSES.stream()
                    .mapToDouble(name -> scores.get(name).getScore())
                    .toArray();
            shares.set(
                    row,
                    values,
                    TestBeats.CLASSES.indexOf(answers.get(row).getOutput().getLabel()));
        }
        return shares.predictions();
    }
}
