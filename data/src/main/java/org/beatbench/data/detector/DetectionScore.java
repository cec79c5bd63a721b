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

    /** Seconds at the beginning that EC57 grants a detector to learn. */
    private static final double LEARNING = 300;

    private static final double STANDARD = 0.150;
    private static final double WIDE = 0.100;
    private static final double NARROW = 0.050;

    private static final String BEGIN = "[";
    private static final String END = "]";

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
        List<Episode> episodes = episodes(reference);
        Matching wide = Matching.of(beats, marks, WIDE * rate);
        List<Double> offsets = new ArrayList<>();
        for (int i = 0; i < beats.length; i++) {
            if (wide.test(i) >= 0) {
                offsets.add((marks[wide.test(i)] - beats[i]) / rate);
            }
        }
        int within = 0;
        for (long mark : marks) {
            within += isWithin(episodes, mark) ? 1 : 0;
        }
        return new DetectionScore(
                standard(beats, marks, rate, episodes),
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

    /** From one sample to another, both within. */
    private record Episode(long from, long to) {}

    private static List<Episode> episodes(Recording reference) {
        List<Episode> episodes = new ArrayList<>();
        long begin = -1;
        for (Annotation annotation : reference.annotations()) {
            if (annotation.symbol().equals(BEGIN) && begin < 0) {
                begin = annotation.sample();
            } else if (annotation.symbol().equals(END) && begin >= 0) {
                episodes.add(new Episode(begin, annotation.sample()));
                begin = -1;
            }
        }
        if (begin >= 0) {
            episodes.add(new Episode(begin, reference.size() - 1L));
        }
        return episodes;
    }

    private static boolean isWithin(List<Episode> episodes, long sample) {
        return episodes.stream().anyMatch(episode -> sample >= episode.from() && sample <= episode.to());
    }

    private static DetectionCounts standard(long[] beats, long[] marks, double rate, List<Episode> episodes) {
        Matching matching = Matching.of(beats, marks, STANDARD * rate);
        boolean[] used = new boolean[marks.length];
        int found = 0;
        int missed = 0;
        for (int i = 0; i < beats.length; i++) {
            int mark = matching.test(i);
            if (mark >= 0) {
                used[mark] = true;
            }
            if (beats[i] >= LEARNING * rate && !isWithin(episodes, beats[i])) {
                found += mark >= 0 ? 1 : 0;
                missed += mark >= 0 ? 0 : 1;
            }
        }
        int extra = 0;
        for (int i = 0; i < marks.length; i++) {
            extra += !used[i] && marks[i] >= LEARNING * rate && !isWithin(episodes, marks[i]) ? 1 : 0;
        }
        return new DetectionCounts(found, missed, extra);
    }

    private static DetectionCounts all(long[] beats, long[] marks, Matching matching) {
        return new DetectionCounts(matching.pairs(), beats.length - matching.pairs(), marks.length - matching.pairs());
    }
}
