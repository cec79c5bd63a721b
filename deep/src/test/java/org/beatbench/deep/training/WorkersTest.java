package org.beatbench.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.beatbench.api.CancelledException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void worksOnEveryShareOnce(int count) {
        AtomicIntegerArray times = new AtomicIntegerArray(count);
        Thread caller = Thread.currentThread();
        try (TrainingThreads workers = new TrainingThreads(count)) {
            for (int task = 0; task < 3; task++) {
                workers.run(share -> {
                    assertThat(Thread.currentThread() == caller).isEqualTo(share == 0);
                    times.incrementAndGet(share);
                });
            }
        }
        for (int share = 0; share < count; share++) {
            assertThat(times.get(share)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,0", "3,0", "3,2"})
    void throwsWhatAShareThrows(int count, int broken) {
        try (TrainingThreads workers = new TrainingThreads(count)) {
            assertThatThrownBy(() -> workers.run(share -> {
                        if (share == broken) {
                            throw new CancelledException();
                        }
                    }))
                    .isInstanceOf(CancelledException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void throwsErrorsAsTheyAre(int broken) {
        try (TrainingThreads workers = new TrainingThreads(2)) {
            assertThatThrownBy(() -> workers.run(share -> {
                        if (share == broken) {
                            throw new OutOfMemoryError("test");
                        }
                    }))
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessage("test");
        }
    }
}
