package org.beatbench.deep.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;

/** Which libraries the build chose, read from their jars without loading anything native. */
public final class Artifacts {

    /** Builds of ND4J for one platform, in the order in which JavaCPP prefers them. */
    private static final List<String> BUILDS =
            List.of("-onednn-avx512", "-onednn-avx2", "-onednn", "-avx512", "-avx2", "");

    private Artifacts() {}

    /** Name to version, with the platform and build of those that are native. */
    public static Map<String, String> versions() {
        return Found.VERSIONS;
    }

    /** Looked up when first asked for, and once: every network asks, and no jar changes. */
    private static final class Found {
        static final Map<String, String> VERSIONS = find();
    }

    private static Map<String, String> find() {
        return Map.of(
                "deeplearning4j", version(MultiLayerNetwork.class, "org.deeplearning4j/deeplearning4j-nn"),
                "nd4j-native", version(CpuBackend.class, "org.nd4j/nd4j-native") + " " + platform() + build(),
                "openblas", version(openblas.class, "org.bytedeco/openblas") + " " + platform());
    }

    /** As {@link Loader#getPlatform} says, which loads native code first, some hundred milliseconds' worth. */
    private static String platform() {
        return Loader.Detector.getPlatform();
    }

    private static String build() {
        String folder = "/org/nd4j/linalg/cpu/nativecpu/bindings/" + platform();
        String library = "/" + System.mapLibraryName("jnind4jcpu");
        return BUILDS.stream()
                .filter(build -> CpuBackend.class.getResource(folder + build + library) != null)
                .findFirst()
                .orElse(" (no native library for this platform)");
    }

    private static String version(Class<?> type, String artifact) {
        String name = "/META-INF/maven/" + artifact + "/pom.properties";
        try (InputStream in = type.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("a jar has lost " + name);
            }
            Properties properties = new Properties();
            properties.load(in);
            return Objects.requireNonNull(properties.getProperty("version"), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
