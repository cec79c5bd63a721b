package org.beatbench.results;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks that JSON has every component of a record before it becomes one: what is missing, Jackson makes null, 0 or
 * false.
 */
public final class Completeness {

    private Completeness() {}

    /** The first component, those of records within included, that is not there and has to be; empty if there is none. */
    public static Optional<String> missingIn(JsonNode value, Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            Optional<String> missing = missing(value.path(component.getName()), component);
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> missing(JsonNode content, RecordComponent component) {
        if (content.isMissingNode() || content.isNull()) {
            boolean mayBe = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return mayBe ? Optional.empty() : Optional.of(component.getName());
        }
        return missingWithin(content, component.getGenericType(), component.getName());
    }

    private static Optional<String> missingWithin(JsonNode content, Type type, String name) {
        if (content.isNull()) {
            return Optional.of(name);
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            return missingIn(content, record).map(part -> name + "." + part);
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Type element = list.getActualTypeArguments()[0];
            return IntStream.range(0, content.size())
                    .mapToObj(i -> missingWithin(content.path(i), element, name + "[" + i + "]"))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return Optional.empty();
    }
}
