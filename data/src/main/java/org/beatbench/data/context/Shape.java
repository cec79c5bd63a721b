package org.beatbench.data.context;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Input;
import org.beatbench.data.context.Windows.Slice;

/** What distinguishes the shape of a beat from the usual one of its recording, in one lead. */
final class Shape {

    /** Features of a beat; the first {@link #STANDARDISED} are also given in units of the recording's own spread. */
    static final int SIZE = 19;

    static final int STANDARDISED = 14;

    private static final int FARTHEST = 5;
    private static final double LEAST = 1e-6;

    private Shape() {}

    /**
     * What {@link #features} gives, in its order.
     *
     * @param prefix before each name
     */
    static List<Input> inputs(String prefix, boolean causal) {
        List<Input> inputs = new ArrayList<>();
        String[][] all = {
            {"qrs-likeness", "correlation of the QRS complex with the usual one"},
            {"p-likeness", "correlation of the P wave with the usual one"},
            {"t-likeness", "correlation of the T wave with the usual one"},
            {"beat-likeness", "correlation of the whole beat with the usual one"},
            {"qrs-gain", "height of the usual QRS complex in this one, least squares"},
            {"qrs-residual", "what of the QRS complex that leaves, over the usual complex"},
            {"p-difference", "root mean square difference from the usual P wave"},
            {"t-difference", "root mean square difference from the usual T wave"},
            {"height", "log of the peak to peak value over the usual one"},
            {"qrs-area", "log of the area under the QRS complex over the usual one"},
            {"qrs-balance", "signed area of the QRS complex over the usual area"},
            {"t-level", "mean of the T wave"},
            {"p-height", "peak of the P wave over its median"},
            {"qrs-onset", "peak to peak value where the usual complex begins"},
            {"qrs-peak", "greatest value of the QRS complex"},
            {"qrs-trough", "least value of the QRS complex"},
            {"qrs-width", "samples from the first to the last steep step"},
            {"qrs-width-ratio", "the same over the usual one"},
            {"qrs-half-width-ratio", "samples above half of the greatest excursion, over the usual number"}
        };
        for (String[] one : all) {
            inputs.add(new Input(prefix + one[0], one[0].equals("qrs-width") ? "1/120 s" : "", one[1], causal));
        }
        return inputs;
    }

    /** The inputs of the first features once more, in units of the recording's spread. */
    static List<Input> standardisedInputs(String prefix) {
        return inputs("", false).subList(0, STANDARDISED).stream()
                .map(input -> new Input(
                        prefix + input.name() + "-z",
                        "",
                        input.meaning() + ", from the usual beats' median in units of their spread",
                        false))
                .toList();
    }

    /** By how many samples a window is to be shifted for its QRS complex to be most like the usual one. */
    static int shift(double[] window, double[] usual) {
        int best = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int shift = -FARTHEST; shift <= FARTHEST; shift++) {
            double likeness = Windows.correlation(window, shift, usual, Windows.QRS);
            if (likeness > greatest) {
                greatest = likeness;
                best = shift;
            }
        }
        return best;
    }

    /** A window shifted by so many samples; its ends go on beyond it. */
    static double[] shifted(double[] window, int shift) {
        double[] shifted = new double[window.length];
        for (int k = 0; k < shifted.length; k++) {
            shifted[k] = window[Math.max(0, Math.min(window.length - 1, k + shift))];
        }
        return shifted;
    }

    /**
     * The features of a beat, {@link #SIZE} numbers.
     *
     * @param beat an aligned window
     * @param reference the usual beat, in the same unit
     */
    static double[] features(double[] beat, Usual reference) {
        double[] usual = reference.window;
        double height = reference.height;
        double meanBeat = mean(beat, Windows.QRS);
        double meanUsual = reference.mean;
        double cross = 0;
        double area = 0;
        double balance = 0;
        double peak = Double.NEGATIVE_INFINITY;
        double trough = Double.POSITIVE_INFINITY;
        for (int k = Windows.QRS.first(); k <= Windows.QRS.last(); k++) {
            cross += (beat[k] - meanBeat) * (usual[k] - meanUsual);
            area += Math.abs(beat[k]);
            balance += beat[k];
            peak = Math.max(peak, beat[k]);
            trough = Math.min(trough, beat[k]);
        }
        double power = reference.power;
        double usualArea = reference.area;
        double gain = cross / power;
        double left = 0;
        for (int k = Windows.QRS.first(); k <= Windows.QRS.last(); k++) {
            double rest = beat[k] - meanBeat - gain * (usual[k] - meanUsual);
            left += rest * rest;
        }
        int width = width(beat);
        return new double[] {
            Windows.correlation(beat, 0, usual, Windows.QRS),
            Windows.correlation(beat, 0, usual, Windows.P),
            Windows.correlation(beat, 0, usual, Windows.T),
            Windows.correlation(beat, 0, usual, Windows.BEAT),
            gain,
            Math.sqrt(left / power),
            difference(beat, usual, Windows.P) / height,
            difference(beat, usual, Windows.T) / height,
            Math.log(Math.max(LEAST, Windows.peakToPeak(beat, Windows.BEAT) / height)),
            Math.log(Math.max(LEAST, area / usualArea)),
            balance / usualArea,
            mean(beat, Windows.T) / height,
            overMedian(beat, Windows.P) / height,
            Windows.peakToPeak(beat, Windows.RISE) / height,
            peak / height,
            trough / height,
            width,
            (double) width / Math.max(1, reference.width),
            (double) halfWidth(beat) / Math.max(1, reference.halfWidth)
        };
    }

    /** What of the usual beat is needed for each of those that are compared with it. */
    static final class Usual {

        private final double[] window;
        private final double height;
        private final double mean;
        private final double power;
        private final double area;
        private final int width;
        private final int halfWidth;

        /** @param window that of the usual beat; not copied */
        Usual(double[] window) {
            this.window = window;
            this.height = Math.max(LEAST, Windows.peakToPeak(window, Windows.BEAT));
            this.mean = Shape.mean(window, Windows.QRS);
            double squares = 0;
            double sum = 0;
            for (int k = Windows.QRS.first(); k <= Windows.QRS.last(); k++) {
                squares += (window[k] - mean) * (window[k] - mean);
                sum += Math.abs(window[k]);
            }
            this.power = Math.max(LEAST * height * height, squares);
            this.area = Math.max(LEAST * height, sum);
            this.width = Shape.width(window);
            this.halfWidth = Shape.halfWidth(window);
        }

        double[] window() {
            return window;
        }
    }

    private static double mean(double[] window, Slice slice) {
        double sum = 0;
        for (int k = slice.first(); k <= slice.last(); k++) {
            sum += window[k];
        }
        return sum / slice.size();
    }

    private static double difference(double[] beat, double[] usual, Slice slice) {
        double sum = 0;
        for (int k = slice.first(); k <= slice.last(); k++) {
            sum += (beat[k] - usual[k]) * (beat[k] - usual[k]);
        }
        return Math.sqrt(sum / slice.size());
    }

    private static double overMedian(double[] window, Slice slice) {
        double[] part = new double[slice.size()];
        System.arraycopy(window, slice.first(), part, 0, part.length);
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : part) {
            greatest = Math.max(greatest, value);
        }
        return greatest - Order.median(part, part.length);
    }

    /** From the first to the last step of the QRS complex that is more than a fifth of the steepest. */
    private static int width(double[] window) {
        double steepest = 0;
        for (int k = Windows.QRS.first(); k < Windows.QRS.last(); k++) {
            steepest = Math.max(steepest, Math.abs(window[k + 1] - window[k]));
        }
        int first = -1;
        int last = -1;
        for (int k = Windows.QRS.first(); k < Windows.QRS.last(); k++) {
            if (Math.abs(window[k + 1] - window[k]) > 0.2 * steepest) {
                first = first < 0 ? k : first;
                last = k;
            }
        }
        return last - first;
    }

    /** Samples of the QRS complex that are more than half as far from its median as the farthest. */
    private static int halfWidth(double[] window) {
        Slice qrs = Windows.QRS;
        double[] part = new double[qrs.size()];
        System.arraycopy(window, qrs.first(), part, 0, part.length);
        double median = Order.median(part, part.length);
        double farthest = 0;
        for (double value : part) {
            farthest = Math.max(farthest, Math.abs(value - median));
        }
        int count = 0;
        for (double value : part) {
            count += Math.abs(value - median) > 0.5 * farthest ? 1 : 0;
        }
        return count;
    }
}
