package org.beatbench.plugins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.UserError;

/**
 * What settings a classifier or data set has: read from its settings record, so that schema, defaults and help text cannot
 * disagree.
 *
 * @param <S> the settings record
 */
public final class SettingsSchema<S extends Record> {

    private final S defaults;
    private final List<SettingType> types;

    private SettingsSchema(S defaults, List<SettingType> types) {
        this.defaults = defaults;
        this.types = types;
    }

    /**
     * The schema behind a provider's defaults.
     *
     * @throws IllegalArgumentException if a component is not documented or of an unsupported type
     */
    public static <S extends Record> SettingsSchema<S> of(S defaults) {
        return new SettingsSchema<>(
                defaults,
                Arrays.stream(defaults.getClass().getRecordComponents())
                        .map(SettingType::of)
                        .toList());
    }

    /** The settings, in the order of the record. */
    public List<Setting> settings() {
        return types.stream().map(type -> type.described(defaults)).toList();
    }

    /** Every setting's value in a record, name to text. */
    public Map<String, String> describe(Record settings) {
        Map<String, String> values = new TreeMap<>();
        types.forEach(type -> values.put(type.name(), type.textOf(settings)));
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
        Object[] values = new Object[types.size()];
        for (int i = 0; i < values.length; i++) {
            SettingType type = types.get(i);
            values[i] = type.valueIn(defaults);
            if (given.containsKey(type.name())) {
                try {
                    values[i] = type.parse(given.get(type.name()));
                } catch (IllegalArgumentException e) {
                    problems.add(e.getMessage());
                }
            }
        }
        if (problems.isEmpty()) {
            try {
                return record(values);
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        throw UserError.of(place, problems, "settings and their values: beatbench describe ID");
    }

    private S record(Object[] values) {
        @SuppressWarnings("unchecked")
        Class<S> type = (Class<S>) defaults.getClass();
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(component -> component.getType())
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(components);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (java.lang.reflect.InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException illegal) {
                throw illegal;
            }
            throw new IllegalStateException("settings record " + type.getName() + " cannot be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("settings record " + type.getName() + " cannot be made", e);
        }
    }
}
