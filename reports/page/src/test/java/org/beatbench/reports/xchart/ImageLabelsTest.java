package org.beatbench.reports.xchart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

class ImageLabelsTest {

    private final XYStyler styler = new XYChart(100, 100).getStyler();

    @Test
    void standAtWholeNumbersOnly() {
        ImageLabels.across(styler, List.of("first", "second"), 10);
        Function<Double, String> labels = styler.getXAxisTickLabelsFormattingFunction();
        assertThat(labels.apply(0.0)).isEqualTo("first");
        assertThat(labels.apply(1.0 - 1e-9)).isEqualTo("second");
        assertThat(labels.apply(0.5)).isBlank();
        assertThat(labels.apply(2.0)).isBlank();
    }

    /** XChart draws no ticks at all where the first and the last label are equal. */
    @Test
    void areDifferentAtTheEndsOfAnAxis() {
        ImageLabels.across(styler, List.of("only"), 10);
        Function<Double, String> labels = styler.getXAxisTickLabelsFormattingFunction();
        assertThat(labels.apply(-0.3)).isBlank().isNotEqualTo(labels.apply(0.3));
    }

    /** XChart has no place for a longer one. */
    @Test
    void areNeverLongerThanXChartCanBear() {
        ImageLabels.across(styler, List.of("W".repeat(40)), 30);
        ImageLabels.upwards(styler, List.of("W".repeat(40)));
        assertThat(styler.getXAxisTickLabelsFormattingFunction().apply(0.0)).hasSize(20);
        assertThat(styler.getYAxisTickLabelsFormattingFunction().apply(0.0)).hasSize(20);
    }

    @Test
    void areReadDownwardsOnTheVerticalAxis() {
        ImageLabels.upwards(styler, List.of("top", "bottom"));
        Function<Double, String> labels = styler.getYAxisTickLabelsFormattingFunction();
        assertThat(labels.apply(1.0)).isEqualTo("top");
        assertThat(labels.apply(0.0)).isEqualTo("bottom");
    }

    @Test
    void areCutWithAnEllipsis() {
        assertThat(ImageLabels.cut("name", 4)).isEqualTo("name");
        assertThat(ImageLabels.cut("names", 4)).isEqualTo("nam…");
        assertThat(ImageLabels.cut("name", 0)).isEqualTo("…");
    }
}
