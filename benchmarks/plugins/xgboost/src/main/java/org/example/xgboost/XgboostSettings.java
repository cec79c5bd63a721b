package org.example.xgboost;

import org.beatbench.api.Hyper;

/** Those settings of XGBoost that matter most. */
public record XgboostSettings(
        @Hyper(
                value = "rounds, each of which adds a tree for each class",
                min = 1,
                max = 10_000,
                tries = {"3"})
        int rounds,

        @Hyper(
                value = "levels of a tree",
                min = 1,
                max = 30,
                tries = {"1"})
        int depth,

        @Hyper(
                value = "how much of each tree counts",
                min = 0.001,
                max = 1,
                tries = {"0.05"})
        double learningRate) {}
