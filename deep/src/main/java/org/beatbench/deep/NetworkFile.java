package org.beatbench.deep;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.beatbench.api.Form;
import org.beatbench.api.LoadContext;
import org.beatbench.deep.layers.FeatureJoin;
import org.beatbench.deep.layers.KernelLayer;
import org.beatbench.deep.natives.NativeLibraries;
import org.beatbench.deep.training.KernelNetwork;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A network in a folder, in DL4J's own format: any program with DL4J and this module's layers can restore it.
 *
 * <p>DL4J's reader makes objects of whatever classes a file names, so it is not used: the layers are made anew from their
 * settings, and a file whose configuration is not, to the last value, the one that DL4J writes for them is refused.
 */
final class NetworkFile {

    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";

    /** Four times what the largest network takes that settings allow. */
    private static final int MOST_CONFIGURATION = 1 << 18;

    /** Bytes of ND4J's description of an array, at most; its numbers follow. */
    private static final int MOST_DESCRIPTION = 256;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private NetworkFile() {}

    /** Where a network is in the folder of a model: the first of an ensemble, like one alone, is member 0. */
    static Path in(Path folder, int member) {
        return folder.resolve(member == 0 ? "network.zip" : "network-" + (member + 1) + ".zip");
    }

    static void write(MultiLayerNetwork network, Path folder, int member) throws IOException {
        ModelSerializer.writeModel(network, in(folder, member).toFile(), false);
    }

    /**
     * Reads a network.
     *
     * @param member its place in an ensemble; 0 for one alone
     * @throws IOException if the file cannot be read, is no such network, or is one for other beats
     */
    static MultiLayerNetwork read(Path folder, int member, LoadContext context) throws IOException {
        Path file = in(folder, member);
        NetworkArchive archive = NetworkArchive.open(file);
        byte[] text = archive.next(CONFIGURATION, MOST_CONFIGURATION);
        NativeLibraries.load();
        try {
            JsonNode written = JSON.readTree(text);
            MultiLayerConfiguration configuration = configuration(written, context);
            int size = size(configuration);
            byte[] coefficients =
                    archive.next(COEFFICIENTS, Math.addExact(MOST_DESCRIPTION, Math.multiplyExact(Float.BYTES, size)));
            archive.end();
            return network(configuration, parameters(coefficients, size), written);
        } catch (JacksonException e) {
            throw new IOException(file + ": has a broken configuration: " + e.getOriginalMessage(), e);
        } catch (RuntimeException e) {
            // settings that do not go together are found by the layers, Jackson or DL4J, each in its own way
            throw new IOException(file + ": is of no use: " + e.getMessage(), e);
        }
    }

    private static MultiLayerConfiguration configuration(JsonNode written, LoadContext context) {
        List<Layer> hidden = WrittenLayers.hidden(written);
        JsonNode confs = written.required("confs");
        require(!hidden.isEmpty() && hidden.get(0) instanceof KernelLayer, "its first layer does not know beats");
        JsonNode first = confs.required(0).required("layer");
        int length = first.required("steps").intValue();
        int channels = first.required("nin").intValue();
        int features = hidden.stream()
                .mapToInt(layer -> layer instanceof FeatureJoin join ? join.features() : 0)
                .sum();
        Form form = context.form();
        int classes =
                confs.required(hidden.size()).required("layer").required("nout").intValue();
        require(
                length == form.samples()
                        && channels == form.channels().size()
                        && features == form.features().size()
                        && classes == context.classes().size(),
                "it is for beats of " + length + " samples" + beside(channels, features) + " and " + classes
                        + " classes, not of " + form.samples()
                        + beside(form.channels().size(), form.features().size()) + " and "
                        + context.classes().size());
        long seed = confs.required(0).required("seed").longValue();
        return NetworkBuilder.configuration(hidden, form, classes, seed);
    }

    private static String beside(int channels, int features) {
        return (channels == 1 ? "" : " in " + channels + " channels")
                + (features == 0 ? "" : ", " + features + " features");
    }

    private static int size(MultiLayerConfiguration configuration) {
        long size = 0;
        for (NeuralNetConfiguration conf : configuration.getConfs()) {
            size = Math.addExact(size, conf.getLayer().initializer().numParams(conf));
        }
        return Math.toIntExact(size);
    }

    /** The numbers of an array of ND4J, which stand behind a description of it. */
    private static INDArray parameters(byte[] coefficients, int size) throws IOException {
        int numbers = coefficients.length - Float.BYTES * size;
        require(numbers >= 0, COEFFICIENTS + " holds fewer than the " + size + " numbers that its layers have");
        float[] values = new float[size];
        ByteBuffer.wrap(coefficients).position(numbers).asFloatBuffer().get(values);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException(
                        "it has weights that are no numbers (" + value + "), so it cannot answer");
            }
        }
        INDArray parameters = Nd4j.createFromArray(values);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        Nd4j.write(parameters, new DataOutputStream(again));
        require(Arrays.equals(again.toByteArray(), coefficients), COEFFICIENTS + " is not an array of single numbers");
        return parameters;
    }

    private static MultiLayerNetwork network(
            MultiLayerConfiguration configuration, INDArray parameters, JsonNode written) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init(parameters, false);
        require(
                JSON.readTree(network.getLayerWiseConfigurations().toJson()).equals(written),
                CONFIGURATION + " has settings that no network here has");
        KernelNetwork.of(network.getLayerWiseConfigurations(), 1, false).close();
        return network;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
