package org.beatbench.micro.duel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that all contestants do in turn.
 *
 * @param task what they are told, without the time
 * @param measures what they tell of it
 */
record Exercise(String task, List<SpeedMeasure> measures) {

    private static final int BEATS_ASKED = 256;

    Exercise {
        measures = List.copyOf(measures);
    }

    /** Training with batches of these sizes, answering for many beats, answering for one. */
    static List<Exercise> all(List<Integer> batches) {
        List<Exercise> exercises = new ArrayList<>();
        for (int batch : batches) {
            exercises.add(new Exercise(
                    "train " + batch,
                    List.of(new SpeedMeasure(
                            "train-" + batch, "training, batches of " + batch, "rate", SpeedUnit.BEATS_PER_SECOND))));
        }
        exercises.add(new Exercise(
                "predict " + BEATS_ASKED,
                List.of(new SpeedMeasure(
                        "predict-" + BEATS_ASKED,
                        "answering, batches of " + BEATS_ASKED,
                        "rate",
                        SpeedUnit.BEATS_PER_SECOND))));
        exercises.add(new Exercise(
                "single",
                List.of(
                        new SpeedMeasure("single-p50", "one beat, median", "p50", SpeedUnit.MICROSECONDS),
                        new SpeedMeasure("single-p99", "one beat, 99th percentile", "p99", SpeedUnit.MICROSECONDS))));
        return exercises;
    }

    /** The line that a contestant is sent. */
    String order(Duration atLeast) {
        return task + " " + atLeast.toNanos() / 1e9;
    }
}
