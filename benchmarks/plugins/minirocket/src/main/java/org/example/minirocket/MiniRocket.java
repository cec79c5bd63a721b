package org.example.minirocket;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.beatbench.api.Beats;
import org.beatbench.api.FitContext;
import org.beatbench.api.Form;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;

/** Logistic regression on the features of all channels, and on those that the form has itself. */
final class MiniRocket implements TrainedModel {

    private static final String FILE = "minirocket.bin";
    private static final int ROWS_AT_ONCE = 256;

    private final Form form;
    private final Kernels[] kernels;
    private final Scaling scaling;
    /** By class: of each feature, then the constant. */
    private final float[][] coefficients;

    private final int threads;

    private MiniRocket(Form form, Kernels[] kernels, Scaling scaling, float[][] coefficients, int threads) {
        this.form = form;
        this.kernels = kernels;
        this.scaling = scaling;
        this.coefficients = coefficients;
        this.threads = threads;
    }

    static MiniRocket fit(Beats training, MiniRocketSettings settings, FitContext context) {
        Form form = training.form();
        SplittableRandom random = new SplittableRandom(context.seed());
        Kernels[] kernels = new Kernels[form.channels().size()];
        for (int channel = 0; channel < kernels.length; channel++) {
            int start = form.startOf(channel);
            kernels[channel] = Kernels.fit(
                    form.samples(),
                    training.size(),
                    row -> Arrays.copyOfRange(training.samples().row(row), start, start + form.samples()),
                    settings.features(),
                    random);
        }
        try (Workers workers = new Workers(context.threads())) {
            float[][] rows = features(training, form, kernels, context, workers);
            float[][] heldOut = features(context.validation(), form, kernels, context, workers);
            Scaling scaling = Scaling.of(rows);
            scale(rows, scaling, workers);
            scale(heldOut, scaling, workers);
            int classes = training.classes().size();
            float[][] coefficients = LogisticRegression.fit(
                    rows, labels(training), heldOut, labels(context.validation()), classes, context, workers);
            return new MiniRocket(form, kernels, scaling, coefficients, context.threads());
        }
    }

    private static int[] labels(Beats beats) {
        int[] labels = new int[beats.size()];
        Arrays.setAll(labels, beats::label);
        return labels;
    }

    /** The features of all beats, then 1. */
    private static float[][] features(
            Beats beats, Form form, Kernels[] kernels, FitContext context, Workers workers) {
        float[][] rows = new float[beats.size()][];
        for (int first = 0; first < rows.length; first += ROWS_AT_ONCE) {
            context.cancellation().check();
            context.progress().advanced("beat", first, rows.length);
            int start = first;
            int end = Math.min(rows.length, first + ROWS_AT_ONCE);
            workers.each(part -> (Callable<Void>) () -> {
                Kernels.Scratch scratch = kernels[0].scratch();
                for (int row = start + part; row < end; row += workers.count()) {
                    rows[row] = features(beats, row, form, kernels, scratch);
                }
                return null;
            });
        }
        return rows;
    }

    private static void scale(float[][] rows, Scaling scaling, Workers workers) {
        workers.each(part -> (Callable<Void>) () -> {
            for (int row = part; row < rows.length; row += workers.count()) {
                scaling.apply(rows[row]);
            }
            return null;
        });
    }

    private static int width(Form form, Kernels[] kernels) {
        return Arrays.stream(kernels).mapToInt(Kernels::features).sum() + form.features().size();
    }

    private static float[] features(Beats beats, int row, Form form, Kernels[] kernels, Kernels.Scratch scratch) {
        float[] samples = beats.samples().row(row);
        float[] features = new float[width(form, kernels) + 1];
        int at = 0;
        for (int channel = 0; channel < kernels.length; channel++) {
            int start = form.startOf(channel);
            kernels[channel].copy(Arrays.copyOfRange(samples, start, start + form.samples()), scratch, features, at);
            at += kernels[channel].features();
        }
        System.arraycopy(samples, form.startOfFeatures(), features, at, form.features().size());
        features[features.length - 1] = 1;
        return features;
    }

    @Override
    public Predictions predict(Beats beats) {
        float[][] answers = new float[beats.size()][];
        if (beats.size() < ROWS_AT_ONCE || threads == 1) {
            answer(beats, 0, 1, answers);
        } else {
            try (Workers workers = new Workers(threads)) {
                workers.each(part -> (Callable<Void>) () -> {
                    answer(beats, part, threads, answers);
                    return null;
                });
            }
        }
        Rows.Builder rows = Rows.builder(coefficients.length);
        for (float[] answer : answers) {
            rows.add(answer);
        }
        return Predictions.of(rows.build());
    }

    private void answer(Beats beats, int first, int step, float[][] answers) {
        Kernels.Scratch scratch = kernels[0].scratch();
        double[] probabilities = new double[coefficients.length];
        for (int row = first; row < beats.size(); row += step) {
            float[] features = features(beats, row, form, kernels, scratch);
            scaling.apply(features);
            Linear.probabilities(features, coefficients, probabilities);
            answers[row] = new float[probabilities.length];
            for (int k = 0; k < probabilities.length; k++) {
                answers[row][k] = (float) probabilities[k];
            }
        }
    }

    @Override
    public void save(Path folder) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE))))) {
            for (Kernels one : kernels) {
                one.save(out);
            }
            scaling.save(out);
            for (float[] of : coefficients) {
                for (float coefficient : of) {
                    out.writeFloat(coefficient);
                }
            }
        }
    }

    static MiniRocket load(Path folder, LoadContext context) throws IOException {
        Form form = context.form();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(FILE))))) {
            Kernels[] kernels = new Kernels[form.channels().size()];
            for (int channel = 0; channel < kernels.length; channel++) {
                kernels[channel] = Kernels.load(in, form.samples());
            }
            Scaling scaling = Scaling.load(in, width(form, kernels));
            float[][] coefficients = new float[context.classes().size()][width(form, kernels) + 1];
            for (float[] of : coefficients) {
                for (int i = 0; i < of.length; i++) {
                    of[i] = in.readFloat();
                }
            }
            return new MiniRocket(form, kernels, scaling, coefficients, context.threads());
        }
    }
}
