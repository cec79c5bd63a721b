package org.beatbench.reports.html;

import java.util.List;
import java.util.Optional;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.reports.chart.Matrix;
import org.beatbench.reports.chart.Pairwise;

/** Draws what is a table in the page, and has to be a drawing where there is none: tiles in rows and columns. */
final class TileDrawing {

    private static final double TOP = 40;
    private static final String CORNER = "row less column";

    /** A tile that a share has room in as a whole number, and one that a difference has room in. */
    private static final double NARROWEST = 28;

    private static final double NUMBER = 46;

    /** A tile as wide as this has room for a share with its unit, and one of this height for a number beneath it. */
    private static final double ROOMY = 58;

    private final DrawingStyle style;
    private final DrawingWidth breadth;

    TileDrawing(DrawingStyle style, DrawingWidth breadth) {
        this.style = style;
        this.breadth = breadth;
    }

    /** Counts with their shares of the row. */
    Drawing matrix(Matrix matrix, String alternative) {
        double left = Math.max(70, breadth.widest(matrix.rows()) + 16);
        int columns = Math.max(1, matrix.columns().size());
        double tile = Math.max(NARROWEST, (breadth.width() - left) / columns);
        boolean roomy = tile >= ROOMY;
        double height = roomy ? 50 : 26;
        Svg svg = new Svg(left + tile * columns, TOP + height * matrix.rows().size() + 4, alternative);
        svg.text(left - 10, 12, "axis end", matrix.rowTitle() + " ↓");
        svg.text(left - 10, 28, "axis end", matrix.columnTitle() + " →");
        for (int column = 0; column < matrix.columns().size(); column++) {
            svg.text(
                    left + (column + 0.5) * tile,
                    28,
                    "name middle",
                    TextMetrics.cut(matrix.columns().get(column), tile));
        }
        for (int row = 0; row < matrix.rows().size(); row++) {
            double top = TOP + row * height;
            svg.text(
                    left - 10,
                    top + height / 2 + 4,
                    "name end",
                    breadth.name(matrix.rows().get(row)));
            for (int column = 0; column < matrix.columns().size(); column++) {
                long count = matrix.counts().get(row).get(column);
                double share = matrix.share(row, column);
                double middle = left + (column + 0.5) * tile;
                svg.tile(
                        left + column * tile + 1,
                        top + 1,
                        tile - 2,
                        height - 2,
                        count == 0
                                ? style.colour("ground")
                                : style.mixed("ground", matrix.isRight(row, column) ? "right" : "wrong", share));
                if (roomy) {
                    svg.text(middle, top + 22, "name middle", Numbers.share(share));
                    svg.text(middle, top + 39, "name axis middle", Numbers.count(count));
                } else {
                    svg.text(middle, top + 17, "name axis middle", Numbers.count(Math.round(100 * share)));
                }
            }
        }
        return Drawing.of(breadth, svg, List.of());
    }

    /** Differences of pairs; only those that can be told apart are coloured. */
    Drawing pairs(Pairwise pairs, String alternative) {
        List<String> names = pairs.names();
        double left = Math.max(TextMetrics.width(CORNER) + 12, breadth.widest(names) + 44);
        double room = (breadth.width() - left) / Math.max(1, names.size());
        boolean roomy = pairs.isRoomy() && room >= NUMBER;
        double tile = roomy ? room : 22;
        double height = roomy ? 30 : 22;
        Svg svg = new Svg(left + tile * names.size(), TOP + height * names.size() + 4, alternative);
        svg.text(left - 10, 28, "axis end", CORNER);
        for (int column = 0; column < names.size(); column++) {
            svg.text(left + (column + 0.5) * tile, 28, "name middle", Integer.toString(column + 1));
        }
        for (int row = 0; row < names.size(); row++) {
            double top = TOP + row * height;
            svg.text(left - 10, top + height / 2 + 4, "name end", row + 1 + " " + breadth.name(names.get(row)));
            for (int column = 0; column < names.size(); column++) {
                Optional<Pairwise.Pair> pair = pairs.pair(row, column);
                if (pair.isPresent()) {
                    Pairwise.Pair known = pair.get();
                    svg.tile(left + column * tile + 1, top + 1, tile - 2, height - 2, colour(pairs, known));
                    svg.text(
                            left + (column + 0.5) * tile,
                            top + height / 2 + 4,
                            known.apart() ? "name middle" : "axis middle",
                            Numbers.pair(known.difference(), known.apart(), roomy));
                }
            }
        }
        return Drawing.of(breadth, svg, List.of());
    }

    private String colour(Pairwise pairs, Pairwise.Pair pair) {
        return pair.apart()
                ? style.mixed("ground", pair.difference() > 0 ? "right" : "wrong", pairs.shade(pair))
                : style.colour("ground");
    }
}
