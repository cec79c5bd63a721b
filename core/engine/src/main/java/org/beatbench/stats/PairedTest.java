package org.beatbench.stats;

/**
 * The result of a paired test: on how many units, subjects or beats, the first of two classifiers scores higher, the
 * same or lower, with effect size and p.
 *
 * @param higher units on which the first scores higher
 * @param equal units on which both score the same
 * @param lower units on which the first scores lower
 * @param effect the matched-pairs rank-biserial correlation, -1..1: the share of the ranks that speak for the first, less the
 *     share that speak for the second (D. S. Kerby, "The simple difference formula", Compr. Psychol. 3 (2014); B. M. King, P. J.
 *     Rosopa and E. W. Minium, "Statistical Reasoning in the Behavioral Sciences" (2011)); 0 if no unit differs. For beats,
 *     which are right or wrong and nothing else, it is (higher - lower) / (higher + lower)
 * @param p how often chance alone makes a difference at least as large, either way; 1 if no unit differs
 */
public record PairedTest(long higher, long equal, long lower, double effect, double p) {

    public PairedTest {
        if (higher < 0 || equal < 0 || lower < 0) {
            throw new IllegalArgumentException("units must not be negative: " + higher + ", " + equal + ", " + lower);
        }
        if (!(effect >= -1 && effect <= 1) || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("effect must be -1..1 and p 0..1: " + effect + ", " + p);
        }
    }
}
