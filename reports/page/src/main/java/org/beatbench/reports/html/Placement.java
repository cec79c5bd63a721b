package org.beatbench.reports.html;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.comparison.Estimate;

/** Finds places for names at which they cover neither a point, nor a line, nor another name. */
final class Placement {

    private static final double HEIGHT = 14;
    private static final double DISTANCE = 10;
    private static final double NEAR = 7;

    private final Rectangle2D area;
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<Line2D> lines = new ArrayList<>();
    private boolean complete = true;

    Placement(double left, double top, double right, double bottom) {
        this.area = new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    /** Lets no name cover this point. */
    void keepFree(double x, double y) {
        taken.add(new Rectangle2D.Double(x - 6, y - 6, 12, 12));
    }

    /** Lets no name cross this line. */
    void keepFree(double x1, double y1, double x2, double y2) {
        lines.add(new Line2D.Double(x1, y1, x2, y2));
    }

    /** Writes the name of a point beside it, or at an end of its interval, if there is room. */
    void place(Plot plot, double x, Estimate estimate, String name) {
        double y = plot.y().at(estimate.value());
        double width = width(name);
        double left = x - NEAR - width;
        double above = y - HEIGHT - NEAR;
        double below = y + NEAR;
        double high = plot.y().at(estimate.high()) - HEIGHT - 1;
        double low = plot.y().at(estimate.low()) + 1;
        double[][] corners = {
            {x + DISTANCE, y - HEIGHT / 2},
            {x - DISTANCE - width, y - HEIGHT / 2},
            {x + NEAR, above},
            {x + NEAR, below},
            {left, above},
            {left, below},
            {x - width / 2, above - NEAR},
            {x - width / 2, below + NEAR},
            {x - width / 2, high},
            {x - width / 2, low},
            {x - 2, high},
            {x - 2, low},
            {x - width + 2, high},
            {x - width + 2, low}
        };
        for (double[] corner : corners) {
            Rectangle2D place = new Rectangle2D.Double(corner[0], corner[1], width, HEIGHT);
            if (isFree(place)) {
                write(plot.svg(), place, name);
                return;
            }
        }
        complete = false;
    }

    /** Writes the name of an upright line beside it, as high as there is room, or else where it covers no other name. */
    void beside(Svg svg, double x, String name) {
        double width = width(name);
        for (boolean anywhere : new boolean[] {false, true}) {
            for (double y = area.getY() + 2; y + HEIGHT <= area.getMaxY(); y += 3) {
                for (double left : new double[] {x + 3, x - 3 - width}) {
                    Rectangle2D place = new Rectangle2D.Double(left, y, width, HEIGHT);
                    if (anywhere ? area.contains(place) && isFreeOfNames(place) : isFree(place)) {
                        write(svg, place, name);
                        return;
                    }
                }
            }
        }
        complete = false;
    }

    /** Whether all names found a place. */
    boolean complete() {
        return complete;
    }

    private boolean isFree(Rectangle2D place) {
        return area.contains(place) && isFreeOfNames(place) && lines.stream().noneMatch(line -> line.intersects(place));
    }

    private boolean isFreeOfNames(Rectangle2D place) {
        return taken.stream().noneMatch(place::intersects);
    }

    private void write(Svg svg, Rectangle2D place, String name) {
        taken.add(place);
        svg.text(place.getX() + 2, place.getMaxY() - 3, "name halo", name);
    }

    private static double width(String name) {
        return TextMetrics.width(name) + 4;
    }
}
