package org.beatbench.app.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.beatbench.app.Cli;
import org.beatbench.app.PluginBuild;
import org.beatbench.app.shell.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** Projects that {@code plugin new} makes, compiled against the api alone. */
class NewPluginTest {

    @TempDir
    private Path folder;

    private Path made(String name, String... more) {
        Path project = folder.resolve(name);
        String[] arguments = {"plugin", "new", name, "--out", project.toString(), "--sdk", folder.toString()};
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        Cli done = Cli.run(all);
        assertThat(done.err()).isEmpty();
        assertThat(done.out()).contains("cd " + project, "mvn -o verify");
        return project;
    }

    private Path built(Path project, String name) throws IOException, URISyntaxException {
        Path main = project.resolve("src/main");
        PluginBuild.of(folder.resolve("plugins"), name, main.resolve("java"), main.resolve("resources"));
        return folder.resolve("plugins").resolve(name);
    }

    @Test
    void makesAClassifierThatPassesItsCheck() throws IOException, URISyntaxException {
        Path project = made("my-forest");

        assertThat(project.resolve("src/main/java/org/example/myforest/MyForestProvider.java"))
                .content()
                .contains("\"my-forest\", \"My forest\"")
                .doesNotContainIgnoringCase("centroid\"");
        assertThat(project.resolve("src/test/java/org/example/myforest/MyForestTest.java"))
                .content()
                .contains("extends ClassifierContract");
        assertThat(project.resolve("pom.xml"))
                .content()
                .contains("<artifactId>my-forest</artifactId>", "<beatbench.sdk>" + folder + "</beatbench.sdk>")
                .doesNotContain("@")
                .satisfies(pom -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(pom))));
        assertThat(project.resolve("README.md")).content().doesNotContainPattern("@[a-zA-Z]+@");
        Cli checked = Cli.run("plugin", "check", built(project, "my-forest").toString());
        assertThat(checked.out())
                .contains("Classifier my-forest", "0 failed, 1 warning")
                .contains("Beatbench-Api: 1");
        assertThat(checked.exitCode()).isZero();
    }

    @Test
    void makesADataSetWithBeatsThatCanBeExploredAndLearnedFrom() throws IOException, URISyntaxException {
        Path project = made("my-beats", "--dataset");
        String data = project.resolve("data").toString();
        Path plugin = built(project, "my-beats");

        Cli checked = Cli.run("plugin", "check", plugin.toString(), "--data", data);
        assertThat(checked.out()).contains("Data set my-beats", "0 failed");
        assertThat(Cli.run("plugin", "check", plugin.toString(), "--data", folder.toString())
                        .out())
                .contains("skipped", "name the folder of its files with --data");
        Cli run = Cli.run(
                "run",
                project.resolve("experiment.yaml").toString(),
                "--untimed",
                "--data",
                data,
                "--plugins",
                folder.resolve("plugins").toString(),
                "--results",
                folder.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(folder.resolve("experiment/report/summary.md")).content().contains("| Decision tree |");
    }

    @Test
    void takesTheVersionsThatBeatbenchIsBuiltWith() throws IOException {
        String parent = Files.readString(Path.of("pom.xml"));
        for (Path pom : List.of(
                Path.of("benchmarks/plugins/nearest-centroid/pom.xml"),
                Path.of("benchmarks/plugins/own-csv/pom.xml"),
                made("versions").resolve("pom.xml"))) {
            List<MatchResult> plugins = Pattern.compile(
                            "<artifactId>(maven-\\w+-plugin|junit)[\\w-]*</artifactId>\\s*<version>([\\d.]+)</version>")
                    .matcher(Files.readString(pom))
                    .results()
                    .toList();
            assertThat(plugins).hasSizeGreaterThan(3).allSatisfy(plugin -> assertThat(parent)
                    .contains("<" + plugin.group(1) + ".version>" + plugin.group(2) + "</"));
        }
    }

    @Test
    void refusesWhatCannotBe() throws IOException {
        Files.createDirectories(folder.resolve("full/of"));

        for (List<String> wrong : List.of(
                List.of("My Forest", "not a name"),
                List.of("knn", "there is already a classifier knn"),
                List.of("full", "not empty"))) {
            Cli refused = Cli.run(
                    "plugin",
                    "new",
                    wrong.get(0),
                    "--sdk",
                    folder.toString(),
                    "--out",
                    folder.resolve("full").toString());
            assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(refused.err()).contains(wrong.get(1));
        }
        assertThat(Cli.run(
                                "plugin",
                                "new",
                                "mine",
                                "--sdk",
                                folder.resolve("none").toString())
                        .err())
                .contains("there is no sdk in");
    }

    @Test
    void listsEveryPlace() throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins/empty")).getParent();
        Files.createFile(plugins.resolve("loose.jar"));

        assertThat(Cli.run("plugin", "list", "--plugins", plugins.toString()).out())
                .contains("Plug-ins in " + plugins)
                .contains("  empty  NOT USED")
                .contains("holds no jar that names a classifier or data set")
                .contains("  loose.jar  NOT USED")
                .contains("lies loose");
        assertThat(Cli.run("plugin").exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    }
}
