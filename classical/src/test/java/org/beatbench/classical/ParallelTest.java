package org.beatbench.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.beatbench.api.CancelledException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParallelTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void runsEveryTaskOnce(int threads) {
        AtomicIntegerArray runs = new AtomicIntegerArray(20);
        Parallel.run(threads, runs.length(), runs::incrementAndGet);
        for (int task = 0; task < runs.length(); task++) {
            assertThat(runs.get(task)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void throwsWhatATaskThrows(int threads) {
        OutOfMemoryError full = new OutOfMemoryError("Java heap space");
        CancelledException cancelled = new CancelledException();
        assertThat(catchThrowable(() -> Parallel.run(threads, 5, task -> {
                    throw full;
                })))
                .isSameAs(full);
        assertThat(catchThrowable(() -> Parallel.run(threads, 5, task -> {
                    throw cancelled;
                })))
                .isSameAs(cancelled);
    }
}
