package org.beatbench.classical;

import org.beatbench.api.Hyper;
import org.beatbench.api.Require;

/** Settings of the decision tree. */
public record DecisionTreeSettings(
        @Hyper(
                value = "questions from the root to the deepest leaf, 0 for as many as it takes",
                min = 0,
                max = 1000,
                tries = {"3", "10"})
        int depth,

        @Hyper("what a split is to lessen: gini or entropy") Impurity impurity,

        @Hyper(
                value = "weight of beats (their number, unless classes are weighted) below which a node is not split",
                min = 1,
                max = 1e6,
                tries = {"1", "20", "100"})
        double minSplitWeight,

        @Hyper(
                value = "steps per unit that samples are rounded to, a fixed grid; 0 for no rounding",
                min = 0,
                max = 65_536,
                tries = {"0", "15"})
        int rounding,

        @Hyper("none: every beat counts the same; balanced: every class does")
        ClassWeights classWeights,

        @Hyper(
                value = "share of the samples, drawn anew for every node, that its split may ask about",
                min = 0.001,
                max = 1,
                tries = {"0.1", "0.5"})
        double featureFraction) {

    public DecisionTreeSettings {
        Require.within("depth", depth, 0, 1000);
        Require.within("min-split-weight", minSplitWeight, 1, 1e6);
        Require.within("rounding", rounding, 0, 65_536);
        Require.within("feature-fraction", featureFraction, 0.001, 1);
    }
}
