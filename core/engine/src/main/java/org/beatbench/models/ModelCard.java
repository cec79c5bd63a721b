package org.beatbench.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.calibration.Temperature;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.results.Environment;
import org.jspecify.annotations.Nullable;

/**
 * All that is to be known of a saved model: who it is, what it answers, what it learned from, and how well it did on beats
 * that were kept from it.
 *
 * @param format of the folder it stands in, {@link #FORMAT}
 * @param name of its classifier, for people
 * @param classifier which learner it was, with every setting
 * @param beats what the beats look like that it answers
 * @param temperature that its probabilities are brought to; none if they are as the classifier gives them
 * @param training what it learned from, and how
 * @param scores how well it did on beats that were held out; none if none were
 * @param environment on what it was trained
 * @param trained when
 * @param payload SHA-256 of each file of the model, by its path within the payload
 * @param onnx the copy as an ONNX graph that stands beside it; none if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelCard(
        int format,
        String name,
        ClassifierUse classifier,
        BeatForm beats,
        @Nullable Double temperature,
        TrainedOn training,
        List<PartScore> scores,
        Environment environment,
        Instant trained,
        Map<String, String> payload,
        @Nullable OnnxTwin onnx) {

    /** The format that this version writes and reads. */
    public static final int FORMAT = 2;

    public ModelCard {
        scores = List.copyOf(scores);
        if (temperature != null && !(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("temperature must be above 0: " + temperature);
        }
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
        this(FORMAT, name, classifier, beats, null, training, scores, environment, trained, Map.of(), null);
    }

    /** The card of the same model, with its probabilities at a temperature. */
    public ModelCard at(Temperature calibrated) {
        return new ModelCard(
                format,
                name,
                classifier,
                beats,
                calibrated.equals(Temperature.NEUTRAL) ? null : calibrated.value(),
                training,
                scores,
                environment,
                trained,
                payload,
                onnx);
    }

    /** The temperature that its probabilities are brought to. */
    Temperature calibration() {
        return temperature == null ? Temperature.NEUTRAL : new Temperature(temperature);
    }

    ModelCard with(Map<String, String> saved) {
        return new ModelCard(
                format, name, classifier, beats, temperature, training, scores, environment, trained, saved, onnx);
    }

    /** This card of a model with another twin, or without one. */
    public ModelCard withTwin(@Nullable OnnxTwin twin) {
        return new ModelCard(
                format, name, classifier, beats, temperature, training, scores, environment, trained, payload, twin);
    }
}
