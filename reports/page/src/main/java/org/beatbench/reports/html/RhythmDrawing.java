package org.beatbench.reports.html;

import java.util.List;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Rhythm;

/**
 * Draws a rhythm strip to scale, in as many lines as it needs: a unit of the drawing is a pixel of a style sheet, of which an inch
 * has 96.
 */
final class RhythmDrawing {

    /** Units of the drawing to a millimetre. */
    static final double MILLIMETRE = 96 / 25.4;

    /** Left of the strip, for the mark of calibration. */
    private static final int GUTTER = 10;

    private static final int MARGIN = 3;
    private static final int LETTERS = 5;
    private static final int LEAST_HEIGHT = 20;
    private static final int MOST_HEIGHT = 50;
    private static final int BETWEEN = 7;
    private static final double PULSE = 0.2;

    private final Rhythm chart;
    private final Svg svg;
    private final int seconds;
    private final int height;
    private final double low;
    private final double gain;
    private final boolean isCut;

    private RhythmDrawing(Rhythm chart, String alternative, DrawingWidth breadth) {
        this.chart = chart;
        this.seconds = breadth == DrawingWidth.WIDE ? 6 : 2;
        Range range = Range.of(
                chart.heights().stream().mapToDouble(Double::doubleValue).filter(value -> !Double.isNaN(value)));
        double span = range.most() - range.least();
        if (chart.isToScale()) {
            int wanted = 5 * (int) Math.ceil(Math.min(span * Rhythm.GAIN + 4, 2 * MOST_HEIGHT) / 5);
            this.height = Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, wanted));
            this.gain = Rhythm.GAIN;
            this.isCut = span * Rhythm.GAIN > height;
        } else {
            this.height = LEAST_HEIGHT + LEAST_HEIGHT / 2;
            this.gain = span > 0 ? (height - 4) / span : 1;
            this.isCut = false;
        }
        this.low = (range.least() + range.most()) / 2 - height / gain / 2;
        int lines = Math.max(1, (int) Math.ceil((chart.heights().size() - 1) / chart.rate() / seconds - 1e-6));
        int wide = GUTTER + (int) (Rhythm.SPEED * seconds) + MARGIN;
        int high = lines * (LETTERS + height + BETWEEN) + BETWEEN;
        this.svg = new Svg(wide * MILLIMETRE, high * MILLIMETRE, alternative);
        svg.wide(wide);
        for (int line = 0; line < lines; line++) {
            line(line);
        }
        svg.text(0, svg.height() - 5, "axis", scale());
    }

    /** A drawing of this breadth. */
    static Drawing of(Rhythm chart, String alternative, DrawingWidth breadth) {
        return Drawing.of(breadth, new RhythmDrawing(chart, alternative, breadth).svg, List.of());
    }

    private String scale() {
        String speed = Numbers.plain(Rhythm.SPEED) + " mm/s, ";
        return chart.isToScale()
                ? speed + Numbers.plain(Rhythm.GAIN) + " mm/mV" + (isCut ? "; cut off above or below" : "")
                : speed + "height not to scale";
    }

    private void line(int line) {
        double top = (line * (LETTERS + height + BETWEEN) + LETTERS) * MILLIMETRE;
        double left = GUTTER * MILLIMETRE;
        double bottom = top + height * MILLIMETRE;
        double right = left + Rhythm.SPEED * seconds * MILLIMETRE;
        paper(left, top, right, bottom);
        calibration(bottom);
        double begin = chart.start() + line * seconds;
        int first = (int) Math.round(line * seconds * chart.rate());
        int last = Math.min(chart.heights().size() - 1, (int) Math.round((line + 1) * seconds * chart.rate()));
        StringBuilder path = new StringBuilder();
        boolean isDown = false;
        for (int sample = first; sample <= last; sample++) {
            double value = chart.heights().get(sample);
            if (Double.isNaN(value)) {
                isDown = false;
                continue;
            }
            double y = bottom - (value - low) * gain * MILLIMETRE;
            path.append(isDown ? 'L' : 'M')
                    .append(Svg.point(
                            left + (chart.time(sample) - begin) * Rhythm.SPEED * MILLIMETRE,
                            Math.max(top, Math.min(bottom, y))));
            isDown = true;
        }
        svg.path(path.toString(), "ecg", Hue.NEUTRAL.id());
        svg.text(left, bottom + 14, "tick", Numbers.clock(begin));
        beats(begin, left, top);
    }

    private void paper(double left, double top, double right, double bottom) {
        StringBuilder fine = new StringBuilder();
        StringBuilder bold = new StringBuilder();
        for (int mm = 0; mm <= Rhythm.SPEED * seconds; mm++) {
            (mm % 5 == 0 ? bold : fine)
                    .append('M')
                    .append(Svg.point(left + mm * MILLIMETRE, top))
                    .append('L')
                    .append(Svg.point(left + mm * MILLIMETRE, bottom));
        }
        for (int mm = 0; chart.isToScale() && mm <= height; mm++) {
            (mm % 5 == 0 ? bold : fine)
                    .append('M')
                    .append(Svg.point(left, bottom - mm * MILLIMETRE))
                    .append('L')
                    .append(Svg.point(right, bottom - mm * MILLIMETRE));
        }
        svg.path(fine.toString(), "fine", Hue.NEUTRAL.id());
        svg.path(bold.toString(), "bold", Hue.NEUTRAL.id());
    }

    /** A millivolt high and a fifth of a second wide. */
    private void calibration(double bottom) {
        if (!chart.isToScale()) {
            return;
        }
        double foot = bottom - 5 * MILLIMETRE;
        svg.path(
                "M" + Svg.point(MILLIMETRE, foot) + "h" + Svg.number(MILLIMETRE) + "v"
                        + Svg.number(-Rhythm.GAIN * MILLIMETRE) + "h" + Svg.number(PULSE * Rhythm.SPEED * MILLIMETRE)
                        + "v" + Svg.number(Rhythm.GAIN * MILLIMETRE) + "h" + Svg.number(MILLIMETRE),
                "ecg",
                Hue.NEUTRAL.id());
    }

    private void beats(double begin, double left, double top) {
        double taken = 0;
        for (Rhythm.Beat beat : chart.beats()) {
            if (beat.time() < begin || beat.time() >= begin + seconds) {
                continue;
            }
            double x = left + (beat.time() - begin) * Rhythm.SPEED * MILLIMETRE;
            svg.path(
                    "M" + Svg.point(x, top) + "v" + Svg.number(2 * MILLIMETRE),
                    "line thin",
                    beat.hue().id());
            double half = TextMetrics.width(beat.name()) / 2;
            if (x - half > taken && x + half < svg.width()) {
                svg.text(x, top - 4, "name middle", beat.name());
                taken = x + half + 2;
            }
        }
    }
}
