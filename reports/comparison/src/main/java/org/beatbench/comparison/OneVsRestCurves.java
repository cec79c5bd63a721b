package org.beatbench.comparison;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.beatbench.answers.Answers;
import org.beatbench.metrics.Area;
import org.beatbench.metrics.Ranking;

/**
 * How well some answers tell one class from the rest, at every threshold of its probability.
 *
 * @param areas those that are defined, of all points: under the receiver operating characteristic if there are beats of the class
 *     and others, under precision over recall if there are beats of the class
 * @param share the part of the beats that is of the class: the average precision of answers that know nothing
 * @param roc as it is drawn; no points if it is not defined
 * @param precisionRecall as it is drawn; no points if it is not defined
 */
public record OneVsRestCurves(
        Map<Area, Double> areas, double share, List<Ranking.Point> roc, List<Ranking.Point> precisionRecall) {

    /** More points are not seen, and make a page long. */
    public static final int MOST_POINTS = 200;

    /** Less than a line is wide: a square is drawn some 200 units wide. */
    private static final double TOLERANCE = 0.002;

    public OneVsRestCurves {
        areas = Map.copyOf(areas);
        roc = List.copyOf(roc);
        precisionRecall = List.copyOf(precisionRecall);
    }

    /** Reads answers, by the probability of a class. */
    static OneVsRestCurves of(Answers answers, int label) {
        Ranking ranking = Ranking.of(answers, label);
        Map<Area, Double> areas = new EnumMap<>(Area.class);
        for (Area area : Area.values()) {
            area.of(ranking).ifPresent(value -> areas.put(area, value));
        }
        return new OneVsRestCurves(
                areas,
                ranking.share(),
                LineSimplification.of(ranking.roc(), MOST_POINTS, TOLERANCE),
                LineSimplification.of(ranking.precisionRecall(), MOST_POINTS, TOLERANCE));
    }

    /** An area; empty if it is not defined. */
    public OptionalDouble area(Area area) {
        Double value = areas.get(area);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
