package org.beatbench.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.OptionalDouble;
import org.beatbench.metrics.ConfusionMatrix;
import org.jspecify.annotations.Nullable;

/**
 * How well a model did on one class.
 *
 * @param name of the class
 * @param beats of the class that were scored
 * @param sensitivity the part of them that was found; none if there are none
 * @param positivePredictiveValue the part of the beats called so that is of the class; none if none was called so
 * @param f1 the harmonic mean of both
 * @param across how much both differ from person to person; none if it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClassScore(
        String name,
        long beats,
        @Nullable Double sensitivity,
        @Nullable Double positivePredictiveValue,
        @Nullable Double f1,
        @Nullable AcrossPeople across) {

    static ClassScore of(ConfusionMatrix confusion, List<ConfusionMatrix> subjects, int label) {
        return new ClassScore(
                confusion.classes().get(label),
                confusion.ofClass(label),
                value(confusion.sensitivity(label)),
                value(confusion.positivePredictiveValue(label)),
                value(confusion.f1(label)),
                AcrossPeople.of(subjects, label));
    }

    private static @Nullable Double value(OptionalDouble score) {
        return score.isPresent() ? score.getAsDouble() : null;
    }
}
