package org.beatbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDraftTest {

    /** Saves a text, and does something then. */
    private record Saving(String text, Runnable afterwards) implements TrainedModel {

        @Override
        public Predictions predict(Beats beats) {
            float[] halves = new float[2 * beats.size()];
            Arrays.fill(halves, 0.5F);
            return Predictions.of(Rows.of(halves, 2));
        }

        @Override
        public void save(Path folder) throws IOException {
            Files.createDirectories(folder.resolve("deeper"));
            Files.writeString(folder.resolve("deeper/one.txt"), text);
            Files.writeString(folder.resolve("two.txt"), text);
            afterwards.run();
        }
    }

    @TempDir
    private Path folder;

    private List<String> content() {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.skip(1)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelCard save(Path target, boolean replacing, String text) {
        try (ModelDraft draft = ModelDraft.of(target, replacing)) {
            return draft.save(Cards.card(Cards.use()), new Saving(text, () -> {}));
        }
    }

    @Test
    void leavesAWholeFolderAndNothingElse() {
        ModelCard card = save(folder.resolve("deep/down/model"), false, "x");

        assertThat(content())
                .containsExactly(
                        "deep",
                        "deep/down",
                        "deep/down/model",
                        "deep/down/model/SHA256SUMS",
                        "deep/down/model/check.json",
                        "deep/down/model/model.json",
                        "deep/down/model/payload",
                        "deep/down/model/payload/deeper",
                        "deep/down/model/payload/deeper/one.txt",
                        "deep/down/model/payload/two.txt");
        assertThat(card.payload().keySet()).containsExactly("deeper/one.txt", "two.txt");
        assertThat(card.payload().values()).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void showsNothingUntilItIsWhole() {
        Path target = folder.resolve("deep/model");
        try (ModelDraft draft = ModelDraft.of(target, false)) {
            draft.save(Cards.card(Cards.use()), new Saving("x", () -> assertThat(target.getParent())
                    .doesNotExist()));
        }
        assertThat(target).isDirectory();
    }

    @Test
    void leavesNothingIfItIsGivenUp() throws IOException {
        try (ModelDraft draft = ModelDraft.of(folder.resolve("deep/down/model"), false)) {
            Files.writeString(draft.scratch().resolve("temporary"), "x");
        }
        assertThat(content()).isEmpty();
    }

    @Test
    void leavesNothingIfSavingFails() {
        try (ModelDraft draft = ModelDraft.of(folder.resolve("model"), false)) {
            Saving failing = new Saving("x", () -> {
                throw new IllegalStateException("no");
            });
            assertThatThrownBy(() -> draft.save(Cards.card(Cards.use()), failing))
                    .hasMessage("no");
        }
        assertThat(content()).isEmpty();
    }

    @Test
    void isNotPutInPlaceOnceClosed() {
        ModelDraft draft = ModelDraft.of(folder.resolve("model"), false);

        assertThatThrownBy(() -> draft.save(Cards.card(Cards.use()), new Saving("x", draft::close)))
                .isInstanceOf(CancelledException.class);
        assertThat(content()).isEmpty();
    }

    @Test
    void takesAnEmptyFolder() throws IOException {
        save(Files.createDirectory(folder.resolve("model")), false, "x");

        assertThat(folder.resolve("model/model.json")).exists();
    }

    @Test
    void doesNotReplaceAModelUnlessToldTo() throws IOException {
        Path target = folder.resolve("model");
        save(target, false, "first");

        assertThatThrownBy(() -> save(target, false, "second"))
                .isInstanceOf(UserError.class)
                .hasMessage("there is already a model in " + target.toRealPath())
                .extracting(problem -> ((UserError) problem).hint())
                .asString()
                .contains("--force");
        assertThat(target.resolve("payload/two.txt")).hasContent("first");

        save(target, true, "second");
        assertThat(target.resolve("payload/two.txt")).hasContent("second");
        assertThat(content()).hasSize(8).allMatch(name -> name.startsWith("model"));
    }

    @Test
    void neverReplacesWhatIsNoModel() throws IOException {
        Path target = folder.resolve("home");
        save(target, false, "first");
        Files.writeString(target.resolve("thesis.txt"), "years of work");
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.createDirectory(other.resolve("payload"));
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> ModelDraft.of(target, true))
                .hasMessageContaining("something else than a model: thesis");
        assertThatThrownBy(() -> ModelDraft.of(other, true)).hasMessageContaining("something else than a model");
        assertThatThrownBy(() -> ModelDraft.of(file, true)).hasMessageContaining("file is a file");
        assertThatThrownBy(() -> ModelDraft.of(file.resolve("model"), true))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cannot be written");
        assertThatThrownBy(() -> ModelDraft.of(Path.of("/"), true)).isInstanceOf(UserError.class);
        assertThat(target.resolve("thesis.txt")).hasContent("years of work");
    }

    @Test
    void keepsWhatAnotherTrainingPutThereMeanwhile() {
        Path target = folder.resolve("model");
        try (ModelDraft draft = ModelDraft.of(target, false)) {
            save(target, false, "quicker");

            assertThatThrownBy(() -> draft.save(Cards.card(Cards.use()), new Saving("slower", () -> {})))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("already a model");
        }
        assertThat(target.resolve("payload/two.txt")).hasContent("quicker");
    }
}
