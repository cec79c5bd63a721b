package org.beatbench.reports.xchart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.style.XYStyler;

/**
 * Labels of an image: cut to the room there is and to what XChart can bear, and along an axis in the place of its
 * numbers.
 */
final class ImageLabels {

    /** How wide a letter is, about. */
    static final int LETTER = 8;

    /** So many letters XChart can bear at a tick of an axis. */
    static final int LONGEST_LABEL = 20;

    /** So many letters of a name are shown where it has a place of its own. */
    private static final int LONGEST_NAME = 28;

    private ImageLabels() {}

    /** A name as it stands in a legend, or beside a row. */
    static String ofLegend(String name) {
        return cut(name, LONGEST_NAME);
    }

    static String cut(String name, int letters) {
        return name.length() <= letters ? name : name.substring(0, Math.max(0, letters - 1)) + "…";
    }

    /**
     * Writes names along the horizontal axis, the first at 0.
     *
     * @param letters for so many of each there is room
     */
    static void across(XYStyler styler, List<String> names, int letters) {
        styler.setXAxisTickLabelsFormattingFunction(labels(names, Math.min(letters, LONGEST_LABEL)));
    }

    /** Writes names along the vertical axis, the last at 0 and the first on top. */
    static void upwards(XYStyler styler, List<String> names) {
        List<String> reversed = new ArrayList<>(names);
        Collections.reverse(reversed);
        styler.setYAxisTickLabelsFormattingFunction(labels(reversed, LONGEST_LABEL));
    }

    /**
     * Names instead of numbers at the whole numbers from 0 on. XChart draws no ticks at all where the first and the last
     * label are equal, so the two ends get blanks of different length; and it has no place for a
     * label of more than 20 letters, however wide the image, so longer ones are cut.
     */
    private static Function<Double, String> labels(List<String> names, int letters) {
        return value -> {
            long place = Math.round(value);
            boolean whole = Math.abs(value - place) < 1e-6 && place >= 0 && place < names.size();
            return whole ? cut(names.get((int) place), letters) : value < 0 ? "" : " ";
        };
    }
}
