package org.beatbench.app.hardening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.beatbench.app.Cli;
import org.beatbench.app.Main;
import org.beatbench.app.NewProcess;
import org.beatbench.experiment.Hash;
import org.beatbench.files.FolderTree;
import org.beatbench.models.ModelFolder;
import org.beatbench.plugins.Catalogue;
import org.beatbench.results.FolderStore;

/**
 * Kills commands at random moments, by the signal that no program can catch, and gives them again: nothing that was stored is lost
 * or done twice, nothing half stands under its name, and after the next command nothing is left behind.
 */
final class Kills {

    private static final String EXPERIMENT = """
            dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}
            protocols: [beats]
            classifiers: [logistic-regression, decision-tree, knn]
            canaries: false
            limits: {time: 5m, memory: 256m, threads: 1}
            """;

    private final Path folder;
    private final Path temporary;

    /** How long commands take that nobody kills, in milliseconds. */
    private final Map<String, Long> lengths = new HashMap<>();

    private int killed;
    private int killedRuns;
    private int ended;
    private int left;

    private Kills(Path folder) throws IOException {
        this.folder = folder;
        this.temporary = Files.createDirectory(folder.resolve("temporary"));
        Files.writeString(folder.resolve("killed.yaml"), EXPERIMENT);
    }

    /**
     * Kills runs, and for every four of them a training and an export.
     *
     * @param arguments how many runs, the number of the first, which seeds its moment, and a folder to work in
     */
    public static void main(String[] arguments) throws Exception {
        long count = Long.parseLong(arguments[0]);
        long first = Long.parseLong(arguments[1]);
        Path folder = Path.of(arguments[2]).toAbsolutePath();
        FolderTree.delete(folder);
        Kills kills = new Kills(Files.createDirectories(folder));
        List<String> undisturbed = List.of("run", "run --untimed");
        for (String way : undisturbed) {
            kills.finish(kills.run(way, way));
        }
        kills.finish(kills.train());
        kills.finish(kills.export());
        for (long number = first; kills.killedRuns < count; number++) {
            kills.killRun(undisturbed.get((int) (number / 2 % 2)), number);
            if (number % 4 == 0) {
                kills.killTraining(number);
                kills.killExport(number);
            }
        }
        System.out.println(kills.killed + " commands killed, " + kills.killedRuns + " of them runs, " + kills.left
                + " of them with something left behind, " + kills.ended
                + " had ended before; nothing was lost, done twice, half, or there after the next command");
    }

    private List<String> run(String way, String results) {
        List<String> command = new ArrayList<>(List.of(way.split(" ")));
        command.add(1, folder.resolve("killed.yaml").toString());
        command.addAll(List.of("--results", folder.resolve(results).toString()));
        return command;
    }

    private List<String> train() {
        return List.of(
                "train",
                "knn",
                "--dataset",
                "synthetic",
                "--force",
                "--out",
                folder.resolve("model").toString());
    }

    private List<String> export() {
        return List.of("export", "synthetic", "--out", folder.resolve("export").toString());
    }

    private void killRun(String way, long number) throws Exception {
        Path results = folder.resolve("results");
        FolderTree.delete(results);
        kill(run(way, "results"), number);
        Map<String, String> before = stored(results);
        String output = finish(run(way, "results"));
        require(output.contains(before.isEmpty() ? "" : before.size() + " of 3 trials are already done"), output);
        Map<String, String> after = stored(results);
        before.forEach((key, record) -> require(record.equals(after.get(key)), "trial " + key + " was done twice"));
        require(answers(results).equals(answers(folder.resolve(way))), "the answers are others");
        requireNothingLeft();
    }

    private void killTraining(long number) throws Exception {
        Path model = folder.resolve("model");
        kill(train(), number);
        Cli described = Cli.run("describe", model.toString());
        require(
                described.exitCode() == 0,
                "the earlier model is gone, or half of one stands there: " + described.err());
        finish(train());
        ModelFolder.open(model)
                .load(ModelFolder.open(model).classifier(Catalogue.open(Main.class.getClassLoader(), folder)), 1)
                .close();
        requireNothingLeft();
    }

    private void killExport(long number) throws Exception {
        Path file = folder.resolve("export/synthetic.csv");
        String whole = Hash.of(file);
        kill(export(), number);
        require(Hash.of(file).equals(whole), "the earlier file is gone, or half of one stands there");
        finish(export());
        requireNothingLeft();
    }

    private Process start(List<String> command) throws IOException {
        return NewProcess.of(Main.class, List.of("-Djava.io.tmpdir=" + temporary), command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    /** Starts a command and kills it, and only it, at a moment that the number chooses; what it started ends by itself. */
    private void kill(List<String> command, long number) throws Exception {
        Process process = start(command);
        long moment = new SplittableRandom(number).nextLong(lengths.get(name(command)));
        if (process.waitFor(moment, TimeUnit.MILLISECONDS)) {
            ended++;
        } else {
            List<ProcessHandle> trials = process.descendants().toList();
            process.destroyForcibly().waitFor();
            for (ProcessHandle trial : trials) {
                trial.onExit().get(30, TimeUnit.SECONDS);
            }
            killed++;
            killedRuns += command.get(0).equals("run") ? 1 : 0;
        }
        left += leftBehind().isEmpty() ? 0 : 1;
    }

    /** Lets a command end; returns what it printed. */
    private String finish(List<String> command) throws Exception {
        long start = System.nanoTime();
        int exitCode = start(command).waitFor();
        lengths.put(name(command), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        String output = Files.readString(folder.resolve("output"));
        require(exitCode == 0, output);
        return output;
    }

    private static String name(List<String> command) {
        return command.get(0) + command.contains("--untimed");
    }

    /** The hash of every record that is stored, by key, each of which can be read. */
    private static Map<String, String> stored(Path results) throws IOException {
        Map<String, String> stored = new TreeMap<>();
        Path trials = results.resolve("killed/trials");
        if (Files.isDirectory(trials)) {
            try (Stream<Path> children = Files.list(trials)) {
                for (Path trial : children.filter(child -> !isAside(child)).toList()) {
                    String key = trial.getFileName().toString();
                    FolderStore.at(results.resolve("killed")).read(key);
                    stored.put(key, Hash.of(trial.resolve("run.json")));
                }
            }
        }
        return stored;
    }

    /** The hash of the answers of every trial, by key. */
    private static Map<String, String> answers(Path results) throws IOException {
        Map<String, String> answers = new TreeMap<>();
        for (String key : FolderStore.at(results.resolve("killed")).keys()) {
            answers.put(
                    key, Hash.of(results.resolve("killed/trials").resolve(key).resolve("test.csv.gz")));
        }
        return answers;
    }

    private static boolean isAside(Path path) {
        return path.getFileName().toString().startsWith(".beatbench-");
    }

    /** What stands aside anywhere, or among the temporary files. */
    private List<Path> leftBehind() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> isAside(path)
                            || (temporary.equals(path.getParent())
                                    && !path.getFileName().toString().endsWith(".lock")))
                    .toList();
        }
    }

    private void requireNothingLeft() throws IOException {
        require(leftBehind().isEmpty(), "left behind: " + leftBehind());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
