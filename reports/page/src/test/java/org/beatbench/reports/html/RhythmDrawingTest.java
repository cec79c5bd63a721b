package org.beatbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Rhythm;
import org.junit.jupiter.api.Test;

class RhythmDrawingTest {

    private static final double MM = 96 / 25.4;
    private static final Pattern CALIBRATION =
            Pattern.compile("h([0-9.]+)v-([0-9.]+)h([0-9.]+)v([0-9.]+)h[0-9.]+\" class=\"ecg\"");
    private static final Pattern TICK = Pattern.compile("M([0-9.]+) [0-9.]+v[0-9.]+\" class=\"line thin\"");

    private static Svg drawing(boolean isToScale, DrawingWidth breadth, double low, double high) {
        List<Double> heights = new ArrayList<>(Collections.nCopies(6 * 100 + 1, low));
        heights.set(300, high);
        Rhythm chart = new Rhythm(
                10,
                100,
                heights,
                isToScale,
                List.of(
                        new Rhythm.Beat(10.5, "N", Hue.ofClass(0)),
                        new Rhythm.Beat(11.5, "V?", Hue.ofClass(2)),
                        new Rhythm.Beat(15, "N", Hue.ofClass(0))));
        return RhythmDrawing.of(chart, "", breadth).svg();
    }

    @Test
    void aSecondIs25MillimetresAndAMillivolt10() {
        Svg svg = drawing(true, DrawingWidth.WIDE, 0, 1);
        MatchResult pulse =
                CALIBRATION.matcher(svg.elements()).results().findFirst().orElseThrow();

        assertThat(Double.parseDouble(pulse.group(2))).isCloseTo(10 * MM, within(0.06));
        assertThat(Double.parseDouble(pulse.group(3))).as("200 ms").isCloseTo(5 * MM, within(0.06));
        double[] beats = TICK.matcher(svg.elements())
                .results()
                .mapToDouble(tick -> Double.parseDouble(tick.group(1)))
                .toArray();
        assertThat(beats).hasSize(3);
        assertThat(beats[1] - beats[0]).isCloseTo(25 * MM, within(0.11));
        assertThat(svg.width())
                .as("a unit is a pixel, and its width is that in millimetres")
                .isCloseTo(163 * MM, within(1e-9));
    }

    @Test
    void aNarrowOneHasMoreLinesOfTheSameScale() {
        Svg svg = drawing(true, DrawingWidth.NARROW, 0, 1);

        assertThat(CALIBRATION.matcher(svg.elements()).results()).hasSize(3);
        assertThat(svg.width()).isCloseTo(63 * MM, within(1e-9));
    }

    @Test
    void whatIsTooHighIsCutOffAndThatIsSaid() {
        assertThat(drawing(true, DrawingWidth.WIDE, 0, 1).elements()).doesNotContain("cut off");
        assertThat(drawing(true, DrawingWidth.WIDE, -5, 5).elements()).contains("cut off above or below");
    }

    @Test
    void withoutAUnitThereIsNoMarkOfCalibration() {
        Svg svg = drawing(false, DrawingWidth.WIDE, -300, 4_000);

        assertThat(svg.elements()).contains("25 mm/s, height not to scale").doesNotContain("mm/mV");
        assertThat(CALIBRATION.matcher(svg.elements()).results()).isEmpty();
    }

    @Test
    void aSignalThatIsMissingIsAGap() {
        Rhythm chart = new Rhythm(0, 2, List.of(0.0, 1.0, Double.NaN, 1.0, 0.0), true, List.of());
        String path = Pattern.compile("<path d=\"(M[^\"]*L[^\"]*)\" class=\"ecg\"")
                .matcher(RhythmDrawing.of(chart, "", DrawingWidth.WIDE).svg().elements())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(path.chars().filter(letter -> letter == 'M')).hasSize(2);
    }
}
