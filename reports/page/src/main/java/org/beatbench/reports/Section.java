package org.beatbench.reports;

import java.util.List;

/**
 * A part of a report with a heading.
 *
 * @param id its place in links: lower-case letters, digits and hyphens
 * @param title the heading
 */
public record Section(String id, String title, List<Block> blocks) {

    public Section {
        Figure.requireId(id);
        blocks = List.copyOf(blocks);
    }

    /** All figures in it, in reading order. */
    public List<Figure> figures() {
        return blocks.stream().flatMap(block -> block.figures().stream()).toList();
    }
}
