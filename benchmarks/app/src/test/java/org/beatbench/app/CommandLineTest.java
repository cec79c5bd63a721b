package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.beatbench.api.UserError;
import org.beatbench.app.experiments.Experiments;
import org.beatbench.app.shell.Screen;
import org.beatbench.app.shell.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandLineTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "report",
                "status",
                "audit",
                "list",
                "describe",
                "fetch",
                "explore",
                "export",
                "export-split",
                "import",
                "export-results",
                "verify",
                "show",
                "doctor",
                "completion",
                "plugin"
            })
    void explainsEveryCommand(String command) {
        Cli help = Cli.run(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith("Usage: beatbench " + command);
    }

    @Test
    void listsCommandsWithWhatTheyAreForAlsoWhereItDoesNotNeedThem() {
        Screen screen = new Screen(Terminal.NONE, new PrintWriter(new StringWriter()));
        CommandLine some = Beatbench.of(screen, "--help");
        CommandLine all = Beatbench.of(screen, "completion");

        assertThat(some.getUsageMessage()).isEqualTo(all.getUsageMessage());
        assertThat(some.getSubcommands().get("run").getCommandSpec().findOption("--only"))
                .isNull();
        assertThat(all.getSubcommands().get("run").getCommandSpec().findOption("--only"))
                .isNotNull();
        assertThat(Cli.run("help", "run").out())
                .startsWith("Usage: beatbench run")
                .contains("--only");
        assertThat(Cli.run("--quiet", "list").exitCode()).isZero();
    }

    @Test
    void listsWhatThereIs() {
        Cli list = Cli.run("list");

        assertThat(list.exitCode()).isZero();
        assertThat(list.out())
                .contains("knn", "decision-tree", "logistic-regression")
                .contains("canary-majority", "canary-prior", "canary-length", "canary-twin")
                .contains("mitdb", "kaggle", "ucr", "synthetic")
                .contains("copies", "beats", "patients", "ds1-ds2")
                .contains("smote");
        assertThat(Cli.run("list", "--json").out()).startsWith("{");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "knn",
                "decision-tree",
                "logistic-regression",
                "canary-twin",
                "mitdb",
                "synthetic",
                "copies",
                "smote"
            })
    void describesWhatThereIs(String id) {
        Cli described = Cli.run("describe", id);

        assertThat(described.exitCode()).isZero();
        assertThat(described.out()).contains(id).doesNotContain("null");
        assertThat(Cli.run("describe", id, "--json").out()).contains("\"id\" : \"" + id + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runn",
                "run quik",
                "run --nonsense",
                "run quick --only knm --dry-run",
                "describe kn",
                "describe /nowhere/model",
                "describe core",
                "train",
                "predict",
                "predict model",
                "export-onnx",
                "export-onnx model",
                "export-onnx /nowhere/model --out x",
                "serve",
                "serve /nowhere/model",
                "detect",
                "detect /nowhere/record --out x",
                "fetch mitbd",
                "explore mitbd",
                "export synthetic --format excel --out x",
                "export mitdb --data /nowhere --out x",
                "explore synthetic --set sedd=1",
                "explore synthetic --set seed",
                "explore",
                "explore synthetic too-many",
                "audit quik",
                "audit quick --dataset synthetic",
                "audit --set seed=1",
                "audit quick --seed 2",
                "audit --dataset sinthetic",
                "audit --dataset synthetic --protocol betas",
                "audit quick --protocol ds1-ds2",
                "list --plugins /nowhere",
                "list --plugins pom.xml",
                "explore synthetic --set seed=one",
                "report never-run --results /nowhere",
                "report quick --format pdf --results /nowhere",
                "status never-run --results /nowhere",
                "verify never-run --results /nowhere",
                "export-split quik --out x",
                "export-split quick --protocol betas --out x",
                "export-split quick",
                "import none.csv --as x",
                "import none.csv --as x --experiment quik",
                "import none.csv --as , --experiment quick",
                "import none.csv --as x --experiment quick --protocol betas",
                "export-results never-run --format tsml --out x --results /nowhere",
                "export-results quick --format excel --out x",
                "compare quick",
                "compare never-run neither --results /nowhere"
            })
    void answersAMistakeWithAMessageAndExitCodeTwo(String mistake) {
        Cli answer = Cli.run(mistake.split(" "));

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).isNotBlank().doesNotContain("\tat ", "Exception");
    }

    @Test
    void doesNotBuryAMistakeUnderAPageOfUsage() {
        assertThat(Cli.run("explore", "synthetic", "--set", "seed").err().lines())
                .hasSize(2)
                .last()
                .isEqualTo("hint:  beatbench explore --help shows the usage");
    }

    @Test
    void showsTheHelpWhereNoCommandIsGiven() {
        Cli none = Cli.run();

        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).startsWith("Usage: beatbench").contains("130  stopped by Ctrl-C");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rnu               | unknown command rnu      | did you mean ./beatbench run?
            rnu --help        | unknown command rnu      | did you mean ./beatbench run?
            --help rnu        | unknown command rnu      | did you mean ./beatbench run?
            statsu quick      | unknown command statsu   | did you mean ./beatbench status?
            --hlep            | unknown option --hlep    | did you mean --help?
            run --onyl knn    | unknown option --onyl    | did you mean --only?
            run --onyl=knn    | unknown option --onyl    | did you mean --only?
            run --quite       | unknown option --quite   | did you mean --quiet?
            run --zzzzzzzz    | unknown option --zzzzzzzz | ./beatbench run --help shows the usage
            run quick standard | one word too many: standard | ./beatbench run --help shows the usage
            """)
    void saysWhatMayHaveBeenMeant(String typed, String error, String hint) {
        Cli answer = Cli.typed("./beatbench", Terminal.NONE, typed.split(" "));

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines()).hasSize(2).first().isEqualTo("error: " + error);
        assertThat(answer.err().lines().skip(1)).first().asString().startsWith("hint:  " + hint);
    }

    @Test
    void namesTheProgramAsItWasTyped() {
        assertThat(Cli.typed("./beatbench", Terminal.NONE, "status", "x", "--results", "/nowhere")
                        .err())
                .contains("hint:  run an experiment first: ./beatbench run");
        assertThat(Cli.typed("./beatbench", Terminal.NONE, "explore", "--help").out())
                .startsWith("Usage: ./beatbench explore")
                .contains("./beatbench list")
                .doesNotContain(" beatbench ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "audit"})
    void knowsEveryShippedExperiment(String command) {
        assertThat(Cli.run(command, "--help").out().replaceAll("\\s+", " "))
                .contains("One of " + String.join(", ", Experiments.SHIPPED) + ", or the path");
    }

    @Test
    void printsAScriptThatCompletesCommandsOptionsAndNames() {
        Cli completion = Cli.run("completion");

        assertThat(completion.exitCode()).isZero();
        assertThat(completion.out())
                .contains("complete -F _complete_beatbench", "--only", "new-patients", "decision-tree");
    }

    @Test
    void saysNothingOfProgressToWhoWantsItQuiet() throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), """
                dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}
                protocols: beats
                classifiers: decision-tree
                """);
        Cli run = Cli.run("run", file.toString(), "--untimed", "--quiet", "--results", folder.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("[1/", "Audit of").contains("Report: file:");
        assertThat(Files.readString(folder.resolve("small/plan.json"))).doesNotContain("--quiet");
    }

    @Test
    void coloursHelpAndErrorsWhereTheyAreSeenOnly() {
        Terminal seen = new Terminal(true, true, true);

        assertThat(Cli.typed("beatbench", seen, "rnu").err()).startsWith("\u001b[1;31merror:\u001b[0m");
        assertThat(Cli.typed("beatbench", seen, "run", "--help").out()).contains("\u001b[");
        assertThat(Cli.run("run", "--help").out()).doesNotContain("\u001b[");
    }

    @Test
    void refusesAFileOfGigabytesByItsName() throws IOException {
        try (RandomAccessFile header =
                new RandomAccessFile(folder.resolve("r.hea").toFile(), "rw")) {
            // Takes no room on the disk, and none of Java's arrays can hold it.
            header.setLength(3L << 30);
        }
        Cli answer = Cli.run("export", "wfdb", "--set", "folder=" + folder, "--out", folder.toString());

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .startsWith("error: " + folder.resolve("r.hea") + " holds more than")
                .doesNotContain("\tat ");
    }

    /** A command that asks for more than there is. */
    @Command(name = "greedy")
    private static final class Greedy implements Callable<Integer> {

        @Override
        public Integer call() {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    @Test
    void saysThatMemoryRanOutInsteadOfATrace() {
        StringWriter err = new StringWriter();
        int exitCode = Main.execute(new CommandLine(new Greedy()).setErr(new PrintWriter(err, true)));

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("error: out of memory (Java heap space)")
                .contains("-Xmx8g")
                .doesNotContain("\tat ");
    }

    /** A command whose disk is full. */
    @Command(name = "write")
    private static final class Write implements Callable<Integer> {

        @Override
        public Integer call() {
            throw UserError.unwritable(
                    Path.of("results"), new IOException("No space left on device"), "choose another folder");
        }
    }

    @Test
    void takesAFullDiskForNobodysMistake() {
        Cli answer = Cli.of(new Write());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err().lines())
                .containsExactly(
                        "error: the disk is full: results cannot be written: No space left on device",
                        "hint:  make room and give the same command again; what was finished is kept");
    }

    @Test
    void keepsTheResultsOfShippedExperimentsApartFromOthers() throws IOException {
        Path file = folder.resolve("quick.yaml");
        Files.writeString(file, "{dataset: synthetic, protocols: beats, classifiers: knn}");

        assertThat(Cli.run("run", file.toString(), "--dry-run").err()).contains("another experiment quick", "rename");
        assertThat(Cli.run("run", "benchmarks/experiments/example.yaml", "--dry-run")
                        .exitCode())
                .isZero();
    }

    @Test
    void namesEverythingWrongInAnExperimentFile() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, """
                dataset: {id: synthetic, settings: {sedd: 3}}
                protocols: [betas]
                classifiers:
                  - {id: knn, settings: {neighbors: 3}}
                  - decision-treee
                """);
        Cli answer = Cli.run("run", file.toString(), "--results", folder.toString());

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .contains("unknown setting sedd; did you mean seed?")
                .contains("Did you mean \"beats\"?")
                .contains("unknown setting neighbors; did you mean neighbours?")
                .contains("Did you mean \"decision-tree\"?");
    }
}
