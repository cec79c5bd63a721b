package org.beatbench.results;

import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what was read from a file that anybody can edit: JSON leaves a record's component null if the file lacks it. */
public final class Completeness {

    private Completeness() {}

    /** The first component, records within records included, that is null and may not be; empty if there is none. */
    public static Optional<String> missingIn(Record value) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object content = content(component, value);
            boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (content == null && !mayBeNull) {
                return Optional.of(component.getName());
            }
            if (content instanceof Record inner) {
                Optional<String> missing = missingIn(inner).map(name -> component.getName() + "." + name);
                if (missing.isPresent()) {
                    return missing;
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable Object content(RecordComponent component, Record value) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot read " + component, e);
        }
    }
}
