package org.beatbench.reports.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.reports.explore.Neighbourhood.Nearest;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {

    @Test
    void tellsOwnFromOtherOrigins() {
        Beats beats = Beats.builder(List.of("N", "V"), 2)
                .add(Toys.point(0, 0), Toys.beat(0, 2, "a"))
                .add(Toys.point(3, 4), Toys.beat(0, 2, "a"))
                .add(Toys.point(0, 1), Toys.beat(1, 2, "b"))
                .add(Toys.point(0, 0.5), Toys.beat(1, 2, ""))
                .build();
        Neighbourhood all = Neighbourhood.of(beats, Grouping.SUBJECT, new int[] {0, 1, 2, 3});
        assertThat(all.of().get(0)).isEqualTo(new Nearest(0, 3, 5, 1));
        assertThat(all.of().get(1).neighbour()).isEqualTo(2);
        assertThat(all.of().get(2)).isEqualTo(new Nearest(2, 3, Double.NaN, 1));
        assertThat(all.of().get(3).isComparable()).isFalse();
        assertThat(all.toOwn()).containsExactly(5, 5);
        assertThat(all.toOther()[1]).isCloseTo(Math.sqrt(18), within(1e-6));
        assertThat(all.sameClass(beats)).isEqualTo(new Proportion(1, 4));
        assertThat(all.sameGroup(beats, Grouping.SUBJECT)).isEqualTo(new Proportion(0, 3));
    }

    @Test
    void aBeatIsNotItsOwnNeighbour() {
        assertThat(Neighbourhood.of(Toys.points(Toys.point(1, 1)), Grouping.UNKNOWN, new int[] {0})
                        .of())
                .isEmpty();
        assertThat(Neighbourhood.of(Toys.points(Toys.point(1, 1), Toys.point(1, 1)), Grouping.UNKNOWN, new int[] {0})
                        .of())
                .extracting(Nearest::neighbour)
                .containsExactly(1);
    }

    @Test
    void valuesThatAreNotFiniteAreNobodysNeighbour() {
        Beats beats = Toys.points(
                Toys.point(0, 0), Toys.point(Double.NaN, 0), Toys.point(9, 9), Toys.point(Double.POSITIVE_INFINITY, 0));
        assertThat(Neighbourhood.of(beats, Grouping.UNKNOWN, new int[] {0, 1}).of())
                .extracting(Nearest::neighbour)
                .containsExactly(2);
    }

    @Test
    void manyBeatsAskedAboutAreAnsweredInOrder() {
        SplittableRandom random = new SplittableRandom(7);
        Beats.Builder builder = Beats.builder(List.of("N"), 3);
        IntStream.range(0, 1_200)
                .forEach(i -> builder.add(
                        new float[] {
                            (float) random.nextDouble(), (float) random.nextDouble(), (float) random.nextDouble()
                        },
                        Beat.anonymous(0, 3)));
        Beats beats = builder.build();
        int[] asked = IntStream.range(0, 1_100).toArray();
        List<Nearest> nearest = Neighbourhood.of(beats, Grouping.UNKNOWN, asked).of();
        assertThat(nearest)
                .extracting(Nearest::beat)
                .containsExactlyElementsOf(IntStream.of(asked).boxed().toList());
        for (int beat = 0; beat < asked.length; beat += 97) {
            assertThat(nearest.get(beat).neighbour()).isEqualTo(bruteForce(beats, beat));
        }
    }

    private static int bruteForce(Beats beats, int asked) {
        return IntStream.range(0, beats.size())
                .filter(row -> row != asked)
                .boxed()
                .min((a, b) -> Double.compare(square(beats, asked, a), square(beats, asked, b)))
                .orElseThrow();
    }

    private static double square(Beats beats, int a, int b) {
        return IntStream.range(0, beats.length())
                .mapToDouble(
                        i -> Math.pow(beats.samples().at(a, i) - beats.samples().at(b, i), 2))
                .sum();
    }
}
