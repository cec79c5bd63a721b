package org.beatbench.reports.html;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds places for the names of points at which they cover neither a point nor another name. */
final class Placement {

    private static final double HEIGHT = 14;
    private static final double DISTANCE = 10;
    private static final double NEAR = 7;

    private final Rectangle2D area;
    private final List<Rectangle2D> taken = new ArrayList<>();
    private boolean complete = true;

    Placement(double left, double top, double right, double bottom) {
        this.area = new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    /** Lets no name cover this point. */
    void keepFree(double x, double y) {
        taken.add(new Rectangle2D.Double(x - 6, y - 6, 12, 12));
    }

    /** Lets no name cross this upright or level line. */
    void keepFree(double x1, double y1, double x2, double y2) {
        double left = Math.min(x1, x2) - 1;
        double top = Math.min(y1, y2) - 1;
        taken.add(new Rectangle2D.Double(left, top, Math.abs(x2 - x1) + 2, Math.abs(y2 - y1) + 2));
    }

    /** Writes the name beside its point if there is room. */
    void place(Svg svg, double x, double y, String name) {
        double width = TextMetrics.width(name) + 4;
        double above = y - HEIGHT - NEAR;
        double below = y + NEAR;
        double[][] corners = {
            {x + DISTANCE, y - HEIGHT / 2},
            {x - DISTANCE - width, y - HEIGHT / 2},
            {x + NEAR, above},
            {x + NEAR, below},
            {x - NEAR - width, above},
            {x - NEAR - width, below},
            {x - width / 2, above - NEAR},
            {x - width / 2, below + NEAR}
        };
        for (double[] corner : corners) {
            Rectangle2D place = new Rectangle2D.Double(corner[0], corner[1], width, HEIGHT);
            if (area.contains(place) && taken.stream().noneMatch(place::intersects)) {
                taken.add(place);
                svg.text(corner[0] + 2, corner[1] + HEIGHT - 3, "name", name);
                return;
            }
        }
        complete = false;
    }

    /** Whether all names found a place. */
    boolean complete() {
        return complete;
    }
}
