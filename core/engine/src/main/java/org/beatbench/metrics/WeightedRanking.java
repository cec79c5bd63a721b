package org.beatbench.metrics;

import java.util.Arrays;
import java.util.List;
import org.beatbench.answers.Answers;

/**
 * The areas under the ROC and precision-recall curves of one class, computed again and again with other weights: as in
 * a bootstrap, where a subject or a beat counts as often as it was drawn. {@link Ranking} is the same for once.
 */
public final class WeightedRanking {

    private static final int LAST = 1;
    private static final int OWN = 2;
    private static final int FLAGS = 2;

    /**
     * By falling probability, in one number: the unit of an answer; {@link #OWN} if the beat is of the class; {@link #LAST} if
     * the next answer has another probability. Empty if no beat is of the class, since then there is nothing to be scored.
     */
    private final int[] entries;

    private WeightedRanking(int[] entries) {
        this.entries = entries;
    }

    /**
     * The areas under both curves of a class against the rest; NaN where one is not defined.
     *
     * @param roc under the receiver operating characteristic
     * @param precision the average precision
     */
    public record Areas(double roc, double precision) {}

    /**
     * Ranks answers by the probability of a class.
     *
     * @param parts one or several sets of answers, which are ranked together
     * @param units what each answer is weighed with, part after part: a number from 0 on
     */
    public static WeightedRanking of(List<Answers> parts, int label, int... units) {
        int size = parts.stream().mapToInt(Answers::size).sum();
        if (size != units.length) {
            throw new IllegalArgumentException(units.length + " units for " + size + " answers");
        }
        long[] keys = new long[size];
        boolean[] own = new boolean[size];
        boolean hasOwn = false;
        int place = 0;
        for (Answers part : parts) {
            for (int answer = 0; answer < part.size(); answer++) {
                // Probabilities are not negative, so the bits of a float have the order of its values.
                int bits = Float.floatToIntBits(part.probability(answer, label) + 0.0f);
                keys[place] = (long) -bits << Integer.SIZE | place;
                own[place] = part.truth(answer) == label;
                hasOwn |= own[place++];
            }
        }
        if (!hasOwn) {
            return new WeightedRanking(new int[0]);
        }
        Arrays.sort(keys);
        int[] entries = new int[size];
        for (int i = 0; i < size; i++) {
            int answer = (int) keys[i];
            boolean last = i + 1 == size || keys[i] >> Integer.SIZE != keys[i + 1] >> Integer.SIZE;
            entries[i] = units[answer] << FLAGS | (own[answer] ? OWN : 0) | (last ? LAST : 0);
        }
        return new WeightedRanking(entries);
    }

    /**
     * The areas if every answer counted as often as its unit.
     *
     * @param times how often each unit counts, 0 or more
     */
    public Areas areas(int... times) {
        long found = 0;
        long mistaken = 0;
        int own = 0;
        int others = 0;
        long lost = 0;
        double precision = 0;
        for (int entry : entries) {
            int weight = times[entry >> FLAGS];
            if ((entry & OWN) == 0) {
                others += weight;
            } else {
                own += weight;
            }
            if ((entry & LAST) != 0) {
                // Twice the pairs in which the other beat is above, those of equals counting half.
                lost += own * (2 * mistaken + others);
                found += own;
                mistaken += others;
                if (own != 0) {
                    precision += own * (found / (double) (found + mistaken));
                }
                own = 0;
                others = 0;
            }
        }
        return new Areas(
                found == 0 || mistaken == 0 ? Double.NaN : 1 - lost / (2.0 * found * mistaken),
                found == 0 ? Double.NaN : precision / found);
    }
}
