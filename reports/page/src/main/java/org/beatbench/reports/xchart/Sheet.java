package org.beatbench.reports.xchart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import org.beatbench.comparison.Estimate;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Hue;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** An XY chart that is filled series by series. */
final class Sheet {

    /** How wide one is that stands alone. */
    static final int WIDTH = 840;

    /** Points that a dash goes over, and that it leaves out. */
    private static final int DASH = 4;

    private static final int GAP = 3;

    private static final int HEIGHT_OF_TITLE = 46;

    private final XYChart chart;

    Sheet(ImageStyle style, String title, int width, int height) {
        chart = new XYChart(width, height);
        chart.setTitle(title);
        style.apply(chart.getStyler());
    }

    /** One of several that stand side by side: with a small title, and without a legend. */
    static Sheet small(ImageStyle style, String title, int width, int height) {
        Sheet sheet = new Sheet(style, title, width, height).plain();
        XYStyler styler = sheet.chart.getStyler();
        styler.setChartTitleFont(style.font(Font.PLAIN, 12));
        styler.setChartTitlePadding(2).setChartPadding(6);
        return sheet;
    }

    /** The title of several that stand side by side. */
    static Sheet title(ImageStyle style, String title, int width) {
        // XChart centres its own title above the plot, and no plot is left where there is a title only.
        Sheet sheet = small(style, "", width, HEIGHT_OF_TITLE);
        XYStyler styler = sheet.chart.getStyler();
        styler.setAxisTicksVisible(false).setAxisTitlesVisible(false).setPlotGridLinesVisible(false);
        styler.setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
        styler.setAnnotationTextFont(style.font(Font.BOLD, 15));
        sheet.text(0.5, 0.5, title);
        return sheet;
    }

    /** The chart as it can be painted: XChart cannot paint one without series. */
    XYChart paintable() {
        if (chart.getSeriesCollection().isEmpty()) {
            line("", new double[] {1}, new double[] {1}, Color.WHITE, ImageStyle.THIN);
        }
        return chart;
    }

    XYChart chart() {
        return chart;
    }

    /** Shows no legend: the chart names its parts itself. */
    Sheet plain() {
        chart.getStyler().setLegendVisible(false);
        return this;
    }

    /** What the horizontal axis means. */
    Sheet horizontalAxis(Axis axis) {
        ImageStyle.x(chart.getStyler(), axis);
        chart.setXAxisTitle(axis.label());
        return this;
    }

    /** What the vertical axis means. */
    Sheet verticalAxis(Axis axis) {
        ImageStyle.y(chart.getStyler(), axis);
        chart.setYAxisTitle(axis.label());
        return this;
    }

    /**
     * Rows with a name each, the first on top: the last is at height 0, and each at 1 more than the one below it.
     *
     * @param spacing the least distance of two names
     */
    void rows(List<String> names, int spacing) {
        XYStyler styler = chart.getStyler();
        ImageLabels.upwards(styler, names);
        styler.setYAxisTickMarkSpacingHint(spacing);
        styler.setYAxisMin(-0.6).setYAxisMax(names.size() - 0.4);
        styler.setPlotGridHorizontalLinesVisible(false);
    }

    void line(String name, double[] x, double[] y, Color colour, BasicStroke stroke) {
        add(name, x, y, XYSeriesRenderStyle.Line).setLineColor(colour).setLineStyle(stroke);
    }

    /** A dashed line of many points: XChart begins a dash anew at each point, and dashes would run together. */
    void dashes(double[] x, double[] y, Color colour) {
        for (int from = 0; from < x.length; from += DASH + GAP) {
            int to = Math.min(from + DASH + 1, x.length);
            line("", Arrays.copyOfRange(x, from, to), Arrays.copyOfRange(y, from, to), colour, ImageStyle.THIN);
        }
    }

    void dots(String name, double[] x, double[] y, Color colour) {
        XYSeries series = add(name, x, y, XYSeriesRenderStyle.Scatter);
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(colour);
    }

    /** One dot that is larger than others. */
    void largeDot(double x, double y, Color colour) {
        XYSeries series = add("", new double[] {x}, new double[] {y}, XYSeriesRenderStyle.Scatter);
        series.setMarker(ImageStyle.largeDot());
        series.setMarkerColor(colour);
    }

    /** Marks in a colour, and in a shape where the colours are used up. */
    void mark(String name, double[] x, double[] y, Hue hue) {
        XYSeries series = add(name, x, y, XYSeriesRenderStyle.Scatter);
        series.setMarker(ImageStyle.shape(hue));
        series.setMarkerColor(ImageStyle.colour(hue));
    }

    /** A line with a mark at each point. */
    void dottedLine(String name, double[] x, double[] y, Hue hue) {
        XYSeries series = add(name, x, y, XYSeriesRenderStyle.Line);
        series.setMarker(ImageStyle.shape(hue));
        series.setMarkerColor(ImageStyle.colour(hue));
        series.setLineColor(ImageStyle.colour(hue));
        series.setLineStyle(ImageStyle.LINE);
    }

    /** A filled outline, as faint as a band around a line. */
    void area(double[] x, double[] y, Hue hue) {
        area(x, y, hue, 36);
    }

    /** A filled outline; opacity 0..255. */
    void area(double[] x, double[] y, Hue hue, int opacity) {
        XYSeries series = add("", x, y, XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(ImageStyle.veil(hue, opacity));
        series.setLineColor(ImageStyle.veil(hue, 0));
    }

    /** A coloured square around a point, with a little space to its neighbours. */
    void tile(double x, double y, Color colour) {
        double[] across = {x - 0.48, x + 0.48, x + 0.48, x - 0.48};
        double[] upwards = {y - 0.47, y - 0.47, y + 0.47, y + 0.47};
        XYSeries series = add("", across, upwards, XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(colour);
        series.setLineColor(colour);
    }

    /** A coloured stretch of a strip whose middle is at a height. */
    void stretch(double from, double to, double height, Color colour) {
        double[] across = {from, to, to, from};
        double[] upwards = {height - 0.42, height - 0.42, height + 0.42, height + 0.42};
        XYSeries series = add("", across, upwards, XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(colour);
        series.setLineColor(colour);
    }

    /** Words in the middle of a point. */
    void text(double x, double y, String words) {
        chart.addAnnotation(new AnnotationText(words, x, y, false));
    }

    /** Words that end at a point, like a tick's label but as long as may be; within the range of the axes. */
    void wordsEndingAt(double x, double y, String words) {
        XYSeries series = add("", new double[] {x}, new double[] {y}, XYSeriesRenderStyle.Scatter);
        series.setMarkerColor(ImageStyle.SOFT);
        series.setMarker(ImageStyle.words(words, chart.getStyler().getAxisTickLabelsFont()));
    }

    /** The interval of an estimate at {@code x}, if it has one. */
    void whisker(double x, Estimate estimate) {
        if (estimate.hasInterval()) {
            line(
                    "",
                    new double[] {x, x},
                    new double[] {estimate.low(), estimate.high()},
                    ImageStyle.WHISKER,
                    ImageStyle.THIN);
        }
    }

    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A series needs a key of its own; without a name it does not appear in the legend. */
    private XYSeries add(String name, double[] x, double[] y, XYSeriesRenderStyle style) {
        XYSeries series =
                chart.addSeries("series " + chart.getSeriesCollection().size(), x, y);
        series.setXYSeriesRenderStyle(style);
        series.setMarker(SeriesMarkers.NONE);
        // XChart would give each series another stroke, and outline many areas with dashes.
        series.setLineStyle(ImageStyle.THIN);
        series.setLabel(name);
        series.setShowInLegend(!name.isEmpty());
        return series;
    }
}
