package org.beatbench.reports.html;

/**
 * A piece of a text on a page.
 *
 * @param link whether it is a web address
 * @param term the place of its meaning in the glossary; empty if it is no term, or stood before
 */
record Wording(String text, boolean link, String term) {

    boolean isTerm() {
        return !term.isEmpty();
    }
}
