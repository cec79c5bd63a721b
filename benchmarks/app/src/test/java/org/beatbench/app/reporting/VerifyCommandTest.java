package org.beatbench.app.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.app.Cli;
import org.beatbench.app.SmallResults;
import org.beatbench.experiment.Hash;
import org.beatbench.experiment.Trial;
import org.beatbench.files.FolderTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every fault that is planted here must be found and named. */
class VerifyCommandTest {

    private static final String EXPERIMENT = """
            title: Something to verify
            dataset: {id: synthetic, settings: {subjects: 10, beats: 60, seed: %d}}
            protocols: [seed, beats]
            classifiers: [logistic-regression, {id: knn, settings: {neighbours: [1, 3]}}]
            limits: {time: 5m, memory: 512m, threads: 1}
            """;

    @TempDir
    private static Path original;

    private static SmallResults untouched;

    @TempDir
    private Path folder;

    private SmallResults results;

    @BeforeAll
    static void run() throws IOException {
        untouched = SmallResults.run(original, "small", EXPERIMENT.formatted(1));
    }

    @BeforeEach
    void copy() throws IOException {
        results = untouched.copy(folder);
    }

    private void assertFinds(String... words) {
        Cli verify = results.call("verify");

        assertThat(verify.exitCode()).as(verify.out() + verify.err()).isEqualTo(5);
        assertThat(verify.out()).contains("FAIL: ").contains(words).doesNotContain("PASS");
        assertThat(verify.err()).isEmpty();
    }

    /** Verifies with a lock of its own for timed runs: others on this machine do not matter here. */
    private Cli rerun(String... options) {
        String usual = System.setProperty("java.io.tmpdir", folder.toString());
        try {
            return results.call("verify", options);
        } finally {
            System.setProperty("java.io.tmpdir", usual);
        }
    }

    @Test
    void passesResultsThatNobodyTouched() {
        Cli verify = results.call("verify");

        assertThat(verify.err()).isEmpty();
        assertThat(verify.out())
                .contains("data    synthetic: fingerprint and counts of 600 beats recomputed")
                .contains("trials  14 stored, keys recomputed;")
                .contains("labels  ")
                .contains("report  made again from the stored answers: ", "images too")
                .contains("PASS: every number of " + results.folder().resolve("report")
                        + " follows from what the trials stored\nNo trial was run again")
                .endsWith("--rerun random\n")
                .doesNotContain("note");
        assertThat(verify.exitCode()).isZero();
    }

    @Test
    void takesTheFolderForTheNameAndAReportFromAnywhere() {
        Path elsewhere = folder.resolve("elsewhere");
        results.call("report", "--out", elsewhere.toString());
        Cli verify = Cli.run("verify", results.folder().toString(), "--report", elsewhere.toString());

        assertThat(verify.exitCode()).isZero();
        assertThat(verify.out()).contains("PASS: every number of " + elsewhere);
    }

    @Test
    void answersPrograms() {
        Cli passed = results.call("verify", "--json");
        assertThat(passed.exitCode()).isZero();
        assertThat(passed.out())
                .startsWith("{")
                .contains("\"passed\" : true", "\"name\" : \"trials\"", "\"count\" : 6", "\"difference\" : null");

        SmallResults.rewrite(results.report("summary.md"), text -> text.replace("0.", "1."));
        Cli failed = results.call("verify", "--json");
        assertThat(failed.exitCode()).isEqualTo(5);
        assertThat(failed.out()).contains("\"passed\" : false", "\"place\" : \"summary.md, line ");
    }

    @Test
    void findsAChangedDigitInAStoredAnswer() throws IOException {
        Trial trial = results.trial("knn");
        results.rewriteAnswers(trial, text -> text.replaceFirst("1\\.0", "0.9"));

        assertFinds(trial.key(), "test.csv.gz is damaged: it is not what the trial wrote");
    }

    @Test
    void findsThatTheDescriptionOfTheAnswersIsAnotherOrGone() throws IOException {
        Path description = results.folder().resolve("answers.schema.json");
        SmallResults.rewrite(description, text -> text + " ");
        assertFinds("FAIL: answers.schema.json");
        Files.delete(description);
        assertFinds("FAIL: answers.schema.json");
    }

    @Test
    void findsATrialThatWasDeleted() throws IOException {
        Trial trial = results.trial("knn");
        FolderTree.delete(results.folder(trial));

        assertFinds("report.json", "trial " + trial.key() + " (" + trial.label(), "it is not there any more");
    }

    @Test
    void findsATrialThatWasStruckFromThePlan() throws IOException {
        Trial trial = results.trial("logistic-regression");
        SmallResults.rewrite(
                results.folder().resolve("plan.json"),
                text -> text.replaceFirst("\"batch-size\" : \"(\\d+)\"", "\"batch-size\" : \"1$1\""));

        assertFinds("trial " + trial.key() + " was stored", "it is not in plan.json");
    }

    @Test
    void findsATrialThatWasStoredAfterTheReport() throws IOException {
        Trial trial = results.trial("knn");
        Path aside = folder.resolve("aside");
        Files.move(results.folder(trial), aside);
        results.call("report");
        Files.move(aside, results.folder(trial));

        assertFinds("trial " + trial.key(), "it is there now");
    }

    @Test
    void findsAReportOfOtherData() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        SmallResults stranger = SmallResults.run(other, "small", EXPERIMENT.formatted(2));
        String fingerprint = stranger.trial("knn").dataset().fingerprint();
        FolderTree.delete(results.folder().resolve("report"));
        Files.move(stranger.folder().resolve("report"), results.folder().resolve("report"));

        assertFinds(
                "the data have the fingerprint " + fingerprint,
                "the trials are of data " + results.trial("knn").dataset().fingerprint());
    }

    @Test
    void findsTrialsOfOtherDataThanThoseAtHand() throws IOException {
        Trial trial = results.trial("knn");
        SmallResults.rewrite(
                results.folder().resolve("plan.json"),
                text -> text.replace(trial.dataset().fingerprint(), "0".repeat(64)));

        assertFinds("the data at hand (synthetic)", "the trials have 0000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"results.csv", "report.html", "summary.md", "results.schema.json", "figures/ladder.csv"})
    void findsAChangedNumberInEveryFileOfTheReport(String name) throws IOException {
        Path file = results.report(name);
        String before = Hash.of(file);
        SmallResults.rewrite(file, text -> text.replaceFirst("0(\\.\\d)?", "7"));
        assertFinds(name + ", line ", "there: ", "but: ");

        // Nor does it help to know of the list of hashes.
        String after = Hash.of(file);
        SmallResults.rewrite(results.report("report.json"), text -> text.replace(before, after));
        assertFinds(name + ", line ");
    }

    @Test
    void namesTheLineAndBothNumbers() throws IOException {
        List<String> lines = Files.readAllLines(results.report("results.csv"));
        int line = 0;
        while (!lines.get(line).contains(",all,macro-f1,")) {
            line++;
        }
        String number = lines.get(line).split(",")[9];
        int changed = line;
        SmallResults.rewrite(
                results.report("results.csv"),
                text -> text.replace(lines.get(changed), lines.get(changed).replace(number, "0.99")));

        assertFinds("results.csv, line " + (line + 1), "macro-f1,,0.99", "macro-f1,," + number.substring(0, 4));
    }

    @Test
    void findsAChangedAndAMissingImage() throws IOException {
        Path image = results.report("figures/ladder.png");
        byte[] bytes = Files.readAllBytes(image);
        bytes[bytes.length / 2] ^= 1;
        Files.write(image, bytes);
        assertFinds("figures/ladder.png", "the image is another");

        Files.delete(image);
        assertFinds("figures/ladder.png", "the file is missing");
    }

    @Test
    void takesAnImageFromAnotherJavaForWhatItsHashSays() throws IOException {
        Path image = results.report("figures/ladder.png");
        Files.copy(results.report("figures/class-counts.png"), image, StandardCopyOption.REPLACE_EXISTING);
        String hash = Hash.of(image);
        SmallResults.rewrite(
                results.report("report.json"), text -> text.replaceFirst("\"java\" : \"", "\"java\" : \"Other ")
                        .replaceFirst("(\"figures/ladder.png\" : \")[0-9a-f]+", "$1" + hash));
        Cli verify = results.call("verify");
        assertThat(verify.exitCode()).isZero();
        assertThat(verify.out()).contains("1 images are as they were made, but were drawn elsewhere");

        SmallResults.rewrite(
                results.report("report.json"),
                text -> text.replaceFirst("(\"figures/ladder.png\" : \")[0-9a-f]+", "$1" + "0".repeat(64)));
        assertFinds("figures/ladder.png", "the image is another");
    }

    @Test
    void findsCostsThatWereChanged() throws IOException {
        Trial trial = results.trial("knn");
        SmallResults.rewrite(
                results.folder(trial).resolve("run.json"),
                text -> text.replaceFirst("\"modelBytes\" : \\d+", "\"modelBytes\" : 7"));

        assertFinds("report.json", "trial " + trial.key(), "run.json is ");
    }

    @Test
    void findsALabelThatNoHashKnowsOf() throws IOException {
        results = SmallResults.run(
                folder,
                "alone",
                "{dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}, protocols: beats, classifiers: knn,"
                        + " canaries: false}");
        Trial trial = results.trial("knn");
        results.forgeAnswers(trial, text -> text.replaceFirst(",N,1\\.0", ",V,1.0"));

        assertFinds("trials/" + trial.key() + "/test.csv.gz, answer ", "truth V", "the data say N");
        Cli blind = results.call("verify", "--without-data");
        assertThat(blind.exitCode()).isZero();
        assertThat(blind.out()).doesNotContain("labels");
    }

    @Test
    void runsATrialAgainAndFindsTheSameAnswers() throws IOException {
        Trial trial = results.trial("knn");
        Cli again = rerun("--rerun", trial.key().substring(0, 10));

        assertThat(again.err()).isEmpty();
        assertThat(again.out())
                .contains("rerun   " + trial.label(), trial.key(), "answers are equal bit by bit", "PASS");
        assertThat(again.exitCode()).isZero();
    }

    @Test
    void findsAnswersThatTheTrialWouldNotGive() throws IOException {
        Trial trial = results.trial("knn");
        results.forgeAnswers(trial, text -> text.replaceFirst(",1\\.0,0\\.0,", ",0.75,0.25,"));

        assertThat(results.call("verify").exitCode())
                .as("nothing else can know")
                .isZero();
        Cli again = rerun("--rerun", trial.key());
        assertThat(again.exitCode()).isEqualTo(5);
        assertThat(again.out())
                .contains("FAIL: trials/" + trial.key(), "run again, 1 of ", "0 of them in the class, by at most 0.25");
    }

    @Test
    void doesNotCountAgainstATrialThatItRanOnAnotherMachine() throws IOException {
        Trial trial = results.trial("knn");
        SmallResults.rewrite(
                results.folder(trial).resolve("run.json"),
                text -> text.replaceFirst("\"processor\" : \"", "\"processor\" : \"Other "));
        results.forgeAnswers(trial, text -> text.replaceFirst(",1\\.0,0\\.0,", ",0.75,0.25,"));
        Cli again = rerun("--rerun", trial.key());

        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("1 of ", "it was run on another machine or Java (Other ");
    }

    @Test
    void choosesTheShortestTrialWhenAskedForOne() {
        Cli again = rerun("--rerun-one", "--without-data");

        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("rerun   ", "answers are equal bit by bit");
    }

    @Test
    void drawsTrialsByLotAndCountsThem() {
        Cli again = rerun("--rerun", "random,random", "--without-data", "--json");
        JsonNode answer = JsonMapper.shared().readTree(again.out());

        assertThat(again.exitCode()).isZero();
        assertThat(answer.get("reruns").asInt()).isBetween(1, 2);
        assertThat(answer.get("checked")
                        .valueStream()
                        .filter(step -> step.get("name").asString().equals("rerun")))
                .hasSize(answer.get("reruns").asInt());
    }

    @Test
    void saysWhatItCannotCheck() throws IOException {
        Files.writeString(results.report("mine.txt"), "7");
        Files.createDirectories(results.folder().resolve("trials/older"));
        Files.writeString(results.folder().resolve("trials/older/run.json"), "{}");
        Cli verify = results.call("verify");

        assertThat(verify.exitCode()).isZero();
        assertThat(verify.out())
                .contains("note    not of this report, and not checked: mine.txt")
                .contains("note    1 stored trials are not of this plan");
    }

    @Test
    void aReportMustSayWhatItWasMadeFrom() {
        SmallResults.rewrite(results.report("report.json"), text -> "{");
        assertFinds("FAIL: report.json", "it is missing, or cannot be read");
    }

    @Test
    void saysThatTheDataAreNotAtHand() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        for (String part : List.of("TRAIN", "TEST")) {
            Files.writeString(
                    data.resolve("Tiny_" + part + ".tsv"),
                    IntStream.range(0, 20)
                            .mapToObj(i -> "1\t0.1\t%1$d.%2$d\n2\t0.9\t%1$d.%2$d\n".formatted(i, part.length()))
                            .collect(Collectors.joining()));
        }
        SmallResults tiny = SmallResults.run(
                folder,
                "tiny",
                "{dataset: {id: ucr, settings: {problem: Tiny, folder: " + data + "}}, protocols: beats,"
                        + " classifiers: knn}");
        assertThat(tiny.call("verify").out()).contains("data    ucr: ", "PASS").doesNotContain("note");
        FolderTree.delete(data);
        Cli verify = tiny.call("verify");

        assertThat(verify.exitCode()).isZero();
        assertThat(verify.out())
                .contains("note    the data are not at hand (")
                .contains("so their fingerprint, the labels and the rows were not recomputed", "PASS")
                .doesNotContain("labels  ");
    }

    @Test
    void makesTheSingleBeatsOfAReportAgain() {
        assertThat(results.report("figures/errors.csv")).content().contains("the beat,0.0,");
        Cli blind = results.call("verify", "--without-data");
        assertThat(blind.exitCode()).isZero();
        assertThat(blind.out())
                .contains("note    the report shows the data, and these are not at hand")
                .contains("PASS: but for the notes above, every number of ");
        SmallResults.rewrite(
                results.report("figures/errors.csv"),
                text -> text.replaceFirst("the beat,0\\.0,.*", "the beat,0.0,7.0"));
        assertThat(results.call("verify", "--without-data").out())
                .contains("FAIL: figures/errors.csv", "it is another");
        assertFinds("figures/errors.csv, line ");
        SmallResults.rewrite(
                results.report("report.html"), text -> text.replaceFirst("called [NSVFQ], 0", "called N, 1"));
        assertFinds("report.html, line ");
    }

    @Test
    void makesTheSingleBeatsAgainThatClassifiersWereAskedAbout() throws IOException {
        SmallResults asked = SmallResults.run(
                Files.createDirectory(folder.resolve("asked")),
                "asked",
                "{dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}, protocols: beats, classifiers: knn,"
                        + " saliency: 2}");
        assertThat(asked.call("verify").out()).contains("PASS").doesNotContain("note");
        assertThat(asked.call("verify", "--without-data").out())
                .contains("note    the report shows the data, and these are not at hand", "PASS");
        SmallResults.rewrite(
                asked.report("figures/saliency-beats.csv"),
                text -> text.replaceFirst(",0\\.0,0\\.0,.*", ",0.0,0.0,7.0"));
        assertThat(asked.call("verify").out()).contains("FAIL: figures/saliency-beats.csv, line 2");
        assertThat(asked.call("verify", "--without-data").out())
                .contains("FAIL: figures/saliency-beats.csv", "it is another");

        for (String[] options : new String[][] {{}, {"--data", folder.toString(), "--no-beats"}}) {
            assertThat(asked.call("report", options).exitCode()).isZero();
            assertThat(asked.report("figures/saliency-beats.csv")).doesNotExist();
            assertThat(asked.report("figures/saliency-strips.csv")).exists();
            assertThat(asked.report("report.html")).content().contains("No single beat is shown: this report was made");
        }
    }

    @Test
    void aReportShowsNoBeatsUnlessItIsGivenTheData() throws IOException {
        assertThat(results.report("report.json")).content().contains("\"shows\" : \"beats\"");
        assertThat(results.call("report").exitCode()).isZero();
        assertThat(results.report("report.json")).content().contains("\"shows\" : \"nothing\"");
        assertThat(results.report("figures/errors.csv")).doesNotExist();
        assertThat(results.report("figures/mean-beats.csv")).doesNotExist();
        assertThat(results.call("verify", "--without-data").out())
                .contains("PASS")
                .doesNotContain("note");

        assertThat(results.call("report", "--data", folder.toString()).exitCode())
                .isZero();
        assertThat(results.report("report.html")).content().contains("Confident and wrong");
        assertThat(results.call("verify").out()).contains("PASS").doesNotContain("note");

        String fingerprint = results.trial("knn").dataset().fingerprint();
        SmallResults.rewrite(results.folder().resolve("plan.json"), text -> text.replace(fingerprint, "0".repeat(64)));
        Cli other = results.call("report", "--data", folder.toString());
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("are not those that the experiment was run on");
    }

    @Test
    void aRunThatIsToBePublishedShowsNoBeats() throws IOException {
        Path open = Files.createDirectory(folder.resolve("public"));
        SmallResults published = SmallResults.run(open, "small", EXPERIMENT.formatted(1), "--no-beats");
        assertThat(published.report("report.html")).content().contains("No single beat is shown");
        assertThat(published.report("report.json")).content().contains("\"shows\" : \"means\"");
        assertThat(published.report("figures/mean-beats.csv")).isNotEmptyFile();
        assertThat(published.report("figures/gallery.csv")).doesNotExist();
        assertThat(published.call("verify").out()).contains("PASS").doesNotContain("note");
    }

    @Test
    void saysThatAReportWasMadeByAnotherVersion() {
        SmallResults.rewrite(
                results.report("report.json"), text -> text.replaceFirst("\"beatbench\" : \"", "\"beatbench\" : \"9."));
        SmallResults.rewrite(results.report("report.html"), text -> text.replace("Verdict", "Findings"));

        assertFinds("report.html", "note    the report was made by beatbench 9.", "makes it anew");
    }

    @Test
    void asksForWhatIsThere() throws IOException {
        assertThat(results.call("verify", "--rerun", "nonsense").err()).contains("unknown trial \"nonsense\"");
        assertThat(results.call("verify", "--rerun", "nonsense").exitCode()).isEqualTo(2);
        assertThat(results.call("verify", "--rerun", "abcd", "--rerun-one").exitCode())
                .isEqualTo(2);
        assertThat(Cli.run("verify", "smal", "--results", folder.toString()).err())
                .contains("no results of smal", "did you mean small?");
        FolderTree.delete(results.folder().resolve("report"));
        Cli none = results.call("verify");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("there is no report in ", "beatbench report");
    }
}
