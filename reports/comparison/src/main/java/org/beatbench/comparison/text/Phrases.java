package org.beatbench.comparison.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns of phrase that stand in several sections. */
public final class Phrases {

    private Phrases() {}

    /** {@code 1 beat}, {@code 2 beats}. */
    public static String counted(long count, String one, String many) {
        return Numbers.count(count) + " " + (count == 1 ? one : many);
    }

    /** {@code N}, {@code N and S}, {@code N, S and V}. */
    public static String listed(List<String> things) {
        int last = things.size() - 1;
        return last < 1
                ? String.join("", things)
                : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }

    /** {@code seed 1}, {@code seeds 1, 2}. */
    public static String seeds(List<Long> seeds) {
        return (seeds.size() == 1 ? "seed " : "seeds ")
                + String.join(", ", seeds.stream().map(String::valueOf).toList());
    }

    /** Settings in a line; "none" if there are none. */
    public static String settings(Map<String, String> settings) {
        return settings.isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        settings.entrySet().stream()
                                .map(setting -> setting.getKey() + " "
                                        + (setting.getValue().isEmpty() ? "(none)" : setting.getValue()))
                                .toList());
    }

    /** A text with a full stop at its end. */
    public static String sentence(String text) {
        return text.isEmpty() || text.endsWith(".") ? text : text + ".";
    }

    public static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
