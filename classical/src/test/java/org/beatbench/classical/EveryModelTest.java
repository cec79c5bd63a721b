package org.beatbench.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.FitContext;
import org.beatbench.api.TrainedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EveryModelTest {

    private static final Beats BEATS = TestBeats.smooth(200, 1);

    static Stream<ClassifierProvider<?>> providers() {
        return Stream.of(new KnnProvider(), new DecisionTreeProvider(), new LogisticRegressionProvider());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void answersAFlatBeat(ClassifierProvider<?> provider) {
        Beats flat = Beats.builder(TestBeats.CLASSES, TestBeats.LENGTH)
                .add(new float[TestBeats.LENGTH], Beat.anonymous(Beat.UNLABELLED, 0))
                .build();
        assertThat(fit(provider, TestBeats.context(BEATS, 1)).predict(flat).size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void refusesBeatsOfAnotherLength(ClassifierProvider<?> provider) {
        Beats longer = Beats.builder(TestBeats.CLASSES, TestBeats.LENGTH + 1).build();
        TrainedModel model = fit(provider, TestBeats.context(BEATS, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.predict(longer))
                .withMessage("beats must have 30 samples: 31");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void namesTheTribuoThatAnswers(ClassifierProvider<?> provider) {
        assertThat(provider.info().libraries()).containsEntry("tribuo", org.tribuo.Tribuo.VERSION);
    }

    @Test
    void tellsHowManyEpochsAreDone() {
        int epochs = new LogisticRegressionProvider().defaults().epochs();
        assertThat(progress(new LogisticRegressionProvider()))
                .hasSize(epochs)
                .startsWith("epoch 1 of " + epochs)
                .endsWith("epoch " + epochs + " of " + epochs);
    }

    @Test
    void tellsHowManyBeatsAreInLeaves() {
        assertThat(progress(new DecisionTreeProvider())).endsWith("beats in leaves 200 of 200");
    }

    private static List<String> progress(ClassifierProvider<?> provider) {
        List<String> heard = new ArrayList<>();
        FitContext quiet = TestBeats.context(BEATS, 1);
        fit(
                provider,
                new FitContext(
                        quiet.validation(),
                        1,
                        1,
                        quiet.scratch(),
                        (stage, done, total) -> heard.add(stage + " " + done + " of " + total),
                        Cancellation.NEVER));
        return heard;
    }

    private static <S extends Record> TrainedModel fit(ClassifierProvider<S> provider, FitContext context) {
        return provider.create(provider.defaults()).fit(BEATS, context);
    }
}
