package org.beatbench.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.beatbench.calibration.Calibration;
import org.beatbench.resampling.Resampling;
import org.beatbench.robustness.PerturbationLadder;
import org.beatbench.saliency.Saliency;

/**
 * One fit and one look at its test beats: the unit of work and of storage.
 *
 * @param label the competitor's name in tables
 * @param dataset which beats
 * @param protocol id and version of the way to split, such as {@code beats/1}
 * @param split name of the split within the protocol
 * @param classifier which learner
 * @param resampling id of what is done to the training beats first
 * @param calibration id of what is done to the model's probabilities afterwards
 * @param validation what becomes of the validation beats
 * @param robustness on how many test beats the model is asked what a worse ECG would do to it, see {@link PerturbationLadder}; 0 for not at all
 * @param saliency of how many test beats of each class it is asked what the model looks at; 0 for not at all
 * @param seed seed of split, resampling, fit and disturbances
 * @param threads threads for fit and prediction
 * @param java feature version of the Java runtime, whose mathematics may differ in the last digit
 */
public record Trial(
        String label,
        DatasetUse dataset,
        String protocol,
        String split,
        ClassifierUse classifier,
        String resampling,
        String calibration,
        ValidationUse validation,
        int robustness,
        int saliency,
        long seed,
        int threads,
        int java) {

    /** Characters of a key: 80 bits, so that two trials of one store never share one by accident. */
    private static final int KEY_LENGTH = 20;

    /** A trial whose probabilities are left as they are. */
    public Trial(
            String label,
            DatasetUse dataset,
            String protocol,
            String split,
            ClassifierUse classifier,
            String resampling,
            ValidationUse validation,
            long seed,
            int threads,
            int java) {
        this(
                label,
                dataset,
                protocol,
                split,
                classifier,
                resampling,
                Calibration.NONE.id(),
                validation,
                seed,
                threads,
                java);
    }

    /** A trial that answers its test beats and is asked for nothing else. */
    public Trial(
            String label,
            DatasetUse dataset,
            String protocol,
            String split,
            ClassifierUse classifier,
            String resampling,
            String calibration,
            ValidationUse validation,
            long seed,
            int threads,
            int java) {
        this(
                label,
                dataset,
                protocol,
                split,
                classifier,
                resampling,
                calibration,
                validation,
                0,
                0,
                seed,
                threads,
                java);
    }

    /** A trial that was read from where no calibration is named, as was usual once, has none. */
    public Trial {
        calibration = Objects.requireNonNullElse(calibration, Calibration.NONE.id());
    }

    /**
     * Names this trial in a store: a hash of all that can change its answers. The label is not part of it, so renaming a
     * competitor repeats nothing; nor is a calibration that does nothing, or what is not asked for, so trials of before there
     * was any keep their keys.
     */
    public String key() {
        List<String> all = new ArrayList<>(List.of(
                dataset.id(),
                dataset.version(),
                text(dataset.settings()),
                dataset.fingerprint(),
                protocol,
                split,
                classifier.id(),
                classifier.version(),
                text(classifier.settings()),
                text(classifier.libraries()),
                classifier.origin(),
                resampling,
                Resampling.of(resampling).version(),
                validation.name(),
                Long.toString(seed),
                Integer.toString(threads),
                Integer.toString(java)));
        if (!calibration.equals(Calibration.NONE.id())) {
            all.add(calibration);
            all.add(Calibration.of(calibration).version());
        }
        if (robustness > 0) {
            all.add("robustness " + robustness);
            all.add(PerturbationLadder.VERSION);
        }
        if (saliency > 0) {
            all.add("saliency " + saliency);
            all.add(Saliency.VERSION);
        }
        return new Hash().add(String.join("\n", all)).hex().substring(0, KEY_LENGTH);
    }

    /** The id of the protocol, without its version. */
    public String protocolId() {
        return protocol.substring(0, protocol.lastIndexOf('/'));
    }

    private static String text(Map<String, String> values) {
        // With their lengths, so that no value can pass for a name and a value.
        return values.entrySet().stream()
                .map(entry -> measured(entry.getKey()) + measured(entry.getValue()))
                .collect(Collectors.joining());
    }

    private static String measured(String text) {
        return text.length() + ":" + text + " ";
    }

    /** In words, such as {@code Decision tree · patients · fold-2 · seed 1}. */
    public String inWords() {
        String part = split.equals("whole") ? "" : " · " + split;
        return label + " · " + protocolId() + part + " · seed " + seed;
    }
}
