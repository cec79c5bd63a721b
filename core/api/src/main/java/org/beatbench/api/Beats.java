package org.beatbench.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Immutable heartbeats: for each a row of numbers, its class and what else is known of it. What the numbers are, the {@link
 * Form} says; mostly they are one signal (millivolts scaled to 0..1, zero-padded at the end to a common length).
 */
public final class Beats {

    private final List<String> classes;
    private final Form form;
    private final Rows samples;
    private final Beat[] beats;

    private Beats(List<String> classes, Form form, Rows samples, Beat[] beats) {
        this.classes = classes;
        this.form = form;
        this.samples = samples;
        this.beats = beats;
    }

    /** Puts samples and knowledge together, row by row, each beat being one signal; see {@link #of(List, Form, Rows, List)}. */
    public static Beats of(List<String> classes, Rows samples, List<Beat> beats) {
        return of(classes, Form.row(samples.width()), samples, beats);
    }

    /**
     * Puts numbers and knowledge together, row by row.
     *
     * @param classes the class names; a label is an index into them
     * @param form what the columns of the rows are
     * @param samples one row per beat
     * @param beats one per row, with labels below the number of classes and lengths up to the samples of the form
     * @throws IllegalArgumentException if the parts do not fit one another
     */
    public static Beats of(List<String> classes, Form form, Rows samples, List<Beat> beats) {
        if (form.width() != samples.width()) {
            throw new IllegalArgumentException(form + " do not fit rows of " + samples.width());
        }
        Beat[] known = beats.toArray(new Beat[0]);
        if (known.length != samples.size()) {
            throw new IllegalArgumentException(samples.size() + " rows of samples for " + known.length + " beats");
        }
        for (int i = 0; i < known.length; i++) {
            if (known[i].label() >= classes.size() || known[i].unpaddedLength() > form.samples()) {
                throw new IllegalArgumentException("beat " + i + " does not fit " + classes.size() + " classes of "
                        + form.samples() + " samples: " + known[i]);
            }
        }
        return new Beats(List.copyOf(classes), form, samples, known);
    }

    /** Starts beats that are added one by one, each one signal of so many samples. */
    public static Builder builder(List<String> classes, int length) {
        return builder(classes, Form.row(length));
    }

    /** Starts beats of a form that are added one by one. */
    public static Builder builder(List<String> classes, Form form) {
        return builder(classes, form, 0);
    }

    /** Starts beats of a form of which there will be so many, or about so many, which then take less memory while they are collected. */
    public static Builder builder(List<String> classes, Form form, int expected) {
        return new Builder(classes, form, expected);
    }

    /** Number of beats. */
    public int size() {
        return beats.length;
    }

    public boolean isEmpty() {
        return beats.length == 0;
    }

    /** What the columns of {@link #samples()} are. */
    public Form form() {
        return form;
    }

    /** Numbers per beat, padding included: the width of the form. */
    public int length() {
        return samples.width();
    }

    /** The class names, in label order. */
    public List<String> classes() {
        return classes;
    }

    /** All numbers, one row per beat, in the columns of the {@link #form()}. */
    public Rows samples() {
        return samples;
    }

    /** What is known of a beat, 0-based. */
    public Beat beat(int row) {
        return beats[row];
    }

    /** All that is known, in row order. */
    public List<Beat> beats() {
        return List.of(beats);
    }

    /** The label of a beat: an index into {@link #classes()}, or {@link Beat#UNLABELLED}. */
    public int label(int row) {
        return beats[row].label();
    }

    /** Number of beats of each class, in label order; unlabelled beats are not counted. */
    public int[] classCounts() {
        int[] counts = new int[classes.size()];
        for (Beat beat : beats) {
            if (beat.label() != Beat.UNLABELLED) {
                counts[beat.label()]++;
            }
        }
        return counts;
    }

    /** Whether the subject of every beat is known. */
    public boolean knowsSubjects() {
        return beats.length > 0 && Arrays.stream(beats).allMatch(Beat::knowsSubject);
    }

    /** Number of subjects; 0 unless that of every beat is known. */
    public int subjects() {
        return knowsSubjects()
                ? (int) Arrays.stream(beats).map(Beat::subject).distinct().count()
                : 0;
    }

    /** The selected beats, in the order of the selection. */
    public Beats select(Selection selection) {
        Beat[] selected = selection.stream().mapToObj(row -> beats[row]).toArray(Beat[]::new);
        return new Beats(classes, form, samples.select(selection), selected);
    }

    /** These beats as a model may see them at prediction time; see {@link Beat#sealed()}. */
    public Beats sealed() {
        return new Beats(
                classes, form, samples, Arrays.stream(beats).map(Beat::sealed).toArray(Beat[]::new));
    }

    /** These beats as their first channel alone, which is what can be drawn and compared with rows; themselves if that is all. */
    public Beats firstChannel() {
        if (form.single()) {
            return this;
        }
        float[] first = new float[Math.multiplyExact(size(), form.samples())];
        for (int row = 0; row < size(); row++) {
            System.arraycopy(samples.row(row), 0, first, row * form.samples(), form.samples());
        }
        return of(classes, Rows.of(first, form.samples()), beats());
    }

    /** These beats with other samples, one row each and of the same length. */
    public Beats withSamples(Rows other) {
        if (other.size() != size() || other.width() != length()) {
            throw new IllegalArgumentException("samples must be " + samples + ": " + other);
        }
        return new Beats(classes, form, other, beats);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Beats that
                && classes.equals(that.classes)
                && form.equals(that.form)
                && Arrays.equals(beats, that.beats)
                && samples.equals(that.samples);
    }

    @Override
    public int hashCode() {
        return Objects.hash(classes, form, samples, Arrays.hashCode(beats));
    }

    @Override
    public String toString() {
        return size() + " beats of " + form + ", classes " + String.join(" ", classes);
    }

    /** Collects beats; not for use by two threads at once. */
    public static final class Builder {

        private final List<String> classes;
        private final Form form;
        private final Rows.Builder samples;
        private final List<Beat> beats = new ArrayList<>();

        private Builder(List<String> classes, Form form, int expected) {
            this.classes = List.copyOf(classes);
            this.form = form;
            this.samples = Rows.builder(form.width(), expected);
        }

        /** Adds a beat; its samples are copied. */
        public Builder add(float[] row, Beat beat) {
            samples.add(row);
            beats.add(beat);
            return this;
        }

        public Beats build() {
            return of(classes, form, samples.build(), beats);
        }
    }
}
