package org.beatbench.reports.publication;

import java.util.List;
import java.util.Optional;
import org.beatbench.verification.Difference;

/** Finds where two texts part. */
final class TextDifference {

    private static final int BEFORE = 60;
    private static final int AFTER = 60;
    private static final String CUT = "…";

    private TextDifference() {}

    /**
     * The first line in which two texts differ, cut to what is around the first difference.
     *
     * @param name of the file
     * @param found as it stands there
     * @param expected as it should be
     */
    static Optional<Difference> first(String name, String found, String expected) {
        if (found.equals(expected)) {
            return Optional.empty();
        }
        List<String> foundLines = List.of(found.split("\n", -1));
        List<String> expectedLines = List.of(expected.split("\n", -1));
        int line = 0;
        while (line < foundLines.size()
                && line < expectedLines.size()
                && foundLines.get(line).equals(expectedLines.get(line))) {
            line++;
        }
        String there = line < foundLines.size() ? foundLines.get(line) : "";
        String should = line < expectedLines.size() ? expectedLines.get(line) : "";
        int start = common(there, should);
        return Optional.of(new Difference(
                name + ", line " + (line + 1),
                line < foundLines.size() ? around(there, start) : "the file ends",
                line < expectedLines.size() ? around(should, start) : "the file ends"));
    }

    private static int common(String first, String second) {
        int length = 0;
        while (length < first.length() && length < second.length() && first.charAt(length) == second.charAt(length)) {
            length++;
        }
        return length;
    }

    private static String around(String line, int place) {
        int from = Math.max(0, place - BEFORE);
        int to = Math.min(line.length(), place + AFTER);
        return (from > 0 ? CUT : "") + line.substring(from, to).strip() + (to < line.length() ? CUT : "");
    }
}
