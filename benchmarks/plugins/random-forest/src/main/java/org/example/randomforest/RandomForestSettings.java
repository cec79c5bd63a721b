package org.example.randomforest;

import org.beatbench.api.Hyper;

/** Settings of the random forest. */
public record RandomForestSettings(
        @Hyper(
                value = "trees whose leaves are averaged",
                min = 1,
                max = 10_000,
                tries = {"3"})
        int trees,

        @Hyper(
                value = "columns tried at each split, 0 for the square root of their number",
                min = 0,
                max = 100_000,
                tries = {"1"})
        int columns,

        @Hyper(
                value = "beats below which a node is not divided",
                min = 1,
                max = 100_000,
                tries = {"100"})
        int minSplit,

        @Hyper(
                value = "steps per unit that samples are rounded to, a fixed grid; 0 for no rounding, and more memory",
                min = 0,
                max = 65_536,
                tries = {"4"})
        int rounding) {}
