package org.beatbench.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    @TempDir
    private Path folder;

    private Path plugins() {
        return folder.resolve("plugins");
    }

    private Catalogue catalogue() {
        return Catalogue.open(CatalogueTest.class.getClassLoader(), plugins());
    }

    @Test
    void findsBuiltInsWithoutAnyPluginFolder() {
        assertThat(catalogue().classifier("nearest-mean").origin()).isEqualTo("built-in");
        assertThat(catalogue().dataset("toy").info().name()).isEqualTo("Toy beats");
        assertThat(catalogue().problems()).isEmpty();
    }

    @Test
    void findsAPluginAndNamesItsOriginByContent() throws IOException {
        PluginJar.build(plugins(), "mine", "Mine", "mine", "", "plugged.Mine");

        KnownClassifier<?> mine = catalogue().classifier("mine");
        assertThat(mine.origin()).matches("plug-in mine [0-9a-f]{12}");
        assertThat(mine.use(Map.of("count", 3)).settings()).containsEntry("count", "3");
        assertThat(catalogue().problems()).isEmpty();
    }

    @Test
    void hidesItsOwnLibrariesFromPlugins() throws IOException {
        PluginJar.build(
                plugins(),
                "curious",
                "Curious",
                "curious",
                "public Curious() throws ClassNotFoundException { Class.forName(\"org.beatbench.plugins.Catalogue\"); }",
                "plugged.Curious");

        assertThat(catalogue().problems())
                .singleElement()
                .asString()
                .startsWith("plug-in curious")
                .contains("ClassNotFoundException: org.beatbench.plugins.Catalogue");
    }

    @Test
    void namesEachBadPluginInOneLineAndKeepsTheRest() throws IOException {
        PluginJar.build(plugins(), "a-good", "Good", "good", "", "plugged.Good");
        PluginJar.build(plugins(), "b-duplicate", "Twin", "good", "", "plugged.Twin");
        PluginJar.build(plugins(), "c-missing", "Missing", "missing", "", "plugged.NotThere");
        PluginJar.build(
                plugins(),
                "d-throws",
                "Throws",
                "throws",
                "{ if (true) throw new IllegalStateException(\"a\\nb\"); }",
                "plugged.Throws");
        PluginJar.build(plugins(), "e-bad-id", "BadId", "Bad Id", "", "plugged.BadId");
        Files.createDirectories(plugins().resolve("f-empty"));
        Files.createDirectories(plugins().resolve("g-broken"));
        Files.writeString(plugins().resolve("g-broken/broken.jar"), "not a jar");
        PluginJar.build(plugins(), "h-good", "Last", "last", "", "plugged.Last");

        Catalogue catalogue = catalogue();

        assertThat(catalogue.classifiers()).extracting(one -> one.info().id()).contains("good", "last", "nearest-mean");
        assertThat(catalogue.problems()).hasSize(6).noneMatch(line -> line.contains("\n"));
        assertThat(catalogue.problems().get(0)).contains("b-duplicate", "already a classifier good", "plug-in a-good");
        assertThat(catalogue.problems().get(1)).contains("c-missing", "plugged.NotThere");
        assertThat(catalogue.problems().get(2)).contains("d-throws", "a b");
        assertThat(catalogue.problems().get(3)).contains("e-bad-id", "lower-case");
        assertThat(catalogue.problems().get(4)).contains("f-empty");
        assertThat(catalogue.problems().get(5)).contains("g-broken", "broken.jar cannot be read");
    }

    @Test
    void namesJarsThatCannotBeReadOrLieLoose() throws IOException {
        PluginJar.build(plugins(), "good", "Good", "good", "", "plugged.Good");
        Files.createDirectories(plugins().resolve("folder/folder.jar"));
        Files.createDirectories(plugins().resolve("gone"));
        Files.createSymbolicLink(plugins().resolve("gone/gone.jar"), folder.resolve("nowhere"));
        Files.createFile(plugins().resolve("loose.jar"));

        Catalogue catalogue = catalogue();

        assertThat(catalogue.classifier("good").origin()).startsWith("plug-in good");
        assertThat(catalogue.problems()).hasSize(3);
        assertThat(catalogue.problems().get(0)).contains("plug-in folder", "no jar");
        assertThat(catalogue.problems().get(1)).contains("plug-in gone", "gone.jar cannot be read");
        assertThat(catalogue.problems().get(2)).contains("loose.jar lies loose");
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws IOException {
        Files.createFile(plugins());

        assertThatThrownBy(this::catalogue).isInstanceOf(UserError.class).hasMessageContaining("is a file");
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        assertThatThrownBy(() -> catalogue().classifier("nearest-maen"))
                .isInstanceOf(UserError.class)
                .extracting(problem -> ((UserError) problem).hint())
                .asString()
                .contains("nearest-mean");
    }
}
