package org.beatbench.stats;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The distribution of the range of some independent standard normal numbers: the studentised range with infinitely many
 * degrees of freedom. Its distribution function is
 *
 * <pre>  P(q; k) = k ∫ φ(z) (Φ(z) - Φ(z - q))^(k-1) dz</pre>
 *
 * (H. O. Hartley, "The range in random samples", Biometrika 32 (1942)), integrated by Gauss and Legendre's rule over 32 parts of
 * -9..9, outside of which φ is below 1e-18. Quantiles are found by Brent's method.
 */
final class StudentizedRange {

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final int PARTS = 32;
    private static final double END = 9;
    private static final double WIDEST = 40;

    private StudentizedRange() {}

    /**
     * How probable a range up to {@code range} is.
     *
     * @param numbers how many numbers, at least 2
     */
    static double cumulative(double range, int numbers) {
        GaussIntegratorFactory rules = new GaussIntegratorFactory();
        double sum = 0;
        for (int part = 0; part < PARTS; part++) {
            double low = -END + 2 * END * part / PARTS;
            GaussIntegrator rule = rules.legendre(16, low, low + 2 * END / PARTS);
            sum += rule.integrate(
                    z -> NORMAL.density(z) * StrictMath.pow(NORMAL.probability(z - range, z), numbers - 1));
        }
        return Math.min(1, numbers * sum);
    }

    /**
     * The range that is exceeded with a chance of {@code 1 - probability}.
     *
     * @param probability above 0, below 1
     * @param numbers how many numbers, at least 2
     */
    static double quantile(double probability, int numbers) {
        return new BrentSolver(1e-14, 1e-13).solve(1_000, range -> cumulative(range, numbers) - probability, 0, WIDEST);
    }
}
