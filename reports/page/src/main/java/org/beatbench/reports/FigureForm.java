package org.beatbench.reports;

import java.util.Locale;

/** A form in which each figure of a report is a file of its own. */
public enum FigureForm {
    /** The drawing in pixels. */
    PNG("an image"),
    /** The drawing of the page, in its light colours. */
    SVG("a drawing"),
    /** The same drawing, for a paper. */
    PDF("a page of its own"),
    /** The numbers behind it. */
    CSV("data");

    /** The folder of the figures, inside that of the report. */
    public static final String FOLDER = "figures";

    private final String description;

    FigureForm(String description) {
        this.description = description;
    }

    /** What such a file is, in words that continue "the figure as". */
    public String description() {
        return description;
    }

    /** The name of the file of a figure, inside {@link #FOLDER}. */
    public String file(Figure figure) {
        return figure.id() + "." + name().toLowerCase(Locale.ROOT);
    }

    /** Where the file of a figure is, seen from the folder of the report. */
    public String place(Figure figure) {
        return FOLDER + "/" + file(figure);
    }
}
