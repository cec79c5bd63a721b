package org.beatbench.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Selection;
import org.beatbench.neighbours.Neighbour;
import org.beatbench.neighbours.Neighbours;
import org.beatbench.neighbours.RowDistance;
import org.beatbench.stats.Sample;

/**
 * Compares the distance of test rows to the nearest row to learn from with the distances of those rows to one another,
 * on up to 2,000 rows of each, drawn at random. Where rows are divided at random, one test row in a hundred is nearer
 * than the nearest hundredth of the others; if it is a twentieth, and at least ten rows, some were probably copied with
 * changes too large for near copies. Where people are divided, that is no sign: the beats of some people are more alike
 * than those of others.
 */
final class Nearness {

    static final String ID = "nearness";

    private static final int SAMPLE = 2_000;
    private static final double NEAREST = 0.01;
    private static final double TOO_MANY = 0.05;
    private static final int FEWEST = 10;

    private Nearness() {}

    static Check check(SplitRows splitRows, int threads, Cancellation cancellation) {
        Neighbours learned = Neighbours.of(
                splitRows.samples(), Selection.of(splitRows.learned()), RowDistance.EUCLIDEAN, cancellation);
        double[] toLearned = distances(
                learned.nearest(
                        splitRows.samples(),
                        SplitRows.sample(splitRows.test(), SAMPLE, "nearness/test"),
                        1,
                        threads,
                        cancellation),
                1);
        // The nearest of all is the row itself, so the second is its neighbour, at distance 0 if the row stands there
        // twice.
        double[] within = distances(
                learned.nearest(
                        splitRows.samples(),
                        SplitRows.sample(splitRows.learned(), SAMPLE, "nearness/learned"),
                        2,
                        threads,
                        cancellation),
                2);
        return toLearned.length == 0 || within.length == 0
                ? unknown()
                : compared(toLearned, within, splitRows.protocol().bySubject());
    }

    private static Check unknown() {
        return new Check(
                ID,
                "Distance from the other side",
                AuditVerdict.PASS,
                "",
                "There are too few rows of finite values to compare distances.",
                Map.of());
    }

    private static Check compared(double[] toLearned, double[] within, boolean bySubject) {
        Sample test = Sample.of(toLearned);
        Sample own = Sample.of(within);
        double bound = own.quantile(NEAREST);
        long nearer =
                Arrays.stream(toLearned).filter(distance -> distance < bound).count();
        double share = nearer / (double) test.size();
        boolean isTooMany = !bySubject && nearer >= FEWEST && share >= TOO_MANY;
        Map<String, Double> figures = new TreeMap<>();
        figures.put("test-rows", (double) test.size());
        figures.put("learned-rows", (double) own.size());
        figures.put("median-of-test", test.quantile(0.5));
        figures.put("median-of-learned", own.quantile(0.5));
        figures.put("nearest-hundredth-of-learned", bound);
        figures.put("nearer", (double) nearer);
        return new Check(
                ID,
                "Distance from the other side",
                isTooMany ? AuditVerdict.WARN : AuditVerdict.PASS,
                isTooMany ? AuditPhrases.share(share) + " unusually near" : "",
                "Median distance to the nearest row to learn from: " + AuditPhrases.number(test.quantile(0.5)) + " for "
                        + AuditPhrases.counted(test.size(), "test row", "test rows") + " drawn at random, "
                        + AuditPhrases.number(own.quantile(0.5)) + " for " + AuditPhrases.count(own.size())
                        + " of those rows among themselves. " + AuditPhrases.share(share)
                        + " of these test rows are nearer than the nearest hundredth of those"
                        + (isTooMany
                                ? ", which is more than chance brings: rows may have been copied with changes."
                                : "."),
                figures);
    }

    /** The distance of the k-th neighbour, of those rows that have as many. */
    private static double[] distances(List<List<Neighbour>> found, int k) {
        return found.stream()
                .filter(neighbours -> neighbours.size() == k)
                .mapToDouble(neighbours -> neighbours.get(k - 1).distance())
                .toArray();
    }
}
