package org.beatbench.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;
import org.beatbench.metrics.Ranking;
import org.beatbench.metrics.Ranking.Point;
import org.junit.jupiter.api.Test;

class LineSimplificationTest {

    @Test
    void cornersStayAndStraightStretchesGo() {
        List<Point> steps = List.of(at(0, 0), at(0, .25), at(0, .5), at(.25, .5), at(.5, .5), at(.5, 1), at(1, 1));
        assertThat(LineSimplification.of(steps, 200, 0.001))
                .containsExactly(at(0, 0), at(0, .5), at(.5, .5), at(.5, 1), at(1, 1));
    }

    @Test
    void noPointIsFartherThanToleratedFromTheLine() {
        List<Point> curve = IntStream.rangeClosed(0, 5_000)
                .mapToObj(i -> at(i / 5_000.0, Math.sqrt(i / 5_000.0)))
                .toList();
        List<Point> thinned = LineSimplification.of(curve, 200, 0.001);
        assertThat(thinned).hasSizeBetween(8, 40).startsWith(at(0, 0)).endsWith(at(1, 1));
        assertThat(curve)
                .allSatisfy(point -> assertThat(distance(point, thinned)).isLessThanOrEqualTo(0.001));
    }

    @Test
    void aLineThatIsAllCornersHasNoMorePointsThanAllowed() {
        SplittableRandom random = new SplittableRandom(1);
        List<Point> noise = IntStream.range(0, 3_000)
                .mapToObj(i -> at(i / 3_000.0, random.nextDouble()))
                .toList();
        List<Point> thinned = LineSimplification.of(noise, 200, 0.001);
        assertThat(thinned).hasSize(200);
        assertThat(noise).containsSubsequence(thinned);
    }

    @Test
    void theAreaUnderACurveStaysWhatItWas() {
        Answers answers = SampleRuns.answers(5, 0.6);
        for (int label = 0; label < answers.classes().size(); label++) {
            Ranking ranking = Ranking.of(answers, label);
            OneVsRestCurves thinned = OneVsRestCurves.of(ranking);
            assertThat(thinned.roc()).hasSizeLessThanOrEqualTo(OneVsRestCurves.MOST_POINTS);
            assertThat(area(thinned.roc())).isCloseTo(ranking.areaUnderRoc().orElseThrow(), within(0.003));
            assertThat(area(thinned.precisionRecall()))
                    .isCloseTo(ranking.averagePrecision().orElseThrow(), within(0.003));
        }
    }

    @Test
    void whatHasNoMoreThanItsEndsStaysAsItIs() {
        assertThat(LineSimplification.of(List.of(), 200, 0.001)).isEmpty();
        assertThat(LineSimplification.of(List.of(at(0, 1)), 200, 0.001)).containsExactly(at(0, 1));
        assertThat(LineSimplification.of(List.of(at(0, 0), at(1, 1)), 200, 0.001))
                .containsExactly(at(0, 0), at(1, 1));
    }

    /** From a point to the nearest of many places on a line. */
    private static double distance(Point point, List<Point> line) {
        List<Double> distances = new ArrayList<>();
        for (int i = 1; i < line.size(); i++) {
            Point from = line.get(i - 1);
            Point to = line.get(i);
            IntStream.rangeClosed(0, 1_000)
                    .mapToObj(part -> at(
                            from.x() + part / 1_000.0 * (to.x() - from.x()),
                            from.y() + part / 1_000.0 * (to.y() - from.y())))
                    .forEach(place -> distances.add(Math.hypot(point.x() - place.x(), point.y() - place.y())));
        }
        return distances.stream().mapToDouble(distance -> distance).min().orElseThrow();
    }

    private static double area(List<Point> line) {
        return IntStream.range(1, line.size())
                .mapToDouble(i -> (line.get(i).x() - line.get(i - 1).x())
                        * (line.get(i).y() + line.get(i - 1).y())
                        / 2)
                .sum();
    }

    private static Point at(double x, double y) {
        return new Point(x, y);
    }
}
