package org.beatbench.app.detection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.data.detector.DetectionScore;
import org.beatbench.data.detector.QrsDetector;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Lead;
import org.beatbench.data.recording.Recording;

/**
 * What was found in a recording.
 *
 * @param name of the recording
 * @param leads that were looked at
 * @param rate samples a second
 * @param size samples
 * @param beats one mark for each beat, of which only the place is known
 * @param score by the recording's own annotations, if asked for
 * @param warnings what somebody must look at, a sentence each
 */
record Detection(
        String name,
        List<Lead> leads,
        double rate,
        int size,
        List<Annotation> beats,
        Optional<DetectionScore> score,
        List<String> warnings) {

    private static final int SECONDS_A_MINUTE = 60;

    /**
     * Looks for beats in all leads of a recording that are kept.
     *
     * @param progress hears of minutes
     */
    static Detection of(Recording recording, boolean scored, Progress progress, Cancellation cancellation) {
        List<Annotation> beats = QrsDetector.marks(recording, progress, cancellation);
        return new Detection(
                recording.name(),
                recording.leads().kept(),
                recording.rate(),
                recording.size(),
                beats,
                scored ? Optional.of(DetectionScore.of(recording, beats)) : Optional.empty(),
                recording.warnings());
    }

    double seconds() {
        return size / rate;
    }

    /** Beats a minute, from the median of the intervals; NaN if there is none. */
    double medianRate() {
        long[] intervals = new long[Math.max(0, beats.size() - 1)];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = beats.get(i + 1).sample() - beats.get(i).sample();
        }
        Arrays.sort(intervals);
        return intervals.length == 0 ? Double.NaN : SECONDS_A_MINUTE * rate / intervals[intervals.length / 2];
    }

    /** The leads in words, such as {@code MLII+V1}. */
    String leadsInWords() {
        return leads.stream()
                .map(lead -> lead.name().isEmpty() ? Integer.toString(lead.number()) : lead.name())
                .collect(Collectors.joining("+"));
    }
}
