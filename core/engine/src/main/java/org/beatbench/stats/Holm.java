package org.beatbench.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Corrects for looking at many tests at once: among adjusted p below .05 the chance of even one false alarm is at most 5 %,
 * however the tests depend on one another (S. Holm, "A simple sequentially rejective multiple test procedure", Scand. J. Stat. 6
 * (1979)).
 */
public final class Holm {

    private Holm() {}

    /** The adjusted p of each test, in the order given; none is below its own. */
    public static double[] adjusted(double... p) {
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(test -> p[test]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int i = 0; i < p.length; i++) {
            largest = Math.max(largest, Math.min(1, (p.length - i) * p[ascending[i]]));
            adjusted[ascending[i]] = largest;
        }
        return adjusted;
    }
}
