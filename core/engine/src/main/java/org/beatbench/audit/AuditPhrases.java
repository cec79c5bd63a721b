package org.beatbench.audit;

import java.util.List;
import java.util.Locale;

/** Numbers and names in the sentences of an audit, written as in the reports. */
final class AuditPhrases {

    /** A narrow space at which no line is broken. */
    private static final String THIN = "\u202f";

    private AuditPhrases() {}

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(",", THIN);
    }

    static String counted(long value, String one, String many) {
        return count(value) + " " + (value == 1 ? one : many);
    }

    static String share(double value) {
        return String.format(Locale.ROOT, "%.1f", 100 * value) + THIN + "%";
    }

    /** Three digits that count. */
    static String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.01 || size == 0 ? 3 : 5;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** {@code S}, {@code S and V}, {@code S, V and F}. */
    static String listed(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
