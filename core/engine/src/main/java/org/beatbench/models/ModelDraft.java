package org.beatbench.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.beatbench.api.CancelledException;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.beatbench.files.Aside;
import org.beatbench.results.JsonFile;
import org.jspecify.annotations.Nullable;

/**
 * A model in the making, as a folder or, if it is to be called so, as a zip. It is written aside and takes its place when it is whole; closed before that, it leaves
 * nothing behind.
 */
public final class ModelDraft implements AutoCloseable {

    private static final List<String> OWN = Stream.concat(
                    Stream.of(ModelFolder.CARD, ModelFolder.PAYLOAD, KnownAnswers.FILE, Seal.FILE, ModelFolder.TWIN),
                    ModelFolder.OPTIONAL.stream())
            .toList();

    private final Path target;
    private final boolean replacing;
    private final Aside aside;
    private @Nullable TwinMaker twins;
    private boolean closed;

    private ModelDraft(Path target, boolean replacing, Aside aside) {
        this.target = target;
        this.replacing = replacing;
        this.aside = aside;
    }

    /**
     * Starts a folder. That it can be written is found out now and not after hours of training.
     *
     * @param target where it is to stand; folders above it are made when it is whole
     * @param replacing whether a model that stands there is to be replaced
     * @throws UserError if something stands there that may not be replaced, or the place cannot be written to
     */
    public static ModelDraft of(Path target, boolean replacing) {
        try {
            Path place = Files.exists(target)
                    ? target.toRealPath()
                    : target.toAbsolutePath().normalize();
            requireFree(place, replacing);
            // In the nearest folder that exists, so that giving up leaves none behind that was not there before.
            Path above = place.getParent();
            while (above != null && !Files.exists(above)) {
                above = above.getParent();
            }
            if (above == null) {
                throw new UserError(target + " cannot be a model's folder", "name another folder with --out");
            }
            return new ModelDraft(place, replacing, Aside.folder(above));
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private static void requireFree(Path target, boolean replacing) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        if (ModelZip.isNamed(target)) {
            requireFreeZip(target, replacing);
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new UserError(
                    target + " is a file, and a model is a folder",
                    "name another place with --out, such as " + target + ".zip");
        }
        List<String> content = content(target);
        List<String> foreign =
                content.stream().filter(name -> !OWN.contains(name)).toList();
        boolean isModel = content.contains(ModelFolder.CARD) && foreign.isEmpty();
        if (!content.isEmpty() && !isModel) {
            throw new UserError(
                    "the folder " + target + " holds something else than a model"
                            + (foreign.isEmpty() ? "" : ": " + foreign.get(0)),
                    "name another folder with --out; nothing in this one was touched");
        }
        if (isModel && !replacing) {
            throw new UserError(
                    "there is already a model in " + target,
                    "name another folder with --out, or add --force to replace it");
        }
    }

    private static void requireFreeZip(Path target, boolean replacing) throws IOException {
        String hint = "name another file with --out; this one was not touched";
        if (!Files.isRegularFile(target)) {
            throw new UserError(target + " is no file, and the model is to be a zip", hint);
        }
        try {
            ModelZip.open(target);
        } catch (UserError e) {
            throw new UserError(target + " holds something else than a model: " + e.getMessage(), hint);
        }
        if (!replacing) {
            throw new UserError(
                    "there is already a model in " + target,
                    "name another file with --out, or add --force to replace it");
        }
    }

    private static List<String> content(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Lets the model have an ONNX twin beside it. */
    public ModelDraft with(TwinMaker maker) {
        twins = maker;
        return this;
    }

    /** A folder for temporary files; deleted when the draft is closed. */
    public Path scratch() throws IOException {
        Path scratch = aside.path().resolve("scratch");
        // Not with the folders above it, which are gone if the draft was closed meanwhile.
        return Files.isDirectory(scratch) ? scratch : Files.createDirectory(scratch);
    }

    /** Saves the model with none of the beats that it learned from; see {@link #save(ModelCard, TrainedModel, Beats)}. */
    public ModelCard save(ModelCard card, TrainedModel model) {
        return save(
                card,
                model,
                Beats.builder(card.beats().classes(), card.beats().columns()).build());
    }

    /**
     * Saves the model and puts the folder in its place.
     *
     * @param learned beats that it learned from, of which some are kept beside it; none to keep none
     * @return the card with the hashes of what was saved
     * @throws UserError if it cannot be written, or something else stands in its place by now
     * @throws CancelledException if the draft was closed meanwhile
     */
    public ModelCard save(ModelCard card, TrainedModel model, Beats learned) {
        try {
            Path folder = Files.createDirectory(aside.path().resolve("model"));
            Path payload = Files.createDirectory(folder.resolve(ModelFolder.PAYLOAD));
            model.save(payload);
            ModelCard whole = card.with(Payload.hashes(payload));
            KnownAnswers.of(card.beats(), model).write(folder);
            Beats examples = TrainingExamples.drawn(learned, card.training().seed());
            if (!examples.isEmpty()) {
                TrainingExamples.write(examples, folder);
            }
            return finish(folder, whole, model);
        } catch (IOException e) {
            throw stopped(e);
        }
    }

    /**
     * Puts a model that is saved already in its place again, with what {@link #with} added.
     *
     * @param saved where it is
     * @param model loaded from there
     * @return the card as it is now
     * @throws UserError as {@link #save}
     */
    public ModelCard save(ModelFolder saved, TrainedModel model) {
        try {
            Path folder = Files.createDirectory(aside.path().resolve("model"));
            saved.copyTo(folder);
            return finish(folder, saved.card().withTwin(null), model);
        } catch (IOException e) {
            throw stopped(e);
        }
    }

    private ModelCard finish(Path folder, ModelCard card, TrainedModel model) throws IOException {
        ModelCard whole =
                twins == null ? card : card.withTwin(twins.write(model, card, folder.resolve(ModelFolder.TWIN)));
        Files.writeString(folder.resolve(ModelFolder.CARD), JsonFile.text(whole));
        Seal.write(folder, whole);
        Path finished = folder;
        if (ModelZip.isNamed(target)) {
            finished = aside.path().resolve("model.zip");
            ModelZip.write(folder, whole, finished);
            // What could not be read again, such as a file of an unusual name, is found out now.
            ModelZip.open(finished).check(whole);
        }
        publish(finished);
        return whole;
    }

    private RuntimeException stopped(IOException cause) {
        return isClosed() ? new CancelledException() : unwritable(target, cause);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Not while the draft is being closed, which would delete half of what is then in place. */
    private synchronized void publish(Path finished) throws IOException {
        if (closed) {
            throw new CancelledException();
        }
        requireFree(target, replacing);
        if (!Files.exists(target)) {
            Files.createDirectories(target.getParent());
            Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        // Not aside, where it would be taken for left behind if the program were killed before the new one is in place.
        Path earlier = target.resolveSibling(target.getFileName() + ".earlier-" + UUID.randomUUID());
        Files.move(target, earlier, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(earlier, target, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        Files.move(earlier, aside.path().resolve("earlier"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static UserError unwritable(Path target, IOException cause) {
        return UserError.unwritable(
                target,
                cause,
                "make room or get permission, or name another folder with --out; no unfinished model was left behind");
    }

    /** Deletes what is not in its place; may be called by another thread, and more than once. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            aside.close();
        }
    }
}
