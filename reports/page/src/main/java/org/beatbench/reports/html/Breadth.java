package org.beatbench.reports.html;

import java.util.Collection;

/** How broad a drawing is: as the page, or as a telephone or one of several figures side by side. */
enum Breadth {
    WIDE(720, 200),
    NARROW(380, 112);

    private final double width;
    private final double room;

    Breadth(double width, double room) {
        this.width = width;
        this.room = room;
    }

    double width() {
        return width;
    }

    /** The room that the widest of some names needs. */
    double widest(Collection<String> names) {
        return Lettering.widest(names.stream().map(this::name).toList());
    }

    /** A name as it is written beside what it stands for, cut if it is too long for that. */
    String name(String name) {
        return Lettering.cut(name, room);
    }
}
