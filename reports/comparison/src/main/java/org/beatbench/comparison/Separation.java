package org.beatbench.comparison;

import java.util.List;
import java.util.OptionalDouble;
import org.beatbench.metrics.Ranking;
import org.beatbench.results.Answers;

/**
 * How well some answers tell one class from the rest, at every threshold of its probability.
 *
 * @param areaUnderRoc of all points; empty unless there are beats of the class and others
 * @param averagePrecision of all points; empty unless there are beats of the class
 * @param share the part of the beats that is of the class: the average precision of answers that know nothing
 * @param roc as it is drawn; no points if it is not defined
 * @param precisionRecall as it is drawn; no points if it is not defined
 */
public record Separation(
        OptionalDouble areaUnderRoc,
        OptionalDouble averagePrecision,
        double share,
        List<Ranking.Point> roc,
        List<Ranking.Point> precisionRecall) {

    /** More points are not seen, and make a page long. */
    public static final int MOST_POINTS = 200;

    /** Less than a line is wide: a square is drawn some 200 units wide. */
    private static final double TOLERANCE = 0.002;

    public Separation {
        roc = List.copyOf(roc);
        precisionRecall = List.copyOf(precisionRecall);
    }

    /** Reads answers, by the probability of a class. */
    static Separation of(Answers answers, int label) {
        Ranking ranking = Ranking.of(answers, label);
        return new Separation(
                ranking.areaUnderRoc(),
                ranking.averagePrecision(),
                ranking.share(),
                Thinning.of(ranking.roc(), MOST_POINTS, TOLERANCE),
                Thinning.of(ranking.precisionRecall(), MOST_POINTS, TOLERANCE));
    }
}
