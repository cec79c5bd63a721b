package org.beatbench.data.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BeatCacheTest {

    private static final Beats BEATS = Beats.of(
            List.of("N", "S"),
            Rows.of(new float[] {0, 0.1f, 1, 0.5f, 0.25f, 0}, 3),
            List.of(
                    new Beat(1, 3, Double.NaN, 0.8, "ann", "r1", 77, "A"),
                    new Beat(Beat.UNLABELLED, 2, 0.75, Double.NaN, "", "größe", -1, "")));

    @TempDir
    private Path folder;

    private Path source;
    private BeatCache cache;
    private int loads;

    @BeforeEach
    void makeSource() throws IOException {
        source = Files.createDirectory(folder.resolve("source"));
        Files.writeString(source.resolve("a.csv"), "some data");
        cache = new BeatCache(
                new CacheFolders(Map.of("BEATBENCH_CACHE", folder.resolve("own").toString()), folder));
    }

    @Test
    void loadsOnceAndThenFromTheCache() throws IOException {
        assertThat(load("1")).isEqualTo(BEATS);
        assertThat(load("1")).isEqualTo(BEATS);
        assertThat(loads).isEqualTo(1);
        assertThat(caches(source.resolve(".beatbench-cache"))).hasSize(1);
    }

    @Test
    void loadsAnewWhenTheContentChanges() throws IOException {
        load("1");
        Files.writeString(source.resolve("a.csv"), "some dato");
        load("1");
        assertThat(loads).isEqualTo(2);
    }

    @Test
    void loadsAnewForAnotherRecipe() throws IOException {
        load("1");
        load("2");
        assertThat(loads).isEqualTo(2);
    }

    @Test
    void findsTheBeatsOfFilesThatWereMoved() throws IOException {
        Files.createDirectory(folder.resolve("elsewhere"));
        Files.copy(source.resolve("a.csv"), folder.resolve("elsewhere/a.csv"));
        assertThat(CacheKey.of("d", "1", List.of(folder.resolve("elsewhere/a.csv"))))
                .isEqualTo(key("1"));
    }

    @Test
    void makesATruncatedCacheAnew() throws IOException {
        load("1");
        Path file = caches(source.resolve(".beatbench-cache")).get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int size : new int[] {0, 7, 20, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, size));
            assertThat(load("1")).isEqualTo(BEATS);
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
        assertThat(loads).isEqualTo(5);
    }

    @Test
    void makesADamagedCacheAnewWhereverTheDamageIs() throws IOException {
        load("1");
        Path file = caches(source.resolve(".beatbench-cache")).get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i += 3) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x40;
            Files.write(file, damaged);
            assertThatThrownBy(() -> CacheFile.read(file, key("1"))).isInstanceOf(CacheFile.DamagedException.class);
        }
        assertThat(load("1")).isEqualTo(BEATS);
        assertThat(loads).isEqualTo(2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void mapsNoFileIntoMemoryBecauseThatCrashesIfItIsCutOff() throws IOException {
        load("1");
        load("1");
        assertThat(loads).isEqualTo(1);
        Path file = caches(source.resolve(".beatbench-cache")).get(0);
        assertThat(Files.readAllLines(Path.of("/proc/self/maps")))
                .noneMatch(line -> line.contains(file.getFileName().toString()));
    }

    @Test
    void keepsBeatsInTheUsersFolderWhereTheSourceIsReadOnly() throws IOException {
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("r-xr-xr-x"));
        load("1");
        load("1");
        assertThat(loads).isEqualTo(1);
        assertThat(source.resolve(".beatbench-cache")).doesNotExist();
        assertThat(caches(folder.resolve("own"))).hasSize(1);
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void doesWithoutACacheThatCannotBeWritten() throws IOException {
        Files.writeString(source.resolve(".beatbench-cache"), "a file where the folder should be");
        assertThat(load("1")).isEqualTo(BEATS);
        assertThat(load("1")).isEqualTo(BEATS);
        assertThat(loads).isEqualTo(2);
    }

    @Test
    void keepsTheNewestOnly() throws IOException {
        for (int i = 0; i < 12; i++) {
            load(Integer.toString(i));
        }
        assertThat(caches(source.resolve(".beatbench-cache"))).hasSize(8);
    }

    @Test
    void passesOnWhatTheSourceThrows() {
        assertThatThrownBy(() -> cache.load(key("1"), source, () -> {
                    throw new IOException("no");
                }))
                .hasMessage("no");
        assertThat(source.resolve(".beatbench-cache")).doesNotExist();
    }

    @Test
    void choosesTheUsersFolderByTheEnvironment() throws IOException {
        Path none = folder.resolve("none");
        assertThat(new CacheFolders(Map.of(), Path.of("home")).of(none)).isEqualTo(Path.of("home/.cache/beatbench"));
        assertThat(new CacheFolders(Map.of("XDG_CACHE_HOME", "x"), Path.of("home")).of(none))
                .isEqualTo(Path.of("x/beatbench"));
        assertThat(new CacheFolders(Map.of("XDG_CACHE_HOME", "x", "BEATBENCH_CACHE", "y"), Path.of("home")).of(none))
                .isEqualTo(Path.of("y"));
    }

    private Beats load(String recipe) throws IOException {
        return cache.load(key(recipe), source, () -> {
            loads++;
            return BEATS;
        });
    }

    private CacheKey key(String recipe) throws IOException {
        return CacheKey.of("d", recipe, List.of(source.resolve("a.csv")));
    }

    private static List<Path> caches(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
