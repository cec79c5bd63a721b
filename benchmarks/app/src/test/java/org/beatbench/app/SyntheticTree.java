package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** A small model to be asked: a decision tree of a few synthetic beats. */
final class SyntheticTree {

    private SyntheticTree() {}

    /** Trains it as {@code tree} in a folder. */
    static Path train(Path folder) {
        Path model = folder.resolve("tree");
        Cli train = Cli.run(
                "train",
                "decision-tree",
                "--dataset",
                "synthetic",
                "--set",
                "subjects=6",
                "--set",
                "beats=60",
                "--out",
                model.toString());
        assertThat(train.exitCode()).as(train.err()).isZero();
        return model;
    }
}
