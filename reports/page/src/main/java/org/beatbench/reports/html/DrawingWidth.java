package org.beatbench.reports.html;

import java.util.Collection;

/** How broad a drawing is: as the page, or as a telephone or one of several figures side by side. */
enum DrawingWidth {
    WIDE(720, 200, 16),
    /** With its margin it is 388 wide: 8 cm, in letters of 7 points. */
    NARROW(380, 132, 4);

    private final double width;
    private final double room;
    private final double margin;

    DrawingWidth(double width, double room, double margin) {
        this.width = width;
        this.room = room;
        this.margin = margin;
    }

    double width() {
        return width;
    }

    /** What is left free around it where it stands alone. */
    double margin() {
        return margin;
    }

    /** The room that the widest of some names needs. */
    double widest(Collection<String> names) {
        return TextMetrics.widest(names.stream().map(this::name).toList());
    }

    /** A name as it is written beside what it stands for, cut if it is too long for that. */
    String name(String name) {
        return TextMetrics.cut(name, room);
    }
}
