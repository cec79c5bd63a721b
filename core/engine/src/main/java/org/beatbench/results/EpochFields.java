package org.beatbench.results;

import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.beatbench.api.Epoch;

/**
 * An epoch as text, field by field, in the columns of {@code epochs.csv}. What was not measured is empty; reading gives back
 * the same bits.
 */
public final class EpochFields {

    /** What the fields are; losses are per beat, accuracies shares. */
    static final List<String> COLUMNS = List.of(
            "epoch",
            "planned",
            "training-loss",
            "training-accuracy",
            "validation-loss",
            "validation-accuracy",
            "validation-macro-f1",
            "learning-rate",
            "beats-per-second",
            "seconds");

    private static final double NANOSECONDS = 1e9;

    private EpochFields() {}

    /** The fields of an epoch. */
    public static List<String> of(Epoch epoch) {
        Stream<String> counts = Stream.of(epoch.number(), epoch.planned()).map(String::valueOf);
        Stream<String> figures = DoubleStream.of(
                        epoch.trainingLoss(),
                        epoch.trainingAccuracy(),
                        epoch.validationLoss(),
                        epoch.validationAccuracy(),
                        epoch.validationMacroF1(),
                        epoch.learningRate(),
                        epoch.beatsPerSecond(),
                        epoch.time().toNanos() / NANOSECONDS)
                .mapToObj(value -> Double.isNaN(value) ? "" : Double.toString(value));
        return Stream.concat(counts, figures).toList();
    }

    /**
     * The epoch that has these fields.
     *
     * @throws IllegalArgumentException if they are not those of an epoch
     */
    public static Epoch parse(List<String> fields) {
        if (fields.size() != COLUMNS.size()) {
            throw new IllegalArgumentException(fields.size() + " fields instead of " + COLUMNS.size());
        }
        double[] figures = fields.subList(2, 9).stream()
                .mapToDouble(field -> field.isEmpty() ? Double.NaN : Double.parseDouble(field))
                .toArray();
        return new Epoch(
                Integer.parseInt(fields.get(0)),
                Integer.parseInt(fields.get(1)),
                figures[0],
                figures[1],
                figures[2],
                figures[3],
                figures[4],
                figures[5],
                figures[6],
                Duration.ofNanos(Math.round(Double.parseDouble(fields.get(9)) * NANOSECONDS)));
    }
}
