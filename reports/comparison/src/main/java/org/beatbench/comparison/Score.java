package org.beatbench.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.answers.Answers;
import org.beatbench.audit.ClassSides;
import org.beatbench.audit.ProtocolAudit;
import org.beatbench.metrics.BrierDecomposition;
import org.beatbench.metrics.ClassMetric;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.metrics.Formula;
import org.beatbench.metrics.FormulaValues;
import org.beatbench.metrics.Quality;
import org.beatbench.metrics.RankedAreas;
import org.beatbench.metrics.Rankings;
import org.beatbench.metrics.RiskCoverage;
import org.beatbench.protocol.Protocol;
import org.beatbench.results.Costs;
import org.beatbench.stats.Bootstrap;
import org.beatbench.stats.CalibrationBootstrap;
import org.beatbench.stats.ComparisonMetric;
import org.beatbench.stats.Interval;
import org.beatbench.stats.Resamples;
import org.jspecify.annotations.Nullable;

/**
 * What one competitor reached under one protocol: the answers of every complete set of folds, one set per seed. Several
 * seeds are pooled: every figure is computed from all their answers together, and their number makes no interval narrower.
 */
public final class Score {

    /** Intervals must come out the same in every report of the same runs. */
    public static final long SEED = 1;

    private final String competitor;
    private final Protocol protocol;
    private final List<Long> seeds;
    private final List<Answers> answers;
    private final Answers pooled;
    private final List<Costs> costs;
    private final List<Double> temperatures;
    private final Optional<ProtocolAudit> audit;
    private final List<ConfusionMatrix> subjects;
    private final Optional<Support> support;
    private final ConfusionMatrix confusion;
    private final Resamples resamples;
    private final Map<Quality, Optional<Estimate>> estimates = new ConcurrentHashMap<>();
    private final Formula.Visitor<Optional<Estimate>> intervals = new Intervals();
    private final Formula.Visitor<OptionalDouble> values;
    private final Map<Quality, OptionalDouble> qualities = new ConcurrentHashMap<>();

    @SuppressWarnings("NullableOptional") // Null until it is asked for.
    private @Nullable BrierDecomposition brierParts;

    private @Nullable RiskCoverage riskCoverage;

    private @Nullable Separations separations;

    /** How well the classes are told apart, which takes sorting all answers: curves by class, and the areas under them. */
    private record Separations(List<OneVsRestCurves> curves, RankedAreas areas) {}

    /**
     * @param competitor its label
     * @param seeds the seeds whose sets are complete, at least one
     * @param answers the scored answers of each seed, all folds together
     * @param costs of every trial in it; none if they were not measured as those of others
     * @param temperatures by which the trials' probabilities were calibrated
     * @param audit what the audit of the splits came to, if they were all audited
     */
    Score(
            String competitor,
            Protocol protocol,
            List<Long> seeds,
            List<Answers> answers,
            List<Costs> costs,
            List<Double> temperatures,
            Optional<ProtocolAudit> audit) {
        this.competitor = competitor;
        this.protocol = protocol;
        this.seeds = List.copyOf(seeds);
        this.answers = List.copyOf(answers);
        this.pooled = answers.stream().reduce(Answers::and).orElseThrow();
        this.costs = List.copyOf(costs);
        this.temperatures = List.copyOf(temperatures);
        this.audit = audit;
        this.subjects = subjects(answers);
        this.support = support(pooled);
        this.confusion = ConfusionMatrix.of(pooled);
        this.values = new FormulaValues(pooled, confusion, () -> separations().areas());
        this.resamples =
                overSubjects() ? Resamples.bySubject(subjects, SEED) : Resamples.byBeat(confusion, beats(), SEED);
        // No report is without these, and scores are read side by side.
        Stream.of(ComparisonMetric.values()).map(ComparisonMetric::quality).forEach(this::estimate);
    }

    public String competitor() {
        return competitor;
    }

    public Protocol protocol() {
        return protocol;
    }

    public List<Long> seeds() {
        return seeds;
    }

    /** The scored answers of some of its seeds, all folds together. */
    public List<Answers> answers(List<Long> some) {
        return some.stream().map(seed -> answers.get(seeds.indexOf(seed))).toList();
    }

    /** The scored answers of each seed, all folds together. */
    public List<Answers> answersBySeed() {
        return answers;
    }

    public List<Costs> costs() {
        return costs;
    }

    /** By what each trial's probabilities were calibrated; 1 where they are as the model gave them. */
    public List<Double> temperatures() {
        return temperatures;
    }

    /** What the audit of the splits came to, if they were all audited. */
    public Optional<ProtocolAudit> audit() {
        return audit;
    }

    /** The classes that stand on one side only, as far as the splits were audited. */
    public ClassSides sides() {
        return audit.map(ProtocolAudit::sides).orElse(ClassSides.BOTH);
    }

    /** The macro-F1 over the classes that were learned and tested; empty if these are all that were tested. */
    public OptionalDouble macroF1OfBothSides() {
        return sides().macroF1OfBoth(confusion);
    }

    /** Beats scored under each seed; the mean of seeds whose test parts differ in size. */
    public long beats() {
        return ofOneSeed(pooled.size());
    }

    /** Beats of a class scored under each seed, likewise. */
    public long beats(int label) {
        return ofOneSeed(confusion.ofClass(label));
    }

    /** On whose beats the scores of each class rest; empty if subjects are unknown. */
    Optional<Support> support() {
        return support;
    }

    /** Number of subjects that were tested, 0 if unknown. */
    public long subjects() {
        return subjects.size();
    }

    /** Whether intervals are over subjects, and not over beats. */
    public boolean overSubjects() {
        return protocol.bySubject() && !subjects.isEmpty();
    }

    /** The answers of each record, those of several seeds together; none if a record is not known. */
    public List<ConfusionMatrix> records() {
        SortedMap<String, ConfusionMatrix> records = ConfusionMatrix.byRecord(pooled);
        return records.containsKey("") ? List.of() : List.copyOf(records.values());
    }

    /** All scored answers, those of several seeds together. */
    public Answers answers() {
        return pooled;
    }

    /** All answers counted, those of several seeds together. */
    public ConfusionMatrix confusion() {
        return confusion;
    }

    /** The macro-F1 with its interval: what competitors are ranked by. */
    public Optional<Estimate> macroF1() {
        return estimate(Quality.MACRO_F1);
    }

    /** The accuracy with its interval. */
    public Optional<Estimate> accuracy() {
        return estimate(Quality.ACCURACY);
    }

    /** The accuracy of a part of the answers, with its interval; empty for no answers. */
    public Optional<Estimate> accuracy(Answers part) {
        return (overSubjects()
                        ? Bootstrap.bySubject(
                                List.copyOf(ConfusionMatrix.bySubject(part).values()), ConfusionMatrix::accuracy, SEED)
                        : Bootstrap.byBeat(
                                ConfusionMatrix.of(part), ofOneSeed(part.size()), ConfusionMatrix::accuracy, SEED))
                .map(Score::widened);
    }

    /** A quality with its interval, which is drawn when first asked for; empty if it has none, or is not defined. */
    public Optional<Estimate> estimate(Quality quality) {
        return quality.hasInterval()
                ? estimates.computeIfAbsent(quality, asked -> asked.formula().accept(intervals))
                : Optional.empty();
    }

    /** What the Brier score is made of. */
    public synchronized BrierDecomposition brierParts() {
        if (brierParts == null) {
            brierParts = BrierDecomposition.of(pooled);
        }
        return brierParts;
    }

    /** What becomes of the errors if unsure answers are withheld. */
    public synchronized RiskCoverage riskCoverage() {
        if (riskCoverage == null) {
            riskCoverage = RiskCoverage.of(pooled);
        }
        return riskCoverage;
    }

    /** How well a class is told from the rest, by all answers. */
    public OneVsRestCurves separation(int label) {
        return separations().curves().get(label);
    }

    private synchronized Separations separations() {
        if (separations == null) {
            Rankings rankings = Rankings.of(pooled);
            separations = new Separations(
                    IntStream.range(0, rankings.classes())
                            .mapToObj(label -> OneVsRestCurves.of(rankings.ofClass(label)))
                            .toList(),
                    RankedAreas.of(rankings));
        }
        return separations;
    }

    /** How well a class is told from the rest by all answers; empty if that is not defined for them. */
    public OptionalDouble quality(ClassMetric metric, int label) {
        return metric.formula(label).accept(values);
    }

    /** The same with its interval; empty if it has none. */
    public Optional<Estimate> estimate(ClassMetric metric, int label) {
        return metric.formula(label).accept(intervals);
    }

    /** A quality of all answers, those of several seeds together; empty if it is undefined for them. */
    public OptionalDouble quality(Quality quality) {
        return qualities.computeIfAbsent(
                quality,
                asked -> pooled.isEmpty()
                        ? OptionalDouble.empty()
                        : asked.formula().accept(values));
    }

    /**
     * A figure of the confusion matrix with its interval of 95 %, widened where it would not hold the figure; empty if it is
     * undefined. Single beats are drawn as many as one seed has, so that repeating beats does not look like having more.
     */
    public Optional<Estimate> estimate(Function<ConfusionMatrix, OptionalDouble> figure) {
        return resamples.interval(figure).map(Score::widened);
    }

    /**
     * The part of the resamples in which a figure is higher than that of another competitor on the same subjects, 0..1.
     *
     * @param other under the same protocol, with the same seeds
     * @return empty over beats, which are not drawn for both together, or if no resample has both figures
     */
    public OptionalDouble higher(Score other, Function<ConfusionMatrix, OptionalDouble> figure) {
        return overSubjects() && other.overSubjects()
                ? resamples.higher(other.resamples, figure)
                : OptionalDouble.empty();
    }

    /** A bootstrap interval need not hold the figure itself. */
    private static Estimate widened(Interval interval) {
        return new Estimate(
                interval.estimate(),
                Math.min(interval.low(), interval.estimate()),
                Math.max(interval.high(), interval.estimate()));
    }

    /** Draws intervals of all answers: what follows from counts, and the calibration error, whose beats are put into bins anew. */
    private final class Intervals implements Formula.Visitor<Optional<Estimate>> {

        @Override
        public Optional<Estimate> counted(Formula.Counted formula) {
            return estimate(formula.figure());
        }

        @Override
        public Optional<Estimate> binned(Formula.Binned formula) {
            return (overSubjects()
                            ? CalibrationBootstrap.bySubject(pooled, SEED)
                            : CalibrationBootstrap.byBeat(pooled, Math.max(1, beats()), SEED))
                    .map(Score::widened);
        }

        @Override
        public Optional<Estimate> otherwise(Formula formula) {
            return Optional.empty();
        }
    }

    /** Whether there are costs to speak of. */
    public boolean hasCosts() {
        return !costs.isEmpty();
    }

    /** The median of a cost over all trials, of which there must be some. */
    public double median(ToDoubleFunction<Costs> cost) {
        double[] sorted = costs.stream().mapToDouble(cost).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The answers of each subject, those of several seeds together; none if subjects are not known. */
    private static List<ConfusionMatrix> subjects(List<Answers> answers) {
        if (!answers.stream().allMatch(Answers::knowsSubjects)) {
            return List.of();
        }
        Map<String, List<ConfusionMatrix>> parts = new TreeMap<>();
        answers.forEach(seed -> ConfusionMatrix.bySubject(seed)
                .forEach((subject, part) -> parts.computeIfAbsent(subject, name -> new ArrayList<>())
                        .add(part)));
        return parts.values().stream().map(Score::sum).toList();
    }

    private static Optional<Support> support(Answers answers) {
        return answers.knowsSubjects()
                ? Optional.of(Support.of(
                        answers.classes().size(),
                        answers.size(),
                        answer -> answers.beat(answer).subject(),
                        answers::truth))
                : Optional.empty();
    }

    private long ofOneSeed(long count) {
        return Math.round(count / (double) seeds.size());
    }

    private static ConfusionMatrix sum(List<ConfusionMatrix> parts) {
        List<long[]> counts = parts.stream().map(ConfusionMatrix::toArray).toList();
        long[] sum = IntStream.range(0, counts.get(0).length)
                .mapToLong(cell -> counts.stream().mapToLong(part -> part[cell]).sum())
                .toArray();
        return ConfusionMatrix.of(parts.get(0).classes(), sum);
    }
}
