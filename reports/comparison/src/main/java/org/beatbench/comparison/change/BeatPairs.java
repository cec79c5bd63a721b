package org.beatbench.comparison.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Selection;

/**
 * Answers of two classifiers to the same beats, in the same order. Beats of one data set are known by their row; those of
 * different ones by record and position, and then rows are numbered anew.
 *
 * @param first seed by seed
 * @param second the same beats, seed by seed
 */
record BeatPairs(List<Answers> first, List<Answers> second) {

    BeatPairs {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /**
     * Matches beats.
     *
     * @param sameData whether both are of one data set
     * @throws NoPairs if a beat of one side is not on the other
     */
    static BeatPairs of(List<Answers> first, List<Answers> second, boolean sameData) throws NoPairs {
        if (!first.get(0).classes().equals(second.get(0).classes())) {
            throw new NoPairs("the classes are not the same");
        }
        List<Answers> one = new ArrayList<>();
        List<Answers> other = new ArrayList<>();
        for (int seed = 0; seed < first.size(); seed++) {
            match(first.get(seed), second.get(seed), sameData, one, other);
        }
        return new BeatPairs(one, other);
    }

    private static void match(Answers first, Answers second, boolean sameData, List<Answers> one, List<Answers> other)
            throws NoPairs {
        if (!sameData && !(isLocated(first) && isLocated(second))) {
            throw new NoPairs("records and positions of beats are not known, and the data differ");
        }
        Function<AnsweredBeat, List<Comparable<?>>> identity =
                sameData ? beat -> List.of(beat.row()) : beat -> List.of(beat.record(), beat.position());
        Selection inFirst = sorted(first, sameData);
        Selection inSecond = sorted(second, sameData);
        if (first.size() != second.size()) {
            throw new NoPairs("the test beats are " + first.size() + " and " + second.size());
        }
        for (int i = 0; i < first.size(); i++) {
            AnsweredBeat beat = first.beat(inFirst.at(i));
            AnsweredBeat partner = second.beat(inSecond.at(i));
            if (!identity.apply(beat).equals(identity.apply(partner))) {
                throw new NoPairs("the test beats are not the same");
            }
            if (beat.truth() != partner.truth() || !beat.subject().equals(partner.subject())) {
                throw new NoPairs("the same beats have other labels or subjects");
            }
        }
        one.add(select(first, inFirst));
        other.add(select(second, inSecond));
    }

    private static Selection sorted(Answers answers, boolean byRow) {
        Comparator<Integer> order = byRow
                ? Comparator.comparingInt(answer -> answers.beat(answer).row())
                : Comparator.<Integer, String>comparing(
                                answer -> answers.beat(answer).record())
                        .thenComparingLong(answer -> answers.beat(answer).position());
        return Selection.of(IntStream.range(0, answers.size())
                .boxed()
                .sorted(order)
                .mapToInt(answer -> answer)
                .toArray());
    }

    private static boolean isLocated(Answers answers) {
        return IntStream.range(0, answers.size())
                .allMatch(answer -> !answers.beat(answer).record().isEmpty()
                        && answers.beat(answer).position() >= 0);
    }

    private static Answers select(Answers answers, Selection selection) {
        List<AnsweredBeat> beats = new ArrayList<>();
        for (int i = 0; i < selection.size(); i++) {
            AnsweredBeat beat = answers.beat(selection.at(i));
            beats.add(new AnsweredBeat(i, beat.record(), beat.subject(), beat.position(), beat.truth()));
        }
        return Answers.of(
                answers.classes(),
                beats,
                Predictions.of(answers.predictions().probabilities().select(selection)));
    }

    /** Why beats cannot be paired. */
    static final class NoPairs extends Exception {

        private static final long serialVersionUID = 1;

        NoPairs(String why) {
            super(why);
        }
    }
}
