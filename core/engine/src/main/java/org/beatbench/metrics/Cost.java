package org.beatbench.metrics;

import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.beatbench.results.Costs;

/** What a trial took. */
public enum Cost implements Metric {
    FIT_TIME("Fit", Unit.SECONDS, "Wall time of the fit.", costs -> seconds(costs.fit())),

    TEST_TIME(
            "Whole test",
            Unit.SECONDS,
            "Wall time to answer all test beats in one call, the first call of the process.",
            costs -> seconds(costs.wholeTest())),

    SINGLE_BEAT(
            "One beat",
            Unit.SECONDS,
            "Median wall time to answer one beat alone, after warm-up.",
            costs -> seconds(costs.singleMedian())),

    SINGLE_BEAT_99(
            "One beat, 99 %",
            Unit.SECONDS,
            "99th percentile of the wall time to answer one beat alone, after warm-up.",
            costs -> seconds(costs.single99())),

    MODEL_SIZE("Model", Unit.BYTES, "Size of the saved model.", Costs::modelBytes),

    PEAK_MEMORY(
            "Peak memory",
            Unit.BYTES,
            "Largest resident size of the trial's process: Java runtime, data set and model.",
            Costs::peakMemoryBytes);

    private final String title;
    private final Unit unit;
    private final String explanation;
    private final ToDoubleFunction<Costs> value;

    Cost(String title, Unit unit, String explanation, ToDoubleFunction<Costs> value) {
        this.title = title;
        this.unit = unit;
        this.explanation = explanation;
        this.value = value;
    }

    /** Its value for a trial, in its unit. */
    public double of(Costs costs) {
        return value.applyAsDouble(costs);
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Unit unit() {
        return unit;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public String explanation() {
        return explanation;
    }

    private static double seconds(Duration time) {
        return time.toNanos() * 1e-9;
    }
}
