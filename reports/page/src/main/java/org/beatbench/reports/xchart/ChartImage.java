package org.beatbench.reports.xchart;

import java.awt.image.BufferedImage;
import java.util.List;
import org.beatbench.reports.Figure;
import org.beatbench.reports.chart.Attention;
import org.beatbench.reports.chart.Bars;
import org.beatbench.reports.chart.Boxes;
import org.beatbench.reports.chart.Chart;
import org.beatbench.reports.chart.Cloud;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Diagonal;
import org.beatbench.reports.chart.Frontier;
import org.beatbench.reports.chart.Histogram;
import org.beatbench.reports.chart.Ladder;
import org.beatbench.reports.chart.Matrix;
import org.beatbench.reports.chart.Pairwise;
import org.beatbench.reports.chart.Strips;
import org.beatbench.reports.chart.Traces;
import org.beatbench.reports.chart.Tradeoffs;

/** Makes an image of any chart with XChart, by the class for its kind, on one sheet or on several. */
final class ChartImage implements Chart.Visitor<Montage> {

    private final ImageStyle style;
    private final String title;

    private ChartImage(ImageStyle style, String title) {
        this.style = style;
        this.title = title;
    }

    /** The image of a figure. */
    static BufferedImage paint(ImageStyle style, Figure figure) {
        return figure.chart().accept(new ChartImage(style, figure.title())).image();
    }

    @Override
    public Montage attention(Attention chart) {
        AttentionSheets sheets = new AttentionSheets(chart, style);
        return new Montage(List.of(), sheets.pictures(), Attention.COLUMNS, List.of(sheets.legend()))
                .titled(style, title);
    }

    @Override
    public Montage bars(Bars chart) {
        return Montage.of(BarSheet.of(chart, style, title));
    }

    @Override
    public Montage boxes(Boxes chart) {
        return Montage.of(BoxSheet.of(chart, style, title));
    }

    @Override
    public Montage cloud(Cloud chart) {
        return Montage.of(CloudSheet.of(chart, style, title));
    }

    @Override
    public Montage curves(Curves chart) {
        return Montage.of(CurveSheet.of(chart, style, title));
    }

    @Override
    public Montage diagonal(Diagonal chart) {
        return Montage.of(DiagonalSheet.of(chart, style, title));
    }

    @Override
    public Montage frontier(Frontier chart) {
        return Montage.of(FrontierSheet.of(chart, style, title));
    }

    @Override
    public Montage histogram(Histogram chart) {
        return Montage.of(HistogramSheet.of(chart, style, title));
    }

    @Override
    public Montage ladder(Ladder chart) {
        return Montage.of(LadderSheet.of(chart, style, title));
    }

    @Override
    public Montage matrix(Matrix chart) {
        return Montage.of(TileSheet.matrix(chart, style, title));
    }

    @Override
    public Montage pairwise(Pairwise chart) {
        return Montage.of(TileSheet.pairs(chart, style, title));
    }

    @Override
    public Montage strips(Strips chart) {
        return Montage.of(StripSheet.of(chart, style, title));
    }

    @Override
    public Montage traces(Traces chart) {
        return Montage.of(TraceSheets.of(chart, style), chart.columns()).titled(style, title);
    }

    @Override
    public Montage tradeoffs(Tradeoffs chart) {
        return Montage.of(TradeoffSheets.of(chart, style), Tradeoffs.COLUMNS).titled(style, title);
    }
}
