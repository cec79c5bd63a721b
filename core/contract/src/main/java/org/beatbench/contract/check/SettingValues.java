package org.beatbench.contract.check;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beatbench.api.Hyper;
import org.beatbench.api.UserError;
import org.beatbench.api.settings.SettingsSchema;

/** Reads and varies one setting: a component of a settings record, or of a record in it. */
final class SettingValues {

    private final List<RecordComponent> path;
    private final RecordComponent component;

    private SettingValues(List<RecordComponent> path) {
        this.path = path;
        this.component = path.get(path.size() - 1);
    }

    /** All settings of a record and of the records in it. */
    static List<SettingValues> of(Record settings) {
        return within(settings.getClass(), List.of()).toList();
    }

    private static Stream<SettingValues> within(Class<?> settings, List<RecordComponent> above) {
        return Arrays.stream(settings.getRecordComponents()).flatMap(component -> {
            List<RecordComponent> path =
                    Stream.concat(above.stream(), Stream.of(component)).toList();
            return component.getType().isRecord()
                    ? within(component.getType(), path)
                    : Stream.of(new SettingValues(path));
        });
    }

    /** Requires that Beatbench can show, write and read every setting of these defaults. */
    static void requireDocumented(Record defaults) {
        for (SettingValues setting : of(defaults)) {
            Hyper hyper = setting.hyper();
            Expect.that(!hyper.value().isBlank(), "setting %s has no text", setting);
            if (setting.in(defaults) instanceof Number number) {
                double value = number.doubleValue();
                Expect.that(
                        value >= hyper.min() && value <= hyper.max(),
                        "the default of setting %s, %s, is not within %s to %s",
                        setting,
                        number,
                        hyper.min(),
                        hyper.max());
            }
        }
        SettingsSchema<Record> schema = SettingsSchema.of(defaults);
        Expect.equal(schema.settings().size(), of(defaults).size(), "settings as Beatbench reads them");
        Expect.equal(schema.bind(schema.describe(defaults), "defaults"), defaults, "defaults, written and read");
    }

    /** Requires that numbers at the limits are taken, and those just outside refused, where Beatbench reads them. */
    static void requireLimits(Record defaults, Record settings) {
        SettingsSchema<Record> schema = SettingsSchema.of(settings);
        for (SettingValues setting : of(defaults)) {
            for (Object limit : setting.limits()) {
                try {
                    schema.bind(Map.of(setting.name(), limit), "settings");
                } catch (UserError e) {
                    throw new Broken("setting " + setting.name() + " refuses " + limit + ", which its @Hyper allows: "
                            + e.getMessage());
                }
            }
            for (Object illegal : setting.illegal()) {
                requireRefused(schema, setting, illegal);
            }
        }
    }

    private static void requireRefused(SettingsSchema<Record> schema, SettingValues setting, Object illegal) {
        try {
            schema.bind(Map.of(setting.name(), illegal), "settings");
        } catch (UserError e) {
            String message = String.valueOf(e.getMessage());
            Expect.that(
                    message.contains(setting.name()) && message.contains(String.valueOf(illegal)),
                    "setting %s refuses %s without naming both: %s",
                    setting.name(),
                    illegal,
                    message);
            return;
        }
        throw new Broken("setting " + setting.name() + " takes " + illegal + ", which its @Hyper does not allow");
    }

    Hyper hyper() {
        Hyper hyper = component.getAnnotation(Hyper.class);
        if (hyper == null) {
            throw new Broken("setting " + this + " has no @Hyper");
        }
        return hyper;
    }

    /** As it is written in an experiment. */
    private String name() {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    Object in(Record settings) {
        Object value = settings;
        for (RecordComponent step : path) {
            value = value(value, step);
        }
        return value;
    }

    /** The same settings with one other value; throws what the record's constructor throws. */
    Record with(Record settings, Object value) {
        return with(settings, path, value);
    }

    private static Record with(Record settings, List<RecordComponent> path, Object value) {
        RecordComponent changed = path.get(0);
        Object replacement =
                path.size() == 1 ? value : with((Record) value(settings, changed), path.subList(1, path.size()), value);
        RecordComponent[] components = settings.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component ->
                        component.getName().equals(changed.getName()) ? replacement : value(settings, component))
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
    List<Object> others(Record settings) {
        Class<?> type = component.getType();
        Stream<Object> candidates = type == boolean.class
                ? Stream.of(true, false)
                : type.isEnum()
                        ? Arrays.stream(type.getEnumConstants())
                        : Arrays.stream(hyper().tries()).map(text -> parsed(type, text));
        Object present = in(settings);
        return candidates.filter(value -> !value.equals(present)).toList();
    }

    /** The smallest and the largest legal number, where there are such. */
    private List<Object> limits() {
        Hyper hyper = hyper();
        Class<?> type = component.getType();
        List<Object> limits = new ArrayList<>();
        for (double limit : new double[] {hyper.min(), hyper.max()}) {
            if (Double.isFinite(limit) && (type == double.class || limit == Math.rint(limit))) {
                limits.add(type == double.class ? (Object) limit : (Object) (long) limit);
            }
        }
        return limits;
    }

    /** Numbers just outside the legal ones. */
    List<Object> illegal() {
        Hyper hyper = hyper();
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

    /** The component's name, and the records it stands in. */
    @Override
    public String toString() {
        return path.stream().map(RecordComponent::getName).collect(Collectors.joining("."));
    }

    private static Object value(Object settings, RecordComponent component) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the settings record and its accessors must be public: " + settings.getClass(), e);
        }
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
