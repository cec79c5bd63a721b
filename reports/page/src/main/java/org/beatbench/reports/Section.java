package org.beatbench.reports;

import java.util.List;

/**
 * A part of a report with a heading.
 *
 * @param id its place in links: lower-case letters, digits and hyphens
 * @param title the heading
 * @param storey whether it is read by all, or only by who wants to know more
 */
public record Section(String id, String title, Storey storey, List<Block> blocks) {

    /** How a report is read. */
    public enum Storey {
        /** By everybody: what was found. */
        ANSWER,
        /** By who wants to know more: folded on a page until it is opened, and in an appendix on paper. */
        PARTICULARS,
        /** What words mean: opened by tap on a page, and at the end on paper. */
        GLOSSARY
    }

    public Section {
        Figure.requireId(id);
        blocks = List.copyOf(blocks);
    }

    /** A section that everybody reads. */
    public Section(String id, String title, List<Block> blocks) {
        this(id, title, Storey.ANSWER, blocks);
    }

    /** The same for those who want to know more. */
    public Section asParticulars() {
        return new Section(id, title, Storey.PARTICULARS, blocks);
    }

    /** Whether it is folded until it is opened. */
    public boolean isFolded() {
        return storey == Storey.PARTICULARS;
    }

    /** All figures in it, in reading order. */
    public List<Figure> figures() {
        return blocks.stream().flatMap(block -> block.figures().stream()).toList();
    }
}
