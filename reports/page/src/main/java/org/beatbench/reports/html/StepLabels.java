package org.beatbench.reports.html;

import java.util.List;

/** The names below the steps of a ladder: level where they have room, else rising to their step. */
final class StepLabels {

    private static final double GAP = 8;
    private static final double SINE = Math.sin(Math.toRadians(35));

    private final List<String> names;
    private final double first;
    private final double pitch;
    private final double width;

    /**
     * @param first where the first step is
     * @param pitch from one step to the next
     * @param width of the drawing
     */
    StepLabels(List<String> names, double first, double pitch, double width) {
        this.first = first;
        this.pitch = pitch;
        this.width = width;
        // A rising name reaches to the left, a level one to both sides; neither may leave the drawing.
        this.names =
                names.stream().map(name -> TextMetrics.cut(name, first * 1.15)).toList();
    }

    /** Where a step is. */
    double at(int step) {
        return first + step * pitch;
    }

    /** How far the names reach below the axis. */
    double depth() {
        return isLevel() ? 30 : 24 + SINE * TextMetrics.widest(names);
    }

    void draw(Svg svg, double axis) {
        for (int step = 0; step < names.size(); step++) {
            if (isLevel()) {
                svg.text(centre(step), axis + 20, "name middle", names.get(step));
            } else {
                svg.rising(at(step) + 4, axis + 16, "name", names.get(step));
            }
        }
    }

    private boolean isLevel() {
        for (int step = 1; step < names.size(); step++) {
            if (centre(step) - half(step) < centre(step - 1) + half(step - 1) + GAP) {
                return false;
            }
        }
        return true;
    }

    private double centre(int step) {
        return Math.max(half(step) + 1, Math.min(at(step), width - half(step) - 1));
    }

    private double half(int step) {
        return TextMetrics.width(names.get(step)) / 2;
    }
}
