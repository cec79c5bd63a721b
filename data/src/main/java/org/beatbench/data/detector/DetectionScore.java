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
     * @param found marks of beats, in order
     */
    public static DetectionScore of(Recording reference, List<Annotation> found) {
        long[] marks = found.stream().mapToLong(Annotation::sample).toArray();
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
                standard(reference, found),
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

    private static DetectionCounts standard(Recording reference, List<Annotation> found) {
        BeatByBeat beats = BeatByBeat.of(reference, found, BeatByBeat.Escapes.NORMAL);
        Share right = beats.sensitivity();
        Share extra = beats.positivePredictiveValue();
        return new DetectionCounts(
                Math.toIntExact(right.part()),
                Math.toIntExact(right.whole() - right.part()),
                Math.toIntExact(extra.whole() - extra.part()));
    }

    private static DetectionCounts all(long[] beats, long[] marks, Matching matching) {
        return new DetectionCounts(matching.pairs(), beats.length - matching.pairs(), marks.length - matching.pairs());
    }
}
