package org.beatbench.answers;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;

/** Immutable answers of a model: which beats it was asked for, what each truly is, and the probabilities it gave. */
public final class Answers {

    private static final String PROBABILITY = "p:";

    private final List<String> classes;
    private final List<AnsweredBeat> beats;
    private final Predictions predictions;

    private Answers(List<String> classes, List<AnsweredBeat> beats, Predictions predictions) {
        this.classes = classes;
        this.beats = beats;
        this.predictions = predictions;
    }

    /**
     * Puts predictions beside the beats they were made for.
     *
     * @param dataset all labelled beats
     * @param rows the rows of the data set that were asked for
     * @param predictions one per row, in the order of {@code rows}
     * @throws IllegalArgumentException if a beat has no label, or the parts do not fit one another
     */
    public static Answers of(Beats dataset, Selection rows, Predictions predictions) {
        return of(
                dataset.classes(),
                rows.stream().mapToObj(row -> answered(row, dataset.beat(row))).toList(),
                predictions);
    }

    /**
     * Puts predictions beside the beats they were made for.
     *
     * @param classes the class names, in label order
     * @param beats the beats that were asked for
     * @param predictions one per beat, one column per class
     * @throws IllegalArgumentException if the parts do not fit one another
     */
    public static Answers of(List<String> classes, List<AnsweredBeat> beats, Predictions predictions) {
        if (predictions.size() != beats.size() || predictions.classes() != classes.size()) {
            throw new IllegalArgumentException(
                    predictions + " do not fit " + beats.size() + " beats of " + classes.size() + " classes");
        }
        for (AnsweredBeat beat : beats) {
            if (beat.truth() >= classes.size()) {
                throw new IllegalArgumentException("there is no class " + beat.truth() + " in " + classes);
            }
        }
        return new Answers(List.copyOf(classes), List.copyOf(beats), predictions);
    }

    private static AnsweredBeat answered(int row, Beat beat) {
        return new AnsweredBeat(row, beat.record(), beat.subject(), beat.position(), beat.label());
    }

    /** The name of the column, in tables of answers, with the probabilities of a class. */
    public static String probabilityColumn(String className) {
        return PROBABILITY + className;
    }

    /** The class whose probabilities stand in a column. */
    static String classOfColumn(String name) {
        return name.substring(PROBABILITY.length());
    }

    /** The class names, in label order. */
    public List<String> classes() {
        return classes;
    }

    /** Number of beats answered. */
    public int size() {
        return beats.size();
    }

    public boolean isEmpty() {
        return beats.isEmpty();
    }

    /** The beat of an answer, 0-based. */
    public AnsweredBeat beat(int answer) {
        return beats.get(answer);
    }

    /** The true class of a beat. */
    public int truth(int answer) {
        return beats.get(answer).truth();
    }

    /** The class the model decided for; see {@link Predictions#label}. */
    public int predicted(int answer) {
        return predictions.label(answer);
    }

    /** The probability the model gave a class, 0..1. */
    public float probability(int answer, int label) {
        return predictions.probability(answer, label);
    }

    /** The probabilities as the model gave them, in the order of the beats. */
    public Predictions predictions() {
        return predictions;
    }

    /** Whether the subject of every beat is known. */
    public boolean knowsSubjects() {
        return !isEmpty() && beats.stream().allMatch(AnsweredBeat::knowsSubject);
    }

    /**
     * Other probabilities for the same beats.
     *
     * @throws IllegalArgumentException if they do not fit the beats
     */
    public Answers with(Predictions other) {
        return of(classes, beats, other);
    }

    /** No answers, of the same classes. */
    public Answers none() {
        return new Answers(
                classes, List.of(), Predictions.of(Rows.builder(classes.size()).build()));
    }

    /**
     * These answers, then those of another fold.
     *
     * @throws IllegalArgumentException if the other answers have other classes
     */
    public Answers and(Answers other) {
        if (!classes.equals(other.classes)) {
            throw new IllegalArgumentException("answers of classes " + classes + " and " + other.classes);
        }
        Rows first = predictions.probabilities();
        Rows second = other.predictions.probabilities();
        Rows.Builder pooled = Rows.builder(classes.size());
        IntStream.range(0, first.size()).forEach(row -> pooled.add(first.row(row)));
        IntStream.range(0, second.size()).forEach(row -> pooled.add(second.row(row)));
        return new Answers(
                classes, Stream.concat(beats.stream(), other.beats.stream()).toList(), Predictions.of(pooled.build()));
    }

    /**
     * Leaves out the beats whose true class is one of these. The classes themselves stay, since a model may still have
     * decided for them.
     *
     * @param classNames names of classes; a name that is not among {@link #classes()} leaves out nothing
     */
    public Answers without(Set<String> classNames) {
        return select(Selection.where(size(), answer -> !classNames.contains(classes.get(truth(answer)))));
    }

    /** Some of these answers, in the order of the selection. */
    public Answers select(Selection selection) {
        return new Answers(
                classes,
                selection.stream().mapToObj(beats::get).toList(),
                Predictions.of(predictions.probabilities().select(selection)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers that
                && classes.equals(that.classes)
                && beats.equals(that.beats)
                && predictions.equals(that.predictions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(classes, beats, predictions);
    }

    @Override
    public String toString() {
        return size() + " answers, classes " + String.join(" ", classes);
    }
}
