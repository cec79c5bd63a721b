package org.beatbench.micro.contest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.protocol.Draws;

/**
 * The beats that all contestants work on. Kept as plain arrays in files, so that one that is not written in Java can read
 * them too: samples as little-endian 32-bit floats, labels and unpadded lengths as bytes.
 *
 * @param training what is trained on
 * @param test what is predicted
 */
public record Material(Beats training, Beats test) {

    private static final List<String> CLASSES =
            IntStream.range(0, Network.CLASSES).mapToObj(String::valueOf).toList();

    /**
     * Draws beats at random.
     *
     * @param beats of the length and with at most the classes that the networks are made for
     * @param training how many to train on
     * @param test how many others to predict
     * @throws UserError if the beats do not suit the networks, or are too few
     */
    public static Material draw(Beats beats, int training, int test, long seed) {
        if (beats.length() != Network.LENGTH || beats.classes().size() > Network.CLASSES) {
            throw new UserError(
                    "the networks are made for " + Network.LENGTH + " samples and at most " + Network.CLASSES
                            + " classes: " + beats,
                    "choose another data set, such as synthetic or mitdb");
        }
        if (beats.size() < training + test) {
            throw new UserError(
                    (training + test) + " beats are needed, and there are " + beats.size(),
                    "choose a larger data set, or a smaller number for training= or test=");
        }
        int[] rows = Draws.of(seed, "micro/material")
                .withoutReplacement(IntStream.range(0, beats.size()).toArray(), training + test);
        return new Material(part(beats, rows, 0, training), part(beats, rows, training, training + test));
    }

    private static Beats part(Beats beats, int[] rows, int from, int to) {
        return beats.select(Selection.of(Arrays.copyOfRange(rows, from, to)));
    }

    /** The same, with nobody told where a beat ends and its padding of zeros begins: then all do the same work. */
    public Material unpadded() {
        return new Material(unpadded(training), unpadded(test));
    }

    private static Beats unpadded(Beats beats) {
        return Beats.of(
                beats.classes(),
                beats.samples(),
                IntStream.range(0, beats.size())
                        .mapToObj(row -> Beat.anonymous(beats.label(row), Network.LENGTH))
                        .toList());
    }

    /** Writes the beats into a folder, which is made if need be. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder, "training", training);
        write(folder, "test", test);
    }

    /** Reads beats that were written; all that is known of them is their samples, labels and unpadded lengths. */
    public static Material read(Path folder) throws IOException {
        return new Material(read(folder, "training"), read(folder, "test"));
    }

    private static void write(Path folder, String name, Beats beats) throws IOException {
        ByteBuffer samples = ByteBuffer.allocate(Math.multiplyExact(beats.size(), beats.length() * Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        samples.asFloatBuffer().put(beats.samples().buffer());
        Files.write(folder.resolve(name + ".f32"), samples.array());
        byte[] labels = new byte[beats.size()];
        byte[] lengths = new byte[beats.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (byte) beats.label(row);
            lengths[row] = (byte) beats.beat(row).unpaddedLength();
        }
        Files.write(folder.resolve(name + ".u8"), labels);
        Files.write(folder.resolve(name + ".lengths.u8"), lengths);
    }

    private static Beats read(Path folder, String name) throws IOException {
        FloatBuffer samples = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name + ".f32")))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        byte[] labels = Files.readAllBytes(folder.resolve(name + ".u8"));
        byte[] lengths = Files.readAllBytes(folder.resolve(name + ".lengths.u8"));
        Rows rows = Rows.read(samples, Network.LENGTH);
        List<Beat> beats = new ArrayList<>(labels.length);
        for (int row = 0; row < labels.length; row++) {
            beats.add(Beat.anonymous(labels[row], Byte.toUnsignedInt(lengths[row])));
        }
        return Beats.of(CLASSES, rows, beats);
    }
}
