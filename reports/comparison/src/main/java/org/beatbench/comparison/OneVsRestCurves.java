package org.beatbench.comparison;

import java.util.List;
import org.beatbench.metrics.Ranking;

/**
 * How well some answers tell one class from the rest, at every threshold of its probability.
 *
 * @param share the part of the beats that is of the class: the average precision of answers that know nothing
 * @param roc as it is drawn; no points if it is not defined
 * @param precisionRecall as it is drawn; no points if it is not defined
 */
public record OneVsRestCurves(double share, List<Ranking.Point> roc, List<Ranking.Point> precisionRecall) {

    /** More points are not seen, and make a page long. */
    public static final int MOST_POINTS = 200;

    /** Less than a line is wide: a square is drawn some 200 units wide. */
    private static final double TOLERANCE = 0.002;

    public OneVsRestCurves {
        roc = List.copyOf(roc);
        precisionRecall = List.copyOf(precisionRecall);
    }

    /** Draws a class. */
    static OneVsRestCurves of(Ranking ranking) {
        return new OneVsRestCurves(
                ranking.share(),
                LineSimplification.of(ranking.roc(), MOST_POINTS, TOLERANCE),
                LineSimplification.of(ranking.precisionRecall(), MOST_POINTS, TOLERANCE));
    }
}
