package org.beatbench.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Epoch;
import org.beatbench.api.FitContext;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.deep.training.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnsembleTest {

    private static final Beats TRAINING = FormBeats.toldByFeature(1, 60, 1);
    private static final Beats TEST = FormBeats.toldByFeature(1, 40, 2);
    private static final LoadContext CONTEXT = new LoadContext(FormBeats.FORM, FormBeats.CLASSES, 2);

    @TempDir
    private Path folder;

    @Test
    void answersTheMeanOfItsMembers() throws IOException {
        try (TrainedModel three = fit(3, Progress.NONE)) {
            three.save(folder);
            Predictions answers = three.predict(TEST);
            List<Predictions> single = new ArrayList<>();
            for (int member = 0; member < 3; member++) {
                try (NetworkModel model = new NetworkModel(NetworkFile.read(folder, member, CONTEXT), 2)) {
                    single.add(model.predict(TEST));
                }
            }
            assertThat(single.get(0)).isNotEqualTo(single.get(1)).isNotEqualTo(single.get(2));
            for (int row = 0; row < TEST.size(); row++) {
                int of = row;
                double mean = single.stream()
                        .mapToDouble(one -> one.probability(of, 0))
                        .average()
                        .orElseThrow();
                assertThat((double) answers.probability(row, 0)).isCloseTo(mean, within(1e-6));
            }
        }
    }

    @Test
    void beginsWithTheNetworkThatWouldAnswerAlone() throws IOException {
        try (TrainedModel one = fit(1, Progress.NONE);
                TrainedModel two = fit(2, Progress.NONE)) {
            two.save(folder);
            try (NetworkModel first = new NetworkModel(NetworkFile.read(folder, 0, CONTEXT), 2)) {
                assertThat(first.predict(TEST)).isEqualTo(one.predict(TEST));
            }
        }
    }

    @Test
    void answersTheSameAfterLoading() throws IOException {
        try (TrainedModel model = fit(2, Progress.NONE)) {
            model.save(folder);
            try (TrainedModel loaded = Ensemble.load(folder, CONTEXT)) {
                assertThat(loaded.predict(TEST)).isEqualTo(model.predict(TEST));
                assertThat(loaded.predict(TEST.select(Selection.of())).size()).isZero();
            }
        }
    }

    @Test
    void namesTheMemberThatIsBroken() throws IOException {
        try (TrainedModel model = fit(2, Progress.NONE)) {
            model.save(folder);
        }
        Files.writeString(folder.resolve("network-2.zip"), "no network");
        assertThatIOException().isThrownBy(() -> Ensemble.load(folder, CONTEXT)).withMessageContaining("network-2.zip");
    }

    @Test
    void tellsWhoseProgressItIsAndTheLearningCurveOfTheFirst() {
        List<String> stages = new ArrayList<>();
        List<Epoch> epochs = new ArrayList<>();
        fit(2, new Progress() {
                    @Override
                    public void advanced(String stage, long done, long total) {
                        stages.add(stage);
                    }

                    @Override
                    public void epoch(Epoch epoch) {
                        epochs.add(epoch);
                    }
                })
                .close();
        assertThat(stages).contains("network 1 of 2, epoch 1 of 20", "network 2 of 2, epoch 20 of 20");
        assertThat(epochs).extracting(Epoch::number).doesNotHaveDuplicates().hasSize(20);
    }

    private static TrainedModel fit(int members, Progress progress) {
        TrainingSettings one = QuickTraining.settings();
        TrainingSettings training = new TrainingSettings(
                one.optimiser(),
                one.learningRate(),
                one.schedule(),
                one.warmUp(),
                one.weightDecay(),
                one.batchSize(),
                one.epochs(),
                one.patience(),
                one.labelSmoothing(),
                one.classWeights(),
                one.gradientClip(),
                one.averaging(),
                one.noise(),
                one.stretch(),
                members);
        CnnSettings settings = new CnnSettings("4", 3, false, TimePooling.MEAN_MAX, 4, false, 0, false, training);
        return new CnnProvider()
                .create(settings)
                .fit(
                        TRAINING,
                        new FitContext(
                                TRAINING.select(Selection.of()),
                                1,
                                2,
                                Path.of("unused"),
                                progress,
                                Cancellation.NEVER));
    }
}
