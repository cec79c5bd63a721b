package org.beatbench.models;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.results.Environment;

/**
 * All that is to be known of a saved model: who it is, what it answers, what it learned from, and how well it did on beats
 * that were kept from it.
 *
 * @param format of the folder it stands in, {@link #FORMAT}
 * @param name of its classifier, for people
 * @param classifier which learner it was, with every setting
 * @param beats what the beats look like that it answers
 * @param training what it learned from, and how
 * @param scores how well it did on beats that were held out; none if none were
 * @param environment on what it was trained
 * @param trained when
 * @param payload SHA-256 of each file of the model, by its path within the payload
 */
public record ModelCard(
        int format,
        String name,
        ClassifierUse classifier,
        BeatForm beats,
        TrainedOn training,
        List<PartScore> scores,
        Environment environment,
        Instant trained,
        Map<String, String> payload) {

    /** The format that this version writes and reads. */
    public static final int FORMAT = 2;

    public ModelCard {
        scores = List.copyOf(scores);
        payload = Collections.unmodifiableMap(new TreeMap<>(payload));
    }

    /** A card of a model that is not saved yet. */
    public ModelCard(
            String name,
            ClassifierUse classifier,
            BeatForm beats,
            TrainedOn training,
            List<PartScore> scores,
            Environment environment,
            Instant trained) {
        this(FORMAT, name, classifier, beats, training, scores, environment, trained, Map.of());
    }

    ModelCard with(Map<String, String> saved) {
        return new ModelCard(format, name, classifier, beats, training, scores, environment, trained, saved);
    }
}
