package org.beatbench.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.api.Form;

/**
 * Looks for features that were made from the labels of the test beats: a single number that tells a class of at least {@value
 * #FEWEST} test beats from all others without a mistake worth mentioning (area under the ROC curve of {@value #PERFECT} or more,
 * either way round). No honest measurement of a heartbeat is that good alone.
 */
final class TellingFeatures {

    static final String ID = "features";

    private static final String TITLE = "Features that tell the class";
    private static final double PERFECT = 0.9995;
    private static final int FEWEST = 20;

    private TellingFeatures() {}

    static Check check(SplitRows splitRows) {
        Form form = splitRows.beats().form();
        List<String> telling = new ArrayList<>();
        double most = 0.5;
        for (int feature = 0; feature < form.features().size(); feature++) {
            double[] areas = areas(splitRows, form.startOfFeatures() + feature);
            for (int label = 0; label < areas.length; label++) {
                double either = Math.max(areas[label], 1 - areas[label]);
                most = Math.max(most, either);
                if (either >= PERFECT) {
                    telling.add(form.features().get(feature).name() + " tells "
                            + splitRows.classes().get(label));
                }
            }
        }
        Map<String, Double> figures = new TreeMap<>(Map.of("greatest-area", most, "telling", (double) telling.size()));
        String asked = AuditPhrases.counted(form.features().size(), "feature", "features");
        return new Check(
                ID,
                TITLE,
                telling.isEmpty() ? AuditVerdict.PASS : AuditVerdict.FAIL,
                telling.isEmpty() ? "" : AuditPhrases.counted(telling.size(), "telling feature", "telling features"),
                telling.isEmpty()
                        ? "None of " + asked + " tells a class from the others alone, so none was made from the labels."
                        : "Of " + asked
                                + ", some tell a class without a mistake, as only what was made from the labels of the"
                                + " test beats does: " + String.join(", ", telling) + ".",
                figures);
    }

    /** The area under the ROC curve of one column for each class, over the test rows; a half where it has too few beats. */
    private static double[] areas(SplitRows splitRows, int column) {
        int[] test = splitRows.test();
        long[] order = new long[test.length];
        for (int i = 0; i < test.length; i++) {
            order[i] = (long) ascending(splitRows.beats().samples().at(test[i], column)) << Integer.SIZE | i;
        }
        Arrays.sort(order);
        int classes = splitRows.classes().size();
        long[] own = new long[classes];
        double[] rankSums = new double[classes];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && order[to] >> Integer.SIZE == order[from] >> Integer.SIZE) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                int label = splitRows.beats().label(test[(int) order[i]]);
                own[label]++;
                rankSums[label] += rank;
            }
            from = to;
        }
        double[] areas = new double[classes];
        for (int label = 0; label < classes; label++) {
            long others = test.length - own[label];
            areas[label] = own[label] < FEWEST || others < FEWEST
                    ? 0.5
                    : (rankSums[label] - own[label] * (own[label] + 1) / 2.0) / ((double) own[label] * others);
        }
        return areas;
    }

    /** A whole number that is the greater, the greater the value is; equal for both zeros. */
    private static int ascending(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
    }
}
