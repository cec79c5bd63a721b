package org.beatbench.deep;

import java.util.Arrays;
import java.util.List;
import org.beatbench.deep.layers.TemporalMaxPooling;
import org.deeplearning4j.nn.conf.layers.Layer;

/** What the networks of convolutions share. */
final class Convolutions {

    private Convolutions() {}

    /**
     * Reads widths as they are written in settings.
     *
     * @throws IllegalArgumentException if they are not whole numbers of 1 to 1024, 1 to 12 of them
     */
    static int[] widths(String name, String text) {
        String[] words = text.trim().split("\\s+");
        if (words.length > 12 || !Arrays.stream(words).allMatch(word -> word.matches("[1-9]\\d{0,3}"))) {
            throw wrongWidths(name, text);
        }
        int[] widths = Arrays.stream(words).mapToInt(Integer::parseInt).toArray();
        if (Arrays.stream(widths).anyMatch(width -> width > 1024)) {
            throw wrongWidths(name, text);
        }
        return widths;
    }

    private static IllegalArgumentException wrongWidths(String name, String text) {
        return new IllegalArgumentException(
                name + " must be 1 to 12 whole numbers of 1 to 1024 with blanks between: \"" + text + '"');
    }

    static void requireOdd(String name, int kernel) {
        if (kernel < 1 || kernel > 63 || kernel % 2 == 0) {
            throw new IllegalArgumentException(name + " must be odd and 1 to 63: " + kernel);
        }
    }

    /** Adds a pooling if there are steps enough for a window, and returns how many steps are left. */
    static int pool(List<Layer> layers, int steps, int window, int stride) {
        if (steps < window) {
            return steps;
        }
        layers.add(TemporalMaxPooling.of(window, stride));
        return (steps - window) / stride + 1;
    }
}
