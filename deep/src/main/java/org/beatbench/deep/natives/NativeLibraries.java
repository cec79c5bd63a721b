package org.beatbench.deep.natives;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Starts ND4J, with an OpenBLAS on one thread whose kernels fit the processor. It has to happen before anything else touches
 * ND4J, so everything in this module that computes comes here first.
 *
 * <p>The OpenBLAS 0.3.19 that ND4J brings knows no processor newer than itself and falls back on AVX2 for most AMD ones; with
 * AVX-512 named through its own variable, {@code OPENBLAS_CORETYPE}, it is up to 1.7 times as fast. ND4J's own threads would
 * turn in circles for a while after each operation; told to wait passively, they leave the processor to others. Where the user
 * has set one of these variables, it stands.
 */
public final class NativeLibraries {

    private static final boolean KEEP = false;

    static {
        if (Platform.isLinux()) {
            if (hasAvx512()) {
                C.LIBRARY.setenv("OPENBLAS_CORETYPE", "SKYLAKEX", KEEP);
            }
            C.LIBRARY.setenv("OMP_WAIT_POLICY", "PASSIVE", KEEP);
        }
        // ND4J sets OpenBLAS to all processors when it starts; these kernels have threads of their own.
        Nd4j.getBackend();
        openblas.blas_set_num_threads(1);
    }

    private NativeLibraries() {}

    /** Loads them, if they are not loaded yet. */
    public static void load() {}

    /** What computes here, in a few words: the library, the kernels it chose and the platform it was built for. */
    public static String description() {
        OpenBlas library = Native.load(
                Path.of(Loader.load(openblas.class)).resolveSibling(fileName()).toString(), OpenBlas.class);
        String version = library.openblas_get_config().replaceAll("^OpenBLAS (\\S+).*", "$1");
        return "OpenBLAS " + version + " with kernels for " + library.openblas_get_corename() + ", built for "
                + Loader.getPlatform();
    }

    private static String fileName() {
        if (Platform.isWindows()) {
            return "libopenblas.dll";
        }
        return Platform.isMac() ? "libopenblas.0.dylib" : "libopenblas.so.0";
    }

    private static boolean hasAvx512() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .filter(flags -> flags.contains(" avx512f ")
                            && flags.contains(" avx512bw ")
                            && flags.contains(" avx512vl ")
                            && flags.contains(" avx512dq "))
                    .isPresent();
        } catch (IOException e) {
            // without the list of features the library's own choice stands
            return false;
        }
    }

    /** The C library: Java cannot change the environment of its own process. */
    private interface C extends Library {
        C LIBRARY = Native.load("c", C.class);

        int setenv(String name, String value, boolean overwrite);
    }

    /** What OpenBLAS says of itself; JavaCPP does not bind it. */
    private interface OpenBlas extends Library {

        String openblas_get_config();

        String openblas_get_corename();
    }
}
