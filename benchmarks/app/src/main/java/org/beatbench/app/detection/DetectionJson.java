package org.beatbench.app.detection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.data.detector.DetectionCounts;
import org.beatbench.data.detector.DetectionScore;
import org.beatbench.data.recording.Lead;
import org.jspecify.annotations.Nullable;

/** What was found, for programs: what is not known is null. */
final class DetectionJson {

    private DetectionJson() {}

    static Map<String, @Nullable Object> document(List<Detection> detections, boolean scored) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put(
                "recordings", detections.stream().map(DetectionJson::recording).toList());
        if (scored) {
            document.put("gross", score(DetectionText.gross(detections)));
        }
        return document;
    }

    private static Map<String, @Nullable Object> recording(Detection detection) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", detection.name());
        values.put("leads", detection.leads().stream().map(DetectionJson::lead).toList());
        values.put("rate", detection.rate());
        values.put("samples", detection.size());
        values.put("beats", detection.beats().size());
        putNumber(values, "median-per-minute", detection.medianRate());
        values.put("warnings", detection.warnings());
        detection.score().ifPresent(score -> values.put("score", score(score)));
        return values;
    }

    private static Map<String, @Nullable Object> lead(Lead lead) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("number", lead.number());
        values.put("name", lead.name());
        return values;
    }

    private static Map<String, @Nullable Object> score(DetectionScore score) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("ec57-150-ms", counts(score.standard()));
        values.put("all-100-ms", counts(score.wide()));
        values.put("all-50-ms", counts(score.narrow()));
        values.put("in-fibrillation", score.inFibrillation());
        putNumber(values, "offset-median-seconds", score.offset(0.5));
        putNumber(values, "offset-lower-quartile-seconds", score.offset(0.25));
        putNumber(values, "offset-upper-quartile-seconds", score.offset(0.75));
        putNumber(values, "distance-median-seconds", score.distance(0.5));
        return values;
    }

    private static Map<String, @Nullable Object> counts(DetectionCounts counts) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("beats", counts.beats());
        values.put("missed", counts.missed());
        values.put("extra", counts.extra());
        putNumber(values, "sensitivity", counts.sensitivity());
        putNumber(values, "positive-predictive-value", counts.positivePredictiveValue());
        putNumber(values, "f1", counts.f1());
        return values;
    }

    private static void putNumber(Map<String, @Nullable Object> values, String name, double value) {
        values.put(name, Double.isNaN(value) ? null : value);
    }
}
