package org.beatbench.data.context;

/**
 * The samples around the beats of one lead, {@value #SIZE} each: {@value #BEFORE} before the mark, at 120 a second, so that
 * P wave, QRS complex and T wave are all in it.
 */
final class Windows {

    static final int SIZE = 144;
    static final int BEFORE = 72;

    /** The parts of a window, ends included. */
    static final Slice QRS = new Slice(60, 86);

    static final Slice P = new Slice(42, 61);
    static final Slice T = new Slice(87, 125);
    static final Slice BEAT = new Slice(42, 107);
    static final Slice RISE = new Slice(54, 62);

    /** Part of a window. */
    record Slice(int first, int last) {

        int size() {
            return last - first + 1;
        }
    }

    private final LeadSignal lead;
    private final int[] marks;

    /**
     * @param marks the marked samples, at 120 a second
     */
    Windows(LeadSignal lead, int[] marks) {
        this.lead = lead;
        this.marks = marks.clone();
    }

    int size() {
        return marks.length;
    }

    /** The window of a beat; those of a day take more memory than the lead, so they are copied when they are asked for. */
    double[] of(int beat) {
        double[] window = new double[SIZE];
        lead.copy(marks[beat] - BEFORE, window, SIZE);
        return window;
    }

    /** One sample of the window of a beat. */
    double at(int beat, int sample) {
        return lead.at(marks[beat] - BEFORE + sample);
    }

    /** Pearson's correlation of parts of two windows, of which the first is shifted; 0 if one of them is flat. */
    static double correlation(double[] window, int shift, double[] other, Slice slice) {
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumYy = 0;
        double sumXy = 0;
        int n = slice.size();
        for (int k = slice.first(); k <= slice.last(); k++) {
            double x = window[Math.max(0, Math.min(SIZE - 1, k + shift))];
            double y = other[k];
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumYy += y * y;
            sumXy += x * y;
        }
        double varianceX = sumXx - sumX * sumX / n;
        double varianceY = sumYy - sumY * sumY / n;
        double product = varianceX * varianceY;
        return varianceX > 1e-12 * sumXx && varianceY > 1e-12 * sumYy && product > 0
                ? (sumXy - sumX * sumY / n) / Math.sqrt(product)
                : 0;
    }

    /** Greatest minus least value of a part. */
    static double peakToPeak(double[] window, Slice slice) {
        double least = window[slice.first()];
        double greatest = least;
        for (int k = slice.first() + 1; k <= slice.last(); k++) {
            least = Math.min(least, window[k]);
            greatest = Math.max(greatest, window[k]);
        }
        return greatest - least;
    }
}
