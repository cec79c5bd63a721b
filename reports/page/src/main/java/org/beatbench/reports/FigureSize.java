package org.beatbench.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import org.beatbench.api.DidYouMean;

/** How wide figures are that are files of their own. Their letters are of at least 7 points in print. */
public enum FigureSize {
    /** As the page shows them. */
    PAGE("page", false, 752, "px", 192),
    /** A column of a paper. */
    COLUMN("8cm", true, 226.77, "pt", 300),
    /** Both columns of a paper. */
    COLUMNS("17cm", false, 481.89, "pt", 300),
    /** A slide of 16:9, from edge to edge. */
    SLIDE("slide", false, 1600, "px", 96);

    private final String id;
    private final boolean isNarrow;
    private final double width;
    private final String unit;
    private final int resolution;

    FigureSize(String id, boolean isNarrow, double width, String unit, int resolution) {
        this.id = id;
        this.isNarrow = isNarrow;
        this.width = width;
        this.unit = unit;
        this.resolution = resolution;
    }

    /**
     * A size by its id.
     *
     * @throws org.beatbench.api.UserError if there is none, with the one that may have been meant
     */
    public static FigureSize of(String id) {
        return Arrays.stream(values())
                .filter(size -> size.id.equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> DidYouMean.unknown(
                        "width", id, Arrays.stream(values()).map(FigureSize::id).toList()));
    }

    public String id() {
        return id;
    }

    /** Whether things are arranged as on a telephone, so that letters do not become too small. */
    public boolean isNarrow() {
        return isNarrow;
    }

    /** Pixels of an image to an inch; a pixel of a style sheet is 1/96 inch. */
    public int resolution() {
        return resolution;
    }

    /** A part of the width, as SVG writes lengths: in points, since JSVG takes a centimetre for less than it is. */
    public String length(double part) {
        return new BigDecimal(part * width)
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString()
                + (unit.equals("px") ? "" : unit);
    }

    @Override
    public String toString() {
        return id;
    }
}
