package org.beatbench.classical;

import org.beatbench.api.Hyper;
import org.beatbench.api.Require;

/** Settings of the nearest neighbours. */
public record KnnSettings(
        @Hyper(
                value = "training beats that vote; all of them if there are fewer",
                min = 1,
                max = 1000,
                tries = {"1", "15"})
        int neighbours,

        @Hyper("how far apart two beats are: l2, l1 or cosine")
        KnnDistance distance,

        @Hyper("uniform: one vote each; inverse-distance: the nearer, the more")
        KnnWeighting weighting) {

    public KnnSettings {
        Require.within("neighbours", neighbours, 1, 1000);
    }
}
