package org.example.nearestcentroid;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;

/** The mean beat of each class; all NaN for a class without beats. */
final class Centroids implements TrainedModel {

    private static final String FILE = "centroids.bin";

    private final double[][] means;
    private final double sharpness;

    private Centroids(double[][] means, double sharpness) {
        this.means = means;
        this.sharpness = sharpness;
    }

    static Centroids of(Beats beats, double sharpness, Cancellation cancellation) {
        double[][] means = new double[beats.classes().size()][beats.length()];
        int[] counts = beats.classCounts();
        for (int row = 0; row < beats.size(); row++) {
            cancellation.check();
            for (int i = 0; i < beats.length(); i++) {
                means[beats.label(row)][i] += (double) beats.samples().at(row, i) / counts[beats.label(row)];
            }
        }
        for (int label = 0; label < means.length; label++) {
            if (counts[label] == 0) {
                Arrays.fill(means[label], Double.NaN);
            }
        }
        return new Centroids(means, sharpness);
    }

    @Override
    public Predictions predict(Beats beats) {
        Rows.Builder answers = Rows.builder(means.length);
        for (int row = 0; row < beats.size(); row++) {
            answers.add(probabilities(beats.samples().row(row)));
        }
        return Predictions.of(answers.build());
    }

    /** Softmax of the negative mean squared distances, relative to the nearest so that it cannot overflow. */
    private float[] probabilities(float[] samples) {
        double[] distances = new double[means.length];
        double nearest = Double.POSITIVE_INFINITY;
        for (int label = 0; label < means.length; label++) {
            for (int i = 0; i < samples.length; i++) {
                distances[label] += Math.pow(samples[i] - means[label][i], 2) / samples.length;
            }
            nearest = distances[label] < nearest ? distances[label] : nearest;
        }
        double sum = 0;
        double[] weights = new double[means.length];
        for (int label = 0; label < means.length; label++) {
            weights[label] = Double.isNaN(distances[label]) ? 0 : Math.exp(sharpness * (nearest - distances[label]));
            sum += weights[label];
        }
        float[] probabilities = new float[means.length];
        for (int label = 0; label < means.length; label++) {
            probabilities[label] = (float) (weights[label] / sum);
        }
        return probabilities;
    }

    @Override
    public void save(Path folder) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE))))) {
            out.writeDouble(sharpness);
            for (double[] mean : means) {
                for (double value : mean) {
                    out.writeDouble(value);
                }
            }
        }
    }

    static Centroids load(Path folder, LoadContext context) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(FILE))))) {
            double sharpness = in.readDouble();
            double[][] means = new double[context.classes().size()][context.length()];
            for (double[] mean : means) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] = in.readDouble();
                }
            }
            return new Centroids(means, sharpness);
        }
    }
}
