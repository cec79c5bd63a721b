package org.beatbench.comparison.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.comparison.Comparison;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.beatbench.saliency.MeanBeat;
import org.beatbench.saliency.OccludedBeat;
import org.beatbench.saliency.Saliency;
import org.beatbench.saliency.SaliencyInquiry;
import org.beatbench.saliency.Window;

/**
 * The saliency of one competitor under one protocol, over all its runs that stand for a split.
 *
 * @param runs at least one
 */
public record CompetitorSaliency(String competitor, List<Saliency> runs) {

    /** The part of a class's beats that must have a window, or its mean would be of the longest beats only. */
    private static final double HAVING = 0.5;

    public CompetitorSaliency {
        runs = List.copyOf(runs);
    }

    /** Of a competitor under a protocol; empty if it is not complete there, or was not asked. */
    public static Optional<CompetitorSaliency> of(Comparison comparison, String competitor, Protocol protocol) {
        return of(comparison, competitor, protocol, any -> true);
    }

    /** The same with one seed, under which each beat is asked about once at most. */
    public static Optional<CompetitorSaliency> of(
            Comparison comparison, String competitor, Protocol protocol, long seed) {
        return of(comparison, competitor, protocol, other -> other == seed);
    }

    private static Optional<CompetitorSaliency> of(
            Comparison comparison, String competitor, Protocol protocol, LongPredicate seeds) {
        List<Saliency> runs = comparison.sets().stream()
                .filter(set -> set.competitor().equals(competitor)
                        && Protocols.of(set.protocol()).equals(protocol)
                        && seeds.test(set.seed()))
                .flatMap(set -> set.chosen().stream().flatMap(List::stream))
                .map(RunRecord::outcome)
                .flatMap(outcome -> outcome instanceof Outcome.Completed completed
                        ? completed.findings(SaliencyInquiry.INSTANCE).stream()
                        : Stream.empty())
                .filter(saliency -> !saliency.isEmpty())
                .toList();
        return runs.isEmpty() ? Optional.empty() : Optional.of(new CompetitorSaliency(competitor, runs));
    }

    /** A window and what hiding it costs, on average where it is of several beats. */
    public record Drop(Window window, double mean) {}

    /** The beats of a class that were asked about. */
    public List<OccludedBeat> beats(int label) {
        return runs.stream()
                .flatMap(run -> run.beats().stream())
                .filter(beat -> beat.truth() == label)
                .toList();
    }

    /** The rows of all beats that were asked about. */
    Set<Integer> rows() {
        return runs.stream()
                .flatMap(run -> run.beats().stream())
                .map(OccludedBeat::row)
                .collect(Collectors.toSet());
    }

    /**
     * What the competitor made of a single beat.
     *
     * @throws NoSuchElementException if it was not asked about it
     */
    ProbedBeat.View view(int row) {
        return runs.stream()
                .flatMap(run -> run.beats().stream()
                        .filter(beat -> beat.row() == row)
                        .map(beat -> new ProbedBeat.View(competitor, beat, drops(run, beat))))
                .findFirst()
                .orElseThrow();
    }

    private static List<Drop> drops(Saliency run, OccludedBeat beat) {
        return IntStream.range(0, beat.drops().size())
                .mapToObj(
                        place -> new Drop(run.windows().get(place), beat.drops().get(place)))
                .toList();
    }

    /** The mean drop in each window that enough of the beats of a class have. */
    public List<Drop> drops(int label) {
        List<OccludedBeat> beats = beats(label);
        List<Window> windows = runs.stream()
                .map(Saliency::windows)
                .reduce((one, other) -> one.size() >= other.size() ? one : other)
                .orElseThrow();
        List<Drop> drops = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            int place = i;
            double[] values = beats.stream()
                    .filter(beat -> beat.drops().size() > place)
                    .mapToDouble(beat -> beat.drops().get(place))
                    .toArray();
            if (values.length > 0 && values.length >= HAVING * beats.size()) {
                double sum = 0;
                for (double value : values) {
                    sum += value;
                }
                drops.add(new Drop(windows.get(i), sum / values.length));
            }
        }
        return drops;
    }

    /** How many test beats the mean beat of a class is of. */
    public long meanOf(int label) {
        return means(label).stream().mapToLong(MeanBeat::beats).sum();
    }

    /** The mean beat of a class over the test parts of all runs, each weighing as many as its beats; none if there is none. */
    public List<Double> mean(int label) {
        List<MeanBeat> means = means(label);
        int length =
                means.stream().mapToInt(mean -> mean.samples().size()).max().orElse(0);
        List<Double> course = new ArrayList<>();
        for (int sample = 0; sample < length; sample++) {
            double sum = 0;
            double beats = 0;
            for (MeanBeat mean : means) {
                if (mean.samples().size() > sample) {
                    sum += (double) mean.beats() * mean.samples().get(sample);
                    beats += mean.beats();
                }
            }
            course.add(sum / beats);
        }
        return course;
    }

    private List<MeanBeat> means(int label) {
        return runs.stream()
                .flatMap(run -> run.means().stream())
                .filter(mean -> mean.label() == label)
                .toList();
    }
}
