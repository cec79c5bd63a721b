package org.beatbench.comparison.behaviour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.experiment.Trial;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;

/**
 * A beat that was given another class than its own.
 *
 * @param trial whose model gave it
 * @param answer the class it was given
 * @param probability of that class
 * @param own probability of its own class
 */
public record WrongBeat(Trial trial, AnsweredBeat beat, int answer, float probability, float own) {

    private static final Comparator<WrongBeat> MOST_CONFIDENT_FIRST = Comparator.comparingDouble(
                    (WrongBeat wrong) -> wrong.probability)
            .reversed()
            .thenComparingInt(WrongBeat::row);

    /** A class and another that was given in its place, with the beats of which that is true, the most confident first. */
    public record Pair(int truth, int answer, List<WrongBeat> beats) {

        public Pair {
            beats = List.copyOf(beats);
        }

        /** Some beats, the most confident first, but no two of one person: one person's beats are wrong in the same way. */
        public List<WrongBeat> chosen(int most) {
            Set<String> seen = new HashSet<>();
            return beats.stream()
                    .filter(wrong ->
                            seen.add(wrong.beat.knowsSubject() ? wrong.beat.subject() : String.valueOf(wrong.row())))
                    .limit(most)
                    .toList();
        }
    }

    public int row() {
        return beat.row();
    }

    /**
     * The wrong answers of some runs, by pair of classes; the most frequent pair first.
     *
     * @param scored the classes that count
     */
    public static List<Pair> pairs(List<RunRecord> runs, List<Integer> scored) {
        Map<List<Integer>, List<WrongBeat>> pairs = runs.stream()
                .flatMap(run -> of(run).stream())
                .filter(wrong -> scored.contains(wrong.beat.truth()))
                .collect(Collectors.groupingBy(
                        wrong -> List.of(wrong.beat.truth(), wrong.answer),
                        () -> new TreeMap<>(Comparator.<List<Integer>>comparingInt(pair -> pair.get(0))
                                .thenComparingInt(pair -> pair.get(1))),
                        Collectors.toList()));
        List<Pair> sorted = new ArrayList<>();
        pairs.forEach((pair, beats) -> sorted.add(new Pair(
                pair.get(0),
                pair.get(1),
                beats.stream().sorted(MOST_CONFIDENT_FIRST).toList())));
        sorted.sort(Comparator.comparingInt((Pair pair) -> pair.beats.size()).reversed());
        return sorted;
    }

    private static List<WrongBeat> of(RunRecord run) {
        if (!(run.outcome() instanceof Outcome.Completed completed)) {
            return List.of();
        }
        Answers test = completed.test();
        return IntStream.range(0, test.size())
                .filter(answer -> test.predicted(answer) != test.truth(answer))
                .mapToObj(answer -> new WrongBeat(
                        run.trial(),
                        test.beat(answer),
                        test.predicted(answer),
                        test.probability(answer, test.predicted(answer)),
                        test.probability(answer, test.truth(answer))))
                .toList();
    }
}
