package org.beatbench.deep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

final class ArenaTest {

    private final Arena arena = new Arena();

    @Test
    void givesZeroesThatBeginACacheLine() {
        try (arena) {
            for (int size : new int[] {1, 7, 16, 1000}) {
                FloatPointer pointer = arena.floats(size);
                float[] values = new float[size];
                pointer.get(values, 0, size);
                assertThat(values).containsOnly(0f);
                // an address is that of the block, a position counts floats
                assertThat((pointer.address() + pointer.position() * Float.BYTES) % 64)
                        .isZero();
            }
        }
    }

    @Test
    void pointsToPlacesBehindOthers() {
        try (arena) {
            FloatPointer pointer = arena.floats(8);
            Arena.at(pointer, 3).put(5f);
            float[] values = new float[8];
            pointer.get(values, 0, 8);
            assertThat(values).containsExactly(0, 0, 0, 5, 0, 0, 0, 0);
        }
    }

    @Test
    void givesEverythingBack() {
        long before = Pointer.totalBytes();
        arena.floats(1_000_000);
        assertThat(Pointer.totalBytes()).isGreaterThanOrEqualTo(before + 4_000_000);
        arena.close();
        assertThat(Pointer.totalBytes()).isLessThan(before + 4_000_000);
    }
}
