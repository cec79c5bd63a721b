package org.example.minirocket;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.beatbench.api.FitContext;

/**
 * Multinomial logistic regression, fitted with Adam (Kingma and Ba 2015) in batches over shuffled rows; the step is halved when
 * the loss on held-out rows stops falling, and the best coefficients are kept, as the authors of MiniRocket do for many series.
 */
final class LogisticRegression {

    private static final int BATCH = 256;
    private static final int MOST_EPOCHS = 60;
    private static final int PATIENCE = 4;
    private static final int MOST_HALVINGS = 5;
    private static final double STEP = 1e-3;
    private static final double FIRST_MOMENT = 0.9;
    private static final double SECOND_MOMENT = 0.999;
    private static final double LEAST = 1e-8;

    private final float[][] rows;
    private final int[] labels;
    private final int width;
    private final int classes;
    /** By class: a coefficient of each column, then the constant. */
    private final float[][] coefficients;

    private final float[][] first;
    private final float[][] second;
    /** By thread and class. */
    private final float[][][] gradients;

    private final Workers workers;
    private long steps;

    /**
     * @param rows standardised columns, then 1
     */
    private LogisticRegression(float[][] rows, int[] labels, int classes, Workers workers) {
        this.rows = rows;
        this.labels = labels;
        this.width = rows[0].length;
        this.classes = classes;
        this.coefficients = new float[classes][width];
        this.first = new float[classes][width];
        this.second = new float[classes][width];
        this.gradients = new float[workers.count()][classes][width];
        this.workers = workers;
    }

    /**
     * Fits.
     *
     * @param rows standardised columns, then 1
     * @param heldOut by which it is stopped; as {@code rows}, possibly none
     * @return by class: a coefficient of each column, then the constant
     */
    static float[][] fit(
            float[][] rows,
            int[] labels,
            float[][] heldOut,
            int[] heldOutLabels,
            int classes,
            FitContext context,
            Workers workers) {
        LogisticRegression model = new LogisticRegression(rows, labels, classes, workers);
        SplittableRandom random = new SplittableRandom(context.seed());
        int[] order = new int[rows.length];
        Arrays.setAll(order, i -> i);
        double step = STEP;
        double least = Double.POSITIVE_INFINITY;
        float[][] best = model.copy();
        int since = 0;
        int halvings = 0;
        for (int epoch = 0; epoch < MOST_EPOCHS && halvings <= MOST_HALVINGS; epoch++) {
            context.progress().advanced("epoch", epoch, MOST_EPOCHS);
            shuffle(order, random);
            double loss = model.pass(order, step, context);
            if (heldOut.length > 0) {
                loss = model.loss(heldOut, heldOutLabels);
            }
            if (loss < least) {
                least = loss;
                best = model.copy();
                since = 0;
            } else if (++since == PATIENCE) {
                since = 0;
                halvings++;
                step /= 2;
            }
        }
        return best;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
    }

    private float[][] copy() {
        return Arrays.stream(coefficients).map(float[]::clone).toArray(float[][]::new);
    }

    /** One pass over all rows; the mean loss before each step. */
    private double pass(int[] order, double step, FitContext context) {
        double[] losses = new double[workers.count()];
        for (int from = 0; from < order.length; from += BATCH) {
            context.cancellation().check();
            int start = from;
            int end = Math.min(order.length, from + BATCH);
            workers.each(part -> (Callable<Void>) () -> {
                float[][] gradient = gradients[part];
                for (float[] of : gradient) {
                    Arrays.fill(of, 0);
                }
                double[] probabilities = new double[classes];
                for (int i = start + part; i < end; i += workers.count()) {
                    float[] row = rows[order[i]];
                    int label = labels[order[i]];
                    Linear.probabilities(row, coefficients, probabilities);
                    losses[part] -= Math.log(Math.max(Float.MIN_NORMAL, probabilities[label]));
                    for (int k = 0; k < classes; k++) {
                        add(row, (float) ((probabilities[k] - (k == label ? 1 : 0)) / (end - start)), gradient[k]);
                    }
                }
                return null;
            });
            step(step);
        }
        return Arrays.stream(losses).sum() / order.length;
    }

    private static void add(float[] row, float factor, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * row[i];
        }
    }

    private void step(double step) {
        steps++;
        float rate = (float) (step
                * Math.sqrt(1 - Math.pow(SECOND_MOMENT, steps))
                / (1 - Math.pow(FIRST_MOMENT, steps)));
        for (int k = 0; k < classes; k++) {
            for (int part = 1; part < gradients.length; part++) {
                add(gradients[part][k], 1, gradients[0][k]);
            }
            step(rate, gradients[0][k], first[k], second[k], coefficients[k]);
        }
    }

    private static void step(float rate, float[] gradient, float[] first, float[] second, float[] coefficients) {
        for (int i = 0; i < gradient.length; i++) {
            first[i] = (float) (FIRST_MOMENT * first[i] + (1 - FIRST_MOMENT) * gradient[i]);
            second[i] = (float) (SECOND_MOMENT * second[i] + (1 - SECOND_MOMENT) * gradient[i] * gradient[i]);
            coefficients[i] -= rate * first[i] / ((float) Math.sqrt(second[i]) + (float) LEAST);
        }
    }

    private double loss(float[][] of, int[] truth) {
        double[] losses = new double[workers.count()];
        workers.each(part -> (Callable<Void>) () -> {
            double[] probabilities = new double[classes];
            for (int i = part; i < of.length; i += workers.count()) {
                Linear.probabilities(of[i], coefficients, probabilities);
                losses[part] -= Math.log(Math.max(Float.MIN_NORMAL, probabilities[truth[i]]));
            }
            return null;
        });
        return Arrays.stream(losses).sum() / of.length;
    }
}
