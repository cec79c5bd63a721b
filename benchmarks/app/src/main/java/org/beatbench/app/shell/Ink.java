package org.beatbench.app.shell;

/** A colour with a meaning. What it says is always said in words too. */
public enum Ink {
    GOOD("32"),
    BAD("1;31"),
    WARNING("33"),
    ADVICE("36"),
    HEADING("1"),
    FAINT("2");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /** A text in this colour. */
    String on(String text) {
        return text.isEmpty() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }
}
