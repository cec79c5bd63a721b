package org.beatbench.comparison.behaviour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.FoldSet;
import org.beatbench.comparison.Score;
import org.beatbench.distance.DistanceInquiry;
import org.beatbench.distance.DistantBeat;
import org.beatbench.distance.TrainingDistances;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Protocol;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.beatbench.stats.Bootstrap;
import org.beatbench.stats.Interval;
import org.beatbench.stats.Sample;

/**
 * How often one competitor is wrong under one protocol, by how far test beats are from those it learned from: the beats of all
 * folds and seeds together, sorted by that distance and cut into parts of one size.
 */
public final class DistanceErrors {

    /** Parts that the beats are cut into, nearest first. */
    public static final int PARTS = 5;

    private record Asked(DistantBeat beat, String subject) {}

    /**
     * The beats of one part.
     *
     * @param beats how many
     * @param wrong how many of them were answered wrong
     * @param errorRate the share of these, with its interval
     */
    public record Part(int beats, long wrong, Estimate errorRate) {}

    /**
     * The beats of one class.
     *
     * @param beats how many
     * @param wrong how many of them were answered wrong
     * @param distance from the nearest training beat, in the median
     * @param timesUsual the same in multiples of what is usual in the class of that one; empty if beats there are equal
     */
    public record OfClass(int label, int beats, long wrong, double distance, OptionalDouble timesUsual) {}

    private final String competitor;
    private final Protocol protocol;
    private final List<String> classes;
    private final int seeds;
    private final List<Asked> asked;

    private DistanceErrors(String competitor, Protocol protocol, List<String> classes, int seeds, List<Asked> asked) {
        this.competitor = competitor;
        this.protocol = protocol;
        this.classes = classes;
        this.seeds = seeds;
        this.asked = asked.stream()
                .sorted(Comparator.comparingDouble((Asked one) -> one.beat().distance())
                        .thenComparing(one -> one.beat().row()))
                .toList();
    }

    /** Those of a protocol in the order of the ranking; none where it was not asked for. */
    public static List<DistanceErrors> under(Comparison comparison, Protocol protocol) {
        return comparison.ranking(protocol).stream()
                .flatMap(score -> of(comparison, score, protocol).stream())
                .toList();
    }

    private static Optional<DistanceErrors> of(Comparison comparison, Score score, Protocol protocol) {
        List<FoldSet> sets = comparison.sets().stream()
                .filter(set -> set.competitor().equals(score.competitor())
                        && set.protocol().equals(protocol.id())
                        && set.chosen().isPresent())
                .toList();
        List<Asked> asked = new ArrayList<>();
        for (FoldSet set : sets) {
            for (RunRecord run : set.chosen().orElseThrow()) {
                Outcome.Completed completed = (Outcome.Completed) run.outcome();
                Optional<TrainingDistances> found = completed.findings(DistanceInquiry.INSTANCE);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                Map<Integer, String> subjects = subjects(completed.test());
                found.get().beats().forEach(beat -> asked.add(new Asked(beat, subjects.getOrDefault(beat.row(), ""))));
            }
        }
        return asked.size() < PARTS
                ? Optional.empty()
                : Optional.of(new DistanceErrors(
                        score.competitor(), protocol, comparison.plan().classNames(), sets.size(), asked));
    }

    private static Map<Integer, String> subjects(Answers test) {
        Map<Integer, String> subjects = new HashMap<>();
        for (int answer = 0; answer < test.size(); answer++) {
            subjects.put(test.beat(answer).row(), test.beat(answer).subject());
        }
        return subjects;
    }

    public String competitor() {
        return competitor;
    }

    /** Number of seeds. */
    public int seeds() {
        return seeds;
    }

    /** Beats that were asked about, those of several seeds together. */
    public int size() {
        return asked.size();
    }

    /** Subjects that they are of; 0 if that is not known. */
    public long subjects() {
        return asked.stream().anyMatch(one -> one.subject().isEmpty())
                ? 0
                : asked.stream().map(Asked::subject).distinct().count();
    }

    /** Whether intervals are over subjects, and not over beats. */
    public boolean overSubjects() {
        return protocol.bySubject() && subjects() > 0;
    }

    /** The parts, the nearest beats first. */
    public List<Part> parts() {
        return IntStream.range(0, PARTS)
                .mapToObj(part -> part(asked.subList(asked.size() * part / PARTS, asked.size() * (part + 1) / PARTS)))
                .toList();
    }

    private Part part(List<Asked> beats) {
        long wrong = beats.stream().filter(one -> one.beat().isWrong()).count();
        Map<String, long[]> counts = new TreeMap<>();
        beats.forEach(one -> counts.computeIfAbsent(one.subject(), any -> new long[classes.size() * classes.size()])[
                one.beat().truth() * classes.size() + one.beat().answer()]++);
        List<ConfusionMatrix> subjects = counts.values().stream()
                .map(cells -> ConfusionMatrix.of(classes, cells))
                .toList();
        Interval interval = (overSubjects()
                        ? Bootstrap.bySubject(subjects, DistanceErrors::errorRate, Score.SEED)
                        : Bootstrap.byBeat(
                                ConfusionMatrix.sum(subjects),
                                Math.round(beats.size() / (double) seeds),
                                DistanceErrors::errorRate,
                                Score.SEED))
                .orElseThrow();
        return new Part(beats.size(), wrong, new Estimate(interval.estimate(), interval.low(), interval.high()));
    }

    private static OptionalDouble errorRate(ConfusionMatrix answers) {
        OptionalDouble accuracy = answers.accuracy();
        return accuracy.isPresent() ? OptionalDouble.of(1 - accuracy.getAsDouble()) : accuracy;
    }

    /**
     * How well the distance tells beats answered wrong from those answered right: the probability that a wrong one is the farther of
     * the two, equal ones counted half. Empty unless there are both.
     */
    public OptionalDouble areaUnderRoc() {
        double won = 0;
        long rightBefore = 0;
        long allWrong = 0;
        for (int from = 0; from < asked.size(); ) {
            int to = from;
            long wrong = 0;
            while (to < asked.size()
                    && asked.get(to).beat().distance() == asked.get(from).beat().distance()) {
                wrong += asked.get(to).beat().isWrong() ? 1 : 0;
                to++;
            }
            long right = to - from - wrong;
            won += wrong * (rightBefore + right / 2.0);
            rightBefore += right;
            allWrong += wrong;
            from = to;
        }
        return allWrong == 0 || rightBefore == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(won / ((double) allWrong * rightBefore));
    }

    /** The beats class by class, as far as there are any. */
    public List<OfClass> byClass() {
        List<OfClass> all = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            int wanted = label;
            List<DistantBeat> own = asked.stream()
                    .map(Asked::beat)
                    .filter(beat -> beat.truth() == wanted)
                    .toList();
            if (!own.isEmpty()) {
                all.add(new OfClass(
                        label,
                        own.size(),
                        own.stream().filter(DistantBeat::isWrong).count(),
                        median(own.stream().mapToDouble(DistantBeat::distance).toArray())
                                .orElseThrow(),
                        timesUsual(own)));
            }
        }
        return all;
    }

    /** How many times farther than is usual the beats are, in the median. */
    public OptionalDouble timesUsual() {
        return timesUsual(asked.stream().map(Asked::beat).toList());
    }

    private static OptionalDouble timesUsual(List<DistantBeat> beats) {
        return median(beats.stream()
                .filter(beat -> beat.usual() > 0)
                .mapToDouble(beat -> beat.distance() / (double) beat.usual())
                .toArray());
    }

    private static OptionalDouble median(double[] values) {
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Sample.of(values).quantile(0.5));
    }
}
