package org.beatbench.comparison.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.beatbench.api.Predictions;
import org.beatbench.api.Selection;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.metrics.Quality;
import org.beatbench.metrics.WeighedRanking.Areas;
import org.beatbench.results.AnsweredBeat;
import org.beatbench.results.Answers;
import org.beatbench.stats.Interval;
import org.beatbench.stats.PairedAreas;
import org.beatbench.stats.PairedBeats;
import org.beatbench.stats.PairedBootstrap;
import org.jspecify.annotations.Nullable;

/** Intervals for how much higher the first of two classifiers is, from their answers to the same beats. */
final class PairedScores {

    /** Intervals must come out the same whenever the same results are compared. */
    private static final long SEED = 1;

    private final BeatPairs pairs;
    private final boolean overSubjects;
    private final long drawn;
    private final Map<Quality, double[]> beatByBeat = new HashMap<>();
    private @Nullable PairedAreas areas;

    /**
     * Scores of paired answers.
     *
     * @param overSubjects whether subjects are drawn, and not single beats
     * @param drawn beats of one seed
     */
    PairedScores(BeatPairs pairs, boolean overSubjects, long drawn) {
        this.pairs = pairs;
        this.overSubjects = overSubjects;
        this.drawn = drawn;
    }

    /** The interval of the difference of a figure that follows from a confusion matrix, the first less the second. */
    Optional<Interval> ofFigure(Function<ConfusionMatrix, OptionalDouble> figure) {
        return overSubjects
                ? PairedBootstrap.overSubjects(bySubject(pairs.first()), bySubject(pairs.second()), figure, SEED)
                : PairedBootstrap.overBeats(PairedBeats.of(pairs.first(), pairs.second()), drawn, figure, SEED);
    }

    /** That of an area under a curve of a class. */
    Optional<Interval> ofArea(int label, ToDoubleFunction<Areas> area) {
        return areas().ofClass(label, area);
    }

    /** That of the mean of an area over classes. */
    Optional<Interval> ofMeanArea(ToDoubleFunction<Areas> area) {
        return areas().mean(area);
    }

    private PairedAreas areas() {
        if (areas == null) {
            areas = overSubjects
                    ? PairedAreas.overSubjects(pairs.first(), pairs.second(), SEED)
                    : PairedAreas.overBeats(pairs.first(), pairs.second(), drawn, SEED);
        }
        return areas;
    }

    /** That of a quality that is a mean over beats. */
    Optional<Interval> ofMean(Quality quality) {
        double[] differences = beatByBeat.computeIfAbsent(quality, this::differences);
        if (!overSubjects) {
            return PairedBootstrap.ofMeansOverBeats(drawn, SEED, differences);
        }
        Map<String, Double> sums = new TreeMap<>();
        Map<String, Long> beats = new TreeMap<>();
        int place = 0;
        for (Answers answers : pairs.first()) {
            for (int i = 0; i < answers.size(); i++) {
                String subject = answers.beat(i).subject();
                sums.merge(subject, differences[place++], Double::sum);
                beats.merge(subject, 1L, Long::sum);
            }
        }
        return PairedBootstrap.ofMeansOverSubjects(List.copyOf(sums.values()), List.copyOf(beats.values()), SEED);
    }

    /** A mean over beats, of one beat, is what it is of that beat alone. */
    private double[] differences(Quality quality) {
        List<Double> differences = new ArrayList<>();
        for (int seed = 0; seed < pairs.first().size(); seed++) {
            Answers first = pairs.first().get(seed);
            Answers second = pairs.second().get(seed);
            IntStream.range(0, first.size())
                    .mapToDouble(beat -> quality.of(alone(first, beat)).orElseThrow()
                            - quality.of(alone(second, beat)).orElseThrow())
                    .forEach(differences::add);
        }
        return differences.stream().mapToDouble(value -> value).toArray();
    }

    private static Answers alone(Answers answers, int answer) {
        List<AnsweredBeat> beat = List.of(answers.beat(answer));
        return Answers.of(
                answers.classes(),
                beat,
                Predictions.of(answers.predictions().probabilities().select(Selection.of(answer))));
    }

    private static List<ConfusionMatrix> bySubject(List<Answers> seeds) {
        return List.copyOf(ConfusionMatrix.bySubject(seeds).values());
    }
}
