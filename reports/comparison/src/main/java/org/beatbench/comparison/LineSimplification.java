package org.beatbench.comparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.beatbench.metrics.Ranking.Point;

/**
 * A line of fewer points that looks the same. The point that is farthest from what is drawn so far comes next, until none is
 * far from it or there are enough: the splits of Douglas and Peucker (1973), the largest first. Corners stay, and the ends.
 */
final class LineSimplification {

    private final List<Point> line;

    private LineSimplification(List<Point> line) {
        this.line = line;
    }

    /**
     * Thins a line.
     *
     * @param most how many points may be left, at least 2
     * @param tolerance how far a point that is left out may be from the line that is drawn, unless there are too many
     */
    static List<Point> of(List<Point> line, int most, double tolerance) {
        return new LineSimplification(withoutStraightRuns(line)).thinned(most, tolerance);
    }

    /** A stretch of the line that is drawn straight, and the point that is farthest from that. */
    private record Stretch(int from, int to, int farthest, double squaredDistance) {}

    private List<Point> thinned(int most, double tolerance) {
        if (line.size() <= 2) {
            return line;
        }
        BitSet kept = new BitSet(line.size());
        kept.set(0);
        kept.set(line.size() - 1);
        PriorityQueue<Stretch> stretches = new PriorityQueue<>(
                Comparator.comparingDouble(Stretch::squaredDistance).reversed().thenComparingInt(Stretch::from));
        stretches.add(stretch(0, line.size() - 1));
        while (kept.cardinality() < most && stretches.element().squaredDistance > tolerance * tolerance) {
            Stretch widest = stretches.remove();
            kept.set(widest.farthest);
            stretches.add(stretch(widest.from, widest.farthest));
            stretches.add(stretch(widest.farthest, widest.to));
        }
        return kept.stream().mapToObj(line::get).toList();
    }

    private Stretch stretch(int from, int to) {
        int farthest = from;
        double most = 0;
        for (int i = from + 1; i < to; i++) {
            double distance = squaredDistance(line.get(i), line.get(from), line.get(to));
            if (distance > most) {
                most = distance;
                farthest = i;
            }
        }
        return new Stretch(from, to, farthest, most);
    }

    /** From a point to the nearest point of the straight line between two others. */
    private static double squaredDistance(Point point, Point from, Point to) {
        double across = to.x() - from.x();
        double up = to.y() - from.y();
        double length = across * across + up * up;
        double along = length == 0
                ? 0
                : Math.max(0, Math.min(1, ((point.x() - from.x()) * across + (point.y() - from.y()) * up) / length));
        double x = point.x() - from.x() - along * across;
        double y = point.y() - from.y() - along * up;
        return x * x + y * y;
    }

    /** Most points of a curve of many answers are in the middle of a level or an upright stretch, where they say nothing. */
    private static List<Point> withoutStraightRuns(List<Point> line) {
        List<Point> corners = new ArrayList<>();
        IntStream.range(0, line.size())
                .filter(i -> i == 0 || i == line.size() - 1 || isCorner(line.get(i - 1), line.get(i), line.get(i + 1)))
                .forEach(i -> corners.add(line.get(i)));
        return corners;
    }

    private static boolean isCorner(Point before, Point point, Point after) {
        boolean isLevel = before.y() == point.y() && point.y() == after.y();
        boolean isUpright = before.x() == point.x() && point.x() == after.x();
        return !isLevel && !isUpright;
    }
}
