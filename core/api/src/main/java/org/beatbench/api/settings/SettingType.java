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

/** Reads and writes the values of one setting: a component of a settings record, or of a record in it. */
final class SettingType {

    private static final Map<Class<?>, String> KINDS = Map.of(
            int.class, "whole number",
            long.class, "whole number",
            double.class, "number",
            boolean.class, "true or false",
            String.class, "text");

    private final List<RecordComponent> path;
    private final RecordComponent component;
    private final Hyper hyper;
    private final String name;

    private SettingType(List<RecordComponent> path, Hyper hyper) {
        this.path = path;
        this.component = path.get(path.size() - 1);
        this.hyper = hyper;
        this.name = hyphenated(component.getName());
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
                throw new IllegalArgumentException("two settings are called " + type.name + ": "
                        + place(other.component) + " and " + place(type.component));
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
        return hyper.added() && valueIn(settings).equals(valueIn(defaults));
    }

    /** The setting's value in a record. */
    Object valueIn(Record settings) {
        Object value = settings;
        try {
            for (RecordComponent step : path) {
                var accessor = step.getAccessor();
                accessor.setAccessible(true);
                value = accessor.invoke(value);
            }
            return value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot read setting " + name + " of " + settings, e);
        }
    }

    /**
     * The value that was written.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    Object parse(Object written) {
        Class<?> type = component.getType();
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
        return number(text, type);
    }

    Setting described(Record defaults) {
        return new Setting(name, kind(), hyper.value(), textOf(defaults), range(), choices(), List.of(hyper.tries()));
    }

    private String kind() {
        Class<?> type = component.getType();
        return type.isEnum() ? "one of" : Objects.requireNonNull(KINDS.get(type));
    }

    private Object number(String text, Class<?> type) {
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
        double value = number.doubleValue();
        if (!(value >= hyper.min() && value <= hyper.max()) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be " + range() + ": " + text);
        }
        return number;
    }

    private List<String> choices() {
        Class<?> type = component.getType();
        if (type == boolean.class) {
            return List.of("true", "false");
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(SettingType::text).toList()
                : List.of();
    }

    private String range() {
        boolean fromBelow = hyper.min() > Double.NEGATIVE_INFINITY;
        boolean fromAbove = hyper.max() < Double.POSITIVE_INFINITY;
        if (fromBelow && fromAbove) {
            return plain(hyper.min()) + " to " + plain(hyper.max());
        }
        return fromBelow ? "at least " + plain(hyper.min()) : fromAbove ? "at most " + plain(hyper.max()) : "";
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : Double.toString(bound);
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
