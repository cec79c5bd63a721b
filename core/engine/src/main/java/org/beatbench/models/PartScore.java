package org.beatbench.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.stats.Bootstrap;
import org.beatbench.stats.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How well a model did on beats that were kept from it.
 *
 * @param part which beats: "validation", "test", or what a user gave
 * @param unit what the intervals are over: "subject" or "beat"
 * @param beats how many were scored
 * @param subjects how many people they are of, 0 if unknown
 * @param macroF1 the mean of F1 over the classes that have beats, with an interval of 95 %; none if there are no beats
 * @param accuracy the part that was given its own class, likewise
 * @param majorityRate the accuracy of giving every beat the most frequent class
 * @param classes of each class, in label order
 * @param remark what to bear in mind, empty if nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartScore(
        String part,
        String unit,
        long beats,
        int subjects,
        @Nullable Interval macroF1,
        @Nullable Interval accuracy,
        @Nullable Double majorityRate,
        List<ClassScore> classes,
        String remark) {

    /** The unit of intervals over people. */
    public static final String SUBJECT = "subject";

    /** The unit of intervals over single beats. */
    public static final String BEAT = "beat";

    /** Intervals must come out the same for the same answers. */
    private static final long SEED = 1;

    public PartScore {
        classes = List.copyOf(classes);
        requireShare("macro-F1", macroF1);
        requireShare("accuracy", accuracy);
    }

    private static void requireShare(String name, @Nullable Interval score) {
        if (score != null
                && !(score.low() >= 0 && score.high() <= 1 && score.estimate() >= 0 && score.estimate() <= 1)) {
            throw new IllegalArgumentException(name + " must be 0 to 1: " + score);
        }
    }

    /**
     * The score of answers.
     *
     * @param answers without those that are not to be scored
     * @param bySubject whether the people behind them were kept apart from those that were learned from
     */
    public static PartScore of(String part, Answers answers, boolean bySubject, String remark) {
        List<ConfusionMatrix> subjects = answers.knowsSubjects()
                ? List.copyOf(ConfusionMatrix.bySubject(answers).values())
                : List.of();
        ConfusionMatrix all = ConfusionMatrix.of(answers);
        return bySubject && !subjects.isEmpty()
                ? of(part, SUBJECT, subjects, all, figure -> Bootstrap.bySubject(subjects, figure, SEED), remark)
                : of(part, BEAT, subjects, all, figure -> Bootstrap.byBeat(all, figure, SEED), remark);
    }

    /** The score of beats of which nobody knows whose they are. */
    public static PartScore of(String part, ConfusionMatrix answers, String remark) {
        return of(part, BEAT, List.of(), answers, figure -> Bootstrap.byBeat(answers, figure, SEED), remark);
    }

    private static PartScore of(
            String part,
            String unit,
            List<ConfusionMatrix> subjects,
            ConfusionMatrix all,
            Function<Function<ConfusionMatrix, OptionalDouble>, Optional<Interval>> bootstrap,
            String remark) {
        OptionalDouble majority = all.majorityRate();
        return new PartScore(
                part,
                unit,
                all.total(),
                subjects.size(),
                bootstrap
                        .apply(ConfusionMatrix::macroF1)
                        .map(PartScore::widened)
                        .orElse(null),
                bootstrap
                        .apply(ConfusionMatrix::accuracy)
                        .map(PartScore::widened)
                        .orElse(null),
                majority.isPresent() ? majority.getAsDouble() : null,
                IntStream.range(0, all.classes().size())
                        .mapToObj(label -> ClassScore.of(all, subjects, label))
                        .toList(),
                remark);
    }

    /** A bootstrap interval need not hold the figure itself; one that is shown must. */
    private static Interval widened(Interval interval) {
        return new Interval(
                Math.min(interval.low(), interval.estimate()),
                interval.estimate(),
                Math.max(interval.high(), interval.estimate()));
    }
}
