package org.beatbench.metrics;

/** A figure a model is compared by. */
public sealed interface Metric permits Quality, ClassMetric, Aami, Cost {

    /** Short name for experiments, commands and files. */
    String id();

    /** Name for tables and axes, without unit. */
    String title();

    /** How its values are to be read. */
    Unit unit();

    /** Whether a larger value is the better one. */
    boolean higherIsBetter();

    /** What it says, its range, and where its formula is from; a few sentences. */
    String explanation();
}
