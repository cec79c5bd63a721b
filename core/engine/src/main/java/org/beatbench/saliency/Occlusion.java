package org.beatbench.saliency;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Hides stretches of a beat, one after the other (M. D. Zeiler and R. Fergus, "Visualizing and understanding convolutional
 * networks", ECCV 2014). What is hidden becomes a straight line from the sample before it to the sample after it. Zeiler and
 * Fergus put grey there; in a beat a constant would put two edges in, which is a shape that no beat has, and a model might
 * answer to these edges and not to what is missing. The price is that where a beat is straight already, nothing is hidden.
 */
final class Occlusion {

    /** A window is this part of a row: 9 samples, or 75 ms, of the 187 of a heartbeat at 120 Hz, which is less than a QRS complex. */
    private static final int PARTS = 20;

    private Occlusion() {}

    /** All windows of rows of a length; each begins about half a window after the one before. */
    static List<Window> windows(int length) {
        int width = Math.max(1, length / PARTS);
        int stride = Math.max(1, width / 2);
        return IntStream.rangeClosed(0, (length - width) / stride)
                .map(place -> place * stride)
                .mapToObj(from -> new Window(from, from + width))
                .toList();
    }

    /**
     * A beat without what is in a window.
     *
     * @param unpadded samples before the padding begins, which is never touched and never taken for the sample after a window
     */
    static float[] hidden(float[] beat, int unpadded, Window window) {
        boolean begins = window.from() == 0;
        boolean ends = window.to() == unpadded;
        float before = begins ? ends ? 0 : beat[window.to()] : beat[window.from() - 1];
        float after = ends ? before : beat[window.to()];
        float[] hidden = beat.clone();
        int steps = window.to() - window.from() + 1;
        for (int sample = window.from(); sample < window.to(); sample++) {
            hidden[sample] = before + (after - before) * (sample - window.from() + 1) / steps;
        }
        return hidden;
    }
}
