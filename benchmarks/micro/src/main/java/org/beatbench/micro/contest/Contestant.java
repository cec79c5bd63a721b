package org.beatbench.micro.contest;

import java.io.IOException;
import java.nio.file.Path;

/** One network in one library, with the beats to work on. Used by one thread; owns what it needs until it is closed. */
public interface Contestant extends AutoCloseable {

    /** The library with its version, as the result names it. */
    String library();

    /**
     * Trains on the training beats, again and again, in steps of so many: forward, softmax cross-entropy, backward, Adam.
     *
     * @param meter is told of each step, and tells when it is enough
     */
    void train(int batch, ThroughputMeter meter);

    /** The class probabilities of the test beats of these rows, one row after the other. */
    float[] predict(int from, int to);

    /** Writes the network into a folder, which exists. */
    void save(Path folder) throws IOException;

    /** Takes over a network that was saved by a contestant of the same kind. */
    void load(Path folder) throws IOException;

    @Override
    void close();
}
