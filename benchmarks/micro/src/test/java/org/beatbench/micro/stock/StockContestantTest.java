package org.beatbench.micro.stock;

import static org.assertj.core.api.Assertions.assertThat;

import org.beatbench.micro.contest.Contestant;
import org.beatbench.micro.contest.ContestantContract;
import org.beatbench.micro.contest.Material;
import org.beatbench.micro.contest.Network;
import org.beatbench.micro.contest.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class StockContestantTest extends ContestantContract {

    @Override
    protected Contestant open(Network network, Material beats) {
        return StockContestant.open(network, beats, 1, 1);
    }

    /** As in Beatbench, whose files are DL4J's. */
    @ParameterizedTest
    @CsvSource({"CNN, 60165", "RESNET, 227653", "RESNET_NORMALIZED, 230341", "RESNET_NARROW, 52037", "LSTM, 17221"})
    void hasTheSameLayers(Network network, long parameters) {
        try (StockContestant contestant = StockContestant.open(network, Samples.bumps(8, 1), 1, 1)) {
            assertThat(contestant.parameters()).isEqualTo(parameters);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GRU")
    void learns(Network network) {
        try (StockContestant contestant = StockContestant.open(network, Samples.bumps(20, 1), 1, 1)) {
            double first = contestant.step(0, 20);
            double last = first;
            for (int step = 1; step < 15; step++) {
                last = contestant.step(0, 20);
            }

            assertThat(last).isLessThan(first);
        }
    }

    @Test
    void hasNoGatedRecurrentUnits() {
        assertThat(StockContestant.has(Network.GRU)).isFalse();
    }
}
