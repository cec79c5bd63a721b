package org.beatbench.verification;

import java.util.stream.IntStream;
import org.beatbench.answers.Answers;

/**
 * How far the answers of a trial that was run again are from the stored ones.
 *
 * @param answers how many there are of each
 * @param changed how many differ in any probability
 * @param decided how many decide for another class
 * @param largest the largest difference of a probability
 */
public record RerunDifference(int answers, int changed, int decided, double largest) {

    /**
     * Compares answers one by one.
     *
     * @throws IllegalArgumentException if they are not for the same beats
     */
    public static RerunDifference of(Answers stored, Answers again) {
        if (!stored.classes().equals(again.classes()) || stored.size() != again.size()) {
            throw new IllegalArgumentException(stored + " and " + again + " are not for the same beats");
        }
        int changed = 0;
        int decided = 0;
        double largest = 0;
        for (int i = 0; i < stored.size(); i++) {
            if (!stored.beat(i).equals(again.beat(i))) {
                throw new IllegalArgumentException(stored.beat(i) + " and " + again.beat(i) + " are not the same beat");
            }
            changed += isEqual(stored, again, i) ? 0 : 1;
            decided += stored.predicted(i) == again.predicted(i) ? 0 : 1;
            largest = Math.max(largest, distance(stored, again, i));
        }
        return new RerunDifference(stored.size(), changed, decided, largest);
    }

    /** These comparisons and others taken together. */
    public RerunDifference and(RerunDifference other) {
        return new RerunDifference(
                answers + other.answers,
                changed + other.changed,
                decided + other.decided,
                Math.max(largest, other.largest));
    }

    /** Whether all answers are equal bit by bit. */
    public boolean isExact() {
        return changed == 0;
    }

    /** Such as {@code 3 of 8755 answers differ, 1 of them in the class, by at most 1.2E-7}. */
    @Override
    public String toString() {
        return changed + " of " + answers + " answers differ, " + decided + " of them in the class, by at most "
                + (float) largest;
    }

    private static boolean isEqual(Answers stored, Answers again, int answer) {
        return IntStream.range(0, stored.classes().size())
                .allMatch(label -> Float.floatToIntBits(stored.probability(answer, label))
                        == Float.floatToIntBits(again.probability(answer, label)));
    }

    private static double distance(Answers stored, Answers again, int answer) {
        double distance = 0;
        for (int label = 0; label < stored.classes().size(); label++) {
            distance = Math.max(
                    distance, Math.abs((double) stored.probability(answer, label) - again.probability(answer, label)));
        }
        return distance;
    }
}
