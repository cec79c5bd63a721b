package org.beatbench.reports.xchart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.reports.chart.Traces;
import org.knowm.xchart.style.XYStyler;

/** Small pictures with a few traces over one another, a sheet for each, and one more for the names of the traces if they have any. */
final class TraceSheets {

    private static final int HEIGHT = 130;

    private final Traces chart;
    private final ImageStyle style;
    private final int width;

    private TraceSheets(Traces chart, ImageStyle style) {
        this.chart = chart;
        this.style = style;
        this.width = Sheet.WIDTH / chart.columns();
    }

    static List<Sheet> of(Traces chart, ImageStyle style) {
        return new TraceSheets(chart, style).all();
    }

    private List<Sheet> all() {
        List<Sheet> sheets = new ArrayList<>();
        chart.panels().forEach(panel -> sheets.add(picture(panel)));
        if (!chart.names().isEmpty()) {
            sheets.add(key());
        }
        return sheets;
    }

    private Sheet picture(Traces.Panel panel) {
        Sheet sheet = Sheet.small(style, panel.name(), width, HEIGHT);
        XYStyler styler = sheet.chart().getStyler();
        styler.setAxisTicksVisible(false).setAxisTitlesVisible(false).setPlotGridLinesVisible(false);
        styler.setPlotBorderVisible(true).setPlotBorderColor(ImageStyle.GRID);
        styler.setXAxisMin(0.0).setXAxisMax(Math.max(1.0, chart.length() - 1));
        styler.setYAxisMin(0.0).setYAxisMax(1.0);
        panel.traces().stream().filter(trace -> !trace.values().isEmpty()).forEach(trace -> trace(sheet, trace));
        return sheet;
    }

    private static void trace(Sheet sheet, Traces.Trace trace) {
        double[] x = IntStream.range(0, trace.values().size()).asDoubleStream().toArray();
        double[] y = Sheet.array(trace.values());
        if (trace.solid()) {
            sheet.line("", x, y, ImageStyle.colour(trace.hue()), ImageStyle.THIN);
        } else {
            sheet.dashes(x, y, ImageStyle.colour(trace.hue()));
        }
    }

    private Sheet key() {
        KeySheet key = new KeySheet(style, width, HEIGHT);
        chart.names()
                .values()
                .forEach(trace ->
                        key.add(trace.name(), trace.hue(), trace.solid() ? ImageStyle.LINE : ImageStyle.DASHED));
        return key.sheet();
    }
}
