package org.beatbench.server.protocol;

/** What a client wrote, fit to be said again: short, and without what could lead a reader or a log astray. */
public final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    public static String of(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return start.replaceAll("[^ -~]", "?");
    }
}
