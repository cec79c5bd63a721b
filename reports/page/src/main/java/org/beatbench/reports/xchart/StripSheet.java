package org.beatbench.reports.xchart;

import java.awt.Color;
import java.util.stream.IntStream;
import org.beatbench.comparison.Estimate;
import org.beatbench.reports.chart.Strips;

/** Rows of points, each row with a mark and its interval on them. */
final class StripSheet {

    private static final int FAINT = 120;

    private StripSheet() {}

    static Sheet of(Strips chart, ImageStyle style, String title) {
        int count = chart.strips().size();
        boolean thick =
                chart.strips().stream().anyMatch(strip -> !strip.points().isEmpty());
        int pitch = thick ? 40 : 30;
        Sheet sheet = new Sheet(style, title, Sheet.WIDTH, 110 + pitch * Math.max(count, 2))
                .plain()
                .horizontalAxis(chart.axis());
        sheet.rows(chart.strips().stream().map(Strips.Strip::name).toList(), pitch * 3 / 4);
        sheet.chart().getStyler().setMarkerSize(7);
        for (int i = 0; i < count; i++) {
            strip(sheet, chart.strips().get(i), count - 1.0 - i);
        }
        return sheet;
    }

    private static void strip(Sheet sheet, Strips.Strip strip, double middle) {
        Color colour = ImageStyle.colour(strip.hue());
        points(sheet, strip, middle, false, ImageStyle.veil(strip.hue(), FAINT));
        points(sheet, strip, middle, true, colour);
        Estimate mark = strip.mark();
        if (mark.hasInterval()) {
            double[] ends = {mark.low(), mark.high()};
            sheet.line("", ends, new double[] {middle, middle}, ImageStyle.INK, ImageStyle.LINE);
        }
        sheet.largeDot(mark.value(), middle, strip.points().isEmpty() ? colour : ImageStyle.INK);
    }

    private static void points(Sheet sheet, Strips.Strip strip, double middle, boolean marked, Color colour) {
        int[] chosen = IntStream.range(0, strip.points().size())
                .filter(i -> strip.points().get(i).marked() == marked)
                .toArray();
        if (chosen.length > 0) {
            sheet.dots(
                    "",
                    IntStream.of(chosen)
                            .mapToDouble(i -> strip.points().get(i).value())
                            .toArray(),
                    IntStream.of(chosen)
                            .mapToDouble(i -> middle - 0.6 * Strips.Point.offset(i))
                            .toArray(),
                    colour);
        }
    }
}
