package org.beatbench.micro.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every contestant has to keep to, network by network. */
public abstract class ContestantContract {

    private final Material material = Samples.bumps(64, 10);

    /** Opens the contestant. */
    protected abstract Contestant open(Network network, Material beats);

    /** The networks that it has; those of long sequences are slow enough to be tested once. */
    static Stream<Network> networks() {
        return Stream.of(Network.values()).filter(network -> network != Network.GRU);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void worksAtAPaceAndAnswersWithProbabilities(Network network) {
        try (Contestant contestant = open(network, material)) {
            SpeedMeasurement measurement = new SpeedMeasurement(contestant, material);

            assertThat(measurement.train(32, Duration.ofMillis(1))).isPositive();
            assertThat(measurement.predict(4, Duration.ofMillis(1))).isPositive();
            assertThat(measurement.single(Duration.ofMillis(1)).percentile99()).isPositive();
            assertThat(contestant.predict(8, 10)).hasSize(2 * Network.CLASSES);
            assertThat(contestant.library()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void answersTheSameAfterItWasSaved(Network network, @TempDir Path folder) throws IOException {
        float[] before;
        try (Contestant contestant = open(network, material)) {
            contestant.train(32, new ThroughputMeter(Duration.ZERO, Duration.ofMillis(1), System::nanoTime));
            before = contestant.predict(0, 10);
            contestant.save(folder);
        }
        try (Contestant contestant = open(network, material)) {
            contestant.load(folder);
            float[] after = contestant.predict(0, 10);

            for (int i = 0; i < before.length; i++) {
                assertThat(after[i]).isCloseTo(before[i], within(1e-5f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void answersForOneBeatAsForMany(Network network) {
        try (Contestant contestant = open(network, material)) {
            float[] many = contestant.predict(0, 10);
            float[] one = contestant.predict(3, 4);

            for (int label = 0; label < Network.CLASSES; label++) {
                assertThat(one[label]).isCloseTo(many[3 * Network.CLASSES + label], within(1e-4f));
            }
        }
    }
}
