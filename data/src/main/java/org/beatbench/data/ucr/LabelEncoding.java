package org.beatbench.data.ucr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Turns the labels of files into classes. The same number written in two ways ({@code 1}, {@code 1.0e+00}) is one. */
final class LabelEncoding {

    private final boolean numeric;
    private final List<String> names;
    private final Map<String, Integer> indices = new HashMap<>();

    private LabelEncoding(boolean numeric, List<String> names) {
        this.numeric = numeric;
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            indices.put(names.get(i), i);
        }
    }

    /** The classes of these labels: in numeric order if all are numbers, else in that of their characters. */
    static LabelEncoding of(Collection<String> labels) {
        return of(List.of(), labels);
    }

    /**
     * The classes of these labels.
     *
     * @param declared the classes that there are, in their order, of which all labels are; none if nobody says
     */
    static LabelEncoding of(List<String> declared, Collection<String> labels) {
        boolean numeric = Stream.concat(declared.stream(), labels.stream()).allMatch(Values::isNumber);
        TreeSet<String> found = new TreeSet<>(
                numeric ? Comparator.comparingDouble(Double::parseDouble) : Comparator.<String>naturalOrder());
        labels.forEach(label -> found.add(name(numeric, label)));
        List<String> names = declared.isEmpty()
                ? new ArrayList<>(found)
                : declared.stream().map(name -> name(numeric, name)).toList();
        return new LabelEncoding(numeric, List.copyOf(names));
    }

    List<String> names() {
        return names;
    }

    boolean contains(String label) {
        return indices.containsKey(name(numeric, label));
    }

    int index(String label) {
        return Objects.requireNonNull(indices.get(name(numeric, label)), label);
    }

    private static String name(boolean numeric, String label) {
        if (!numeric || !Values.isNumber(label)) {
            return label;
        }
        double value = Double.parseDouble(label);
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
