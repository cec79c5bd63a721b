package org.beatbench.reports.chart;

import org.beatbench.comparison.text.Data;

/** What a figure shows: the values and what they mean, not how they are drawn. */
public sealed interface Chart
        permits Attention,
                Bars,
                Boxes,
                Cloud,
                Curves,
                Diagonal,
                Frontier,
                Histogram,
                Ladder,
                Matrix,
                Outline,
                Pairwise,
                Rhythm,
                Strips,
                Traces,
                Tradeoffs {

    /** Calls the visitor's method for this kind of chart. */
    <T> T accept(Visitor<T> visitor);

    /** All values as a table. */
    Data data();

    /**
     * Something that treats each kind of chart in its own way.
     *
     * @param <T> what comes out
     */
    interface Visitor<T> {

        T attention(Attention attention);

        T bars(Bars bars);

        T boxes(Boxes boxes);

        T cloud(Cloud cloud);

        T curves(Curves curves);

        T diagonal(Diagonal diagonal);

        T frontier(Frontier frontier);

        T histogram(Histogram histogram);

        T ladder(Ladder ladder);

        T matrix(Matrix matrix);

        T outline(Outline outline);

        T pairwise(Pairwise pairwise);

        T rhythm(Rhythm rhythm);

        T strips(Strips strips);

        T traces(Traces traces);

        T tradeoffs(Tradeoffs tradeoffs);
    }
}
