package org.beatbench.deep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.beatbench.api.LoadContext;
import org.beatbench.deep.layers.KernelLayer;
import org.beatbench.deep.natives.NativeLibraries;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A network in a folder, in DL4J's own format: any program with DL4J and this module's layers can restore it.
 *
 * <p>DL4J's reader makes objects of whatever classes a file names, so a file is looked through before: it may hold a
 * configuration and numbers, and the configuration may name classes of DL4J's and these layers only.
 */
final class NetworkFile {

    private static final String NAME = "network.zip";
    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";
    private static final List<String> TRUSTED = List.of(
            "org.deeplearning4j.nn.conf.",
            "org.deeplearning4j.nn.weights.",
            "org.nd4j.linalg.activations.impl.",
            "org.nd4j.linalg.learning.",
            "org.nd4j.linalg.lossfunctions.impl.",
            KernelLayer.class.getPackageName() + ".");

    private NetworkFile() {}

    static void write(MultiLayerNetwork network, Path folder) throws IOException {
        ModelSerializer.writeModel(network, folder.resolve(NAME).toFile(), false);
    }

    /**
     * Reads a network.
     *
     * @throws IOException if the file cannot be read, is no such network, or is one for other beats
     */
    static MultiLayerNetwork read(Path folder, LoadContext context) throws IOException {
        Path file = folder.resolve(NAME);
        check(file);
        NativeLibraries.load();
        MultiLayerNetwork network;
        try {
            network = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
        } catch (RuntimeException e) {
            // DL4J's reader throws all sorts at a file that is not its own
            throw new IOException(file + ": is a broken network: " + e.getMessage(), e);
        }
        checkFits(network, context, file);
        return network;
    }

    private static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            TreeSet<String> entries = new TreeSet<>();
            zip.stream().map(ZipEntry::getName).forEach(entries::add);
            if (!entries.equals(new TreeSet<>(List.of(CONFIGURATION, COEFFICIENTS)))) {
                throw new IOException(
                        file + ": must hold " + CONFIGURATION + " and " + COEFFICIENTS + ", not " + entries);
            }
            try (InputStream in = zip.getInputStream(zip.getEntry(CONFIGURATION))) {
                checkClasses(JsonMapper.shared().readTree(in), file);
            } catch (JacksonException e) {
                throw new IOException(file + ": has a broken configuration: " + e.getOriginalMessage(), e);
            }
        }
    }

    private static void checkClasses(JsonNode node, Path file) throws IOException {
        JsonNode named = node.get("@class");
        if (named != null && TRUSTED.stream().noneMatch(named.asString()::startsWith)) {
            throw new IOException(file + ": names a class that no network needs: " + named.asString());
        }
        for (JsonNode child : node) {
            checkClasses(child, file);
        }
    }

    private static void checkFits(MultiLayerNetwork network, LoadContext context, Path file) throws IOException {
        Layer first = network.getLayerWiseConfigurations().getConf(0).getLayer();
        Layer last = network.getOutputLayer().conf().getLayer();
        if (!(first instanceof KernelLayer input) || !(last instanceof BaseOutputLayer output)) {
            throw new IOException(file + ": is not a network of Beatbench");
        }
        if (input.stepsIn() != context.length()
                || output.getNOut() != context.classes().size()) {
            throw new IOException(file + ": is for beats of " + input.stepsIn() + " samples and " + output.getNOut()
                    + " classes, not of " + context.length() + " and "
                    + context.classes().size());
        }
    }
}
