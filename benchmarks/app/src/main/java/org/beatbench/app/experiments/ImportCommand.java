package org.beatbench.app.experiments;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.beatbench.answers.Answers;
import org.beatbench.answers.ImportedAnswers;
import org.beatbench.api.UserError;
import org.beatbench.app.options.FolderOptions;
import org.beatbench.app.options.KnownIds;
import org.beatbench.app.options.ResultsFolder;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Interrupt;
import org.beatbench.app.shell.Screen;
import org.beatbench.calibration.Calibration;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.Experiment;
import org.beatbench.experiment.Trial;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.harness.Machine;
import org.beatbench.harness.RunLock;
import org.beatbench.harness.Splits;
import org.beatbench.protocol.Protocols;
import org.beatbench.resampling.Resampling;
import org.beatbench.results.Costs;
import org.beatbench.results.Environment;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;
import org.beatbench.run.PreparedExperiment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beatbench import}: answers that another program gave, to be compared with those of classifiers here. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Brings answers that another program gave into the results of an experiment.",
            "",
            "The file has the column row and one of probabilities for each class, for exactly the rows of test.csv of one split;"
                    + " see ${ROOT-COMMAND-NAME} export-split. They are scored, compared and reported as NAME (imported), without"
                    + " times, since nothing was run here. Which split it is, the options say, or the manifest.json beside the file."
        })
public final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ANSWERS", description = "The CSV file of one split.")
    private Path file = Path.of("");

    @Option(names = "--as", paramLabel = "NAME", required = true, description = "What it is called in tables.")
    private String name = "";

    @Option(
            names = "--experiment",
            paramLabel = "EXPERIMENT",
            required = true,
            completionCandidates = Experiments.Names.class,
            description = "One of ${COMPLETION-CANDIDATES}, or the path of a YAML file.")
    private String experiment = "";

    @Option(
            names = "--protocol",
            paramLabel = "PROTOCOL",
            completionCandidates = KnownIds.ProtocolIds.class,
            description = "The protocol. Default: that of the manifest, or the only one.")
    private @Nullable String protocol;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Seed of the split. Default: that of the manifest, or the only one.")
    private @Nullable Long seed;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            description = "Name of the split, such as fold-2. Default: that of the manifest, or the only one.")
    private @Nullable String split;

    @Option(names = "--force", description = "Replace answers that are there already.")
    private boolean force;

    @Mixin
    private FolderOptions places = new FolderOptions();

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @Override
    public Integer call() throws IOException {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} .,+_-]{0,59}")) {
            throw new UserError(
                    "\"" + name + "\" is no name for tables",
                    "give up to 60 letters, digits, blanks and . , + _ - after --as");
        }
        Experiment chosen = Experiments.find(experiment);
        if (chosen.forms().size() > 1) {
            throw new UserError(
                    chosen.id() + " compares forms of input, and nobody knows which of them imported answers go by",
                    "import into an experiment of one form");
        }
        Optional<SplitManifest> manifest = SplitManifest.beside(file);
        Screen screen = Screen.of(spec);
        PreparedExperiment prepared;
        try (Interrupt.Work work = screen.interrupt().work()) {
            prepared = places.prepare(chosen, BuildInfo.program() + " run " + experiment, screen, work);
        }
        manifest.ifPresent(found -> requireSameData(found, prepared));
        Trial like = chosen(prepared, manifest);
        ImportedAnswers read = ImportedAnswers.read(
                file, prepared.beats(), new Splits(prepared.beats()).of(like).test());
        Plan plan = store(prepared, like, read.answers());
        tell(prepared, plan, imported(like), read);
        return ExitCode.OK;
    }

    private static void requireSameData(SplitManifest manifest, PreparedExperiment prepared) {
        String here = prepared.trials().get(0).dataset().fingerprint();
        if (!manifest.dataset().fingerprint().equals(here)) {
            throw new UserError(
                    "the split beside the answers is of other data than the experiment: fingerprint "
                            + manifest.dataset().fingerprint() + ", here " + here,
                    "name the experiment, and with --data the data, that the split was exported from");
        }
    }

    /** A trial of the split that the answers are for. */
    private Trial chosen(PreparedExperiment prepared, Optional<SplitManifest> manifest) {
        List<Trial> left = prepared.trials();
        left = only(
                left,
                "protocol",
                Trial::protocolId,
                protocol == null ? null : Protocols.current(protocol),
                manifest.map(
                        found -> found.protocol().substring(0, found.protocol().lastIndexOf('/'))));
        left = only(
                left,
                "seed",
                trial -> Long.toString(trial.seed()),
                seed == null ? null : Long.toString(seed),
                manifest.map(found -> Long.toString(found.seed())));
        left = only(left, "split", Trial::split, split, manifest.map(SplitManifest::split));
        Trial like = left.get(0);
        if (manifest.isPresent()
                && protocol == null
                && !manifest.get().protocol().equals(like.protocol())) {
            throw new UserError(
                    "the split beside the answers was made by " + manifest.get().protocol()
                            + ", and the experiment divides by " + like.protocol(),
                    "export the split again");
        }
        return like;
    }

    private static List<Trial> only(
            List<Trial> trials,
            String what,
            Function<Trial, String> of,
            @Nullable String option,
            Optional<String> written) {
        List<String> known = trials.stream().map(of).distinct().toList();
        String wanted = option != null ? option : written.orElse(known.size() == 1 ? known.get(0) : "");
        if (!known.contains(wanted)) {
            throw new UserError(
                    wanted.isEmpty()
                            ? "the experiment has several of what --" + what + " names"
                            : "the experiment has no " + what + " " + wanted,
                    "say --" + what + " with one of " + String.join(", ", known));
        }
        return trials.stream().filter(trial -> of.apply(trial).equals(wanted)).toList();
    }

    /** The trial that the answers become. Nothing that is known of it differs between machines, so neither does its key. */
    private Trial imported(Trial like) {
        return new Trial(
                name + " (imported)",
                like.dataset(),
                like.protocol(),
                like.split(),
                ClassifierUse.imported(name),
                Resampling.NONE.id(),
                Calibration.NONE.id(),
                ValidationUse.JOINED,
                Map.of(),
                like.seed(),
                1,
                0,
                like.folds());
    }

    @SuppressWarnings("try") // the lock is held, not used
    private Plan store(PreparedExperiment prepared, Trial like, Answers answers) throws IOException {
        Path folder = results.of(prepared.experiment().id());
        FolderStore store = FolderStore.open(folder);
        Trial trial = imported(like);
        try (RunLock writing = RunLock.ofStore(folder, BuildInfo.commandLine(spec))) {
            if (store.contains(trial) && !force) {
                throw new UserError(
                        "answers of " + trial.inWords() + " are there already",
                        "give another name with --as, or add --force to replace them");
            }
            Optional<Plan> earlier = store.earlierPlan();
            Plan plan = prepared.plan(prepared.provenance());
            if (earlier.isPresent()) {
                plan = plan.keepingImported(earlier.get())
                        .withCommand(earlier.get().command());
            }
            // All splits of the protocol and seed: a part of them is no result, and is shown as incomplete.
            Plan whole = plan.with(prepared.trials().stream()
                    .filter(other -> other.protocol().equals(like.protocol()) && other.seed() == like.seed())
                    .map(this::imported)
                    .distinct()
                    .toList());
            store.putPlan(whole);
            store.put(new RunRecord(
                    trial, outcome(answers), elsewhere(), Clock.systemUTC().instant()));
            return whole;
        }
    }

    private static Outcome outcome(Answers answers) {
        Costs none = new Costs(0, answers.size(), Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, 0, 0);
        return new Outcome.Completed(answers.none(), answers, none);
    }

    /** Nothing is known of what they were made on. */
    private static Environment elsewhere() {
        return new Environment(
                Machine.version(), Machine.commit(), "unknown", "unknown", "unknown", 0, 0, ClassifierUse.IMPORTED);
    }

    private void tell(PreparedExperiment prepared, Plan plan, Trial trial, ImportedAnswers read) throws IOException {
        FolderStore store =
                FolderStore.existing(results.of(prepared.experiment().id()));
        List<Trial> mine = plan.trials().stream()
                .filter(other -> other.label().equals(trial.label())
                        && other.protocol().equals(trial.protocol())
                        && other.seed() == trial.seed())
                .toList();
        long there = mine.stream().filter(store::contains).count();
        PrintWriter out = spec.commandLine().getOut();
        out.println(trial.inWords() + ": " + Phrases.counted(read.answers().size(), "answer", "answers") + " stored"
                + (read.scaled() == 0 ? "" : ", of which " + read.scaled() + " were scaled to a sum of 1"));
        out.println(
                there < mine.size()
                        ? there + " of " + mine.size()
                                + " splits are there; the others are wanted before it is compared"
                        : "To compare it: " + BuildInfo.program() + " report "
                                + prepared.experiment().id());
    }
}
