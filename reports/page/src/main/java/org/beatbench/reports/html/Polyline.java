package org.beatbench.reports.html;

/** The path of a line from point to point. */
final class Polyline {

    private final StringBuilder path = new StringBuilder();

    /** The line as far as to this point, where it begins if there is none yet. */
    Polyline to(double x, double y) {
        path.append(path.length() == 0 ? 'M' : 'L').append(Svg.point(x, y));
        return this;
    }

    /** The path, empty if there are no points. */
    String path() {
        return path.toString();
    }
}
