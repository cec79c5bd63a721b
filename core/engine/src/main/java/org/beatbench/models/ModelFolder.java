package org.beatbench.models;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.Hash;
import org.beatbench.files.Aside;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownClassifier;
import org.beatbench.results.JsonFile;

/**
 * A saved model: a folder with its card, {@code model.json}, {@code payload/}, what its classifier saved, perhaps its ONNX twin, and the hashes of all; or a zip of
 * these files, which is unpacked into a temporary folder that is deleted when it is closed.
 */
public final class ModelFolder implements AutoCloseable {

    static final String CARD = "model.json";
    static final String PAYLOAD = "payload";
    static final String TWIN = "model.onnx";

    private static final String REMEDY = "get the whole folder again from where it came, or train the model again";

    /** Files beside the card that a model may have. */
    static final List<String> OPTIONAL = List.of(TrainingExamples.FILE);

    /** What the user named. */
    private final Path path;
    /** Where the files are. */
    private final Path folder;

    private final ModelCard card;
    private final Optional<Unpacking> unpacking;

    private ModelFolder(Path path, Path folder, ModelCard card, Optional<Unpacking> unpacking) {
        this.path = path;
        this.folder = folder;
        this.card = card;
        this.unpacking = unpacking;
    }

    /** A zip, and where its files go. */
    private record Unpacking(ModelZip zip, Aside place) {}

    /**
     * Reads the card of a saved model. One that is a zip must be closed.
     *
     * @throws UserError if there is no model, or its card is of another format, damaged or not the one that was saved
     */
    public static ModelFolder open(Path path) throws IOException {
        String make = "name a folder or zip that beatbench train made";
        if (!Files.exists(path)) {
            throw new UserError("there is no folder " + path, make);
        }
        if (ModelZip.isAt(path)) {
            return unpacked(path);
        }
        if (!Files.isDirectory(path)) {
            throw new UserError(path + " is a file, and a model is a folder or a zip", make);
        }
        return new ModelFolder(path, path, card(path, make), Optional.empty());
    }

    private static ModelFolder unpacked(Path path) throws IOException {
        ModelZip zip = ModelZip.open(path);
        Aside place = Aside.temporary();
        try {
            zip.unpackCard(place.path());
            ModelCard card = card(place.path(), ModelZip.REMEDY);
            zip.check(card);
            return new ModelFolder(path, place.path(), card, Optional.of(new Unpacking(zip, place)));
        } catch (UserError e) {
            place.close();
            throw named(e, place.path(), path);
        } catch (IOException | RuntimeException e) {
            place.close();
            throw e;
        }
    }

    /** A problem of what the user named, who does not know the temporary folder. */
    private static UserError named(UserError problem, Path folder, Path path) {
        if (folder.equals(path)) {
            return problem;
        }
        String message = String.valueOf(problem.getMessage());
        return new UserError(
                message.replace(folder + File.separator, path + ": ").replace(folder.toString(), path.toString()),
                problem.hint());
    }

    private static ModelCard card(Path path, String make) throws IOException {
        if (!Files.exists(path.resolve(CARD), LinkOption.NOFOLLOW_LINKS)) {
            throw new UserError(path + " holds no model: it has no " + CARD, make);
        }
        Payload.requireFile(path.resolve(CARD));
        ModelCard card = JsonFile.read(
                path.resolve(CARD),
                ModelCard.class,
                ModelCard.FORMAT,
                "get the whole folder again from where it came, or train the model again");
        Seal.check(path, card);
        return card;
    }

    public ModelCard card() {
        return card;
    }

    /**
     * The classifier that can load the model.
     *
     * @throws UserError if it is not among those there are, or of another version
     */
    public KnownClassifier<?> classifier(Catalogue catalogue) {
        ClassifierUse saved = card.classifier();
        List<String> known =
                catalogue.classifiers().stream().map(one -> one.info().id()).toList();
        if (!known.contains(saved.id())) {
            throw new UserError(
                    path + " is a model of classifier " + saved.id() + " (" + saved.origin() + "), which is not here"
                            + DidYouMean.among(saved.id(), known),
                    "put the plug-in with this classifier into the folder of plug-ins, or name that folder with --plugins");
        }
        KnownClassifier<?> classifier = catalogue.classifier(saved.id());
        String version = classifier.info().version();
        if (!version.equals(saved.version())) {
            throw new UserError(
                    path + " was trained by version " + saved.version() + " of classifier " + saved.id()
                            + ", and this is version " + version,
                    "train it again (" + card.training().command() + "), or use it with beatbench "
                            + card.environment().beatbench());
        }
        return classifier;
    }

    /** In what the classifier that is here differs from the one that trained the model, though it can load it; a line each. */
    public List<String> warnings(KnownClassifier<?> classifier) {
        ClassifierInfo info = classifier.info();
        Map<String, String> then = card.classifier().libraries();
        List<String> warnings = new ArrayList<>();
        Set<String> libraries = new TreeSet<>(then.keySet());
        libraries.addAll(info.libraries().keySet());
        for (String library : libraries) {
            String saved = then.getOrDefault(library, "none");
            String here = info.libraries().getOrDefault(library, "none");
            if (!saved.equals(here)) {
                warnings.add(differing(library, saved, here));
            }
        }
        if (!card.classifier().origin().equals(classifier.origin())) {
            warnings.add(differing("classifier " + info.id(), card.classifier().origin(), classifier.origin()));
        }
        return List.copyOf(warnings);
    }

    private String differing(String what, String saved, String here) {
        return path + " was trained with " + what + ": " + saved + ", and this is: " + here
                + "; its answers may differ from those it gave then";
    }

    /**
     * Asks the model what it was asked when it was saved.
     *
     * @param classifier from {@link #classifier}
     * @param threads how many its predictions may use
     * @throws UserError as {@link #load}
     */
    public ModelReplay replay(KnownClassifier<?> classifier, int threads) throws IOException {
        KnownAnswers known;
        try {
            known = KnownAnswers.read(folder, card.beats());
        } catch (UserError e) {
            throw named(e, folder, path);
        }
        try (TrainedModel model = load(classifier, threads)) {
            return known.replayed(card.beats(), model);
        }
    }

    /**
     * Some of the beats that the model learned from; none if it was saved without.
     *
     * @throws UserError if they are damaged
     */
    public Optional<TrainingExamples> examples() throws IOException {
        try {
            return TrainingExamples.read(folder, card.beats());
        } catch (UserError e) {
            throw named(e, folder, path);
        }
    }

    /**
     * Asks another form of the model, such as its twin, what the model was asked when it was saved.
     *
     * @throws UserError if what it answered then is damaged
     */
    public ModelReplay replay(TrainedModel model) throws IOException {
        return KnownAnswers.read(folder, card.beats()).replayed(card.beats(), model);
    }

    /**
     * The file of the model's ONNX twin, after checking that it is the one that was saved; empty if the model has none. It is
     * there until this is closed.
     *
     * @throws UserError if it is missing or changed
     */
    public Optional<Path> twin() throws IOException {
        OnnxTwin twin = card.onnx();
        if (twin == null) {
            return Optional.empty();
        }
        try {
            if (unpacking.isPresent()) {
                unpacking.get().zip().unpackTwin(folder);
            }
            Path file = folder.resolve(TWIN);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new UserError(file + " is missing", REMEDY);
            }
            Payload.requireFile(file);
            if (!Hash.of(file).equals(twin.sha256())) {
                throw new UserError(file + " is not what was saved: its hash differs", REMEDY);
            }
            return Optional.of(file);
        } catch (UserError e) {
            throw named(e, folder, path);
        }
    }

    /** Copies all files but the card, the twin and the seal; the payload must have been loaded. */
    void copyTo(Path other) throws IOException {
        Files.copy(folder.resolve(KnownAnswers.FILE), other.resolve(KnownAnswers.FILE));
        for (String name : OPTIONAL) {
            if (Files.exists(folder.resolve(name))) {
                Files.copy(folder.resolve(name), other.resolve(name));
            }
        }
        for (String name : card.payload().keySet()) {
            Path target = other.resolve(PAYLOAD).resolve(name);
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.copy(folder.resolve(PAYLOAD).resolve(name), target);
        }
    }

    /**
     * The model, after checking that its files are those that were saved.
     *
     * @param classifier from {@link #classifier}
     * @param threads how many its predictions may use
     * @throws UserError if files are missing or changed, or do not hold such a model
     */
    public TrainedModel load(KnownClassifier<?> classifier, int threads) throws IOException {
        try {
            if (unpacking.isPresent()) {
                unpacking.get().zip().unpackPayload(folder);
            }
            Payload.check(folder.resolve(PAYLOAD), card.payload());
        } catch (UserError e) {
            throw named(e, folder, path);
        }
        LoadContext context =
                new LoadContext(card.beats().columns(), card.beats().classes(), threads);
        try {
            TrainedModel model = classifier.load(folder.resolve(PAYLOAD), context);
            return card.temperature() == null ? model : new CalibratedModel(model, card.calibration());
        } catch (IOException e) {
            throw new UserError(
                    path + " cannot be loaded: " + e.getMessage(),
                    "get the whole folder again from where it came, or train the model again");
        }
    }

    /** Deletes what was unpacked. A model that was loaded may need it until it is closed itself. */
    @Override
    public void close() {
        unpacking.ifPresent(one -> one.place().close());
    }
}
