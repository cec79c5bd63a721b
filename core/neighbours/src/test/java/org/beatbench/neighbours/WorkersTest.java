package org.beatbench.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.beatbench.api.CancelledException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void doEveryPieceOnce(int threads) {
        AtomicIntegerArray done = new AtomicIntegerArray(20);
        Workers.run(threads, done.length(), done::incrementAndGet);
        for (int piece = 0; piece < done.length(); piece++) {
            assertThat(done.get(piece)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void throwWhatAPieceThrows(int threads) {
        OutOfMemoryError full = new OutOfMemoryError("Java heap space");
        CancelledException cancelled = new CancelledException();
        assertThat(catchThrowable(() -> Workers.run(threads, 5, piece -> {
                    throw full;
                })))
                .isSameAs(full);
        assertThat(catchThrowable(() -> Workers.run(threads, 5, piece -> {
                    throw cancelled;
                })))
                .isSameAs(cancelled);
    }
}
