package org.beatbench.app.hardening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.beatbench.app.Cli;
import org.beatbench.app.SmallResults;
import org.beatbench.files.FolderTree;

/**
 * Changes finished results, their report and a saved model, one file at a time, and asks whether anybody notices: {@code verify} must
 * fail, and a model must be refused.
 */
final class Tamperings {

    private static final String EXPERIMENT = """
            dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}
            protocols: [beats]
            classifiers: [logistic-regression, decision-tree]
            robustness: 50
            saliency: 2
            limits: {time: 5m, memory: 512m, threads: 1}
            """;

    private enum Way {
        ANOTHER_CHARACTER,
        CUT_OFF,
        LONGER,
        GONE,
        ANOTHER_FILE
    }

    private final SmallResults results;
    private final Path model;
    private final Path rows;
    private final List<Path> files = new ArrayList<>();

    private Tamperings(Path folder) throws IOException {
        results = SmallResults.run(Files.createDirectory(folder.resolve("results")), "tampered", EXPERIMENT);
        model = folder.resolve("model");
        String[] data = {"--dataset", "synthetic", "--set", "subjects=6", "--set", "beats=50"};
        require(Cli.run(with(data, "train", "knn", "--out", model.toString())));
        rows = Files.writeString(folder.resolve("rows.csv"), "0.5,".repeat(186) + "0.5\n");
        for (Path root : List.of(results.folder(), model)) {
            for (String name : FolderTree.names(root)) {
                if (!name.equals(".lock")) {
                    files.add(root.resolve(name));
                }
            }
        }
        require(verify());
        require(predict());
    }

    /**
     * Tampers in all ways with some files.
     *
     * @param arguments how many tamperings, the number of the first, which seeds it, and a folder to work in
     */
    public static void main(String[] arguments) throws Exception {
        long count = Long.parseLong(arguments[0]);
        long first = Long.parseLong(arguments[1]);
        Path folder = Path.of(arguments[2]).toAbsolutePath();
        FolderTree.delete(folder);
        Tamperings tamperings = new Tamperings(Files.createDirectories(folder));
        int missed = 0;
        for (long number = first; number < first + count; number++) {
            missed += tamperings.isNoticed(number) ? 0 : 1;
        }
        System.out.println(count + " tamperings with " + tamperings.files.size() + " files: " + missed + " missed");
        System.exit(missed == 0 ? 0 : 1);
    }

    private boolean isNoticed(long number) throws IOException {
        SplittableRandom random = new SplittableRandom(number);
        Way way = Way.values()[(int) (number % Way.values().length)];
        Path file = files.get(random.nextInt(files.size()));
        byte[] original = Files.readAllBytes(file);
        byte[] changed = changed(original, way, random);
        if (way == Way.GONE) {
            Files.delete(file);
        } else {
            Files.write(file, changed);
        }
        Cli answer = file.startsWith(model) ? predict() : verify();
        Files.write(file, original);
        boolean noticed = answer.exitCode() == 5 || answer.exitCode() == 2;
        if (!noticed) {
            System.out.println("MISSED: " + file + ", " + way + ", " + number + ": exit code " + answer.exitCode()
                    + ", " + answer.out() + answer.err());
        }
        return noticed;
    }

    private byte[] changed(byte[] original, Way way, SplittableRandom random) throws IOException {
        return switch (way) {
            case ANOTHER_CHARACTER -> {
                byte[] changed = original.clone();
                int at = random.nextInt(changed.length);
                // Spaces between what JSON says mean nothing.
                while (!Character.isLetterOrDigit(changed[at])) {
                    at = random.nextInt(changed.length);
                }
                changed[at] = (byte) (changed[at] == '7' ? '3' : '7');
                yield changed;
            }
            case CUT_OFF -> Arrays.copyOf(original, random.nextInt(original.length));
            case LONGER -> {
                byte[] changed = Arrays.copyOf(original, original.length + 1);
                changed[original.length] = '7';
                yield changed;
            }
            case GONE -> original;
            case ANOTHER_FILE -> {
                byte[] other = original;
                while (Arrays.equals(other, original)) {
                    other = Files.readAllBytes(files.get(random.nextInt(files.size())));
                }
                yield other;
            }
        };
    }

    private Cli verify() {
        return results.call("verify");
    }

    private Cli predict() {
        return Cli.run("predict", model.toString(), rows.toString());
    }

    private static String[] with(String[] more, String... command) {
        String[] all = Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        return all;
    }

    private static void require(Cli done) {
        if (done.exitCode() != 0) {
            throw new IllegalStateException(done.out() + done.err());
        }
    }
}
