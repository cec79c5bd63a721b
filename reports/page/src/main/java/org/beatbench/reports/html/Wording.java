package org.beatbench.reports.html;

/**
 * A piece of a text on a page.
 *
 * @param link whether it is a web address
 * @param term the place of its meaning in the glossary; empty if it is no term, or stood before
 * @param before brackets that open right before a term, from which no end of a line may part it
 * @param after what closes or ends right after it, likewise
 */
record Wording(String text, boolean link, String term, String before, String after) {

    /** Words, or a web address. */
    static Wording of(String text, boolean link) {
        return new Wording(text, link, "", "", "");
    }

    boolean isTerm() {
        return !term.isEmpty();
    }
}
