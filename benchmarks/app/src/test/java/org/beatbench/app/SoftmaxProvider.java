package org.beatbench.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
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

/** The smallest classifier that learns in epochs: softmax regression by gradient descent, beat after beat. */
public final class SoftmaxProvider implements ClassifierProvider<SoftmaxProvider.Settings> {

    /** Its settings. */
    public record Settings(
            @Hyper(value = "passes over the training beats", min = 1, tries = "2")
            int epochs,

            @Hyper(value = "size of a step", min = 1e-6, max = 10, tries = "0.1")
            double learningRate) {}

    @Override
    public ClassifierInfo info() {
        return new ClassifierInfo(
                "softmax", "Softmax regression", "Weighs the samples for each class.", "1", true, Map.of());
    }

    @Override
    public Settings defaults() {
        return new Settings(12, 0.05);
    }

    @Override
    public Classifier create(Settings settings) {
        return (training, context) -> fit(settings, training, context);
    }

    @Override
    public TrainedModel load(Path folder, LoadContext context) throws IOException {
        throw new IOException("not needed here");
    }

    private static TrainedModel fit(Settings settings, Beats training, FitContext context) {
        double[][] weights = new double[training.classes().size()][training.length() + 1];
        SplittableRandom random = new SplittableRandom(context.seed());
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
            long start = System.nanoTime();
            Figures figures = new Figures(weights.length);
            for (int i = 0; i < training.size(); i++) {
                context.cancellation().check();
                int row = random.nextInt(training.size());
                float[] samples = training.samples().row(row);
                double[] probabilities = probabilities(weights, samples);
                figures.add(training.label(row), probabilities);
                for (int label = 0; label < weights.length; label++) {
                    double error = (label == training.label(row) ? 1 : 0) - probabilities[label];
                    step(weights[label], samples, settings.learningRate() * error);
                }
            }
            double seconds = Math.max(1, System.nanoTime() - start) / 1e9;
            Figures validation = new Figures(weights.length);
            for (int row = 0; row < context.validation().size(); row++) {
                validation.add(
                        context.validation().label(row),
                        probabilities(weights, context.validation().samples().row(row)));
            }
            context.progress()
                    .epoch(new Epoch(
                            epoch,
                            settings.epochs(),
                            figures.loss(),
                            figures.accuracy(),
                            validation.loss(),
                            validation.accuracy(),
                            validation.macroF1(),
                            settings.learningRate(),
                            training.size() / seconds,
                            Duration.ofNanos(System.nanoTime() - start)));
        }
        return new Model(weights);
    }

    private static void step(double[] weights, float[] samples, double size) {
        for (int i = 0; i < samples.length; i++) {
            weights[i] += size * samples[i];
        }
        weights[samples.length] += size;
    }

    private static double[] probabilities(double[][] weights, float[] samples) {
        double[] values = new double[weights.length];
        for (int label = 0; label < weights.length; label++) {
            values[label] = weights[label][samples.length];
            for (int i = 0; i < samples.length; i++) {
                values[label] += weights[label][i] * samples[i];
            }
        }
        double most = Arrays.stream(values).max().orElseThrow();
        double sum = 0;
        for (int label = 0; label < values.length; label++) {
            values[label] = Math.exp(values[label] - most);
            sum += values[label];
        }
        for (int label = 0; label < values.length; label++) {
            values[label] /= sum;
        }
        return values;
    }

    /** What is counted in a pass; NaN where no beat was passed. */
    private static final class Figures {

        private final int[] right;
        private final int[] actual;
        private final int[] given;
        private double losses;

        Figures(int classes) {
            right = new int[classes];
            actual = new int[classes];
            given = new int[classes];
        }

        void add(int truth, double[] probabilities) {
            int answer = 0;
            for (int label = 1; label < probabilities.length; label++) {
                answer = probabilities[label] > probabilities[answer] ? label : answer;
            }
            actual[truth]++;
            given[answer]++;
            right[truth] += answer == truth ? 1 : 0;
            losses -= Math.log(Math.max(1e-12, probabilities[truth]));
        }

        double loss() {
            return losses / Arrays.stream(actual).sum();
        }

        double accuracy() {
            return (double) Arrays.stream(right).sum() / Arrays.stream(actual).sum();
        }

        double macroF1() {
            double sum = 0;
            int there = 0;
            for (int label = 0; label < right.length; label++) {
                if (actual[label] + given[label] > 0) {
                    sum += 2.0 * right[label] / (actual[label] + given[label]);
                    there++;
                }
            }
            return sum / there;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // A model, not a value.
    private record Model(double[][] weights) implements TrainedModel {

        @Override
        public Predictions predict(Beats beats) {
            Rows.Builder rows = Rows.builder(weights.length);
            for (int row = 0; row < beats.size(); row++) {
                double[] probabilities = probabilities(weights, beats.samples().row(row));
                float[] answers = new float[probabilities.length];
                for (int label = 0; label < answers.length; label++) {
                    answers[label] = (float) probabilities[label];
                }
                rows.add(answers);
            }
            return Predictions.of(rows.build());
        }

        @Override
        public void save(Path folder) throws IOException {
            Files.writeString(folder.resolve("weights.txt"), Arrays.deepToString(weights));
        }
    }
}
