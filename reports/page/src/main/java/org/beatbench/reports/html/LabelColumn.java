package org.beatbench.reports.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.beatbench.reports.chart.Hue;

/** Labels in one column, pushed apart so that none lies on another. */
final class LabelColumn {

    private static final double PITCH = 15;

    private final double top;
    private final double bottom;
    private final List<Label> labels = new ArrayList<>();

    LabelColumn(double top, double bottom) {
        this.top = top;
        this.bottom = bottom;
    }

    /** A label that wants to stand at a height, for a point at {@code x}. */
    void add(double y, String text, Hue hue, double x) {
        labels.add(new Label(y, text, hue, x));
    }

    void draw(Svg svg, double left) {
        List<Label> sorted =
                labels.stream().sorted(Comparator.comparingDouble(Label::y)).toList();
        double[] heights = apart(sorted.stream().mapToDouble(Label::y).toArray());
        for (int i = 0; i < heights.length; i++) {
            Label label = sorted.get(i);
            svg.path(
                    "M" + Svg.point(label.x + 6, label.y) + "L" + Svg.point(left, heights[i]),
                    "leader",
                    label.hue.id());
            svg.circle(left + 4, heights[i], 3.5, "fill", label.hue.id(), "");
            svg.text(left + 12, heights[i] + 4, "name", label.text);
        }
    }

    /** Heights at least a line apart and within the column, near the ascending ones that were wanted. */
    private double[] apart(double[] wanted) {
        double[] heights = wanted.clone();
        double pitch = heights.length < 2 ? PITCH : Math.min(PITCH, (bottom - top) / (heights.length - 1));
        for (int i = 1; i < heights.length; i++) {
            heights[i] = Math.max(heights[i], heights[i - 1] + pitch);
        }
        for (int i = heights.length - 1; i >= 0; i--) {
            double limit = i == heights.length - 1 ? bottom : heights[i + 1] - pitch;
            heights[i] = Math.min(heights[i], limit);
        }
        return heights;
    }

    private record Label(double y, String text, Hue hue, double x) {}
}
