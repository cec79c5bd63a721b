package org.beatbench.reports.html;

import gg.jte.Content;
import java.util.List;

/** A chart as it stands in the page: a picture or a table, and its legend if it needs one. */
record Drawing(Content picture, List<Legend> legend, boolean wide) {

    static Drawing of(Content picture, List<Legend> legend) {
        return new Drawing(picture, legend, true);
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
