package org.beatbench.comparison.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Selection;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.metrics.Formula;
import org.beatbench.stats.Interval;
import org.beatbench.stats.PairedAreas;
import org.beatbench.stats.PairedBeats;
import org.beatbench.stats.PairedBootstrap;
import org.jspecify.annotations.Nullable;

/** Intervals of the differences between two classifiers, from their answers to the same beats. */
final class PairedScores implements Formula.Visitor<Optional<Interval>> {

    /** Intervals must come out the same whenever the same results are compared. */
    private static final long SEED = 1;

    private final BeatPairs pairs;
    private final boolean overSubjects;
    private final long drawn;
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

    @Override
    public Optional<Interval> counted(Formula.Counted formula) {
        return overSubjects
                ? PairedBootstrap.overSubjects(
                        bySubject(pairs.first()), bySubject(pairs.second()), formula.figure(), SEED)
                : PairedBootstrap.overBeats(
                        PairedBeats.of(pairs.first(), pairs.second()), drawn, formula.figure(), SEED);
    }

    @Override
    public Optional<Interval> classArea(Formula.ClassArea formula) {
        return areas().ofClass(formula.label(), formula.area());
    }

    @Override
    public Optional<Interval> meanArea(Formula.MeanArea formula) {
        return areas().mean(formula.area());
    }

    @Override
    public Optional<Interval> otherwise(Formula formula) {
        return Optional.empty();
    }

    private PairedAreas areas() {
        if (areas == null) {
            areas = overSubjects
                    ? PairedAreas.overSubjects(pairs.first(), pairs.second(), SEED)
                    : PairedAreas.overBeats(pairs.first(), pairs.second(), drawn, SEED);
        }
        return areas;
    }

    @Override
    public Optional<Interval> mean(Formula.Mean formula) {
        double[] differences = differences(formula);
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

    private double[] differences(Formula.Mean formula) {
        List<Double> differences = new ArrayList<>();
        for (int seed = 0; seed < pairs.first().size(); seed++) {
            Answers first = pairs.first().get(seed);
            Answers second = pairs.second().get(seed);
            IntStream.range(0, first.size())
                    .mapToDouble(beat -> formula.of(alone(first, beat)).orElseThrow()
                            - formula.of(alone(second, beat)).orElseThrow())
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
