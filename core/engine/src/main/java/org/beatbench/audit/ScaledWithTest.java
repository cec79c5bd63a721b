package org.beatbench.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.beatbench.api.Rows;

/**
 * Looks for a scaler that was fitted on all rows before they were divided. From rows alone that cannot be seen in general, but the
 * usual scalers leave a mark: over all rows of the data set every column reaches exactly from 0 to 1 (or -1 to 1), or has exactly
 * mean 0 and standard deviation 1; over the rows of the model's side alone, some columns do not. A scaler that was fitted on
 * those rows leaves the mark the other way round.
 *
 * <p>Found is a mark that nine tenths of the varying columns have over all rows, and a twentieth of them lacks over the model's
 * side. Rows that are scaled each by itself reach from 0 to 1 row by row; their columns do so by chance, and nothing was fitted.
 */
final class ScaledWithTest {

    static final String ID = "scaling";

    private static final String TITLE = "Scaled with the test rows";
    private static final String FEATURES_ID = "feature-scaling";
    private static final String FEATURES_TITLE = "Features scaled with the test rows";
    private static final double MARKED = 0.9;
    private static final double LACKING = 0.05;
    private static final double BY_ROW = 0.95;

    /** Rounding to single precision. */
    private static final double EXACT = 1e-6;

    /** Rounding of sums of many values; what a part of the rows deviates by is larger by far. */
    private static final double EXACT_MOMENTS = 1e-4;

    private enum Mark {
        ZERO_TO_ONE("reach exactly from 0 to 1", (columns, column) -> columns.reaches(column, 0, 1, EXACT)),
        MINUS_ONE_TO_ONE("reach exactly from -1 to 1", (columns, column) -> columns.reaches(column, -1, 1, EXACT)),
        STANDARD(
                "have exactly mean 0 and standard deviation 1",
                (columns, column) -> columns.isStandard(column, EXACT_MOMENTS));

        private final String words;
        private final BiPredicate<ColumnStatistics, Integer> test;

        Mark(String words, BiPredicate<ColumnStatistics, Integer> test) {
            this.words = words;
            this.test = test;
        }

        private boolean isIn(ColumnStatistics columns, int column) {
            return test.test(columns, column);
        }
    }

    private final String id;
    private final String title;
    private final Rows rows;
    private final ColumnStatistics all;
    private final double scaledByRow;

    private ScaledWithTest(String id, String title, Rows rows, ColumnStatistics all, double scaledByRow) {
        this.id = id;
        this.title = title;
        this.rows = rows;
        this.all = all;
        this.scaledByRow = scaledByRow;
    }

    /** Reads all rows of a data set, once for all its splits. */
    static ScaledWithTest of(Rows rows) {
        long scaled = IntStream.range(0, rows.size())
                .filter(row -> isScaled(rows.row(row)))
                .count();
        return new ScaledWithTest(
                ID,
                TITLE,
                rows,
                ColumnStatistics.of(rows, IntStream.range(0, rows.size()).toArray()),
                scaled / (double) Math.max(1, rows.size()));
    }

    /** Reads the features of all beats, whose columns alone say whether one scaler was fitted to them. */
    static ScaledWithTest ofFeatures(Rows features) {
        return new ScaledWithTest(
                FEATURES_ID,
                FEATURES_TITLE,
                features,
                ColumnStatistics.of(
                        features, IntStream.range(0, features.size()).toArray()),
                0);
    }

    private static boolean isScaled(float[] row) {
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float value : row) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        return lowest == 0 && highest == 1;
    }

    Check check(SplitRows splitRows) {
        if (scaledByRow >= BY_ROW) {
            return result(
                    AuditVerdict.PASS,
                    AuditPhrases.share(scaledByRow)
                            + " of the rows reach from 0 to 1 each by itself: they were scaled row by row, which is fitted to"
                            + " no other row.",
                    Map.of("scaled-by-row", scaledByRow));
        }
        int[] varying = all.varying().toArray();
        ColumnStatistics learned = ColumnStatistics.of(rows, splitRows.learned());
        for (Mark mark : Mark.values()) {
            long marked = count(varying, column -> mark.isIn(all, column));
            if (varying.length > 0 && marked >= MARKED * varying.length) {
                long lacking = count(varying, column -> mark.isIn(all, column) && !mark.isIn(learned, column));
                return marked(mark, varying.length, marked, lacking);
            }
        }
        return result(
                AuditVerdict.PASS,
                "The columns of all rows together bear no mark of a common scaler. A scaler that leaves none cannot be seen from"
                        + " rows.",
                Map.of("varying-columns", (double) varying.length, "scaled-by-row", scaledByRow));
    }

    private static long count(int[] columns, IntPredicate accepted) {
        return IntStream.of(columns).filter(accepted).count();
    }

    private Check marked(Mark mark, int varying, long marked, long lacking) {
        Map<String, Double> figures = new TreeMap<>();
        figures.put("varying-columns", (double) varying);
        figures.put("marked-columns", (double) marked);
        figures.put("lacking-columns", (double) lacking);
        figures.put("scaled-by-row", scaledByRow);
        boolean isFound = lacking >= LACKING * varying;
        String found = AuditPhrases.count(marked) + " of " + AuditPhrases.counted(varying, "column", "columns") + " "
                + mark.words
                + " over all rows of the data set; over the rows to learn from or choose by, "
                + (lacking == 0 ? "all of them do too" : AuditPhrases.count(lacking) + " of them do not") + ". ";
        return result(
                isFound ? AuditVerdict.FAIL : AuditVerdict.PASS,
                found
                        + (isFound
                                ? "So a scaler was fitted on test rows too."
                                : "So nothing speaks for a scaler that has seen test rows."),
                figures);
    }

    private Check result(AuditVerdict verdict, String evidence, Map<String, Double> figures) {
        String headline = verdict == AuditVerdict.FAIL ? "scaled with the test rows" : "";
        return new Check(id, title, verdict, headline, evidence, figures);
    }
}
