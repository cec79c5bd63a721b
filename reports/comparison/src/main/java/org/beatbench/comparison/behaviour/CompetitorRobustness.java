package org.beatbench.comparison.behaviour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.beatbench.answers.Answers;
import org.beatbench.api.Selection;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.canaries.Canaries;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.FoldSet;
import org.beatbench.comparison.Score;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Protocol;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.beatbench.robustness.DisturbedAnswers;
import org.beatbench.robustness.PerturbationLadder;
import org.beatbench.robustness.RobustnessInquiry;
import org.beatbench.stats.Interval;
import org.beatbench.stats.PairedBeats;
import org.beatbench.stats.PairedBootstrap;

/**
 * The answers of one competitor to perturbed test beats under one protocol, beside those to the same beats unperturbed:
 * one set for each seed, all folds together.
 */
public final class CompetitorRobustness {

    private final String competitor;
    private final boolean isCanary;
    private final boolean isOfNoShape;
    private final Protocol protocol;
    private final List<Answers> undisturbed;
    private final Map<String, List<Answers>> disturbed;

    private CompetitorRobustness(
            String competitor,
            boolean isCanary,
            boolean isOfNoShape,
            Protocol protocol,
            List<Answers> undisturbed,
            Map<String, List<Answers>> disturbed) {
        this.competitor = competitor;
        this.isCanary = isCanary;
        this.isOfNoShape = isOfNoShape;
        this.protocol = protocol;
        this.undisturbed = undisturbed;
        this.disturbed = disturbed;
    }

    /** Those of a protocol in the order of the ranking, then the canaries; none where it was not asked for. */
    public static List<CompetitorRobustness> under(Comparison comparison, Protocol protocol) {
        List<CompetitorRobustness> all = new ArrayList<>();
        comparison.ranking(protocol).forEach(score -> of(comparison, score, protocol)
                .ifPresent(all::add));
        comparison.references(protocol).forEach(score -> of(comparison, score, protocol)
                .ifPresent(all::add));
        return all;
    }

    private static Optional<CompetitorRobustness> of(Comparison comparison, Score score, Protocol protocol) {
        List<FoldSet> sets = comparison.sets().stream()
                .filter(set -> set.competitor().equals(score.competitor())
                        && set.protocol().equals(protocol.id())
                        && set.chosen().isPresent())
                .toList();
        boolean asked = sets.stream()
                .flatMap(set -> set.chosen().orElseThrow().stream())
                .allMatch(run -> disturbed(completed(run)).values().stream()
                        .findFirst()
                        .filter(answers -> !answers.isEmpty())
                        .isPresent());
        if (!asked) {
            return Optional.empty();
        }
        Map<String, List<Answers>> disturbed = new LinkedHashMap<>();
        for (Perturbation step : PerturbationLadder.STEPS) {
            disturbed.put(step.id(), pooled(sets, run -> answers(completed(run), step.id())));
        }
        return Optional.of(new CompetitorRobustness(
                score.competitor(),
                sets.get(0).isCanary(),
                sets.get(0).isCanary()
                        && !sets.get(0).trials().get(0).classifier().id().equals(Canaries.TWIN),
                protocol,
                pooled(sets, run -> undisturbed(completed(run))),
                disturbed));
    }

    private static List<Answers> pooled(List<FoldSet> sets, Function<RunRecord, Answers> answers) {
        return sets.stream()
                .map(set -> set.chosen().orElseThrow().stream()
                        .map(answers)
                        .reduce(Answers::and)
                        .orElseThrow())
                .toList();
    }

    private static Outcome.Completed completed(RunRecord run) {
        return (Outcome.Completed) run.outcome();
    }

    /**
     * The macro-F1 of one trial.
     *
     * @param step id of a disturbance; empty for the same beats undisturbed
     */
    public static OptionalDouble macroF1(Outcome.Completed trial, String step) {
        return ConfusionMatrix.of(step.isEmpty() ? undisturbed(trial) : answers(trial, step))
                .macroF1();
    }

    /** The answers of one trial by the id of the disturbance; none where it was not asked for. */
    public static Map<String, Answers> disturbed(Outcome.Completed trial) {
        return trial.findings(RobustnessInquiry.INSTANCE)
                .map(DisturbedAnswers::byStep)
                .orElse(Map.of());
    }

    private static Answers answers(Outcome.Completed trial, String step) {
        return Objects.requireNonNull(disturbed(trial).get(step), step);
    }

    /** What the model answered in the test of the beats that were then disturbed, in the order of those. */
    private static Answers undisturbed(Outcome.Completed trial) {
        Answers asked = disturbed(trial).values().iterator().next();
        Map<Integer, Integer> places = new LinkedHashMap<>();
        for (int answer = 0; answer < trial.test().size(); answer++) {
            places.putIfAbsent(trial.test().beat(answer).row(), answer);
        }
        int[] same = new int[asked.size()];
        for (int answer = 0; answer < same.length; answer++) {
            same[answer] = Objects.requireNonNull(places.get(asked.beat(answer).row()));
        }
        return trial.test().select(Selection.of(same));
    }

    public String competitor() {
        return competitor;
    }

    public boolean isCanary() {
        return isCanary;
    }

    /** Whether it is a yardstick that knows nothing of a beat's shape: all canaries but the twin finder. */
    public boolean isOfNoShape() {
        return isOfNoShape;
    }

    /** Number of seeds. */
    public int seeds() {
        return undisturbed.size();
    }

    /** Beats that were asked for in each disturbance, those of several seeds together. */
    public long size() {
        return undisturbed.stream().mapToLong(Answers::size).sum();
    }

    /** Beats asked for under one seed; the mean of several. */
    public long beats() {
        return Math.round(size() / (double) undisturbed.size());
    }

    /** Subjects that they are of; 0 if that is not known. */
    public long subjects() {
        Set<String> subjects = new LinkedHashSet<>();
        undisturbed.forEach(
                answers -> subjects.addAll(ConfusionMatrix.bySubject(answers).keySet()));
        return subjects.contains("") ? 0 : subjects.size();
    }

    /** Whether intervals are over subjects, and not over beats. */
    public boolean overSubjects() {
        return protocol.bySubject() && subjects() > 0;
    }

    /** The macro-F1 of the beats as they were. */
    public double undisturbed() {
        return macroF1(undisturbed);
    }

    /** The macro-F1 under a disturbance. */
    public double disturbed(Perturbation step) {
        return macroF1(answers(step));
    }

    private List<Answers> answers(Perturbation step) {
        return Objects.requireNonNull(disturbed.get(step.id()), step.id());
    }

    /** By how much a disturbance changes the macro-F1: below 0 if it costs. */
    public double change(Perturbation step) {
        return disturbed(step) - undisturbed();
    }

    /** The same with its interval, which is of the difference itself: the same beats or subjects are drawn for both. */
    public Estimate changeWithInterval(Perturbation step) {
        List<Answers> worse = answers(step);
        Optional<Interval> interval = overSubjects()
                ? PairedBootstrap.overSubjects(
                        List.copyOf(ConfusionMatrix.bySubject(worse).values()),
                        List.copyOf(ConfusionMatrix.bySubject(undisturbed).values()),
                        ConfusionMatrix::macroF1,
                        Score.SEED)
                : PairedBootstrap.overBeats(
                        PairedBeats.of(worse, undisturbed), beats(), ConfusionMatrix::macroF1, Score.SEED);
        return interval.map(found -> new Estimate(found.estimate(), found.low(), found.high()))
                .orElseGet(() -> Estimate.exactly(change(step)));
    }

    /** The mean change over all disturbances, in which each kind weighs the same. */
    public double meanChange() {
        return PerturbationLadder.kinds().stream()
                .mapToDouble(kind -> PerturbationLadder.of(kind).stream()
                        .mapToDouble(this::change)
                        .average()
                        .orElseThrow())
                .average()
                .orElseThrow();
    }

    /** Beats were drawn, so it is defined. */
    private static double macroF1(List<Answers> answers) {
        return ConfusionMatrix.sum(answers.stream().map(ConfusionMatrix::of).toList())
                .macroF1()
                .orElseThrow();
    }
}
