package org.beatbench.deep.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.deep.kernel.RecurrentCell;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.deep.layers.PooledTime;
import org.beatbench.deep.layers.Recurrent;
import org.beatbench.deep.layers.ResidualBlock;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;

/** Networks give back what they took from outside of the Java heap. */
final class NativeMemoryTest {

    private static final int NETWORKS = 50;
    private static final long MEGABYTE = 1L << 20;

    private final Beats beats = ToyTask.beats(40, 0.1, 1);

    @Test
    void doesNotGrowWithTheNumberOfNetworks() throws InterruptedException {
        long largest = 0;
        for (int i = 0; i < 10; i++) {
            largest = Math.max(largest, trainAndClose());
        }
        // if half of a network stayed each time, it would be seen
        long slack = NETWORKS * largest / 2;
        assertThat(slack).isGreaterThan(10 * MEGABYTE);
        long before = settled(0);
        long residentBefore = Pointer.physicalBytes();
        for (int i = 0; i < NETWORKS; i++) {
            trainAndClose();
        }
        assertThat(settled(before + MEGABYTE)).as("bytes that JavaCPP counts").isLessThan(before + MEGABYTE);
        // what nobody counts shows in the process, which has a Java heap besides
        assertThat(Pointer.physicalBytes()).as("bytes of the process").isLessThan(residentBefore + 200 * MEGABYTE);
    }

    /** Trains a network, lets it answer, closes it and says how many bytes it had. */
    private long trainAndClose() {
        MultiLayerNetwork network = ToyTask.network(
                ResidualBlock.of(32, 5, true),
                Recurrent.of(RecurrentCell.LSTM, 16, true, false),
                PooledTime.of(TimePooling.MEAN, false));
        TrainingLoop.fit(network, beats, Settings.plain().epochs(1).done(), ToyTask.context(beats, 2, Progress.NONE));
        long before = Pointer.totalBytes();
        KernelNetwork kernels = KernelNetwork.of(network.getLayerWiseConfigurations(), 64, true);
        long taken = Pointer.totalBytes() - before;
        try (kernels) {
            kernels.load(network.params().dup().data().asFloat());
            Inference.values(List.of(kernels), 64, beats, Cancellation.NEVER);
        }
        network.close();
        return taken;
    }

    /** The bytes that JavaCPP counts, when they are no longer more than expected, or after a while. */
    private static long settled(long expected) throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            System.gc();
            Thread.sleep(50);
            if (Pointer.totalBytes() < expected) {
                break;
            }
        }
        return Pointer.totalBytes();
    }
}
