package org.beatbench.reports.html;

import java.util.function.Function;
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
import org.beatbench.reports.chart.Outline;
import org.beatbench.reports.chart.Pairwise;
import org.beatbench.reports.chart.Rhythm;
import org.beatbench.reports.chart.Strips;
import org.beatbench.reports.chart.Traces;
import org.beatbench.reports.chart.Tradeoffs;

/**
 * Draws any chart by the class for its kind, in colours that are variables of the page so that they follow its light or
 * dark theme.
 */
final class ChartDrawing implements Chart.Visitor<Drawing> {

    private final DrawingWidth breadth;
    private final String alternative;
    private final Function<Matrix, Drawing> matrices;
    private final Function<Pairwise, Drawing> pairs;

    /**
     * @param breadth how broad a drawing is to be
     * @param alternative what a reader who cannot see the drawing needs to know
     * @param matrices makes the drawing of a matrix
     * @param pairs makes the drawing of a matrix of pairs
     */
    private ChartDrawing(
            DrawingWidth breadth,
            String alternative,
            Function<Matrix, Drawing> matrices,
            Function<Pairwise, Drawing> pairs) {
        this.breadth = breadth;
        this.alternative = alternative;
        this.matrices = matrices;
        this.pairs = pairs;
    }

    /** Draws a figure; matrices are tables, made elsewhere. */
    static Drawing draw(
            Figure figure,
            DrawingWidth breadth,
            Function<Matrix, Drawing> matrices,
            Function<Pairwise, Drawing> pairs) {
        return figure.chart().accept(new ChartDrawing(breadth, figure.alternative(), matrices, pairs));
    }

    @Override
    public Drawing attention(Attention chart) {
        return AttentionDrawing.of(chart, alternative, breadth);
    }

    @Override
    public Drawing bars(Bars chart) {
        return BarDrawing.of(chart, alternative, breadth);
    }

    @Override
    public Drawing boxes(Boxes chart) {
        return BoxDrawing.of(chart, alternative, breadth);
    }

    @Override
    public Drawing cloud(Cloud chart) {
        return CloudDrawing.of(chart, alternative, breadth);
    }

    @Override
    public Drawing curves(Curves chart) {
        return CurveDrawing.of(chart, alternative, breadth);
    }

    @Override
    public Drawing diagonal(Diagonal chart) {
        return DiagonalDrawing.of(chart, alternative, breadth);
    }

    @Override
    public Drawing frontier(Frontier chart) {
        return FrontierDrawing.of(chart, alternative, breadth);
    }

    @Override
    public Drawing histogram(Histogram chart) {
        return HistogramDrawing.of(chart, alternative, breadth);
    }

    @Override
    public Drawing ladder(Ladder chart) {
        return LadderDrawing.of(chart, alternative, breadth);
    }

    @Override
    public Drawing matrix(Matrix chart) {
        return matrices.apply(chart);
    }

    @Override
    public Drawing outline(Outline chart) {
        return OutlineDrawing.of(chart, alternative, breadth);
    }

    @Override
    public Drawing rhythm(Rhythm chart) {
        return RhythmDrawing.of(chart, alternative, breadth);
    }

    @Override
    public Drawing pairwise(Pairwise chart) {
        return pairs.apply(chart);
    }

    @Override
    public Drawing strips(Strips chart) {
        return StripDrawing.of(chart, alternative, breadth);
    }

    @Override
    public Drawing traces(Traces chart) {
        return TraceDrawing.of(chart, alternative, breadth);
    }

    @Override
    public Drawing tradeoffs(Tradeoffs chart) {
        return TradeoffDrawing.of(chart, alternative, breadth);
    }
}
