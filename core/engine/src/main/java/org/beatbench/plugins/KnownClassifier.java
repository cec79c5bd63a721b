package org.beatbench.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.settings.SettingsSchema;
import org.beatbench.experiment.ClassifierUse;

/**
 * A classifier that was found, with its settings understood. It, and its models, are called across the {@link Border} only.
 *
 * @param <S> its settings record
 */
public final class KnownClassifier<S extends Record> {

    private final ClassifierProvider<S> provider;
    private final ClassifierInfo info;
    private final SettingsSchema<S> schema;
    private final String origin;
    private final Border border;

    private KnownClassifier(ClassifierProvider<S> provider, String origin) {
        this.provider = provider;
        this.origin = origin;
        Border unnamed = Border.of(provider, "classifier", origin);
        this.info = unnamed.ask("info", provider::info);
        this.border = unnamed.named("classifier", info.id());
        this.schema = border.ask("defaults", () -> SettingsSchema.of(provider.defaults()));
    }

    static <S extends Record> KnownClassifier<S> of(ClassifierProvider<S> provider, String origin) {
        return new KnownClassifier<>(provider, origin);
    }

    public ClassifierInfo info() {
        return info;
    }

    public SettingsSchema<S> schema() {
        return schema;
    }

    /** What of the contract it is known not to keep: ids of checks, to reasons. */
    public Map<String, String> knownFailures() {
        return border.ask("knownFailures", provider::knownFailures);
    }

    /** "built-in", or the plug-in's folder and the hash of its jars. */
    public String origin() {
        return origin;
    }

    /**
     * The learner with these settings in place of its defaults.
     *
     * @throws org.beatbench.api.UserError if settings are unknown or illegal
     */
    public Classifier create(Map<String, ?> settings) {
        S bound = bind(settings);
        return GuardedModel.fitting(border.ask("create", () -> provider.create(bound)), border);
    }

    /**
     * All that identifies the learner with these settings.
     *
     * @throws org.beatbench.api.UserError if settings are unknown or illegal
     */
    public ClassifierUse use(Map<String, ?> settings) {
        Map<String, String> all = schema.describe(bind(settings));
        return new ClassifierUse(info.id(), info.version(), all, info.libraries(), origin);
    }

    /** Reads a model that this classifier saved. */
    public TrainedModel load(Path folder, LoadContext context) throws IOException {
        return new GuardedModel(border.call("load", () -> provider.load(folder, context)), border);
    }

    /**
     * What a model of a classifier shows of itself beside its answers.
     *
     * @param words the type in which it would do so
     * @return empty if it does not
     */
    public static <T> Optional<T> view(TrainedModel model, Class<T> words) {
        return model instanceof GuardedModel guarded
                ? guarded.view(words)
                : words.isInstance(model) ? Optional.of(words.cast(model)) : Optional.empty();
    }

    private S bind(Map<String, ?> settings) {
        return border.ask("settings", () -> schema.bind(settings, "classifier " + info.id()));
    }
}
