package org.beatbench.reports.html;

import gg.jte.Content;
import java.util.List;

/** A chart as it stands in the page: a picture or a table, and its legend if it needs one. */
record Drawing(Content picture, List<Legend> legend, boolean wide) {

    static Drawing of(Content picture, List<Legend> legend) {
        return new Drawing(picture, legend, true);
    }
}
