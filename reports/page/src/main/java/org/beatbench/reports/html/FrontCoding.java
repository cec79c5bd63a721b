package org.beatbench.reports.html;

/**
 * A text of lines of which each begins much like the one before, as rows of a table in long form do: of each only what is new,
 * behind the number of letters that are not. A fifth or a third of the size, the same on every machine, and undone in a line of
 * script.
 */
final class FrontCoding {

    private FrontCoding() {}

    static String encode(String text) {
        StringBuilder coded = new StringBuilder();
        String before = "";
        for (String line : text.split("\n", -1)) {
            int shared = 0;
            int most = Math.min(line.length(), before.length());
            while (shared < most && line.charAt(shared) == before.charAt(shared)) {
                shared++;
            }
            coded.append(coded.length() == 0 ? "" : "\n")
                    .append(shared)
                    .append(' ')
                    .append(line, shared, line.length());
            before = line;
        }
        return coded.toString();
    }
}
