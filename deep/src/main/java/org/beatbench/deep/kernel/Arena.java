package org.beatbench.deep.kernel;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/** Native memory that is given back as a whole, when its owner closes. */
final class Arena implements AutoCloseable {

    private static final int ALIGNMENT = 64;

    private final List<FloatPointer> blocks = new ArrayList<>();

    /** Zeroed floats, aligned to a cache line. */
    FloatPointer floats(int size) {
        int slack = ALIGNMENT / Float.BYTES;
        FloatPointer block = new FloatPointer((long) size + slack);
        // Pointer.memset would count the position in bytes and leave the end of the block as it was.
        block.put(new float[size + slack], 0, size + slack);
        blocks.add(block);
        long misaligned = block.address() & (ALIGNMENT - 1);
        return at(block, ((ALIGNMENT - misaligned) & (ALIGNMENT - 1)) / Float.BYTES);
    }

    /** A pointer of its own to a place behind another; it must not outlive the arena. */
    static FloatPointer at(FloatPointer pointer, long offset) {
        return new FloatPointer(pointer).position(pointer.position() + offset);
    }

    @Override
    public void close() {
        blocks.forEach(FloatPointer::deallocate);
        blocks.clear();
    }
}
