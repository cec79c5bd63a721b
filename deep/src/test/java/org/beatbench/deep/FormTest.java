package org.beatbench.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.FitContext;
import org.beatbench.api.Form;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Progress;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.beatbench.deep.kernel.RecurrentCell;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.deep.training.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The networks on beats of several channels with features beside them. */
final class FormTest {

    private static final TrainingSettings TRAINING = QuickTraining.settings();
    private static final Architecture SMALLEST =
            new Cnn(new CnnSettings("8", 5, false, TimePooling.MEAN_MAX, 0, false, 0, false, TRAINING));

    @TempDir
    Path folder;

    static Stream<Architecture> architectures() {
        return Stream.of(
                cnn(false),
                new ResNet(new ResNetSettings("8 12", 7, 5, false, TimePooling.FLATTEN, true, 0.2, TRAINING)),
                recurrent(RecurrentCell.GRU, StatePooling.END, false),
                recurrent(RecurrentCell.LSTM, StatePooling.MEAN_MAX, false));
    }

    private static Architecture cnn(boolean stock) {
        return new Cnn(new CnnSettings("8 16", 5, false, TimePooling.FLATTEN, 16, false, 0.2, stock, TRAINING));
    }

    private static Architecture recurrent(RecurrentCell cell, StatePooling pooling, boolean stock) {
        return new RecurrentNetwork(cell, new RecurrentSettings(4, 12, 1, true, pooling, false, 0.2, TRAINING), stock);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void learnsWhatOnlyTheLastChannelTells(Architecture architecture) {
        assertThat(accuracy(architecture, FormBeats.toldByChannel(2, 240, 1), FormBeats.toldByChannel(2, 120, 2)))
                .isGreaterThan(0.9);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void learnsWhatOnlyAFeatureTells(Architecture architecture) {
        assertThat(accuracy(architecture, FormBeats.toldByFeature(1, 240, 1), FormBeats.toldByFeature(1, 120, 2)))
                .isGreaterThan(0.9);
    }

    private static double accuracy(Architecture architecture, Beats training, Beats test) {
        try (TrainedModel model = fit(architecture, training)) {
            Predictions answers = model.predict(test.sealed());
            return IntStream.range(0, test.size())
                            .filter(row -> answers.label(row) == test.label(row))
                            .count()
                    / (double) test.size();
        }
    }

    private static TrainedModel fit(Architecture architecture, Beats training) {
        return new NetworkClassifier(architecture).fit(training, context(training));
    }

    private static FitContext context(Beats training) {
        Beats validation = training.select(Selection.where(training.size(), row -> row % 4 == 0));
        return new FitContext(validation, 1, 2, Path.of("unused"), Progress.NONE, Cancellation.NEVER);
    }

    static Stream<Architecture> stock() {
        return Stream.of(cnn(true), recurrent(RecurrentCell.LSTM, StatePooling.MEAN_MAX, true));
    }

    @ParameterizedTest
    @MethodSource({"architectures", "stock"})
    void answersTheSameAgainAndAfterLoading(Architecture architecture) throws IOException {
        Beats training = FormBeats.toldByChannel(0, 18, 1);
        Beats test = FormBeats.toldByChannel(0, 30, 2);
        try (TrainedModel model = fit(architecture, training);
                TrainedModel again = fit(architecture, training)) {
            Predictions answers = model.predict(test);
            assertThat(again.predict(test)).isEqualTo(answers);
            model.save(folder);
            LoadContext context = new LoadContext(FormBeats.FORM, FormBeats.CLASSES, 2);
            try (TrainedModel loaded = new NetworkModel(NetworkFile.read(folder, 0, context), 2)) {
                assertThat(loaded.predict(test)).isEqualTo(answers);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void answersABeatRegardlessOfTheOthers(Architecture architecture) {
        Beats test = FormBeats.toldByFeature(1, 70, 2);
        try (TrainedModel model = fit(architecture, FormBeats.toldByFeature(1, 90, 1))) {
            Predictions together = model.predict(test);
            for (int row = 0; row < test.size(); row += 7) {
                assertThat(model.predict(test.select(Selection.of(row))).probability(0, 0))
                        .isCloseTo(together.probability(row, 0), within(1e-4f));
            }
        }
    }

    /** What is told by units is told by any others. */
    @Test
    void standardisesFeaturesByTrainingBeats() {
        Beats training = FormBeats.toldByFeature(0, 90, 1);
        Beats test = FormBeats.toldByFeature(0, 60, 2);
        try (TrainedModel model = fit(SMALLEST, training);
                TrainedModel other = fit(SMALLEST, rescaled(training, 0))) {
            Predictions answers = model.predict(test);
            Predictions others = other.predict(rescaled(test, 0));
            for (int row = 0; row < test.size(); row++) {
                // the factor is no power of two, so the features differ in their last bits
                assertThat(others.probability(row, 1)).isCloseTo(answers.probability(row, 1), within(2e-3f));
            }
        }
    }

    @Test
    void leavesOutAFeatureThatIsAlwaysTheSame() {
        Beats constant = withFeature(FormBeats.toldByChannel(0, 90, 1), 2, 7f);
        Beats test = FormBeats.toldByChannel(0, 60, 2);
        try (TrainedModel model = fit(SMALLEST, constant)) {
            assertThat(model.predict(withFeature(test, 2, -Float.MAX_VALUE)))
                    .isEqualTo(model.predict(withFeature(test, 2, 7f)));
        }
    }

    @Test
    void withstandsAFeatureThatIsFarFromAll() {
        Beats test = FormBeats.toldByFeature(0, 60, 2);
        try (TrainedModel model = fit(SMALLEST, FormBeats.toldByFeature(0, 90, 1))) {
            // both are beyond the limit
            assertThat(model.predict(withFeature(test, 1, Float.MAX_VALUE)))
                    .isEqualTo(model.predict(withFeature(test, 1, 1e6f)));
        }
    }

    @Test
    void refusesWhatIsNoNumber() {
        Beats training = FormBeats.toldByFeature(0, 30, 1);
        Beats broken = withFeature(training, 2, Float.NaN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(SMALLEST, broken).close())
                .withMessageMatching("beat \\d+ has a feature-2 that is no number: NaN");
        float[] values = training.samples().toArray();
        values[FormBeats.FORM.startOf(1) + 3] = Float.NEGATIVE_INFINITY;
        Beats unheard = training.withSamples(Rows.of(values, training.length()));
        try (TrainedModel model = fit(SMALLEST, training)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.predict(unheard))
                    .withMessage("beat 0 has a channel-1 that is no number: -Infinity");
        }
    }

    @Test
    void refusesBeatsOfAnotherForm() {
        Beats training = FormBeats.toldByFeature(0, 30, 1);
        Beats rows = Beats.of(FormBeats.CLASSES, training.samples(), training.beats());
        try (TrainedModel model = fit(SMALLEST, training)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.predict(rows))
                    .withMessage("a network for 3 channels of 32 samples and 4 features was given 1 of 100 and 0");
        }
    }

    /** A single signal is a row, whatever its form is called. */
    @ParameterizedTest
    @MethodSource("providers")
    void hasTheSameNetworkForASingleSignalAsForARow(ClassifierProvider<?> provider) {
        Architecture architecture = architecture(provider);
        Form single = FormBeats.form(1, 0);
        assertThat(NetworkBuilder.build(architecture, single, 3, 1)
                        .getLayerWiseConfigurations()
                        .toJson())
                .isEqualTo(NetworkBuilder.build(architecture, Form.row(FormBeats.SAMPLES), 3, 1)
                        .getLayerWiseConfigurations()
                        .toJson())
                .doesNotContain("FeatureJoin");
    }

    static List<ClassifierProvider<?>> providers() {
        return List.of(new CnnProvider(), new ResNetProvider(), new LstmProvider(), new GruProvider());
    }

    private static <S extends Record> Architecture architecture(ClassifierProvider<S> provider) {
        return ((NetworkClassifier) provider.create(provider.defaults())).architecture();
    }

    private static Beats rescaled(Beats beats, int feature) {
        float[] values = beats.samples().toArray();
        for (int row = 0; row < beats.size(); row++) {
            int place = row * beats.length() + FormBeats.FORM.startOfFeatures() + feature;
            values[place] = values[place] * 1000 - 12;
        }
        return beats.withSamples(Rows.of(values, beats.length()));
    }

    private static Beats withFeature(Beats beats, int feature, float value) {
        float[] values = beats.samples().toArray();
        for (int row = 0; row < beats.size(); row++) {
            values[row * beats.length() + FormBeats.FORM.startOfFeatures() + feature] = value;
        }
        return beats.withSamples(Rows.of(values, beats.length()));
    }
}
