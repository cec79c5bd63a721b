package org.beatbench.audit;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Selection;
import org.beatbench.neighbours.RadiusSearch;
import org.beatbench.neighbours.RowDistance;
import org.beatbench.protocol.Draws;
import org.beatbench.stats.Sample;

/**
 * Looks for test rows that are nearly, but not exactly, a row on the model's side: within a hundredth of the distance that two
 * beats of their class drawn at random have (the median of 500 pairs). All test rows are looked at. No two of the 109,446
 * MIT-BIH heartbeats are that near.
 */
final class NearCopies {

    static final String ID = "near-copies";

    private static final double NEAR = 0.01;
    private static final int PAIRS = 500;

    private NearCopies() {}

    static Check check(SplitRows splitRows, int threads, Cancellation cancellation) {
        Tally tally = tally(splitRows, threads, cancellation);
        Map<String, Double> figures = new TreeMap<>();
        tally.addTo(figures, "near");
        AuditVerdict verdict = tally.verdict(splitRows.protocol().bySubject());
        String asked = AuditPhrases.counted(tally.asked(), "test row", "test rows") + " without an identical twin";
        String near = "within a hundredth of the distance that two beats of its class usually have";
        return new Check(
                ID,
                "Near copies",
                verdict,
                tally.found() == 0 ? "" : AuditPhrases.counted(tally.found(), "near copy", "near copies"),
                tally.found() == 0
                        ? "None of " + asked + " has a near copy on the other side: a row " + near + "."
                        : AuditPhrases.count(tally.found()) + " of " + asked + " (" + AuditPhrases.share(tally.share())
                                + ") have a near copy on the other side, a row " + near + ": " + tally.byClass()
                                + " of each class.",
                figures);
    }

    private static Tally tally(SplitRows splitRows, int threads, Cancellation cancellation) {
        double[] radius = new double[splitRows.classes().size()];
        Arrays.setAll(radius, label -> NEAR * typicalDistance(splitRows, label));
        int[] asked = SplitRows.where(splitRows.test(), row -> !splitRows.isLearned(row) && !splitRows.isFlat(row));
        boolean[] near = RadiusSearch.of(splitRows.samples(), Selection.of(splitRows.differentLearned()))
                .isNear(
                        Selection.of(asked),
                        Arrays.stream(asked)
                                .mapToDouble(row -> radius[splitRows.beats().label(row)])
                                .toArray(),
                        threads,
                        cancellation);
        Tally tally = new Tally(splitRows.classes());
        for (int i = 0; i < asked.length; i++) {
            tally.add(splitRows.beats().label(asked[i]), near[i]);
        }
        return tally;
    }

    /** The median distance of two different beats of a class drawn at random; of any two, where the class has but one. */
    private static double typicalDistance(SplitRows splitRows, int label) {
        int[] all = splitRows.differentLearned();
        int[] own = SplitRows.where(all, row -> splitRows.beats().label(row) == label);
        int[] rows = own.length < 2 ? all : own;
        if (rows.length < 2) {
            return 0;
        }
        Draws draws = SplitRows.draws("near/pairs/" + label);
        double[] distances = new double[PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            int one = draws.below(rows.length);
            int other = (one + 1 + draws.below(rows.length - 1)) % rows.length;
            distances[pair] = RowDistance.EUCLIDEAN.between(
                    splitRows.samples().row(rows[one]), splitRows.samples().row(rows[other]));
        }
        double[] finite = Arrays.stream(distances).filter(Double::isFinite).toArray();
        return finite.length == 0 ? 0 : Sample.of(finite).quantile(0.5);
    }
}
