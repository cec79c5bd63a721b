package org.beatbench.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.api.InputContract;
import org.beatbench.api.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * The form of the beats that a model learned from, which the beats it answers must have too.
 *
 * @param length numbers of each, padding included
 * @param form what the numbers are; none if they are one signal
 * @param classes the class names, in label order
 * @param rate samples a second; none if the data set does not know
 * @param scaled whether every value was 0 to 1, so that others must be a mistake
 * @param input what a recording must have for such beats to be made of it; none if they were not made of recordings
 * @param assumptions how they were made and what was taken for granted, a sentence each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BeatForm(
        int length,
        @Nullable Form form,
        List<String> classes,
        @Nullable Double rate,
        boolean scaled,
        @Nullable InputContract input,
        List<String> assumptions) {

    /** A thousand times the longest series that anybody classifies; a row of more could not even be counted. */
    private static final int LONGEST = 4_000_000;

    public BeatForm {
        classes = List.copyOf(classes);
        assumptions = List.copyOf(assumptions);
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException("the length of beats must be 1 to " + LONGEST + ": " + length);
        }
        if (form != null && form.width() != length) {
            throw new IllegalArgumentException(form + " are not " + length + " numbers");
        }
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one class");
        }
        if (rate != null && !(rate > 0 && Double.isFinite(rate))) {
            throw new IllegalArgumentException("the rate must be a positive number: " + rate);
        }
    }

    /**
     * The form of some beats.
     *
     * @param rate samples a second, if known
     */
    public static BeatForm of(Beats beats, @Nullable Double rate, Provenance provenance) {
        Form form = beats.form().equals(Form.row(beats.length())) ? null : beats.form();
        return new BeatForm(
                beats.length(),
                form,
                beats.classes(),
                rate,
                isScaled(beats),
                provenance.input().orElse(null),
                provenance.assumptions());
    }

    /** What the columns of the beats are. */
    public Form columns() {
        return form == null ? Form.row(length) : form;
    }

    private static boolean isScaled(Beats beats) {
        var values = beats.samples().buffer();
        while (values.hasRemaining()) {
            float value = values.get();
            if (!(value >= 0 && value <= 1)) {
                return false;
            }
        }
        return true;
    }
}
