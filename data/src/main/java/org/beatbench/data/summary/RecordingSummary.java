package org.beatbench.data.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.beatbench.data.beats.BeatClass;

/** What the beats of a recording come to, each figure with its definition. Intervals across interruptions of the signal do not count. */
public final class RecordingSummary {

    private static final List<BeatClass> ECTOPIC = List.of(BeatClass.V, BeatClass.S);
    private static final double[] PAUSES = {2, 3};
    private static final int TOGETHER = 8;
    private static final int LONG_RUN = 6;
    private static final double PERCENT = 100;
    private static final double MINUTE = 60;

    private RecordingSummary() {}

    /** The figures, in the order in which they are read; the same for every recording. */
    public static List<Figure> of(BeatSequence beats) {
        double[] intervals = IntStream.range(0, Math.max(0, beats.size() - 1))
                .filter(beat -> beats.unbroken().get(beat))
                .mapToDouble(beats::interval)
                .toArray();
        double analysed = IntStream.range(0, intervals.length)
                .mapToDouble(i -> intervals[i])
                .sum();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("length", "length", beats.seconds(), "s", 1, "of the recording"));
        figures.add(new Figure(
                "analysed",
                "analysed",
                analysed,
                "s",
                1,
                "between beats, but where the signal is missing or still for 2 s"));
        figures.add(Figure.count("beats", "beats", beats.size(), "all, also those without an answer"));
        figures.add(new Figure(
                "rate-mean",
                "mean rate",
                MINUTE * intervals.length / analysed,
                "/min",
                0,
                "beats in the time analysed"));
        figures.addAll(extremes(beats));
        double longest = IntStream.range(0, intervals.length)
                .mapToDouble(i -> intervals[i])
                .max()
                .orElse(Double.NaN);
        figures.add(new Figure("rr-longest", "longest RR", longest, "s", 2, "longest time from a beat to the next"));
        for (double pause : PAUSES) {
            figures.add(Figure.count(
                    String.format(Locale.ROOT, "pauses-%.0fs", pause),
                    String.format(Locale.ROOT, "pauses ≥ %.1f s", pause),
                    IntStream.range(0, intervals.length)
                            .filter(i -> intervals[i] >= pause)
                            .count(),
                    "so long from a beat to the next"));
        }
        for (BeatClass kind : BeatClass.values()) {
            figures.add(Figure.count(
                    "beats-" + kind.name().toLowerCase(Locale.ROOT),
                    kind + " beats",
                    count(beats, kind),
                    kind.title()));
        }
        long classed = beats.classes().stream().filter(kind -> kind.isPresent()).count();
        for (BeatClass kind : ECTOPIC) {
            figures.add(new Figure(
                    "burden-" + kind.name().toLowerCase(Locale.ROOT),
                    kind + " burden",
                    PERCENT * count(beats, kind) / classed,
                    "%",
                    2,
                    "share of " + kind + " among the beats with an answer"));
            figures.addAll(sequences(beats, kind));
        }
        figures.addAll(new Variability(beats).figures());
        return List.copyOf(figures);
    }

    /** The couplets, runs and pauses that {@link #of} counts, in their order. */
    public static List<Episode> episodes(BeatSequence beats) {
        List<Episode> episodes = new ArrayList<>();
        for (BeatClass kind : ECTOPIC) {
            new Sequences(beats, kind)
                    .all().stream().filter(episode -> episode.beats() > 1).forEach(episodes::add);
        }
        for (int beat = 0; beat + 1 < beats.size(); beat++) {
            if (beats.unbroken().get(beat) && beats.interval(beat) >= PAUSES[0]) {
                String name = beats.interval(beat) >= PAUSES[1] ? "pause ≥ 3.0 s" : "pause ≥ 2.0 s";
                episodes.add(new Episode(name, true, beat, 2, beats.interval(beat)));
            }
        }
        episodes.sort(Comparator.comparingInt(Episode::first));
        return List.copyOf(episodes);
    }

    private static long count(BeatSequence beats, BeatClass kind) {
        return IntStream.range(0, beats.size())
                .filter(beat -> beats.is(beat, kind))
                .count();
    }

    /** The slowest and the fastest eight intervals in a row. */
    private static List<Figure> extremes(BeatSequence beats) {
        double slowest = Double.NaN;
        double fastest = Double.NaN;
        double sum = 0;
        int inRow = 0;
        for (int beat = 0; beat + 1 < beats.size(); beat++) {
            if (!beats.unbroken().get(beat)) {
                inRow = 0;
                sum = 0;
                continue;
            }
            sum += beats.interval(beat);
            inRow++;
            if (inRow > TOGETHER) {
                sum -= beats.interval(beat - TOGETHER);
            }
            if (inRow >= TOGETHER) {
                double rate = MINUTE * TOGETHER / sum;
                slowest = Double.isNaN(slowest) ? rate : Math.min(slowest, rate);
                fastest = Double.isNaN(fastest) ? rate : Math.max(fastest, rate);
            }
        }
        return List.of(
                new Figure("rate-lowest", "lowest rate", slowest, "/min", 0, "of eight intervals in a row"),
                new Figure("rate-highest", "highest rate", fastest, "/min", 0, "of eight intervals in a row"));
    }

    private static List<Figure> sequences(BeatSequence beats, BeatClass kind) {
        String id = kind.name().toLowerCase(Locale.ROOT);
        Sequences sequences = new Sequences(beats, kind);
        List<Integer> lengths = sequences.lengths();
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.count(
                        id + "-isolated", kind + " isolated", within(lengths, 1, 1), "no " + kind + " before or after"),
                Figure.count(id + "-couplets", kind + " couplets", within(lengths, 2, 2), "two in a row"),
                Figure.count(
                        id + "-runs-short",
                        kind + " runs of 3 to 5",
                        within(lengths, 3, LONG_RUN - 1),
                        "three to five in a row"),
                Figure.count(
                        id + "-runs-long",
                        kind + " runs of 6 or more",
                        within(lengths, LONG_RUN, Integer.MAX_VALUE),
                        "six or more in a row"),
                Figure.count(
                        id + "-run-longest",
                        kind + " longest run",
                        lengths.stream().mapToInt(Integer::intValue).max().orElse(0),
                        "beats of the longest sequence")));
        if (kind == BeatClass.V) {
            figures.add(Figure.count(
                    "v-bigeminy",
                    "V bigeminy",
                    sequences.episodes(1),
                    "times that three or more V have one beat between them"));
            figures.add(Figure.count(
                    "v-trigeminy",
                    "V trigeminy",
                    sequences.episodes(2),
                    "times that three or more V have two beats between them"));
        }
        return figures;
    }

    private static long within(List<Integer> lengths, int least, int most) {
        return lengths.stream()
                .filter(length -> length >= least && length <= most)
                .count();
    }
}
