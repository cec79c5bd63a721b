package org.beatbench.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownClassifier;
import org.beatbench.results.JsonFile;

/** A saved model: a folder with its card, {@code model.json}, {@code payload/}, what its classifier saved, and the hashes of all. */
public final class ModelFolder {

    static final String CARD = "model.json";
    static final String PAYLOAD = "payload";

    private final Path path;
    private final ModelCard card;

    private ModelFolder(Path path, ModelCard card) {
        this.path = path;
        this.card = card;
    }

    /**
     * Reads the card of a saved model.
     *
     * @throws UserError if there is no model, or its card is of another format, damaged or not the one that was saved
     */
    public static ModelFolder open(Path path) throws IOException {
        String make = "name a folder that beatbench train made";
        if (!Files.exists(path)) {
            throw new UserError("there is no folder " + path, make);
        }
        if (!Files.isDirectory(path)) {
            throw new UserError(path + " is a file, and a model is a folder", make);
        }
        if (!Files.exists(path.resolve(CARD), LinkOption.NOFOLLOW_LINKS)) {
            throw new UserError(path + " holds no model: it has no " + CARD, make);
        }
        Payload.requireFile(path.resolve(CARD));
        ModelCard card = JsonFile.read(
                path.resolve(CARD),
                ModelCard.class,
                ModelCard.FORMAT,
                "get the whole folder again from where it came, or train the model again");
        Seal.check(path, card.payload());
        return new ModelFolder(path, card);
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
        KnownAnswers known = KnownAnswers.read(path, card.beats());
        try (TrainedModel model = load(classifier, threads)) {
            return known.replayed(card.beats(), model);
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
        Payload.check(path.resolve(PAYLOAD), card.payload());
        LoadContext context =
                new LoadContext(card.beats().columns(), card.beats().classes(), threads);
        try {
            return classifier.load(path.resolve(PAYLOAD), context);
        } catch (IOException e) {
            throw new UserError(
                    path + " cannot be loaded: " + e.getMessage(),
                    "get the whole folder again from where it came, or train the model again");
        }
    }
}
