package org.beatbench.reports.explore;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.stats.Sample;

/**
 * The typical beat among some beats: at each sample the mean, and the range of the middle 80 %. A beat counts as far as it
 * goes, so padding never pulls the mean down.
 *
 * @param course by sample, as far as a tenth of the beats go on
 */
record TypicalBeat(List<Moment> course) {

    /** The part of the beats that must go on; a mean of fewer would jump from one beat to the other. */
    private static final double GOING_ON = 0.1;

    TypicalBeat {
        course = List.copyOf(course);
    }

    /**
     * What the beats are like at one sample.
     *
     * @param sample counted from the beginning of the beat, 0-based
     * @param beats how many there are that go on this far and are not missing here
     * @param mean their mean
     * @param low below which a tenth of them is
     * @param high above which a tenth of them is
     */
    record Moment(int sample, int beats, double mean, double low, double high) {}

    /**
     * The typical beat of some rows.
     *
     * @param fewest no moment is of fewer beats
     */
    static TypicalBeat of(Beats beats, int[] rows, int fewest) {
        return new TypicalBeat(IntStream.range(0, beats.length())
                .parallel()
                .mapToObj(sample -> moment(beats, rows, sample, fewest))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<Moment> moment(Beats beats, int[] rows, int sample, int fewest) {
        double[] values = new double[rows.length];
        int count = 0;
        for (int row : rows) {
            float value = beats.samples().at(row, sample);
            if (beats.beat(row).unpaddedLength() > sample && Float.isFinite(value)) {
                values[count++] = value;
            }
        }
        if (count < Math.max(fewest, GOING_ON * rows.length)) {
            return Optional.empty();
        }
        Sample all = Sample.of(Arrays.copyOf(values, count));
        return Optional.of(new Moment(sample, count, all.mean(), all.quantile(0.1), all.quantile(0.9)));
    }
}
