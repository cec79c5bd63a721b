package org.beatbench.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.beatbench.api.UserError;
import org.beatbench.experiment.Hash;
import org.beatbench.files.Contents;

/**
 * The hashes of all files of a model, the card among them, in the form of {@code sha256sum}. The card holds those of the payload; without
 * this file a card could be changed, in which two classes swap their names, say, and nobody would know.
 */
final class Seal {

    static final String FILE = "SHA256SUMS";

    private static final String REMEDY = "get the whole folder again from where it came, or train the model again";

    private Seal() {}

    /** Seals a model whose other files are all there. */
    static void write(Path model, ModelCard card) throws IOException {
        Files.writeString(model.resolve(FILE), text(model, card));
    }

    private static String text(Path model, ModelCard card) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (String name : own(model)) {
            all.put(name, Hash.of(model.resolve(name)));
        }
        OnnxTwin twin = card.onnx();
        if (twin != null) {
            all.put(ModelFolder.TWIN, twin.sha256());
        }
        card.payload().forEach((name, hash) -> all.put(ModelFolder.PAYLOAD + "/" + name, hash));
        StringBuilder lines = new StringBuilder();
        all.forEach((name, hash) -> lines.append(hash).append("  ").append(name).append('\n'));
        return lines.toString();
    }

    /** The card and what stands beside it. */
    private static List<String> own(Path model) {
        return Stream.concat(
                        Stream.of(ModelFolder.CARD, KnownAnswers.FILE),
                        ModelFolder.OPTIONAL.stream()
                                .filter(name -> Files.exists(model.resolve(name), LinkOption.NOFOLLOW_LINKS)))
                .toList();
    }

    /**
     * Checks that a card is the one that was sealed.
     *
     * @param card says what the other files are
     * @throws UserError if there is no seal, or it is one of something else
     */
    static void check(Path model, ModelCard card) throws IOException {
        Path seal = model.resolve(FILE);
        for (Path file : List.of(seal, model.resolve(KnownAnswers.FILE))) {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new UserError(file + " is missing", REMEDY);
            }
        }
        Payload.requireFile(seal);
        for (String name : own(model)) {
            Path file = model.resolve(name);
            Payload.requireFile(file);
            if (Files.size(file) > ModelZip.LARGEST_OWN) {
                throw new UserError(file + " is too large to be of a model", REMEDY);
            }
        }
        // Bytes, as what is not even text is no other case.
        if (!Arrays.equals(Contents.bytes(seal), text(model, card).getBytes(StandardCharsets.UTF_8))) {
            throw new UserError(
                    model + " is not what was saved: the hashes of " + String.join(" and ", own(model))
                            + " are not those in " + FILE,
                    REMEDY);
        }
    }
}
