package org.beatbench.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
            for (int label = 0; label < splitRows.classes().size(); label++) {
                double area = area(splitRows, form.startOfFeatures() + feature, label);
                double either = Math.max(area, 1 - area);
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

    /** The area under the ROC curve of one column for one class, over the test rows; a half where it has too few beats. */
    private static double area(SplitRows splitRows, int column, int label) {
        int[] test = SplitRows.where(splitRows.test(), row -> true);
        long own = Arrays.stream(test)
                .filter(row -> splitRows.beats().label(row) == label)
                .count();
        long others = test.length - own;
        if (own < FEWEST || others < FEWEST) {
            return 0.5;
        }
        int[] order = IntStream.of(test)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        row -> splitRows.beats().samples().at(row, column)))
                .mapToInt(Integer::intValue)
                .toArray();
        double rankSum = 0;
        for (int from = 0; from < order.length; ) {
            float value = splitRows.beats().samples().at(order[from], column);
            int to = from;
            int ownHere = 0;
            while (to < order.length && splitRows.beats().samples().at(order[to], column) == value) {
                ownHere += splitRows.beats().label(order[to]) == label ? 1 : 0;
                to++;
            }
            rankSum += ownHere * (from + 1 + to) / 2.0;
            from = to;
        }
        return (rankSum - own * (own + 1) / 2.0) / ((double) own * others);
    }
}
