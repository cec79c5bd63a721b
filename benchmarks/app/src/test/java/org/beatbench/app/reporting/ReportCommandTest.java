package org.beatbench.app.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.beatbench.app.Cli;
import org.beatbench.app.SmallResults;
import org.beatbench.files.FolderTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is asked for is made, and can be verified as it is. */
class ReportCommandTest {

    private static final List<String> NUMBERS = List.of("results.csv", "results.schema.json", "summary.md");

    @TempDir
    private static Path root;

    private static SmallResults results;

    @TempDir
    private Path folder;

    @BeforeAll
    static void run() throws IOException {
        results = SmallResults.run(root, "small", """
                title: A small one
                dataset: {id: synthetic, settings: {subjects: 10, beats: 60, seed: 1}}
                protocols: [beats]
                classifiers: [knn, decision-tree]
                limits: {time: 5m, memory: 512m, threads: 1}
                """);
    }

    private List<String> report(String... options) throws IOException {
        Cli report = results.call("report", with("--out", folder.toString(), options));
        assertThat(report.exitCode()).as(report.err()).isZero();
        Cli verify = results.call("verify", "--report", folder.toString());
        assertThat(verify.exitCode()).as(verify.out() + verify.err()).isZero();
        assertThat(verify.out()).doesNotContain("note");
        return FolderTree.names(folder);
    }

    private static String[] with(String option, String value, String... more) {
        String[] all = new String[more.length + 2];
        System.arraycopy(more, 0, all, 0, more.length);
        all[more.length] = option;
        all[more.length + 1] = value;
        return all;
    }

    @Test
    void writesThePageTheFiguresInThreeFormsAndTheNumbers() throws IOException {
        List<String> names = report();
        assertThat(names)
                .containsAll(NUMBERS)
                .contains("report.html", "report.json", "figures/README.md")
                .contains("figures/class-counts.png", "figures/class-counts.svg", "figures/class-counts.csv")
                .doesNotContain("report.md", "content.json");
        assertThat(Files.readString(folder.resolve("report.html"))).contains("figures/class-counts.svg");
    }

    @Test
    void writesOnlyWhatIsAskedForAndLinksNothingElse() throws IOException {
        assertThat(report("--format", "md,JSON"))
                .containsExactlyInAnyOrder(
                        "content.json", "report.json", "report.md", "results.csv", "results.schema.json", "summary.md");
        assertThat(Files.readString(folder.resolve("report.md")))
                .startsWith("# A small one\n")
                .contains("**On synthetic beats, ", "> **Mind:** the beats are synthetic", "| Classifier |")
                .doesNotContain("figures/");
    }

    @Test
    void pageWithoutFiguresHasNoLinksToThem() throws IOException {
        assertThat(report("--format=html")).doesNotContain("figures/README.md");
        assertThat(Files.readString(folder.resolve("report.html"))).doesNotContain("href=\"figures/");
    }

    @Test
    void writesFiguresOnly() throws IOException {
        List<String> names = report("--figures");
        assertThat(names)
                .allMatch(name -> name.startsWith("figures/") || name.equals("report.json"))
                .contains("figures/README.md", "figures/class-counts.png", "figures/confusion-beats-0.svg");
    }

    @Test
    void writesSomeFiguresInOneForm() throws IOException {
        assertThat(report("--figures=class-counts,confusion-*", "--format", "svg"))
                .containsExactlyInAnyOrder(
                        "report.json",
                        "figures/README.md",
                        "figures/class-counts.svg",
                        "figures/confusion-beats-0.svg",
                        "figures/confusion-beats-1.svg");
    }

    @Test
    void drawsBeatsOverTimeSinceTheResultsSayTheirRate() throws IOException {
        assertThat(Files.readString(results.folder().resolve("plan.json"))).contains("\"rate\" : 120.0");
    }

    @Test
    void figuresOfAWidthAreMadeAgainAndCompared() throws IOException {
        assertThat(report("--figures=class-counts", "--width", "8cm"))
                .containsExactlyInAnyOrder(
                        "report.json",
                        "figures/README.md",
                        "figures/class-counts.svg",
                        "figures/class-counts.png",
                        "figures/class-counts.pdf");
        assertThat(Files.readString(folder.resolve("figures/class-counts.svg"))).contains(" width=\"226.77pt\"");
        Cli verify = results.call("verify", "--report", folder.toString());
        assertThat(verify.out()).contains("2 images too");
        assertThat(verify.exitCode()).isZero();
    }

    @Test
    void makesAnewWhatTheFolderHasOfAnEarlierReport() throws IOException {
        report("--figures=class-counts", "--format=csv", "--title", "Early");
        List<String> names = report("--format=md", "--title", "Late");
        assertThat(names)
                .contains("report.md", "results.csv", "figures/class-counts.csv", "figures/confusion-beats-0.csv");
        assertThat(names).noneMatch(name -> name.endsWith(".png"));
        assertThat(Files.readString(folder.resolve("figures/README.md"))).startsWith("# Figures of Late\n");
    }

    @Test
    void hasTheTitleThatIsAskedFor() throws IOException {
        report("--title", " Heartbeats <1> ");
        assertThat(Files.readString(folder.resolve("report.html"))).contains("<h1>Heartbeats &lt;1&gt;</h1>");
        SmallResults.rewrite(folder.resolve("report.json"), text -> text.replace("Heartbeats <1>", "Other"));
        assertThat(results.call("verify", "--report", folder.toString()).out()).contains("FAIL: report.html, line ");
    }

    @Test
    void aChangedDrawingIsFound() throws IOException {
        report("--figures=class-counts", "--format=svg");
        SmallResults.rewrite(
                folder.resolve("figures/class-counts.svg"), text -> text.replaceFirst("#[0-9a-f]{6}", "#123456"));
        Cli verify = results.call("verify", "--report", folder.toString());
        assertThat(verify.exitCode()).isEqualTo(5);
        assertThat(verify.out()).contains("FAIL: figures/class-counts.svg, line ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--format pfd; Did you mean \"pdf\"?",
                "--figures --width 9cm; unknown width \"9cm\"",
                "--format svgg; Did you mean \"svg\"?",
                "--figures --format html; html is no format of a figure",
                "--figures=class-count; Did you mean \"class-counts\"?",
                "--figures=nothing-*; unknown figure",
                "--title=; the title is empty"
            })
    void saysWhatIsWrong(String options, String message) throws IOException {
        Cli report = results.call("report", with("--out", folder.resolve("out").toString(), options.split(" ")));
        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.err()).contains(message, "hint:").doesNotContain("\tat ");
        Path out = folder.resolve("out");
        assertThat(Files.exists(out) ? FolderTree.names(out) : List.of()).isEmpty();
    }

    @Test
    void takesTheFolderOfResultsForTheirName() {
        Cli report = Cli.run("report", results.folder().toString(), "--format", "json", "--out", folder.toString());
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(folder.resolve("content.json")).isNotEmptyFile();
    }

    @Test
    void exploresInTheSameFormats() throws IOException {
        Cli explore = Cli.run(
                "explore",
                "synthetic",
                "--set",
                "subjects=4",
                "--set",
                "beats=50",
                "--out",
                folder.toString(),
                "--format",
                "md,svg",
                "--title",
                "Looked at");
        assertThat(explore.exitCode()).as(explore.err()).isZero();
        assertThat(FolderTree.names(folder))
                .contains("report.md", "figures/README.md")
                .doesNotContain("report.html");
        assertThat(Files.readString(folder.resolve("report.md")))
                .startsWith("# Looked at\n")
                .contains("](figures/");
    }
}
