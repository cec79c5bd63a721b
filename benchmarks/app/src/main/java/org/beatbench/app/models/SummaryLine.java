package org.beatbench.app.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.beatbench.data.summary.Figure;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a recording by the answers of a model and, where cardiologists marked its beats, by their marks.
 *
 * @param id for programs
 * @param name for people
 * @param value by the model's answers; none if they do not say
 * @param low where the truth may lie, given how the model errs; none if that is not known
 * @param high likewise
 * @param reference by the marks; none if there are none that say the class
 * @param unit empty for counts
 * @param decimals that make sense
 * @param definition what is counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SummaryLine(
        String id,
        String name,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double reference,
        String unit,
        int decimals,
        String definition) {

    static SummaryLine of(Figure figure, @Nullable Double low, @Nullable Double high, @Nullable Double reference) {
        return new SummaryLine(
                figure.id(),
                figure.name(),
                known(figure.value()),
                low,
                high,
                reference == null ? null : known(reference),
                figure.unit(),
                figure.decimals(),
                figure.definition());
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
