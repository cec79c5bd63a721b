package org.beatbench.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.beatbench.api.Beats;
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
        BAD_PROBABILITIES,
        PEEK
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
            Rows.Builder rows = Rows.builder(means.length);
            for (int row = 0; row < beats.size(); row++) {
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
        public void save(Path folder) throws IOException {
            String all = settings.sharpness() + " "
                    + Arrays.stream(means).mapToObj(Double::toString).collect(Collectors.joining(" "));
            Files.writeString(folder.resolve("means.txt"), all);
        }
    }
}
