package org.beatbench.contract.check;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.Predictions;
import org.beatbench.api.settings.GivenSettings;
import org.beatbench.api.settings.Setting;

/** Who a classifier is, and what can be set in it. */
final class SettingChecks {

    static final List<Check<ClassifierSubject>> ALL = List.of(
            Check.error(
                    "says-who-it-is",
                    "has a name, a summary, a version, and a version of each library",
                    "fill in ClassifierInfo, the same each time",
                    SettingChecks::saysWhoItIs),
            Check.error(
                    "is-listed-as-a-service",
                    "is named in META-INF/services",
                    "write the provider's full class name into META-INF/services/" + ClassifierProvider.class.getName(),
                    SettingChecks::isListedAsAService),
            Check.error(
                    "documents-settings",
                    "has a text for every setting, and a default within its limits",
                    "annotate each component of the settings record with @Hyper; a program gives name, text and default",
                    subject ->
                            SettingValues.requireDocumented(subject.provider().defaults())),
            Check.error(
                    "keeps-setting-limits",
                    "takes numbers at the limits of a setting and refuses those just outside",
                    "give the component limits, @Hyper(min, max), which are kept for you; refuse no more in its record",
                    subject -> SettingValues.requireLimits(subject.settings())));

    /** What takes longest, a fit for every value that is tried. */
    static final List<Check<ClassifierSubject>> LAST = List.of(Check.error(
            "lets-settings-matter",
            "answers otherwise for at least one other value of every setting",
            "use the setting, name in @Hyper(tries) a value that matters on small data, or take the setting out",
            SettingChecks::letsSettingsMatter));

    private SettingChecks() {}

    private static void saysWhoItIs(ClassifierSubject subject) {
        ClassifierInfo info = subject.provider().info();
        requireText(info.name(), "name");
        requireText(info.summary(), "summary");
        requireText(info.version(), "version");
        for (Map.Entry<String, String> library : info.libraries().entrySet()) {
            requireText(library.getValue(), "version of library " + library.getKey());
        }
        Expect.equal(subject.provider().info(), info, "the info of another instance");
    }

    static void requireText(String text, String what) {
        Expect.that(!text.isBlank(), "%s is blank", what);
    }

    private static void isListedAsAService(ClassifierSubject subject) {
        if (subject.provider().defaults() instanceof GivenSettings) {
            throw new NotApplicable("it stands for a program, which is found by its plugin.yaml");
        }
        requireListed(ClassifierProvider.class, subject.provider());
    }

    static void requireListed(Class<?> kind, Object provider) {
        boolean isListed = ServiceLoader.load(kind, provider.getClass().getClassLoader()).stream()
                .anyMatch(one -> one.type().equals(provider.getClass()));
        Expect.that(
                isListed,
                "%s does not stand in META-INF/services/%s",
                provider.getClass().getName(),
                kind.getName());
    }

    private static void letsSettingsMatter(ClassifierSubject subject) {
        Record settings = subject.settings();
        List<ToyBeats> kinds = List.of(ToyBeats.noisy(), ToyBeats.imbalanced(), ToyBeats.separable());
        subject.model();
        List<Predictions> usual =
                kinds.stream().map(kind -> subject.answers(kind, settings)).toList();
        SettingValues values = SettingValues.of(settings);
        for (Setting setting : values.settings()) {
            List<String> others = values.others(setting);
            Expect.that(!others.isEmpty(), "there is no value to try for setting %s", setting.name());
            boolean matters = others.stream().anyMatch(other -> {
                Record changed = values.with(setting, other);
                return IntStream.range(0, kinds.size())
                        .anyMatch(i -> !subject.answers(kinds.get(i), changed).equals(usual.get(i)));
            });
            Expect.that(matters, "setting %s: no answer is another with any of %s", setting.name(), others);
        }
    }
}
