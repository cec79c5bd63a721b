package org.beatbench.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Deals subjects to folds so that each fold gets about the same share of every class, rare classes included.
 *
 * <p>Greedy: the subjects with the largest share of some class are dealt first, each to the fold where it does least harm.
 * Harm is the growth of the sum, over classes and folds, of the squared share of the class in the fold: putting shares
 * <em>s</em> into a fold that holds <em>f</em> adds 2 <em>s·f</em> + <em>s·s</em>, so the fold with the smallest product
 * <em>s·f</em> is chosen. The size of a fold counts as one more class. Since every class weighs the same, so does a
 * rare one. Ties are broken by the seed. Then single subjects are moved and pairs swapped for as long as that helps.
 */
final class SubjectFolds {

    private static final double NOTICEABLE = 1e-12;

    private final List<String> names;
    private final double[][] shares;
    private final int[] foldOf;
    private final double[][] held;

    private SubjectFolds(Subjects subjects, int folds, Draws draws) {
        names = Arrays.stream(draws.shuffled(IntStream.range(0, subjects.size()).toArray()))
                .mapToObj(subjects.names()::get)
                .toList();
        shares = names.stream().map(subjects::shares).toArray(double[][]::new);
        foldOf = new int[names.size()];
        held = new double[folds][subjects.classes() + 1];
    }

    /**
     * The names in each fold; no fold is empty.
     *
     * @param folds 1 to the number of subjects
     */
    static List<Set<String>> deal(Subjects subjects, int folds, Draws draws) {
        SubjectFolds deal = new SubjectFolds(subjects, folds, draws);
        deal.greedily(draws.shuffled(IntStream.range(0, folds).toArray()));
        deal.improve();
        return deal.folds();
    }

    /** How far the class shares of a fold are from even, as a sum of squares. */
    static double unevenness(Subjects subjects, Set<String> fold, int folds) {
        double[] sum = new double[subjects.classes() + 1];
        fold.forEach(name -> add(sum, subjects.shares(name), 1));
        return Arrays.stream(sum)
                .map(share -> (share - 1.0 / folds) * (share - 1.0 / folds))
                .sum();
    }

    private void greedily(int[] foldOrder) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, names.size()).boxed().toList());
        order.sort(Comparator.comparingDouble(subject -> -largest(shares[subject])));
        for (int subject : order) {
            int best = foldOrder[0];
            for (int fold : foldOrder) {
                if (product(shares[subject], held[fold]) < product(shares[subject], held[best])) {
                    best = fold;
                }
            }
            foldOf[subject] = best;
            add(held[best], shares[subject], 1);
        }
    }

    private void improve() {
        boolean improved = true;
        while (improved) {
            improved = false;
            for (int subject = 0; subject < foldOf.length; subject++) {
                improved |= move(subject);
                improved |= swap(subject);
            }
        }
    }

    private boolean move(int subject) {
        for (int fold = 0; fold < held.length; fold++) {
            int old = foldOf[subject];
            if (fold != old && !standsAlone(subject) && gain(shares[subject], old, fold) > NOTICEABLE) {
                put(subject, fold);
                return true;
            }
        }
        return false;
    }

    private boolean swap(int subject) {
        for (int other = subject + 1; other < foldOf.length; other++) {
            int from = foldOf[subject];
            int to = foldOf[other];
            double[] difference = shares[subject].clone();
            add(difference, shares[other], -1);
            if (from != to && gain(difference, from, to) > NOTICEABLE) {
                put(subject, to);
                put(other, from);
                return true;
            }
        }
        return false;
    }

    /** By how much the sum of squares falls when these shares go from one fold to another. */
    private double gain(double[] moved, int from, int to) {
        return 2 * (product(moved, held[from]) - product(moved, held[to]) - product(moved, moved));
    }

    private boolean standsAlone(int subject) {
        return Arrays.stream(foldOf).filter(fold -> fold == foldOf[subject]).count() == 1;
    }

    private void put(int subject, int fold) {
        add(held[foldOf[subject]], shares[subject], -1);
        add(held[fold], shares[subject], 1);
        foldOf[subject] = fold;
    }

    private List<Set<String>> folds() {
        List<Set<String>> folds = new ArrayList<>();
        for (int fold = 0; fold < held.length; fold++) {
            folds.add(new TreeSet<>());
        }
        for (int subject = 0; subject < foldOf.length; subject++) {
            folds.get(foldOf[subject]).add(names.get(subject));
        }
        return folds;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }

    private static double product(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return sum;
    }

    private static void add(double[] to, double[] values, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * values[i];
        }
    }
}
