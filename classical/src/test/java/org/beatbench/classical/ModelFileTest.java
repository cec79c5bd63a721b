package org.beatbench.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.classification.dtree.CARTClassificationTrainer;

final class ModelFileTest {

    private static final Beats BEATS = TestBeats.smooth(40, 1);

    @TempDir
    Path folder;

    static Stream<ClassifierProvider<?>> providers() {
        return Stream.of(new KnnProvider(), new DecisionTreeProvider(), new LogisticRegressionProvider());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void refusesAnotherKindOfModel(ClassifierProvider<?> provider) throws IOException {
        ClassifierProvider<?> other = provider instanceof KnnProvider ? new DecisionTreeProvider() : new KnnProvider();
        model(other).save(folder);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> provider.load(folder, TestBeats.loading(BEATS)))
                .withMessageContaining("model.tribuo: holds no ");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void refusesAModelForOtherBeats(ClassifierProvider<?> provider) throws IOException {
        model(provider).save(folder);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> provider.load(folder, new LoadContext(29, TestBeats.CLASSES, 1)))
                .withMessageContaining("is for beats of 30 samples");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> provider.load(folder, new LoadContext(30, List.of("N", "V"), 1)))
                .withMessageContaining("classes [N, S, V, F, Q], not of 30 and [N, V]");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void meetsABrokenFileWithAnIoException(ClassifierProvider<?> provider) throws IOException {
        model(provider).save(folder);
        Path file = folder.resolve("model.tribuo");
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 300; round++) {
            byte[] broken = Arrays.copyOf(whole, round % 3 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int flips = random.nextInt(1, 4); flips > 0 && broken.length > 0; flips--) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, broken);
            // it may load all the same: no reader can tell that a number has changed
            Throwable thrown = catchThrowable(
                    () -> provider.load(folder, TestBeats.loading(BEATS)).close());
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void refusesATreeThatDoesNotSayHowItRounds() throws IOException {
        new CARTClassificationTrainer().train(TestBeats.dataset(BEATS)).serializeToFile(folder.resolve("model.tribuo"));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new DecisionTreeProvider().load(folder, TestBeats.loading(BEATS)))
                .withMessageContaining("does not say its rounding");
    }

    private static TrainedModel model(ClassifierProvider<?> provider) {
        return fit(provider);
    }

    private static <S extends Record> TrainedModel fit(ClassifierProvider<S> provider) {
        return provider.create(provider.defaults()).fit(BEATS, TestBeats.context(BEATS, 1));
    }
}
