package org.beatbench.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Helps with names that do not exist: the nearest that does, or all of them. */
public final class DidYouMean {

    private DidYouMean() {}

    /**
     * The end of an error message about an unknown name.
     *
     * @param given what was written
     * @param known the names there are
     * @return {@code "; did you mean X?"} if a name is near, else {@code "; there are: A, B, C"}
     */
    public static String among(String given, Collection<String> known) {
        if (known.isEmpty()) {
            return "; there are none";
        }
        String wanted = given.toLowerCase(Locale.ROOT);
        String nearest = known.stream()
                .min(Comparator.comparingInt((String name) -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
        int distance = distance(wanted, nearest.toLowerCase(Locale.ROOT));
        boolean near = distance <= Math.max(1, Math.max(wanted.length(), nearest.length()) / 3);
        return near ? "; did you mean " + nearest + "?" : "; there are: " + String.join(", ", known);
    }

    /** Levenshtein distance: the fewest insertions, deletions and substitutions of one character. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substituted, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
