package org.beatbench.classical.fitted;

/** A softmax over a weighted sum of all values for each class, all in double precision. */
public final class LinearRule implements FittedRule {

    private final double[][] weights;

    /** @param weights for each class one for each value, and the one that is added behind them; not to be changed any more */
    public LinearRule(double[][] weights) {
        this.weights = weights;
    }

    /** Number of classes. */
    public int classes() {
        return weights.length;
    }

    /** Number of values that are weighed. */
    public int columns() {
        return weights[0].length - 1;
    }

    /** What a value is multiplied by for a class. */
    public double weight(int label, int column) {
        return weights[label][column];
    }

    /** What is added for a class. */
    public double bias(int label) {
        return weights[label][columns()];
    }
}
