package org.beatbench.reports.html;

import gg.jte.Content;
import java.util.List;
import java.util.Locale;

/** A chart as it stands in the page: a picture or a table, and its legend if it needs one. */
record Drawing(Content picture, List<Legend> legend, Form form) {

    /** How many columns of a table fit into half a page. */
    private static final int FEW = 8;

    /** The style sheet lets a picture be 228 mm high on paper; letters of a higher one would be of less than 6.5 points. */
    private static final double TALLEST = 1140;

    /** What it is, which decides how much room it gets. */
    enum Form {
        WIDE,
        NARROW,
        TABLE,
        LARGE_TABLE;

        boolean isTable() {
            return this == TABLE || this == LARGE_TABLE;
        }

        /** The class in the style sheet. */
        String style() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A picture of some breadth. */
    static Drawing of(DrawingWidth breadth, Svg picture, List<Legend> legend) {
        return new Drawing(picture, legend, breadth == DrawingWidth.WIDE ? Form.WIDE : Form.NARROW);
    }

    /** A table with this many columns. */
    static Drawing table(Content table, int columns) {
        return new Drawing(table, List.of(), columns > FEW ? Form.LARGE_TABLE : Form.TABLE);
    }

    /** Whether its letters would become too small if it were made to fit onto a page of paper. */
    boolean isTall() {
        return !form.isTable() && svg().height() > TALLEST;
    }

    /**
     * The picture as it was drawn.
     *
     * @throws IllegalStateException if it is a table
     */
    Svg svg() {
        if (picture instanceof Svg drawn) {
            return drawn;
        }
        throw new IllegalStateException("a table is no drawing");
    }
}
