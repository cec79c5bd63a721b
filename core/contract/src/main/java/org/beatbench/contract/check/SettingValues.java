package org.beatbench.contract.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.beatbench.api.UserError;
import org.beatbench.api.settings.Setting;
import org.beatbench.api.settings.SettingsSchema;

/** Settings as Beatbench writes and reads them, and other values of each. */
final class SettingValues {

    private final SettingsSchema<Record> schema;
    private final Map<String, String> values;

    private SettingValues(Record settings) {
        try {
            this.schema = SettingsSchema.of(settings);
        } catch (IllegalArgumentException e) {
            throw new Broken(String.valueOf(e.getMessage()));
        }
        this.values = schema.describe(settings);
    }

    static SettingValues of(Record settings) {
        return new SettingValues(settings);
    }

    List<Setting> settings() {
        return schema.settings();
    }

    /** The same settings with one other value. */
    Record with(Setting setting, String value) {
        return schema.bind(Map.of(setting.name(), value), "settings");
    }

    /** The values to try in place of the one that stands: all others of a closed choice, else what its author names. */
    List<String> others(Setting setting) {
        List<String> candidates = setting.choices().isEmpty() ? setting.tries() : setting.choices();
        return candidates.stream()
                .filter(value -> !value.equals(setting.defaultValue()))
                .toList();
    }

    /** Requires that Beatbench can show, write and read every setting of these defaults. */
    static void requireDocumented(Record defaults) {
        SettingValues documented = of(defaults);
        for (Setting setting : documented.settings()) {
            Expect.that(!setting.text().isBlank(), "setting %s has no text", setting.name());
        }
        try {
            Expect.equal(documented.schema.bind(documented.values, "defaults"), defaults, "defaults, written and read");
        } catch (UserError e) {
            throw new Broken("a default is refused: " + e.getMessage());
        }
    }

    /** Requires that numbers at the limits are taken, and those just outside refused. */
    static void requireLimits(Record settings) {
        SettingValues limited = of(settings);
        for (Setting setting : limited.settings()) {
            for (String limit : limits(setting)) {
                try {
                    limited.with(setting, limit);
                } catch (UserError e) {
                    throw new Broken("setting " + setting.name() + " refuses " + limit + ", which its limits allow: "
                            + e.getMessage());
                }
            }
            illegal(setting).forEach(value -> limited.requireRefused(setting, value));
        }
    }

    private void requireRefused(Setting setting, String illegal) {
        try {
            with(setting, illegal);
        } catch (UserError e) {
            String message = String.valueOf(e.getMessage());
            Expect.that(
                    message.contains(setting.name()) && message.contains(illegal),
                    "setting %s refuses %s without naming both: %s",
                    setting.name(),
                    illegal,
                    message);
            return;
        }
        throw new Broken("setting " + setting.name() + " takes " + illegal + ", which its limits do not allow");
    }

    /** The smallest and the largest legal number, where there are such. */
    private static List<String> limits(Setting setting) {
        return Stream.of(setting.min(), setting.max())
                .filter(limit -> Double.isFinite(limit) && (!isWhole(setting) || limit == Math.rint(limit)))
                .map(limit -> isWhole(setting) ? Long.toString(limit.longValue()) : Double.toString(limit))
                .toList();
    }

    /** Numbers just outside the legal ones. */
    static List<String> illegal(Setting setting) {
        List<String> illegal = new ArrayList<>();
        if (isWhole(setting)) {
            if (Double.isFinite(setting.min())) {
                illegal.add(Long.toString((long) Math.ceil(setting.min()) - 1));
            }
            if (Double.isFinite(setting.max())) {
                illegal.add(Long.toString((long) Math.floor(setting.max()) + 1));
            }
        } else if (setting.kind().equals("number")) {
            if (Double.isFinite(setting.min())) {
                illegal.add(Double.toString(Math.nextDown(setting.min())));
            }
            if (Double.isFinite(setting.max())) {
                illegal.add(Double.toString(Math.nextUp(setting.max())));
            }
            illegal.add("NaN");
        }
        return illegal;
    }

    private static boolean isWhole(Setting setting) {
        return setting.kind().equals("whole number");
    }
}
