package org.beatbench.data.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;

/**
 * Where beats are kept: beside their source if that may be written to, or else in the user's cache folder.
 *
 * @param environment the environment variables that count
 * @param home the user's home
 */
record CacheFolders(Map<String, String> environment, Path home) {

    private static final String BESIDE = ".beatbench-cache";

    static CacheFolders system() {
        return new CacheFolders(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    Path of(Path source) {
        return mayBeWritten(source) ? source.resolve(BESIDE) : user();
    }

    private Path user() {
        String own = environment.getOrDefault("BEATBENCH_CACHE", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (shared.isEmpty() ? home.resolve(".cache") : Path.of(shared)).resolve("beatbench");
    }

    /** The permission bits count as well, because the administrator may write everywhere and still should not. */
    private static boolean mayBeWritten(Path folder) {
        try {
            return Files.isWritable(folder)
                    && (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                            || Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OWNER_WRITE));
        } catch (IOException e) {
            return false;
        }
    }
}
