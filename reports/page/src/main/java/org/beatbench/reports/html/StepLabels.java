package org.beatbench.reports.html;

import java.util.List;

/** The names below the steps of a ladder: level where they have room, else rising to their step. */
final class StepLabels {

    private static final double GAP = 8;
    private static final double SINE = Math.sin(Math.toRadians(35));

    private static final double LINE = 15;

    private final List<List<String>> level;
    private final List<String> rising;
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
        this.level = names.stream().map(this::lines).toList();
        // A rising name reaches to the left and may not leave the drawing.
        this.rising =
                names.stream().map(name -> TextMetrics.cut(name, first * 1.15)).toList();
    }

    /** Where a step is. */
    double at(int step) {
        return first + step * pitch;
    }

    /** How far the names reach below the axis. */
    double depth() {
        return isLevel()
                ? LINE + LINE * level.stream().mapToInt(List::size).max().orElse(1)
                : 24 + SINE * TextMetrics.widest(rising);
    }

    void draw(Svg svg, double axis) {
        for (int step = 0; step < level.size(); step++) {
            if (isLevel()) {
                List<String> lines = level.get(step);
                for (int line = 0; line < lines.size(); line++) {
                    svg.text(centre(step), axis + 20 + LINE * line, "name middle", lines.get(line));
                }
            } else {
                svg.rising(at(step) + 4, axis + 16, "name", rising.get(step));
            }
        }
    }

    private boolean isLevel() {
        for (int step = 1; step < level.size(); step++) {
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
        return TextMetrics.widest(level.get(step)) / 2;
    }

    /** A name that is wider than the way to the next step goes on in a second line, at the blank where both are shortest. */
    private List<String> lines(String name) {
        List<String> best = List.of(TextMetrics.cut(name, width - 2));
        if (TextMetrics.width(name) <= pitch - GAP) {
            return best;
        }
        for (int blank = name.indexOf(' '); blank > 0; blank = name.indexOf(' ', blank + 1)) {
            List<String> two = List.of(name.substring(0, blank), name.substring(blank + 1));
            if (TextMetrics.widest(two) < TextMetrics.widest(best)) {
                best = two;
            }
        }
        return best;
    }
}
