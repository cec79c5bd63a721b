package org.beatbench.classical;

import com.google.protobuf.InvalidProtocolBufferException;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.LoadContext;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.ModelProvenance;

/** A Tribuo model in a folder, as Tribuo's own protobuf: any program with Tribuo can load it. */
final class ModelFile {

    private static final String NAME = "model.tribuo";

    private ModelFile() {}

    static void write(Model<Label> model, Path folder) throws IOException {
        model.serializeToFile(folder.resolve(NAME));
    }

    /** Makes a model of the content of a file. */
    interface Reader<M extends Model<Label>> {
        M read(ModelProto proto) throws IOException;
    }

    /**
     * Reads a model.
     *
     * @param type the class of Tribuo that the file must hold
     * @throws IOException if the file cannot be read, is broken, holds another kind of model, or one for other beats
     */
    static <M extends Model<Label>> M read(Path folder, Class<?> type, LoadContext context, Reader<M> reader)
            throws IOException {
        Path file = folder.resolve(NAME);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ModelProto proto = ModelProto.parseFrom(in);
            if (!proto.getClassName().equals(type.getName())) {
                throw new IOException(
                        file + ": holds no " + type.getSimpleName() + " but \"" + proto.getClassName() + '"');
            }
            ModelContent.check(proto);
            M model = reader.read(proto);
            checkFits(model, context, file);
            return model;
        } catch (InvalidProtocolBufferException e) {
            throw new IOException(file + ": is not a Tribuo model: " + e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError e) {
            // Tribuo's readers throw all sorts at a file that is not theirs, and go as deep as it does
            throw new IOException(file + ": is a broken Tribuo model: " + e.getMessage(), e);
        }
    }

    /**
     * What was noted in a model when it was trained: Tribuo keeps a map of provenance for its users.
     *
     * @throws IOException if it was not
     */
    static <P extends Provenance> P note(ModelProvenance provenance, String name, Class<P> type) throws IOException {
        Provenance note = provenance.getInstanceProvenance().getMap().get(name);
        if (!type.isInstance(note)) {
            throw new IOException(NAME + ": does not say its " + name + ", so Beatbench did not write it");
        }
        return type.cast(note);
    }

    private static void checkFits(Model<Label> model, LoadContext context, Path file) throws IOException {
        List<String> classes = classes(model);
        int length = model.getFeatureIDMap().size();
        if (length != context.length() || !classes.equals(context.classes())) {
            throw new IOException(file + ": is for beats of " + length + " samples and classes " + classes + ", not of "
                    + context.length() + " and " + context.classes());
        }
    }

    /** The classes of a model, in the order of their labels. */
    static List<String> classes(Model<Label> model) {
        ImmutableOutputInfo<Label> outputs = model.getOutputIDInfo();
        return IntStream.range(0, outputs.size())
                .mapToObj(label -> outputs.getOutput(label).getLabel())
                .toList();
    }
}
