package org.beatbench.reports.html;

import java.util.Collection;

/** How broad a drawing is: as the page, or as a telephone or one of several figures side by side. */
enum DrawingWidth {
    WIDE(720, 200),
    NARROW(380, 112);

    private final double width;
    private final double room;

    DrawingWidth(double width, double room) {
        this.width = width;
        this.room = room;
    }

    double width() {
        return width;
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
