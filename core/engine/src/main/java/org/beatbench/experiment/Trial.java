package org.beatbench.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.beatbench.calibration.Calibration;
import org.beatbench.inquiry.Inquiry;
import org.beatbench.protocol.Protocols;
import org.beatbench.resampling.Resampling;

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
 * @param asked the ids of the inquiries that are made into the model, and about how many beats; by id; those about none are left out
 * @param seed seed of split, resampling, fit and inquiries
 * @param threads threads for fit and prediction
 * @param java feature version of the Java runtime, whose mathematics may differ in the last digit
 * @param folds the path of the file that deals rows to folds, whose content is part of the protocol's version; empty if there is
 *     none
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
        Map<String, Integer> asked,
        long seed,
        int threads,
        int java,
        String folds) {

    /** Characters of a key: 80 bits, so that two trials of one store never share one by accident. */
    private static final int KEY_LENGTH = 20;

    public Trial {
        Map<String, Integer> only = new TreeMap<>(asked);
        only.values().removeIf(beats -> beats == 0);
        asked = Collections.unmodifiableMap(only);
        protocol = Protocols.current(protocol);
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
                Protocols.inKeys(protocol),
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
        asked.forEach((inquiry, beats) -> {
            all.add(inquiry + " " + beats);
            all.add(Inquiries.of(inquiry).version());
        });
        return new Hash().add(String.join("\n", all)).hex().substring(0, KEY_LENGTH);
    }

    /** About how many beats its model is asked in an inquiry; 0 for not at all. */
    public int asked(Inquiry<?> inquiry) {
        return asked.getOrDefault(inquiry.id(), 0);
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
