package org.beatbench.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.settings.SettingsSchema;
import org.beatbench.experiment.ClassifierUse;

/**
 * A classifier that was found, with its settings understood.
 *
 * @param <S> its settings record
 */
public final class KnownClassifier<S extends Record> {

    private final ClassifierProvider<S> provider;
    private final ClassifierInfo info;
    private final SettingsSchema<S> schema;
    private final String origin;

    private KnownClassifier(ClassifierProvider<S> provider, String origin) {
        this.provider = provider;
        this.info = provider.info();
        this.schema = SettingsSchema.of(provider.defaults());
        this.origin = origin;
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
        return provider.create(schema.bind(settings, "classifier " + info.id()));
    }

    /**
     * All that identifies the learner with these settings.
     *
     * @throws org.beatbench.api.UserError if settings are unknown or illegal
     */
    public ClassifierUse use(Map<String, ?> settings) {
        Map<String, String> all = schema.describe(schema.bind(settings, "classifier " + info.id()));
        return new ClassifierUse(info.id(), info.version(), all, info.libraries(), origin);
    }

    /** Reads a model that this classifier saved. */
    public TrainedModel load(Path folder, LoadContext context) throws IOException {
        return provider.load(folder, context);
    }
}
