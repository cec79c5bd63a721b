package org.beatbench.data.summary;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.data.beats.BeatClass;

/** How much the intervals between normal beats vary (Task Force of ESC and NASPE 1996, Circulation 93). */
final class Variability {

    private static final double MILLISECONDS = 1000;
    private static final double FIFTY = 50;
    private static final double PERCENT = 100;

    private final List<Double> intervals = new ArrayList<>();
    private final List<Double> steps = new ArrayList<>();

    Variability(BeatSequence beats) {
        double before = Double.NaN;
        for (int beat = 0; beat + 1 < beats.size(); beat++) {
            boolean isNormal =
                    beats.unbroken().get(beat) && beats.is(beat, BeatClass.N) && beats.is(beat + 1, BeatClass.N);
            double interval = isNormal ? beats.interval(beat) * MILLISECONDS : Double.NaN;
            if (isNormal) {
                intervals.add(interval);
            }
            if (isNormal && !Double.isNaN(before)) {
                steps.add(interval - before);
            }
            before = interval;
        }
    }

    List<Figure> figures() {
        double mean = mean(intervals);
        return List.of(
                new Figure("nn-mean", "mean NN", mean, "ms", 0, "mean interval between two N beats in a row"),
                new Figure("nn-sd", "SDNN", deviation(mean), "ms", 0, "standard deviation of these intervals"),
                new Figure(
                        "nn-rmssd",
                        "RMSSD",
                        Math.sqrt(mean(steps.stream().map(step -> step * step).toList())),
                        "ms",
                        0,
                        "root mean square of the steps from one to the next"),
                new Figure(
                        "nn-50",
                        "pNN50",
                        PERCENT
                                * mean(steps.stream()
                                        .map(step -> Math.abs(step) > FIFTY ? 1.0 : 0.0)
                                        .toList()),
                        "%",
                        1,
                        "share of these steps beyond 50 ms"));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private double deviation(double mean) {
        return intervals.size() < 2
                ? Double.NaN
                : Math.sqrt(intervals.stream()
                                .mapToDouble(one -> (one - mean) * (one - mean))
                                .sum()
                        / (intervals.size() - 1));
    }
}
