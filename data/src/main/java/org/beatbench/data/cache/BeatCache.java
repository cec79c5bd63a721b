package org.beatbench.data.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps loaded beats, so that they load at once the next time: beside their source in {@code .beatbench-cache}, or, where
 * that may not be written to, in the user's cache folder ({@code BEATBENCH_CACHE}, or else {@code beatbench} in {@code
 * XDG_CACHE_HOME} or {@code ~/.cache}). The newest {@value #KEPT} of each data set stay. A cache that is damaged is made
 * anew; one that cannot be written is done without.
 */
public final class BeatCache {

    private static final Logger LOGGER = LoggerFactory.getLogger(BeatCache.class);
    private static final int KEPT = 8;
    private static final String ENDING = ".beats";

    private final CacheFolders folders;

    BeatCache(CacheFolders folders) {
        this.folders = folders;
    }

    /** The cache of the user who runs this program. */
    public static BeatCache ofUser() {
        return new BeatCache(CacheFolders.system());
    }

    /** Loads beats the slow way. */
    @FunctionalInterface
    public interface Source {

        Beats load() throws IOException;
    }

    /**
     * The beats of a key, from the cache if it has them, or else from their source.
     *
     * @param key what determines the beats
     * @param folder the source's folder
     * @param source called at most once
     * @throws IOException if the source throws it; never because of the cache
     */
    public Beats load(CacheKey key, Path folder, Source source) throws IOException {
        Path cache = folders.of(folder);
        Path file = cache.resolve(key.dataset() + "-" + key.name() + ENDING);
        try {
            return CacheFile.read(file, key);
        } catch (CacheFile.DamagedException e) {
            LOGGER.warn("{} {}; it is made anew", file, e.getMessage());
        } catch (IOException e) {
            // Mostly there is none yet. If there can be none, keeping the new one fails as well, and that is told.
            LOGGER.debug("{} cannot be read", file, e);
        }
        Beats beats = source.load();
        keep(cache, file, key, beats);
        return beats;
    }

    private static void keep(Path cache, Path file, CacheKey key, Beats beats) {
        try {
            Files.createDirectories(cache);
            CacheFile.write(file, key, beats);
            prune(cache, key.dataset());
        } catch (IOException e) {
            LOGGER.warn("{} cannot be written, so the next load takes as long as this one: {}", file, e.toString());
        }
    }

    private static void prune(Path folder, String dataset) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(
                            file -> isOf(dataset, file.getFileName().toString()))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .reversed())
                    .skip(KEPT)
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isOf(String dataset, String name) {
        return name.matches(Pattern.quote(dataset) + "-[0-9a-f]{16}\\" + ENDING);
    }
}
