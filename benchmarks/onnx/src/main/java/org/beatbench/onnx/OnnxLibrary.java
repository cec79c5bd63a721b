package org.beatbench.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import org.beatbench.api.UserError;

/**
 * Starts ONNX Runtime. As it comes, it sends events to its maker from its first moment on, which is not for us to allow: it is told not
 * to before it is loaded, by the variable of the environment that it asks, and again by its own switch.
 */
final class OnnxLibrary {

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
            try {
                OrtEnvironment environment =
                        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "beatbench");
                environment.setTelemetry(false);
                return environment;
            } catch (OrtException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
    }

    /** The C library: Java cannot change the environment of its own process. */
    private interface C extends Library {
        C LIBRARY = Native.load("c", C.class);

        int setenv(String name, String value, boolean overwrite);
    }
}
