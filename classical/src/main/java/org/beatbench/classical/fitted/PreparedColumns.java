package org.beatbench.classical.fitted;

import java.util.List;
import org.beatbench.api.Form;
import org.beatbench.api.Rows;

/**
 * How a row is made of a beat of channels and features. First come the features: (value − mean) / deviation, no farther from zero
 * than the limit. Then, for each direction, how far along it the channels lie: the sum of (value − mean of the column) · weight, in
 * double precision, rounded to single.
 *
 * @param form of the beats
 * @param means of the features
 * @param deviations of the features
 * @param limit of a standardised feature
 * @param columns means of the columns of the channels
 * @param directions a row for each direction, of a weight for each column
 */
public record PreparedColumns(
        Form form, List<Float> means, List<Float> deviations, float limit, List<Float> columns, Rows directions) {

    public PreparedColumns {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        columns = List.copyOf(columns);
    }
}
