package org.beatbench.calibration;

import java.util.Arrays;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;

/**
 * One number that makes a model more or less sure of all its answers: probabilities become proportional to
 * {@code p^(1 / value)}. The class that was the most probable stays the most probable.
 *
 * @param value above 0; at 1 probabilities stay as they are
 */
public record Temperature(double value) {

    /** Changes nothing. */
    public static final Temperature NEUTRAL = new Temperature(1);

    /** The precision that probabilities are stored with; a probability of 0 is taken for this, or it would stay 0 for ever. */
    public static final double SMALLEST = 0x1p-23;

    private static final double HIGHEST = 100;
    private static final double PRECISION = 1e-10;
    private static final int EVALUATIONS = 1_000;

    public Temperature {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("temperature must be above 0: " + value);
        }
    }

    /**
     * The temperature with the lowest mean of {@code -ln p} over the true classes, between 1/100 and 100; 1 if no other is
     * better. The mean has one minimum only, since it is convex in {@code 1 / value}.
     *
     * @param predictions what a model said, at least once
     * @param truths the true class of each
     */
    public static Temperature fit(Predictions predictions, int[] truths) {
        if (predictions.size() == 0 || predictions.size() != truths.length) {
            throw new IllegalArgumentException(predictions + " do not fit " + truths.length + " true classes");
        }
        double[][] logarithms = new double[truths.length][];
        Arrays.setAll(logarithms, row -> logarithms(predictions, row));
        double best = Math.exp(new BrentOptimizer(PRECISION, PRECISION)
                .optimize(
                        new MaxEval(EVALUATIONS),
                        GoalType.MINIMIZE,
                        new UnivariateObjectiveFunction(logarithm -> loss(logarithms, truths, Math.exp(logarithm))),
                        new SearchInterval(-Math.log(HIGHEST), Math.log(HIGHEST), 0))
                .getPoint());
        double gain = loss(logarithms, truths, 1) - loss(logarithms, truths, best);
        return gain > PRECISION ? new Temperature(best) : NEUTRAL;
    }

    /** The predictions at this temperature. */
    public Predictions apply(Predictions predictions) {
        if (value == 1) {
            return predictions;
        }
        Rows.Builder rows = Rows.builder(predictions.classes());
        for (int row = 0; row < predictions.size(); row++) {
            rows.add(keeping(predictions.label(row), scaled(logarithms(predictions, row))));
        }
        return Predictions.of(rows.build());
    }

    private float[] scaled(double[] logarithms) {
        double highest = Arrays.stream(logarithms).max().orElseThrow();
        double[] weights = Arrays.stream(logarithms)
                .map(logarithm -> Math.exp((logarithm - highest) / value))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        float[] row = new float[weights.length];
        for (int label = 0; label < row.length; label++) {
            row[label] = (float) (weights[label] / sum);
        }
        return row;
    }

    /** Rounding may make two probabilities equal that were not; the class decided for must stay the one. */
    private static float[] keeping(int decided, float[] row) {
        for (int label = 0; label < row.length; label++) {
            if (label != decided && row[label] >= row[decided]) {
                row[decided] = Math.min(1, Math.nextUp(row[label]));
            }
        }
        return row;
    }

    private static double loss(double[][] logarithms, int[] truths, double temperature) {
        double sum = 0;
        for (int row = 0; row < truths.length; row++) {
            double highest = Arrays.stream(logarithms[row]).max().orElseThrow();
            double total = 0;
            for (double logarithm : logarithms[row]) {
                total += Math.exp((logarithm - highest) / temperature);
            }
            sum += Math.log(total) - (logarithms[row][truths[row]] - highest) / temperature;
        }
        return sum / truths.length;
    }

    private static double[] logarithms(Predictions predictions, int row) {
        double[] logarithms = new double[predictions.classes()];
        Arrays.setAll(logarithms, label -> Math.log(Math.max(SMALLEST, predictions.probability(row, label))));
        return logarithms;
    }
}
