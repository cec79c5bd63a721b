package org.beatbench.api.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.UserError;

/**
 * What settings a classifier or data set has: read from its settings record and the records in it, so that schema, defaults
 * and help text cannot disagree.
 *
 * @param <S> the settings record
 */
public final class SettingsSchema<S extends Record> {

    private final S defaults;
    private final List<SettingType> types;

    private final Maker<S> maker;

    private SettingsSchema(S defaults, List<SettingType> types, Maker<S> maker) {
        this.defaults = defaults;
        this.types = types;
        this.maker = maker;
    }

    /** Makes settings of values in the order of their types; empty if a value is refused, which is a problem. */
    @FunctionalInterface
    private interface Maker<S> {

        Optional<S> made(List<Object> values, List<String> problems);
    }

    /**
     * The schema behind a provider's defaults.
     *
     * @throws IllegalArgumentException if a component is not documented or of an unsupported type, two have one name, or the
     *     default of a declared setting is not legal
     */
    public static <S extends Record> SettingsSchema<S> of(S defaults) {
        @SuppressWarnings("unchecked") // a record's class is final, so it is that of the defaults
        Class<S> record = (Class<S>) defaults.getClass();
        return defaults instanceof GivenSettings given
                ? new SettingsSchema<>(
                        defaults,
                        SettingType.allOf(given.declarations()),
                        (values, problems) -> Optional.of(record.cast(given.with(values))))
                : new SettingsSchema<>(
                        defaults,
                        SettingType.allOf(record),
                        (values, problems) -> made(record, values.iterator(), problems));
    }

    /** The settings, in the order of the record; those of a record in it stand in its place. */
    public List<Setting> settings() {
        return types.stream().map(type -> type.described(defaults)).toList();
    }

    /** Every setting's value in a record, name to text, but for those that were {@link org.beatbench.api.Hyper#added} and have their default. */
    public Map<String, String> describe(Record settings) {
        Map<String, String> values = new TreeMap<>();
        types.stream()
                .filter(type -> !type.isAsBefore(settings, defaults))
                .forEach(type -> values.put(type.name(), type.textOf(settings)));
        return values;
    }

    /**
     * The defaults, with other values in place of some.
     *
     * @param given setting name to value
     * @param place where they were written, for messages
     * @throws UserError naming all unknown names and illegal values at once
     */
    public S bind(Map<String, ?> given, String place) {
        List<String> problems = new ArrayList<>();
        List<String> names = types.stream().map(SettingType::name).toList();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                problems.add("unknown setting " + name + DidYouMean.among(name, names));
            }
        }
        List<Object> values = new ArrayList<>();
        for (SettingType type : types) {
            Object value = type.valueIn(defaults);
            if (given.containsKey(type.name())) {
                try {
                    value = type.parse(given.get(type.name()));
                } catch (IllegalArgumentException e) {
                    problems.add(e.getMessage());
                }
            }
            values.add(value);
        }
        if (problems.isEmpty()) {
            Optional<S> bound = maker.made(values, problems);
            if (bound.isPresent()) {
                return bound.get();
            }
        }
        throw UserError.of(place, problems, "settings and their values: beatbench describe ID");
    }

    /** The record, and those in it, with the next values; empty if one of them refuses its values, which is a problem. */
    private static <R> Optional<R> made(Class<R> record, Iterator<Object> values, List<String> problems) {
        RecordComponent[] components = record.getRecordComponents();
        List<Object> arguments = new ArrayList<>();
        for (RecordComponent component : components) {
            if (component.getType().isRecord()) {
                made(component.getType(), values, problems).ifPresent(arguments::add);
            } else {
                arguments.add(values.next());
            }
        }
        if (arguments.size() < components.length) {
            return Optional.empty();
        }
        try {
            var constructor = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(arguments.toArray()));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                problems.add(String.valueOf(refusal.getMessage()));
                return Optional.empty();
            }
            throw new IllegalStateException("settings record " + record.getName() + " cannot be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("settings record " + record.getName() + " cannot be made", e);
        }
    }
}
