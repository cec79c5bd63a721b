package org.beatbench.data.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;

/**
 * How well beats were found, by the annotations of the recordings.
 *
 * @param standard as EC57 counts: within ±150 ms, from 5:00 on, ventricular fibrillation left out
 * @param wide within ±100 ms, from the beginning, fibrillation counted
 * @param narrow within ±50 ms, otherwise as {@code wide}
 * @param inFibrillation what was found within episodes of ventricular fibrillation or flutter, where beats are not annotated
 * @param offsets in seconds, of found from annotated beats within ±100 ms, ascending
 */
public record DetectionScore(
        DetectionCounts standard,
        DetectionCounts wide,
        DetectionCounts narrow,
        int inFibrillation,
        List<Double> offsets) {

    private static final double WIDE = 0.100;
    private static final double NARROW = 0.050;

    public DetectionScore {
        offsets = offsets.stream().sorted().toList();
    }

    /**
     * The score of one recording.
     *
     * @param reference with annotations
     * @param marks samples of what was found, ascending
     */
    public static DetectionScore of(Recording reference, long[] marks) {
        long[] beats = reference.annotations().stream()
                .filter(annotation -> BeatClass.of(annotation.symbol()).isPresent())
                .mapToLong(Annotation::sample)
                .toArray();
        double rate = reference.rate();
        Compared compared = Compared.of(reference);
        Matching wide = Matching.of(beats, marks, WIDE * rate);
        List<Double> offsets = new ArrayList<>();
        for (int i = 0; i < beats.length; i++) {
            if (wide.test(i) >= 0) {
                offsets.add((marks[wide.test(i)] - beats[i]) / rate);
            }
        }
        int within = 0;
        for (long mark : marks) {
            within += compared.isInFibrillation(mark) ? 1 : 0;
        }
        return new DetectionScore(
                standard(beats, marks, rate, compared),
                all(beats, marks, wide),
                all(beats, marks, Matching.of(beats, marks, NARROW * rate)),
                within,
                offsets);
    }

    /** The score of all recordings, every beat counted alike (EC57: gross). */
    public static DetectionScore gross(List<DetectionScore> scores) {
        return new DetectionScore(
                sum(scores.stream().map(DetectionScore::standard)),
                sum(scores.stream().map(DetectionScore::wide)),
                sum(scores.stream().map(DetectionScore::narrow)),
                scores.stream().mapToInt(DetectionScore::inFibrillation).sum(),
                scores.stream().flatMap(score -> score.offsets().stream()).toList());
    }

    private static DetectionCounts sum(Stream<DetectionCounts> counts) {
        return counts.reduce(DetectionCounts.NONE, DetectionCounts::plus);
    }

    /** The offset in seconds that a share of all is below or at; NaN if there are none. */
    public double offset(double share) {
        return quantile(offsets, share);
    }

    /** The distance in seconds, whichever side, that a share of all is below or at; NaN if there are none. */
    public double distance(double share) {
        return quantile(offsets.stream().map(Math::abs).sorted().toList(), share);
    }

    private static double quantile(List<Double> values, double share) {
        return values.isEmpty() ? Double.NaN : values.get((int) Math.round(share * (values.size() - 1)));
    }

    private static DetectionCounts standard(long[] beats, long[] marks, double rate, Compared compared) {
        Matching matching = Matching.of(beats, marks, Compared.WINDOW * rate);
        boolean[] used = new boolean[marks.length];
        int found = 0;
        int missed = 0;
        for (int i = 0; i < beats.length; i++) {
            int mark = matching.test(i);
            if (mark >= 0) {
                used[mark] = true;
            }
            if (compared.includes(beats[i])) {
                found += mark >= 0 ? 1 : 0;
                missed += mark >= 0 ? 0 : 1;
            }
        }
        int extra = 0;
        for (int i = 0; i < marks.length; i++) {
            extra += !used[i] && compared.includes(marks[i]) ? 1 : 0;
        }
        return new DetectionCounts(found, missed, extra);
    }

    private static DetectionCounts all(long[] beats, long[] marks, Matching matching) {
        return new DetectionCounts(matching.pairs(), beats.length - matching.pairs(), marks.length - matching.pairs());
    }
}
