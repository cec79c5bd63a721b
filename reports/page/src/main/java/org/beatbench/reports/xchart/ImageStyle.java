package org.beatbench.reports.xchart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Hue;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How all images look: the fonts, the lines and the colours of the light page. */
final class ImageStyle {

    static final Color INK = new Color(0x16202c);
    static final Color SOFT = new Color(0x4d5a69);
    static final Color GRID = new Color(0xe8ecf0);
    static final Color WHISKER = new Color(0x5a6572);
    private static final Color GROUND = new Color(0xf6f7f9);
    private static final Color RIGHT = new Color(0x7fb2de);
    private static final Color WRONG = new Color(0xf0a98b);
    static final BasicStroke LINE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke THIN = new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke DASHED =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 4}, 0);

    /** A large dot is so many times as broad as another. */
    private static final double LARGER = 1.8;

    /** The first of these that is installed is used, so that images look alike on most machines. */
    private static final List<String> FAMILIES =
            List.of("Inter", "Helvetica Neue", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "Arial");

    private final String family;

    ImageStyle() {
        Set<String> installed =
                Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT));
        this.family = FAMILIES.stream().filter(installed::contains).findFirst().orElse(Font.SANS_SERIF);
    }

    Font font(int style, int size) {
        return new Font(family, style, size);
    }

    void apply(AxesChartStyler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setBaseFont(font(Font.PLAIN, 12));
        styler.setChartTitleFont(font(Font.BOLD, 15));
        styler.setLegendFont(font(Font.PLAIN, 12));
        styler.setAxisTitleFont(font(Font.PLAIN, 12));
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 12));
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setChartFontColor(INK);
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitlePadding(10);
        styler.setChartPadding(14);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setAxisTicksLineVisible(false);
        styler.setAxisTicksMarksVisible(false);
        styler.setAxisTickLabelsColor(SOFT);
        styler.setXAxisTitleColor(SOFT);
        styler.setYAxisTitleColor(SOFT);
        styler.setPlotMargin(6);
        styler.setPlotContentSize(0.97);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendBackgroundColor(Color.WHITE);
        styler.setLegendPosition(Styler.LegendPosition.OutsideE);
        styler.setAnnotationTextFont(font(Font.PLAIN, 12));
        styler.setAnnotationTextFontColor(INK);
        styler.setMarkerSize(9);
        styler.setAntiAlias(true);
        styler.setTextAntiAlias(true);
    }

    static void x(AxesChartStyler styler, Axis axis) {
        styler.setXAxisLogarithmic(axis.logarithmic());
        styler.setXAxisTickLabelsFormattingFunction(value -> Numbers.tick(axis.quantity(), value));
    }

    static void y(AxesChartStyler styler, Axis axis) {
        styler.setYAxisLogarithmic(axis.logarithmic());
        styler.setYAxisTickLabelsFormattingFunction(value -> Numbers.tick(axis.quantity(), value));
    }

    static Color colour(Hue hue) {
        return Color.decode(hue.light());
    }

    /** What marks a point: a dot, or another shape where the colours are used up. */
    static Marker shape(Hue hue) {
        return switch (hue.cycle()) {
            case 0 -> SeriesMarkers.CIRCLE;
            case 1 -> SeriesMarkers.SQUARE;
            case 2 -> SeriesMarkers.DIAMOND;
            default -> SeriesMarkers.TRIANGLE_UP;
        };
    }

    /** A dot that stands out among dots of the usual size. */
    static Marker largeDot() {
        return new Marker() {
            @Override
            public void paint(Graphics2D graphics, double x, double y, int size) {
                SeriesMarkers.CIRCLE.paint(graphics, x, y, (int) Math.round(LARGER * size));
            }
        };
    }

    /** Words that end where the mark of a point would be. */
    static Marker words(String words, Font font) {
        return new Marker() {
            @Override
            public void paint(Graphics2D graphics, double x, double y, int size) {
                graphics.setFont(font);
                Rectangle2D box = bounds(words, font);
                graphics.drawString(words, (float) (x - box.getWidth()), (float) (y + font.getSize() * 0.35));
            }
        };
    }

    /** How wide words are. */
    static int width(String words, Font font) {
        return (int) Math.ceil(bounds(words, font).getWidth());
    }

    private static Rectangle2D bounds(String words, Font font) {
        return font.getStringBounds(words, new FontRenderContext(null, true, true));
    }

    /** The colour, letting through what lies beneath. */
    static Color veil(Hue hue, int opacity) {
        Color colour = colour(hue);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
    }

    /** The ground of a cell of a matrix, the darker the larger its share. */
    static Color tile(boolean right, double share) {
        Color full = right ? RIGHT : WRONG;
        return new Color(
                mixed(GROUND.getRed(), full.getRed(), share),
                mixed(GROUND.getGreen(), full.getGreen(), share),
                mixed(GROUND.getBlue(), full.getBlue(), share));
    }

    /** The colour of a weight, -1..1: none at 0, one colour above and another below. */
    static Color weight(double shade) {
        Color full = colour(Hue.ofLayer(shade > 0 ? 1 : 2));
        double share = Math.abs(shade);
        return new Color(
                mixed(255, full.getRed(), share),
                mixed(255, full.getGreen(), share),
                mixed(255, full.getBlue(), share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
