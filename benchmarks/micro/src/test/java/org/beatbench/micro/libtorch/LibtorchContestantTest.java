package org.beatbench.micro.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import org.beatbench.micro.contest.Contestant;
import org.beatbench.micro.contest.ContestantContract;
import org.beatbench.micro.contest.Material;
import org.beatbench.micro.contest.Network;
import org.beatbench.micro.contest.Samples;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisabledIf(value = "isAbsent", disabledReason = "libtorch is not on the class path; build with -Plibtorch")
class LibtorchContestantTest extends ContestantContract {

    static boolean isAbsent() {
        return LibtorchContestant.absence().isPresent();
    }

    @Override
    protected Contestant open(Network network, Material beats) {
        return LibtorchContestant.open(network, beats, 1, 1);
    }

    /** In libtorch each recurrent gate has two biases. */
    @ParameterizedTest
    @CsvSource({
        "CNN, 60165",
        "RESNET, 227653",
        "RESNET_NORMALIZED, 228997",
        "RESNET_NARROW, 52037",
        "LSTM, 17477",
        "GRU, 13189"
    })
    void hasTheSameLayers(Network network, long parameters) {
        try (LibtorchContestant contestant = LibtorchContestant.open(network, Samples.bumps(8, 1), 1, 1)) {
            assertThat(contestant.parameters()).isEqualTo(parameters);
        }
    }

    @ParameterizedTest
    @EnumSource
    void learns(Network network) {
        try (LibtorchContestant contestant = LibtorchContestant.open(network, Samples.bumps(40, 1), 1, 1)) {
            float first = contestant.step(0, 40);
            float last = first;
            for (int step = 1; step < 15; step++) {
                last = contestant.step(0, 40);
            }

            assertThat(last).isLessThan(first);
        }
    }
}
