package org.beatbench.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.beatbench.api.UserError;
import org.beatbench.files.Aside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts ONNX Runtime. As it comes, it sends events to its maker from its first moment on, which is not for us to allow: it is told not
 * to before it is loaded, by the variable of the environment that it asks, and again by its own switch.
 */
final class OnnxLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(OnnxLibrary.class);

    private OnnxLibrary() {}

    /**
     * What sessions are made in, one for the whole process.
     *
     * @throws UserError if it does not run here
     */
    static OrtEnvironment environment() {
        try {
            return Holder.ENVIRONMENT;
        } catch (LinkageError | IllegalStateException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new UserError(
                    "ONNX Runtime does not run here: " + cause.getMessage(),
                    "it comes for Linux and Windows on x86-64, and for Linux and macOS on arm64");
        }
    }

    /** Its name and version. */
    static String description() {
        return "ONNX Runtime " + environment().getVersion();
    }

    private static final class Holder {

        static final OrtEnvironment ENVIRONMENT = start();

        private static OrtEnvironment start() {
            if (!Platform.isWindows()) {
                C.LIBRARY.setenv("ORT_DISABLE_TELEMETRY", "1", true);
            }
            try (Unpacked unpacked = Unpacked.here()) {
                OrtEnvironment environment =
                        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "beatbench");
                environment.setTelemetry(false);
                LOG.debug("ONNX Runtime {} loaded from {}", environment.getVersion(), unpacked);
                return environment;
            } catch (OrtException | IOException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
    }

    /**
     * Its native code in a folder. It would unpack it itself, and leave a folder behind for every process, with all that is in it
     * where the process was killed.
     */
    private record Unpacked(Aside place) implements AutoCloseable {

        private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");

        static Unpacked here() throws IOException {
            Aside place = Aside.temporary();
            for (String library : LIBRARIES) {
                String name = System.mapLibraryName(library);
                String resource = "/ai/onnxruntime/native/" + platform() + "/" + name;
                try (InputStream in = OrtEnvironment.class.getResourceAsStream(resource)) {
                    if (in == null) {
                        place.close();
                        throw new IOException("it has no native code for " + platform());
                    }
                    Files.copy(in, place.path().resolve(name));
                }
            }
            System.setProperty("onnxruntime.native.path", place.path().toString());
            return new Unpacked(place);
        }

        private static String platform() {
            String system = Platform.isWindows() ? "win" : Platform.isMac() ? "osx" : "linux";
            return system + "-" + Platform.ARCH.replace("x86-64", "x64");
        }

        /** Where it is loaded, a file is there as long as it is needed; but Windows keeps it, and a later process tidies up. */
        @Override
        public void close() {
            if (!Platform.isWindows()) {
                place.close();
            }
        }
    }

    /** The C library: Java cannot change the environment of its own process. */
    private interface C extends Library {
        C LIBRARY = Native.load("c", C.class);

        int setenv(String name, String value, boolean overwrite);
    }
}
