package org.beatbench.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.beatbench.api.Hyper;

/** Reads and varies the components of a settings record. */
final class SettingValues {

    private SettingValues() {}

    static List<RecordComponent> components(Record settings) {
        return List.of(settings.getClass().getRecordComponents());
    }

    static Object value(Record settings, RecordComponent component) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the settings record and its accessors must be public: " + settings.getClass(), e);
        }
    }

    /** The same settings with one other value; throws what the record's constructor throws. */
    static Record with(Record settings, RecordComponent changed, Object value) {
        Class<?>[] types =
                components(settings).stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = components(settings).stream()
                .map(component -> component.getName().equals(changed.getName()) ? value : value(settings, component))
                .toArray();
        try {
            return settings.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the settings record must be public: " + settings.getClass(), e);
        }
    }

    /** The values to try in place of the one that stands: all others of a closed choice, else what {@link Hyper} names. */
    static List<Object> others(Record settings, RecordComponent component, Hyper hyper) {
        Class<?> type = component.getType();
        Stream<Object> candidates = type == boolean.class
                ? Stream.of(true, false)
                : type.isEnum()
                        ? Arrays.stream(type.getEnumConstants())
                        : Arrays.stream(hyper.tries()).map(text -> parsed(type, text));
        Object present = value(settings, component);
        return candidates.filter(value -> !value.equals(present)).toList();
    }

    /** Numbers just outside the legal ones. */
    static List<Object> illegal(RecordComponent component, Hyper hyper) {
        Class<?> type = component.getType();
        List<Object> illegal = new ArrayList<>();
        if (type == double.class) {
            if (Double.isFinite(hyper.min())) {
                illegal.add(Math.nextDown(hyper.min()));
            }
            if (Double.isFinite(hyper.max())) {
                illegal.add(Math.nextUp(hyper.max()));
            }
            illegal.add(Double.NaN);
        } else if (type == int.class || type == long.class) {
            if (Double.isFinite(hyper.min())) {
                illegal.add(whole(type, (long) Math.ceil(hyper.min()) - 1));
            }
            if (Double.isFinite(hyper.max())) {
                illegal.add(whole(type, (long) Math.floor(hyper.max()) + 1));
            }
        }
        return illegal;
    }

    private static Object whole(Class<?> type, long value) {
        return type == int.class ? (Object) Math.toIntExact(value) : (Object) value;
    }

    private static Object parsed(Class<?> type, String text) {
        if (type == int.class) {
            return Integer.valueOf(text);
        } else if (type == long.class) {
            return Long.valueOf(text);
        } else if (type == double.class) {
            return Double.valueOf(text);
        } else if (type == String.class) {
            return text;
        }
        throw new AssertionError(String.format(Locale.ROOT, "a setting cannot be of type %s", type.getSimpleName()));
    }
}
