package org.beatbench.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Selection;
import org.beatbench.neighbours.Neighbour;
import org.beatbench.neighbours.Neighbours;
import org.beatbench.neighbours.RowDistance;

/**
 * Finds rows that were interpolated across the split, as SMOTE does it: rows on the straight line between two others of
 * their class, at least one of them on the other side. Up to 200 test rows and 200 rows of the model's side are drawn
 * of each class; of each the ten nearest rows of the class are found, on either side, and every pair of them is tried.
 * A row is between two others if the angle between the ways to them is straight to a cosine of -1 + 1e-6, on the
 * samples that all three have before their padding, at least 16. Real beats are far from that: of 1,500 MIT-BIH
 * heartbeats with 45 pairs each, the straightest had a cosine of -0.92. It counts if one of the two is on the other
 * side.
 *
 * <p>Where rows are nearly determined by a number or two, straight lines are common. They are then common in all classes, while
 * SMOTE leaves the largest class alone: so a class counts only where it has five times the share of the class with the least.
 */
final class Interpolated {

    static final String ID = "interpolation";

    private static final int SAMPLE = 200;
    private static final int NEIGHBOURS = 10;
    private static final double STRAIGHT = -1 + 1e-6;
    private static final int FEWEST_SAMPLES = 16;
    private static final double TIMES = 5;

    /** Fewer rows say nothing about a class. */
    private static final int FEWEST_ROWS = 20;

    private final SplitRows splitRows;
    private final Tally tally;

    private Interpolated(SplitRows splitRows) {
        this.splitRows = splitRows;
        this.tally = new Tally(splitRows.classes());
    }

    static Check check(SplitRows splitRows, int threads, Cancellation cancellation) {
        Interpolated check = new Interpolated(splitRows);
        for (int label = 0; label < splitRows.classes().size(); label++) {
            check.look(label, threads, cancellation);
        }
        return check.result();
    }

    private void look(int label, int threads, Cancellation cancellation) {
        int[] test = ofClass(splitRows.differentTest(), label);
        int[] learned = ofClass(splitRows.differentLearned(), label);
        Selection all = Selection.of(IntStream.concat(Arrays.stream(test), Arrays.stream(learned))
                .distinct()
                .toArray());
        Selection asked = SplitRows.sample(onOneSide(test), SAMPLE, "interpolated/test/" + label)
                .and(SplitRows.sample(onOneSide(learned), SAMPLE, "interpolated/learned/" + label));
        List<List<Neighbour>> found = Neighbours.of(splitRows.samples(), all, RowDistance.EUCLIDEAN, cancellation)
                .nearest(splitRows.samples(), asked, NEIGHBOURS + 1, threads, cancellation);
        for (int i = 0; i < asked.size(); i++) {
            int row = asked.at(i);
            tally.add(
                    label,
                    isBetween(
                            row, found.get(i).stream().mapToInt(Neighbour::row).toArray()));
        }
    }

    private int[] ofClass(int[] rows, int label) {
        return SplitRows.where(rows, row -> splitRows.beats().label(row) == label);
    }

    private int[] onOneSide(int[] rows) {
        return SplitRows.where(rows, row -> splitRows.isLearned(row) != splitRows.isTested(row));
    }

    private boolean isBetween(int row, int[] neighbours) {
        for (int i = 0; i < neighbours.length; i++) {
            for (int j = i + 1; j < neighbours.length; j++) {
                boolean isAcross = isOnOtherSide(row, neighbours[i]) || isOnOtherSide(row, neighbours[j]);
                if (isAcross && isBetween(row, neighbours[i], neighbours[j])) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isOnOtherSide(int row, int other) {
        return splitRows.isTested(row) ? splitRows.isLearned(other) : splitRows.isTested(other);
    }

    private boolean isBetween(int row, int one, int other) {
        int length = Math.min(length(row), Math.min(length(one), length(other)));
        if (length < FEWEST_SAMPLES) {
            return false;
        }
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < length; i++) {
            double here = splitRows.samples().at(row, i);
            double toOne = splitRows.samples().at(one, i) - here;
            double toOther = splitRows.samples().at(other, i) - here;
            product += toOne * toOther;
            first += toOne * toOne;
            second += toOther * toOther;
        }
        return product < STRAIGHT * Math.sqrt(first * second);
    }

    private int length(int row) {
        return splitRows.beats().beat(row).unpaddedLength();
    }

    private Check result() {
        Map<String, Double> figures = new TreeMap<>();
        tally.addTo(figures, "between");
        double least = tally.present()
                .filter(label -> tally.asked(label) >= FEWEST_ROWS)
                .mapToDouble(tally::share)
                .min()
                .orElse(0);
        List<String> madeUp = tally.present()
                .filter(label -> tally.found(label) > 1 && tally.share(label) >= Tally.TOO_MUCH)
                .filter(label -> tally.share(label) > TIMES * least)
                .mapToObj(splitRows.classes()::get)
                .toList();
        String asked = AuditPhrases.counted(tally.asked(), "row", "rows") + " drawn at random";
        String between = "on a straight line between two others of their class of which one is on the other side";
        boolean isFound = !madeUp.isEmpty();
        String text = tally.found() == 0
                ? "None of " + asked + " is " + between + "."
                : AuditPhrases.count(tally.found()) + " of " + asked + " are " + between + ": " + tally.byClass()
                        + " of each class. "
                        + (isFound
                                ? "So rows of class " + AuditPhrases.listed(madeUp)
                                        + " were made up, as by SMOTE, before the division."
                                : "No class stands out, as it would if SMOTE had been applied before the division.");
        return new Check(
                ID,
                "Interpolated before the division",
                isFound ? AuditVerdict.FAIL : AuditVerdict.PASS,
                isFound ? "interpolated rows" : "",
                text,
                figures);
    }
}
