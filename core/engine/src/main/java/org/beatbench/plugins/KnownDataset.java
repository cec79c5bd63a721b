package org.beatbench.plugins;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.Provenance;
import org.beatbench.api.UserError;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.api.settings.SettingsSchema;
import org.beatbench.experiment.DatasetUse;

/**
 * A data set that was found, with its settings understood. It is called across the {@link Border} only.
 *
 * @param <S> its settings record
 */
public final class KnownDataset<S extends Record> {

    private static final int MOST_REASONS = 10;

    private final DatasetProvider<S> provider;
    private final DatasetInfo info;
    private final SettingsSchema<S> schema;
    private final String origin;
    private final Border border;

    private KnownDataset(DatasetProvider<S> provider, String origin) {
        this.provider = provider;
        this.origin = origin;
        Border unnamed = Border.of(provider, "data set", origin);
        this.info = unnamed.ask("info", provider::info);
        this.border = unnamed.named("data set", info.id());
        this.schema = border.ask("defaults", () -> SettingsSchema.of(provider.defaults()));
    }

    static <S extends Record> KnownDataset<S> of(DatasetProvider<S> provider, String origin) {
        return new KnownDataset<>(provider, origin);
    }

    public DatasetInfo info() {
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
     * Checks settings without loading anything.
     *
     * @throws org.beatbench.api.UserError if settings are unknown or illegal
     */
    public void check(Map<String, ?> settings) {
        bind(settings);
    }

    /**
     * The beats, with these settings in place of the defaults.
     *
     * @throws org.beatbench.api.UserError if settings are unknown or illegal, or the data missing, wrong or not to be learned from
     */
    public Beats load(Map<String, ?> settings, DatasetContext context) throws IOException {
        S bound = bind(settings);
        return SoundBeats.require(border.call("load", () -> provider.load(bound, context)), border.toString());
    }

    /** How the beats came to be with these settings; see {@link DatasetProvider#provenance}. */
    public Provenance provenance(Map<String, ?> settings, DatasetContext context) throws IOException {
        S bound = bind(settings);
        return border.call("provenance", () -> provider.provenance(bound, context));
    }

    /** The error for beats of which there is not one, with what is known of why. */
    public UserError withoutBeats(Provenance provenance) {
        List<String> reasons = new ArrayList<>(provenance.warnings());
        if (reasons.size() > MOST_REASONS) {
            reasons.subList(MOST_REASONS, reasons.size()).clear();
            reasons.add("and " + (provenance.warnings().size() - MOST_REASONS) + " more");
        }
        String what = "there is not one beat in " + info.id();
        String remedy = "check its folder and settings";
        return reasons.isEmpty() ? new UserError(what, remedy) : UserError.of(what, reasons, remedy);
    }

    /** How many samples a second the beats have with these settings; see {@link DatasetProvider#rate}. */
    public OptionalDouble rate(Map<String, ?> settings) {
        S bound = bind(settings);
        return border.ask("rate", () -> provider.rate(bound));
    }

    /** Whether it can tell what its beats would have been like from worse recordings; see {@link PerturbableProvider}. */
    public boolean isPerturbable() {
        return provider instanceof PerturbableProvider;
    }

    /**
     * Some beats as they would have come from worse recordings; see {@link PerturbableProvider#perturbed}.
     *
     * @param settings with which the beats were loaded, in place of the defaults
     * @throws org.beatbench.api.UserError if the data set has no recordings, or they are missing, wrong or others
     */
    public List<Beats> perturbed(
            Map<String, ?> settings, Beats chosen, List<Perturbation> perturbations, long seed, DatasetContext context)
            throws IOException {
        if (!(provider instanceof PerturbableProvider<S> perturbable)) {
            throw new UserError(
                    "data set " + info.id() + " has no recordings that could be disturbed",
                    "leave robustness out of the experiment, or take a data set of recordings, such as mitdb");
        }
        S bound = bind(settings);
        List<Beats> perturbed =
                border.call("perturbed", () -> perturbable.perturbed(bound, chosen, perturbations, seed, context));
        perturbed.forEach(beats -> SoundBeats.require(beats, border.toString()));
        return perturbed;
    }

    /** All that identifies these beats, which were loaded with these settings. */
    public DatasetUse use(Map<String, ?> settings, Beats beats) {
        return new DatasetUse(info.id(), info.version(), describe(settings), BeatsFingerprint.of(beats));
    }

    /** Every setting, name to value as text, with these in place of the defaults. */
    public Map<String, String> describe(Map<String, ?> settings) {
        return schema.describe(bind(settings));
    }

    private S bind(Map<String, ?> settings) {
        return border.ask("settings", () -> schema.bind(settings, "data set " + info.id()));
    }
}
