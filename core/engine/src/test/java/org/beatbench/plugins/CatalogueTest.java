package org.beatbench.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.FitContext;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.harness.Toys;
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
    void lendsItsLoggingToPluginsThatBringNone() throws IOException {
        PluginJar.build(
                plugins(),
                "telling",
                "Telling",
                "telling",
                "public Telling() throws ReflectiveOperationException {"
                        + " Class.forName(\"org.slf4j.LoggerFactory\").getMethod(\"getLogger\", String.class)"
                        + ".invoke(null, \"telling\"); }",
                "plugged.Telling");

        assertThat(catalogue().problems()).isEmpty();
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
    void refusesAnotherVersionOfTheApiByName() throws IOException {
        PluginJar.build("1.4", plugins(), "mine", "Mine", "mine", "", "plugged.Mine");
        PluginJar.build("2", plugins(), "theirs", "Theirs", "theirs", "", "plugged.Theirs");

        Catalogue catalogue = catalogue();

        assertThat(catalogue.classifier("mine").origin()).startsWith("plug-in mine");
        assertThat(catalogue.problems())
                .containsExactly("plug-in theirs: theirs.jar was made for version 2 of the api of plug-ins, and this"
                        + " Beatbench has version 1; get the one that was made for version 1");
    }

    @Test
    void tellsOfEveryPlaceItLookedAt() throws IOException {
        PluginJar.build(plugins(), "mine", "Mine", "mine", "", "plugged.Mine");
        Files.writeString(plugins().resolve("mine/notes.txt"), "none of its business");
        Files.createDirectories(plugins().resolve("nothing/deeper"));
        Files.createFile(plugins().resolve("loose.jar"));

        List<FoundPlugin> found = catalogue().plugins();

        assertThat(found)
                .extracting(one -> one.path().getFileName())
                .map(Path::toString)
                .containsExactly("mine", "nothing", "loose.jar");
        assertThat(found.get(0).provides()).containsExactly("classifier mine");
        assertThat(found.get(0).files())
                .containsExactly("mine.jar: for version 1 of the api", "notes.txt: no jar, not used");
        assertThat(found.get(1).files()).containsExactly("deeper: a folder, which is not looked into");
        assertThat(found.get(1).problems()).singleElement().asString().contains("holds no jar");
        assertThat(found.get(2).problems()).singleElement().asString().contains("lies loose");
    }

    @Test
    void setsTheContextLoaderToThePlugIns() throws IOException {
        PluginJar.build(
                plugins(),
                "asking",
                "Asking",
                "asking",
                "public Asking() { if (!Thread.currentThread().getContextClassLoader().toString().contains(\"PluginClassLoader\"))"
                        + " throw new IllegalStateException(\"nobody told me\"); }",
                "plugged.Asking");
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        assertThat(catalogue().problems()).isEmpty();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void namesThePlugInThatFails() throws IOException {
        PluginJar.build(plugins(), "mine", "Mine", "mine", "", "plugged.Mine");
        FitContext context =
                new FitContext(Toys.BEATS.select(Selection.of()), 1, 1, folder, Progress.NONE, Cancellation.NEVER);

        assertThatThrownBy(() -> catalogue().classifier("mine").create(Map.of()).fit(Toys.BEATS, context))
                .isInstanceOf(PluginFailure.class)
                .hasMessageMatching(
                        "classifier mine \\(plug-in mine [0-9a-f]{12}\\) failed in fit: IllegalStateException");
    }

    @Test
    void refusesBeatsThatNobodyCanLearnFrom() {
        Beats wrong = Beats.builder(List.of("a", "b"), 2)
                .add(new float[] {0, 1}, Beat.anonymous(0, 2).withIntervals(-1, 1))
                .add(new float[] {0, Float.NaN}, Beat.anonymous(1, 2))
                .add(new float[] {0, 1}, Beat.anonymous(Beat.UNLABELLED, 2))
                .build();

        assertThatThrownBy(() -> SoundBeats.require(wrong, "data set mine"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("data set mine gives beats that cannot be used")
                .hasMessageContaining("1 of 3 beats without a class, first in row 2")
                .hasMessageContaining("1 of 3 beats with a sample that is not a finite number, first in row 1")
                .hasMessageContaining("1 of 3 beats with an interval that is negative or infinite");
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
