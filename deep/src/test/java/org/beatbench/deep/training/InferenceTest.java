package org.beatbench.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Selection;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InferenceTest {

    private static final int BLOCK = 4;

    private final MultiLayerNetwork network = ToyTask.network();
    private final Beats beats = ToyTask.beats(31, 0.2, 1);
    private final List<KernelNetwork> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(KernelNetwork::close);
    }

    private List<KernelNetwork> networks(int count) {
        List<KernelNetwork> networks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            KernelNetwork next = KernelNetwork.of(network.getLayerWiseConfigurations(), BLOCK, false);
            next.load(network.params().dup().data().asFloat());
            networks.add(next);
        }
        open.addAll(networks);
        return networks;
    }

    private float[] values(Beats asked, int threads, int block) {
        return Inference.values(networks(threads), block, asked, Cancellation.NEVER);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,4", "2,4", "3,3", "8,4"})
    void answersEveryBeatAsIfItWereAlone(int threads, int block) {
        float[] all = values(beats, threads, block);
        for (int beat = 0; beat < beats.size(); beat++) {
            float[] alone = values(beats.select(Selection.of(beat)), 1, 1);
            for (int label = 0; label < 3; label++) {
                assertThat(all[beat * 3 + label]).isCloseTo(alone[label], within(1e-6f));
            }
        }
    }

    @Test
    void answersTheSameWithAnyNumberOfThreads() {
        assertThat(values(beats, 3, BLOCK)).isEqualTo(values(beats, 1, BLOCK));
    }

    @Test
    void sharesOutOnePerBeat() {
        float[] probabilities = Inference.probabilities(values(beats, 2, BLOCK), 3);
        for (int beat = 0; beat < beats.size(); beat++) {
            float sum = probabilities[3 * beat] + probabilities[3 * beat + 1] + probabilities[3 * beat + 2];
            assertThat(sum).isCloseTo(1, within(1e-6f));
        }
    }

    @Test
    void takesABeatWithoutSamplesForOneOfASingleZero() {
        Beats odd = Beats.builder(ToyTask.CLASSES, ToyTask.LENGTH)
                .add(new float[ToyTask.LENGTH], Beat.anonymous(0, 0))
                .add(new float[ToyTask.LENGTH], Beat.anonymous(0, 1))
                .build();
        float[] values = values(odd, 1, BLOCK);
        assertThat(new float[] {values[0], values[1], values[2]})
                .isEqualTo(new float[] {values[3], values[4], values[5]})
                .doesNotContain(Float.NaN);
    }

    @Test
    void stopsWhenToldTo() {
        assertThatThrownBy(() -> Inference.values(networks(2), BLOCK, beats, () -> true))
                .isInstanceOf(CancelledException.class);
    }
}
