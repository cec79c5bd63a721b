package org.beatbench.metrics;

import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** An area under a curve that tells one class from the rest. */
public enum Area {
    /** Under the receiver operating characteristic. */
    ROC(Ranking::areaUnderRoc, WeightedRanking.Areas::roc),
    /** Under precision over recall, in steps: the average precision. */
    PRECISION(Ranking::averagePrecision, WeightedRanking.Areas::precision);

    private final Function<Ranking, OptionalDouble> once;
    private final ToDoubleFunction<WeightedRanking.Areas> resampled;

    Area(Function<Ranking, OptionalDouble> once, ToDoubleFunction<WeightedRanking.Areas> resampled) {
        this.once = once;
        this.resampled = resampled;
    }

    /** The area of a class; empty if it is not defined. */
    public OptionalDouble of(Ranking ranking) {
        return once.apply(ranking);
    }

    /** The same in a resample; NaN if it is not defined. */
    public double of(WeightedRanking.Areas areas) {
        return resampled.applyAsDouble(areas);
    }
}
