package org.beatbench.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SeededRandomTest {

    @Test
    void throwsGaussians() {
        SeededRandom random = SeededRandom.of(1, 1);
        double[] values = DoubleStream.generate(random::gaussian).limit(100_000).toArray();

        double mean = DoubleStream.of(values).average().orElseThrow();
        double square = DoubleStream.of(values).map(x -> x * x).average().orElseThrow();
        long beyondTwo = DoubleStream.of(values).filter(x -> Math.abs(x) > 2).count();

        assertThat(mean).isCloseTo(0, within(0.01));
        assertThat(square).isCloseTo(1, within(0.02));
        assertThat(beyondTwo / 100_000.0).isCloseTo(0.0455, within(0.003));
    }

    @Test
    void reachesBothEndsOfARange() {
        SeededRandom random = SeededRandom.of(1, 1);

        assertThat(IntStream.range(0, 1000).map(i -> random.between(-1, 1)).boxed())
                .containsOnly(-1, 0, 1);
    }

    @Test
    void shufflesWithoutLoss() {
        List<Integer> list = new ArrayList<>(IntStream.range(0, 50).boxed().toList());

        SeededRandom.of(1, 1).shuffle(list);

        assertThat(list).isNotEqualTo(IntStream.range(0, 50).boxed().toList());
        assertThat(list)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 50).boxed().toList());
    }

    @Test
    void differsBetweenSubjectsAndSeeds() {
        assertThat(List.of(
                        SeededRandom.of(1, 0).uniform(),
                        SeededRandom.of(1, 1).uniform(),
                        SeededRandom.of(2, 0).uniform(),
                        SeededRandom.of(2, 1).uniform()))
                .doesNotHaveDuplicates();
    }

    @Test
    void throwsNothingThatAnotherSubjectOrSeedThrows() {
        Set<Double> thrown = new HashSet<>();
        for (long seed = -1; seed <= 1; seed++) {
            for (int subject = 0; subject < 8; subject++) {
                SeededRandom random = SeededRandom.of(seed, subject);
                for (int i = 0; i < 2_000; i++) {
                    thrown.add(random.uniform());
                }
            }
        }
        assertThat(thrown).hasSize(3 * 8 * 2_000);
    }
}
