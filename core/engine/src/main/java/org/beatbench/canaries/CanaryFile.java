package org.beatbench.canaries;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;

/** The file of a canary's model: whose it is and for what beats, then its numbers. */
final class CanaryFile {

    private static final String NAME = "canary.bin";
    private static final String FORM = "beatbench canary 1";

    private CanaryFile() {}

    /** Writes a model's numbers. */
    interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    /** Makes a model of its numbers. */
    interface Reader {
        TrainedModel read(DataInputStream in) throws IOException;
    }

    static void write(Path folder, String id, int length, List<String> classes, Content content) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME))))) {
            out.writeUTF(FORM);
            out.writeUTF(id);
            out.writeInt(length);
            out.writeInt(classes.size());
            for (String name : classes) {
                out.writeUTF(name);
            }
            content.write(out);
        }
    }

    /**
     * Reads a model.
     *
     * @throws IOException if the file cannot be read, is broken, or holds a model of another kind or for other beats
     */
    static TrainedModel read(Path folder, String id, LoadContext context, Reader reader) throws IOException {
        Path file = folder.resolve(NAME);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(FORM) || !in.readUTF().equals(id)) {
                throw new IOException("it is no model of " + id);
            }
            int length = in.readInt();
            List<String> classes = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                classes.add(in.readUTF());
            }
            if (length != context.length() || !classes.equals(context.classes())) {
                throw new IOException("it is for beats of " + length + " samples and classes " + classes + ", not of "
                        + context.length() + " and " + context.classes());
            }
            TrainedModel model = reader.read(in);
            if (in.read() >= 0) {
                throw new IOException("it goes on after its end");
            }
            return model;
        } catch (FileSystemException e) {
            throw e;
        } catch (EOFException e) {
            throw new IOException(file + ": ends too early", e);
        } catch (IOException e) {
            throw new IOException(file + ": is of no use: " + e.getMessage(), e);
        }
    }
}
