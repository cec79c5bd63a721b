package org.beatbench.reports;

import java.util.List;
import org.beatbench.reports.chart.Chart;

/**
 * A chart with its words.
 *
 * @param id names its files and its place in links: lower-case letters, digits and hyphens
 * @param title what it shows
 * @param caption what to see in it, and how it was made
 * @param alternative what a reader who cannot see it needs to know
 */
public record Figure(String id, String title, String caption, String alternative, Chart chart) implements Block {

    public Figure {
        requireId(id);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.figure(this);
    }

    @Override
    public List<Figure> figures() {
        return List.of(this);
    }

    static void requireId(String id) {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("id must be lower-case letters, digits and single hyphens: " + id);
        }
    }
}
