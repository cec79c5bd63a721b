package org.beatbench.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.beatbench.api.DidYouMean;

/** A map of an experiment file while it is read: knows its place in the file and collects what is wrong with it. */
final class WrittenMap {

    private final Map<?, ?> values;
    private final String place;
    private final List<String> problems;

    private WrittenMap(Map<?, ?> values, String place, List<String> problems) {
        this.values = values;
        this.place = place;
        this.problems = problems;
    }

    /** What was written, if it is a map; else an empty map and a problem. */
    static WrittenMap of(Object written, String place, List<String> problems) {
        if (written instanceof Map<?, ?> map) {
            return new WrittenMap(map, place, problems);
        }
        problems.add((place.isEmpty() ? "" : place + ": ") + "must be \"key: value\" lines: " + written);
        return new WrittenMap(Map.of(), place, problems);
    }

    /** Notes every key that is none of these. */
    WrittenMap allowing(String... keys) {
        for (Object key : values.keySet()) {
            if (!Arrays.asList(keys).contains(String.valueOf(key))) {
                problem("unknown key " + key + DidYouMean.among(String.valueOf(key), Arrays.asList(keys)));
            }
        }
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<Object> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** A single value as text. */
    Optional<String> text(String key) {
        Optional<Object> value = value(key);
        if (value.isPresent() && (value.get() instanceof Map || value.get() instanceof List)) {
            problem(key + " must be a single value: " + value.get());
            return Optional.empty();
        }
        return value.map(String::valueOf);
    }

    /** A single value, parsed; a parser's IllegalArgumentException becomes a problem. */
    <T> T parsed(String key, T otherwise, Function<String, T> parser) {
        try {
            return text(key).map(parser).orElse(otherwise);
        } catch (IllegalArgumentException e) {
            problem(key + ": " + e.getMessage());
            return otherwise;
        }
    }

    /** The elements of a list; a single value is a list of one. */
    List<Object> list(String key) {
        Object value = value(key).orElse(List.of());
        return value instanceof List<?> list ? new ArrayList<>(list) : List.of(value);
    }

    /** A map below this one; empty if there is none. */
    WrittenMap map(String key) {
        return of(value(key).orElse(Map.of()), placeOf(key), problems);
    }

    /** The keys and values, as written. */
    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        values.forEach((key, value) -> map.put(String.valueOf(key), value == null ? "" : value));
        return map;
    }

    String placeOf(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    void problem(String text) {
        problems.add((place.isEmpty() ? "" : place + ": ") + text);
    }
}
