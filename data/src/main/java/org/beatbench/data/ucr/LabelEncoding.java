package org.beatbench.data.ucr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Turns the labels of files into classes. The same number written in two ways ({@code 1}, {@code 1.0e+00}) is one. */
final class LabelEncoding {

    private final List<String> names;
    private final Map<String, Integer> indices;

    private LabelEncoding(List<String> names, Map<String, Integer> indices) {
        this.names = names;
        this.indices = indices;
    }

    /** The classes of these labels: in numeric order if all are numbers, else in that of their characters. */
    static LabelEncoding of(Collection<String> labels) {
        boolean numeric = labels.stream().allMatch(Values::isNumber);
        Map<String, List<String>> spellings = new TreeMap<>(
                numeric ? Comparator.comparingDouble(Double::parseDouble) : Comparator.<String>naturalOrder());
        for (String label : labels) {
            List<String> known = spellings.computeIfAbsent(numeric ? number(label) : label, name -> new ArrayList<>());
            known.add(label);
        }
        Map<String, Integer> indices = new HashMap<>();
        int index = 0;
        for (List<String> same : spellings.values()) {
            for (String spelling : same) {
                indices.put(spelling, index);
            }
            index++;
        }
        return new LabelEncoding(List.copyOf(spellings.keySet()), Collections.unmodifiableMap(indices));
    }

    List<String> names() {
        return names;
    }

    int index(String label) {
        return Objects.requireNonNull(indices.get(label), label);
    }

    private static String number(String label) {
        double value = Double.parseDouble(label);
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
