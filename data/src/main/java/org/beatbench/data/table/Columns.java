package org.beatbench.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.beatbench.api.Form;
import org.beatbench.api.Input;
import org.beatbench.api.UserError;

/**
 * What the columns of a table of beats mean, by their names. {@code class} must be there; {@code record}, {@code subject},
 * {@code position}, {@code symbol}, {@code unpadded_length}, {@code rr_before} and {@code rr_after} may be. Columns {@code t000},
 * {@code t001}, ... are the samples, {@code NAME t000} those of the channel NAME, and the rest features. Without any such column
 * the rest are samples in their order.
 */
final class Columns {

    static final String CLASS = "class";
    static final String RECORD = "record";
    static final String SUBJECT = "subject";
    static final String POSITION = "position";
    static final String SYMBOL = "symbol";
    static final String LENGTH = "unpadded_length";
    static final String BEFORE = "rr_before";
    static final String AFTER = "rr_after";

    private static final List<String> KNOWN = List.of(CLASS, RECORD, SUBJECT, POSITION, SYMBOL, LENGTH, BEFORE, AFTER);

    private static final Pattern SAMPLE = Pattern.compile("(?:(.+) )?t(\\d{1,6})");

    private final Map<String, Integer> named;
    private final int[] values;
    private final Form form;

    private Columns(Map<String, Integer> named, int[] values, Form form) {
        this.named = named;
        this.values = values;
        this.form = form;
    }

    /**
     * The meaning of a line of names.
     *
     * @param place file and line, for messages
     * @throws UserError if there is no class or no sample, names stand twice, or channels have unequal numbers of samples
     */
    static Columns of(List<String> names, String place) {
        Map<String, Integer> named = new HashMap<>();
        Map<String, List<Integer>> channels = new LinkedHashMap<>();
        List<Integer> others = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            String name = names.get(column);
            if (named.putIfAbsent(name, column) != null) {
                throw new UserError(place + ": two columns are called \"" + name + "\"", "give each a name of its own");
            }
            Matcher sample = SAMPLE.matcher(name);
            if (KNOWN.contains(name)) {
                continue;
            }
            if (sample.matches()) {
                String channel = sample.group(1) == null ? "" : sample.group(1);
                List<Integer> samples = channels.computeIfAbsent(channel, key -> new ArrayList<>());
                if (Integer.parseInt(sample.group(2)) != samples.size()) {
                    throw new UserError(
                            place + ": column " + name + " stands where sample " + samples.size() + " should",
                            "name samples t000, t001 and so on, in this order, or give them all other names");
                }
                samples.add(column);
            } else {
                others.add(column);
            }
        }
        if (!named.containsKey(CLASS)) {
            throw new UserError(
                    place + ": no column is called " + CLASS,
                    "name the columns in the first line: class, subject if whose beats they are is known, t000, t001 ...");
        }
        boolean isPlain = channels.isEmpty();
        if (isPlain) {
            channels.put("", others);
        }
        return new Columns(
                named,
                Stream.concat(channels.values().stream(), Stream.of(isPlain ? List.<Integer>of() : others))
                        .flatMap(List::stream)
                        .mapToInt(Integer::intValue)
                        .toArray(),
                form(
                        channels,
                        isPlain ? List.of() : others.stream().map(names::get).toList(),
                        place));
    }

    private static Form form(Map<String, List<Integer>> channels, List<String> features, String place) {
        int[] sizes = channels.values().stream().mapToInt(List::size).distinct().toArray();
        if (sizes.length != 1 || sizes[0] == 0) {
            throw new UserError(
                    place + ": the channels have " + Arrays.toString(sizes) + " samples",
                    "give each channel the same number of samples, at least one");
        }
        if (channels.size() == 1 && features.isEmpty()) {
            return Form.row(sizes[0]);
        }
        return new Form(
                "table",
                sizes[0],
                channels.keySet().stream()
                        .map(name -> new Input(name.isEmpty() ? "signal" : name, "", "a channel of the table", false))
                        .toList(),
                features.stream()
                        .map(name -> new Input(name, "", "a column of the table", false))
                        .toList());
    }

    /** What the beats are made of. */
    Form form() {
        return form;
    }

    /** The columns of the values, 0-based, in the order of the form. */
    int[] values() {
        return values;
    }

    /** The column of a name, or one behind the last if there is none. */
    int of(String name) {
        return named.getOrDefault(name, Integer.MAX_VALUE);
    }
}
