package org.beatbench.reports.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Estimate;

/** The typical beat of a class: at each sample the mean, and the range of the middle 80 %. */
final class MeanBeat {

    /** A point is shown while this part of the class, and at least one beat, has not ended. */
    private static final double SHORTEST = 0.1;

    private MeanBeat() {}

    /** The points of the curve; beats that have ended do not count, so padding never pulls the mean down. */
    static List<Curves.Point> of(Beats beats, int label) {
        int[] rows = IntStream.range(0, beats.size())
                .filter(row -> beats.label(row) == label)
                .toArray();
        return IntStream.range(0, beats.length())
                .parallel()
                .mapToObj(sample -> point(beats, rows, sample))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Curves.Point> point(Beats beats, int[] rows, int sample) {
        double[] values = Arrays.stream(rows)
                .filter(row -> beats.beat(row).unpaddedLength() > sample)
                .mapToDouble(row -> beats.samples().at(row, sample))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        List<Curves.Point> points = new ArrayList<>();
        if (values.length > 0 && values.length >= SHORTEST * rows.length) {
            double mean = Arrays.stream(values).average().orElseThrow();
            double low = values[(int) (0.1 * (values.length - 1))];
            double high = values[(int) Math.ceil(0.9 * (values.length - 1))];
            points.add(new Curves.Point(sample, new Estimate(mean, Math.min(low, mean), Math.max(high, mean))));
        }
        return points;
    }
}
