package org.beatbench.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the name a user may have meant. */
public final class DidYouMean {

    private DidYouMean() {}

    /**
     * The known name nearest to a mistyped one: at most a third of its letters are to be changed, added, left out or
     * swapped, or one begins with the other. Upper and lower case count as equal.
     */
    public static Optional<String> closest(String typed, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(typed, name) <= tolerance(typed, name))
                .min(Comparator.<String>comparingInt(name -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * The error for a name that is not known.
     *
     * @param kind what the name should have named, such as "protocol"
     * @param typed what the user wrote
     * @param known the legal names
     */
    public static UserError unknown(String kind, String typed, Collection<String> known) {
        String legal = known.isEmpty() ? "There are none." : "There are: " + String.join(", ", new TreeSet<>(known));
        String hint = closest(typed, known)
                .map(name -> "Did you mean \"" + name + "\"? " + legal)
                .orElse(legal);
        return new UserError("unknown " + kind + " \"" + typed + "\"", hint);
    }

    /**
     * The end of a message about an unknown name, for messages that name several problems.
     *
     * @return such as {@code "; did you mean beats?"}, or all known names if none is near
     */
    public static String among(String typed, Collection<String> known) {
        return closest(typed, known)
                .map(name -> "; did you mean " + name + "?")
                .orElse("; there are: " + String.join(", ", known));
    }

    private static int tolerance(String typed, String name) {
        boolean begins = Math.min(typed.length(), name.length()) >= 2
                && (lower(name).startsWith(lower(typed)) || lower(typed).startsWith(lower(name)));
        int longer = Math.max(typed.length(), name.length());
        return begins ? longer : Math.max(1, longer / 3);
    }

    /** Edit distance in which swapping two neighbours is one edit (optimal string alignment). */
    private static int distance(String first, String second) {
        String from = lower(first);
        String to = lower(second);
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : edits(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int edits(int[][] edits, String from, String to, int i, int j) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int best = Math.min(edits[i - 1][j - 1] + change, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
