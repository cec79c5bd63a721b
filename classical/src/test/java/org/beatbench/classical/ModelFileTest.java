package org.beatbench.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.beatbench.api.Beats;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.Form;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;
import org.beatbench.contract.Mutants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.protos.DenseTensorProto;
import org.tribuo.math.protos.TensorProto;

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
                .isThrownBy(() -> provider.load(folder, new LoadContext(Form.row(29), TestBeats.CLASSES, 1)))
                .withMessageContaining("is for beats of 30 samples");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> provider.load(folder, new LoadContext(Form.row(30), List.of("N", "V"), 1)))
                .withMessageContaining("classes [N, S, V, F, Q], not of 30 and [N, V]");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void meetsABrokenFileWithAnIoException(ClassifierProvider<?> provider) throws IOException {
        model(provider).save(folder);
        Path file = folder.resolve("model.tribuo");
        byte[] whole = Files.readAllBytes(file);
        for (byte[] broken : (Iterable<byte[]>) Mutants.of(whole, 1).limit(300)::iterator) {
            Files.write(file, broken);
            // it may load all the same: no reader can tell that a number has changed
            Throwable thrown = catchThrowable(
                    () -> provider.load(folder, TestBeats.loading(BEATS)).close());
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(IOException.class).hasMessageStartingWith(file + ": ");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void refusesAClassThatNoModelHas(ClassifierProvider<?> provider) throws IOException {
        // of the same length as the name in whose place it stands, so that the file is well formed
        for (String named : List.of("org.tribuo.ImmutableFeatureMap", "org.tribuo.provenance.ModelProvenance")) {
            String other = "java.util.ArrayList" + "x".repeat(named.length() - "java.util.ArrayList".length());
            rewrite(provider, named, other).withMessageContaining("it names a class that no model here has: " + other);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void refusesContentThatNoModelHas(ClassifierProvider<?> provider) throws IOException {
        rewrite(provider, "tribuo.core.ImmutableFeatureMapProto", "tribuo.core.ImmutableFeatureMapOther")
                .withMessageContaining("which no model here does");
    }

    private ThrowableAssertAlternative<IOException> rewrite(ClassifierProvider<?> provider, String from, String to)
            throws IOException {
        model(provider).save(folder);
        Path file = folder.resolve("model.tribuo");
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to), StandardCharsets.ISO_8859_1);
        return assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> provider.load(folder, TestBeats.loading(BEATS)))
                .withMessageStartingWith(file + ": ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNone(double value) {
        TensorProto tensor =
                DenseVector.createDenseVector(new double[] {1, value}).serialize();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelContent.check(tensor))
                .withMessageContaining("no numbers (" + value + ")");
    }

    @Test
    void makesNoRoomForNumbersThatAreNotThere() {
        DenseTensorProto tensor = DenseTensorProto.newBuilder()
                .addDimensions(1 << 16)
                .addDimensions(1 << 16)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelContent.check(tensor))
                .withMessageContaining("fewer or more numbers than it says");
    }

    @Test
    void refusesATreeWithALeafThatDoesNotKnowAClass() {
        Model<Label> tree = new CARTClassificationTrainer().train(TestBeats.dataset(BEATS));
        List<String> classes = BEATS.classes();

        DecisionTree.check(tree, classes);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionTree.check(
                        tree,
                        Stream.concat(classes.stream(), Stream.of("another")).toList()))
                .withMessageContaining("a leaf does not know the classes");
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
