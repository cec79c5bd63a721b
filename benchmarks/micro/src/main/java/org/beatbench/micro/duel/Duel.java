package org.beatbench.micro.duel;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.files.Aside;
import org.beatbench.harness.Machine;
import org.beatbench.harness.RunLock;
import org.beatbench.micro.contest.Material;
import org.beatbench.micro.contest.Network;
import org.beatbench.plugins.Catalogue;
import org.beatbench.results.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares how fast libraries train the same networks and answer with them, in turn and on the same beats. */
@Command(
        name = "duel",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false,
        description = {
            "Compares how fast libraries train the same networks and answer with them, in turn and on the same beats."
        })
public final class Duel implements Callable<Integer> {

    private static final int FEWEST_ROUNDS = 5;

    @Option(names = "--networks", split = ",", description = "Networks: ${DEFAULT-VALUE} are all.")
    private List<String> networks = Network.ids();

    @Option(
            names = "--contestants",
            split = ",",
            description = "Libraries; the others are compared with the first. ${DEFAULT-VALUE} are all.")
    private List<String> contestants = ContestantCommand.ids();

    @Option(names = "--rounds", description = "How often each has its turn; fewer than 5 are for trying out.")
    private int rounds = 7;

    @Option(names = "--seconds", description = "How long a turn takes at least.")
    private double seconds = 3;

    @Option(names = "--warm-up", description = "Seconds that each works before the first round.")
    private double warmUp = 30;

    @Option(names = "--batches", split = ",", description = "Sizes of training batches.")
    private List<Integer> batches = List.of(128, 512);

    @Option(names = "--threads", description = "Threads of each.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seed", description = "Seed of weights and choice of beats.")
    private long seed = 1;

    @Option(names = "--dataset", description = "Where the beats come from, such as mitdb.")
    private String dataset = "synthetic";

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A setting of the data set. May be repeated.")
    private Map<String, String> settings = new TreeMap<>();

    @Option(names = "--data", description = "Folder of the data sets.", defaultValue = "${env:BEATBENCH_DATA:-data}")
    private Path data = Path.of("data");

    @Option(names = "--training", description = "Beats to train on.")
    private int training = 3584;

    @Option(names = "--test", description = "Beats to answer for.")
    private int test = 1280;

    @Option(
            names = "--padded",
            description =
                    "Tell where the padding of a beat begins, as in a run, so that who can may skip it; otherwise all"
                            + " beats count as unpadded and all do the same work.")
    private boolean padded;

    @Option(names = "--python", description = "The Python that has torch.")
    private String python = "python3";

    @Option(names = "--untimed", description = "For trying out: do not mind whether another run is being timed.")
    private boolean untimed;

    @Option(names = "--results", description = "Folder that gets duel.md, duel.csv, duel.json, beats and models.")
    private Path results = Path.of("results", "micro");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs a duel and ends the process: 0 if there are ratios, 1 if the reference is missing, 2 for wrong usage. */
    public static void main(String[] arguments) {
        System.exit(execute(new CommandLine(new Duel()), arguments));
    }

    static int execute(CommandLine commandLine, String... arguments) {
        return commandLine
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    if (problem instanceof UserError error) {
                        command.getErr().println("error: " + error.getMessage());
                        command.getErr().println("hint:  " + error.hint());
                        return 2;
                    }
                    throw problem;
                })
                .execute(arguments);
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public Integer call() throws IOException {
        DuelPlan plan = plan();
        PrintWriter err = spec.commandLine().getErr();
        if (rounds < FEWEST_ROUNDS || untimed) {
            err.println("Untimed, or fewer than " + FEWEST_ROUNDS + " rounds: for trying out, not for quoting.");
        }
        Load load = Load.now();
        if (!load.isQuiet()) {
            err.println(load.inWords());
        }
        try (RunLock timing = untimed
                        ? RunLock.NONE
                        : RunLock.ofMachine(
                                "benchmarks/micro/measure",
                                "wait until it ends, or add --untimed if the result does not matter");
                Aside aside = Aside.temporary()) {
            Path scratch = aside.path();
            List<ContestantCommand> commands = new ArrayList<>();
            for (String id : plan.contestants()) {
                commands.add(ContestantCommand.of(id, python, scratch));
            }
            Path material = results.resolve("material").toAbsolutePath();
            Material drawn = Material.draw(beats(), training, test, seed);
            (padded ? drawn : drawn.unpadded()).write(material);
            DuelFiles files =
                    new DuelFiles(results, plan, Instant.now(), Machine.environment(Environment.OWN_PROCESS), load);
            DuelResult result = DuelResult.NONE;
            String text = "";
            for (Network network : plan.networks()) {
                try (NetworkDuel networkDuel = new NetworkDuel(network, plan, err::println)) {
                    result = result.and(networkDuel.run(commands, material, scratch, results.resolve("models")));
                }
                text = files.write(result);
            }
            spec.commandLine().getOut().println(text);
            return result.misses(plan.contestants().get(0)) ? 1 : 0;
        }
    }

    private DuelPlan plan() {
        List<String> problems = new ArrayList<>();
        if (rounds < 1) {
            problems.add("--rounds must be at least 1: " + rounds);
        }
        if (!(seconds > 0 && warmUp >= 0)) {
            problems.add("--seconds must be positive, --warm-up at least 0: " + seconds + ", " + warmUp);
        }
        if (threads < 1) {
            problems.add("--threads must be at least 1: " + threads);
        }
        if (test < 1 || batches.stream().anyMatch(batch -> batch < 1 || batch > training)) {
            problems.add("--test must be at least 1 and --batches 1 to --training: " + test + ", " + batches + ", "
                    + training);
        }
        if (new HashSet<>(contestants).size() < contestants.size()) {
            problems.add("--contestants must differ from one another: " + contestants);
        }
        if (!problems.isEmpty()) {
            throw UserError.of("wrong options", problems, "see --help");
        }
        return new DuelPlan(
                networks.stream().map(Network::of).toList(),
                contestants,
                batches,
                rounds,
                time(seconds),
                time(warmUp),
                Duration.ofMillis(200),
                threads,
                seed,
                padded);
    }

    private static Duration time(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    private Beats beats() throws IOException {
        Catalogue catalogue = Catalogue.open(Duel.class.getClassLoader(), Path.of("plugins"));
        return catalogue.dataset(dataset).load(settings, new DatasetContext(data, Progress.NONE, Cancellation.NEVER));
    }
}
