package org.beatbench.api.settings;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.Hyper;

/** Reads and writes the values of one setting: a component of a settings record or of a record in it, or one that was declared. */
final class SettingType {

    private static final Map<Class<?>, String> KINDS = Map.of(
            int.class, "whole number",
            long.class, "whole number",
            double.class, "number",
            boolean.class, "true or false",
            String.class, "text");

    private final String name;
    private final Class<?> type;
    private final String text;
    private final Range range;
    private final List<String> tries;
    private final boolean added;
    /** Where it stands, for messages. */
    private final String place;

    private final Function<Record, Object> reader;

    private SettingType(List<RecordComponent> path, Hyper hyper) {
        RecordComponent component = path.get(path.size() - 1);
        this.name = hyphenated(component.getName());
        this.type = component.getType();
        this.text = hyper.value();
        this.range = new Range(hyper.min(), hyper.max());
        this.tries = List.of(hyper.tries());
        this.added = hyper.added();
        this.place = place(component);
        this.reader = settings -> read(path, settings);
    }

    private SettingType(SettingDeclaration declared, Class<?> type) {
        this.name = declared.name();
        this.type = type;
        this.text = declared.text();
        this.range = new Range(declared.min(), declared.max());
        this.tries = declared.tries();
        this.added = false;
        this.place = declared.name();
        this.reader = settings -> ((GivenSettings) settings).value(declared.name());
    }

    /**
     * The types of declared settings, in their order.
     *
     * @throws IllegalArgumentException if a default is of no supported kind or out of its range
     */
    static List<SettingType> allOf(List<SettingDeclaration> declarations) {
        return declarations.stream().map(SettingType::of).toList();
    }

    private static SettingType of(SettingDeclaration declaration) {
        Object value = declaration.defaultValue();
        Class<?> type = value instanceof Long
                ? long.class
                : value instanceof Double ? double.class : value instanceof Boolean ? boolean.class : String.class;
        SettingType declared = new SettingType(declaration, type);
        declared.parse(value);
        return declared;
    }

    /**
     * The types of all settings in a record and in the records in it, in their order.
     *
     * @throws IllegalArgumentException if one is not documented or of a kind that cannot be written in a file, or if two
     *     have the same name
     */
    static List<SettingType> allOf(Class<?> settings) {
        List<SettingType> types = within(settings, List.of()).toList();
        Map<String, SettingType> named = new HashMap<>();
        for (SettingType type : types) {
            SettingType other = named.put(type.name, type);
            if (other != null) {
                throw new IllegalArgumentException(
                        "two settings are called " + type.name + ": " + other.place + " and " + type.place);
            }
        }
        return types;
    }

    private static Stream<SettingType> within(Class<?> settings, List<RecordComponent> above) {
        return Arrays.stream(settings.getRecordComponents()).flatMap(component -> {
            List<RecordComponent> path =
                    Stream.concat(above.stream(), Stream.of(component)).toList();
            Hyper hyper = component.getAnnotation(Hyper.class);
            Class<?> type = component.getType();
            if (hyper == null && type.isRecord()) {
                return within(type, path);
            }
            if (hyper == null || !(KINDS.containsKey(type) || type.isEnum())) {
                throw new IllegalArgumentException("component " + place(component)
                        + " must be annotated with @Hyper and be an int, long, double, boolean, String or enum,"
                        + " or be a record of such components and not be annotated");
            }
            return Stream.of(new SettingType(path, hyper));
        });
    }

    String name() {
        return name;
    }

    /** The setting's value in a record, as written in experiment files. */
    String textOf(Record settings) {
        return text(valueIn(settings));
    }

    /** Whether it came later and has its default, so that nothing is as it was not before; see {@link Hyper#added()}. */
    boolean isAsBefore(Record settings, Record defaults) {
        return added && valueIn(settings).equals(valueIn(defaults));
    }

    /** The setting's value in a record. */
    Object valueIn(Record settings) {
        return reader.apply(settings);
    }

    private static Object read(List<RecordComponent> path, Record settings) {
        Object value = settings;
        try {
            for (RecordComponent step : path) {
                var accessor = step.getAccessor();
                accessor.setAccessible(true);
                value = accessor.invoke(value);
            }
            return value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot read " + path.get(path.size() - 1) + " of " + settings, e);
        }
    }

    /**
     * The value that was written.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    Object parse(Object written) {
        String text = text(written);
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> text(constant).equals(text.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            name + ": unknown value " + text + DidYouMean.among(text, choices())));
        }
        if (type == boolean.class) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException(name + " must be true or false: " + text);
            }
            return Boolean.valueOf(text);
        }
        if (type == String.class) {
            return text;
        }
        return number(text);
    }

    Setting described(Record settings) {
        return new Setting(name, kind(), text, textOf(settings), range.min(), range.max(), choices(), tries);
    }

    private String kind() {
        return type.isEnum() ? "one of" : Objects.requireNonNull(KINDS.get(type));
    }

    private Object number(String text) {
        Function<String, Number> parser =
                type == int.class ? Integer::valueOf : type == long.class ? Long::valueOf : Double::valueOf;
        Number number;
        try {
            number = parser.apply(text);
        } catch (NumberFormatException e) {
            boolean tooLarge = type != double.class && text.matches("[-+]?\\d+");
            String wanted = "a " + (tooLarge ? "smaller " : "") + kind();
            throw new IllegalArgumentException(name + " must be " + wanted + ": " + text, e);
        }
        if (!range.contains(number.doubleValue())) {
            throw new IllegalArgumentException(name + " must be " + range.inWords() + ": " + text);
        }
        return number;
    }

    private List<String> choices() {
        if (type == boolean.class) {
            return List.of("true", "false");
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(SettingType::text).toList()
                : List.of();
    }

    private static String text(Object value) {
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : String.valueOf(value);
    }

    private static String place(RecordComponent component) {
        return component.getName() + " of " + component.getDeclaringRecord().getName();
    }

    private static String hyphenated(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
