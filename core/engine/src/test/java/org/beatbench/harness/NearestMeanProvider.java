package org.beatbench.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.Epoch;
import org.beatbench.api.FitContext;
import org.beatbench.api.Hyper;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;

/** A tiny classifier that can misbehave in every way a stranger's classifier can. */
public final class NearestMeanProvider implements ClassifierProvider<NearestMeanProvider.Settings> {

    /** Ways to misbehave. */
    public enum Behaviour {
        GOOD,
        THROW,
        HANG,
        FILL_MEMORY,
        DESERIALISE,
        EXIT,
        SYSTEM_EXIT,
        CHATTER,
        START_PROGRAM,
        NO_CREATION,
        NULL_MODEL,
        MISSING_CLASS,
        CANCELS_ITSELF,
        ONE_ANSWER,
        SAVES_NOTHING,
        NO_CLOSING,
        BAD_PROBABILITIES,
        PEEK,
        SEARCH
    }

    /** Settings of the tiny classifier. */
    public record Settings(
            @Hyper("how it behaves") Behaviour behaviour,

            @Hyper(value = "how sharply it decides", min = 0.1, max = 100, tries = "5")
            double sharpness,

            @Hyper(value = "epochs it says to have learnt in, before it behaves", min = 0)
            int epochs) {}

    @Override
    public ClassifierInfo info() {
        return new ClassifierInfo(
                "nearest-mean", "Nearest mean", "Takes the class with the nearest mean.", "1", false, Map.of());
    }

    @Override
    public Settings defaults() {
        return new Settings(Behaviour.GOOD, 10, 0);
    }

    @Override
    public Classifier create(Settings settings) {
        if (settings.behaviour() == Behaviour.NO_CREATION) {
            throw new IllegalStateException("not today");
        }
        return (training, context) -> fit(settings, training, context);
    }

    @Override
    public TrainedModel load(Path folder, LoadContext context) throws IOException {
        String[] saved = Files.readString(folder.resolve("means.txt")).split(" ");
        if (saved.length != context.classes().size() + 1) {
            throw new IOException("means.txt is of other classes");
        }
        double[] means =
                Arrays.stream(saved).skip(1).mapToDouble(Double::parseDouble).toArray();
        return new Model(new Settings(Behaviour.GOOD, Double.parseDouble(saved[0]), 0), means);
    }

    @SuppressWarnings("NullAway") // a stranger's compiler does not mind
    private static TrainedModel fit(Settings settings, Beats training, FitContext context) {
        context.progress().advanced("mean", 1, 2);
        for (int number = 1; number <= settings.epochs(); number++) {
            context.progress().epoch(epoch(number, settings.epochs()));
        }
        switch (settings.behaviour()) {
            case THROW -> throw new IllegalStateException("I do not like these beats");
            case HANG -> hang(context);
            case FILL_MEMORY -> fillMemory();
            case DESERIALISE -> deserialise();
            case EXIT -> Runtime.getRuntime().halt(17);
            case SYSTEM_EXIT -> System.exit(0);
            case CHATTER -> chatter();
            case START_PROGRAM -> startProgram(context);
            case NULL_MODEL -> {
                return null;
            }
            case MISSING_CLASS -> throw new NoClassDefFoundError("org/example/Gone");
            case SEARCH -> search(training, context);
            case CANCELS_ITSELF -> throw new CancelledException();
            default -> {}
        }
        double[] means = new double[training.classes().size()];
        int[] counts = training.classCounts();
        for (int row = 0; row < training.size(); row++) {
            means[training.label(row)] += mean(training, row) / counts[training.label(row)];
        }
        return new Model(settings, means);
    }

    /** A made-up epoch without validation beats. */
    static Epoch epoch(int number, int planned) {
        return new Epoch(
                number,
                planned,
                1.0 / number,
                1 - 0.7 / number,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                0.1,
                1234.5,
                Duration.ofMillis(number));
    }

    private static void hang(FitContext context) {
        while (true) {
            context.cancellation().check();
            Thread.onSpinWait();
        }
    }

    @SuppressWarnings("ModifiedButNotUsed") // Kept from being collected.
    private static void fillMemory() {
        List<long[]> hoard = new ArrayList<>();
        while (true) {
            hoard.add(new long[1 << 20]);
        }
    }

    private static void search(Beats training, FitContext context) {
        Set<Beat> given = new HashSet<>(training.beats());
        given.addAll(context.validation().beats());
        if (!given.containsAll(Reachable.labelledBeats(training, context))) {
            throw new IllegalStateException("I found beats that I was not given");
        }
    }

    private static void chatter() {
        for (int line = 0; line < 20_000; line++) {
            System.out.println("line " + line);
        }
        throw new IllegalStateException("talked enough");
    }

    /** Leaves the number of a process behind that would go on for a minute, and waits as long itself. */
    private static void startProgram(FitContext context) {
        try {
            Process program = new ProcessBuilder("sleep", "60").start();
            context.progress().advanced("started", program.pid(), program.pid());
            Thread.sleep(60_000);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void deserialise() {
        try {
            throw new IllegalStateException(DeserializationTest.read());
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double mean(Beats beats, int row) {
        double sum = 0;
        for (float value : beats.samples().row(row)) {
            sum += value;
        }
        return sum / beats.length();
    }

    @SuppressWarnings("ArrayRecordComponent") // A model, not a value.
    private record Model(Settings settings, double[] means) implements TrainedModel {

        @Override
        public Predictions predict(Beats beats) {
            if (settings.behaviour() == Behaviour.SEARCH
                    && !Reachable.labelledBeats(beats).isEmpty()) {
                throw new IllegalStateException("I found labels");
            }
            Rows.Builder rows = Rows.builder(means.length);
            int answered = settings.behaviour() == Behaviour.ONE_ANSWER ? Math.min(1, beats.size()) : beats.size();
            for (int row = 0; row < answered; row++) {
                if (settings.behaviour() == Behaviour.PEEK
                        && !beats.beat(row).equals(beats.beat(row).sealed())) {
                    throw new IllegalStateException("I can see what this beat is");
                }
                rows.add(probabilities(mean(beats, row)));
            }
            return Predictions.of(rows.build());
        }

        private float[] probabilities(double value) {
            double[] weights = new double[means.length];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.exp(-settings.sharpness() * Math.abs(value - means[i]));
                sum += weights[i];
            }
            float[] row = new float[means.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = settings.behaviour() == Behaviour.BAD_PROBABILITIES ? 2 : (float) (weights[i] / sum);
            }
            return row;
        }

        @Override
        public void close() {
            if (settings.behaviour() == Behaviour.NO_CLOSING) {
                throw new IllegalStateException("stuck");
            }
        }

        @Override
        public void save(Path folder) throws IOException {
            if (settings.behaviour() == Behaviour.SAVES_NOTHING) {
                return;
            }
            String all = settings.sharpness() + " "
                    + Arrays.stream(means).mapToObj(Double::toString).collect(Collectors.joining(" "));
            Files.writeString(folder.resolve("means.txt"), all);
        }
    }
}
