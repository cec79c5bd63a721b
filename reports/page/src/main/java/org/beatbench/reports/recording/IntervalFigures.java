package org.beatbench.reports.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.Figure;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Cloud;
import org.beatbench.reports.chart.Histogram;
import org.beatbench.reports.chart.Hue;

/** The times from beat to beat: in their order, by how often they come, and each against the next. */
final class IntervalFigures {

    /** Ids by which the script of the page knows them. */
    static final String TACHOGRAM = "tachogram";

    static final String LORENZ = "lorenz";

    /** Longer ones are few, and would leave no room for all others. */
    private static final double LONGEST = 3;

    private static final double BIN = 0.025;

    private final AnsweredRecording recording;
    private final AnsweredBeats beats;
    private final Priorities priorities;

    IntervalFigures(AnsweredRecording recording) {
        this.recording = recording;
        this.beats = recording.beats();
        this.priorities = new Priorities(recording);
    }

    /** Whether there is any interval to be shown. */
    boolean isEmpty() {
        return IntStream.range(0, beats.size()).noneMatch(this::isShown);
    }

    Figure tachogram() {
        TimeUnit unit = TimeUnit.of(recording.trace().seconds());
        return new Figure(
                TACHOGRAM,
                "RR tachogram",
                "Each beat by when it came and the time from the beat before it" + beyond()
                        + " Click a point, or go from one to the next with the arrow keys, to see its beat in the strip.",
                "The time from beat to beat over the recording, coloured by the class of the later beat.",
                new Cloud(
                        Axis.linear("time, " + unit.word(), Quantity.PLAIN),
                        Axis.linear("RR, s", Quantity.PLAIN),
                        groups(this::isShown, beat -> recording.time(beat) / unit.seconds(), recording::interval)));
    }

    Figure lorenz() {
        return new Figure(
                LORENZ,
                "Lorenz plot",
                "Each beat by the time from the beat before it and to the beat after it (Poincaré plot)" + beyond()
                        + " A click, or the arrow keys, leads to the beat.",
                "The time before each beat against the time after it, coloured by class: a steady rhythm lies in one place"
                        + " on the diagonal, early beats aside of it.",
                new Cloud(
                        Axis.linear("RR before, s", Quantity.PLAIN),
                        Axis.linear("RR after, s", Quantity.PLAIN),
                        groups(
                                beat -> isShown(beat) && isShown(beat + 1),
                                recording::interval,
                                beat -> recording.interval(beat + 1))));
    }

    Figure histogram() {
        double[] all = IntStream.range(0, beats.size())
                .filter(this::isShown)
                .mapToDouble(recording::interval)
                .toArray();
        double least = BIN
                * Math.floor(IntStream.range(0, all.length)
                                .mapToDouble(i -> all[i])
                                .min()
                                .orElse(0)
                        / BIN);
        double most =
                IntStream.range(0, all.length).mapToDouble(i -> all[i]).max().orElse(1);
        int bins = Math.max(1, (int) Math.ceil((most - least) / BIN + 1e-9));
        List<Histogram.Group> groups = new ArrayList<>();
        groups.add(new Histogram.Group("all", Hue.NEUTRAL, heights(least, bins, beat -> true)));
        List<Integer> labels = priorities.labels();
        if (!labels.isEmpty()) {
            int label = labels.get(0);
            groups.add(new Histogram.Group(
                    recording.className(label) + " to " + recording.className(label),
                    Hue.ofClass(label),
                    heights(least, bins, beat -> beats.label(beat) == label && beats.label(beat - 1) == label)));
        }
        return new Figure(
                "rr-histogram",
                "RR histogram",
                "How many of the times from beat to beat are how long, in steps of 25 ms" + beyond(),
                "How the times from beat to beat are distributed.",
                new Histogram(
                        Axis.linear("RR, s", Quantity.PLAIN),
                        Axis.linear("intervals", Quantity.COUNT),
                        least,
                        BIN,
                        groups));
    }

    private List<Double> heights(double least, int bins, IntPredicate isWanted) {
        double[] heights = new double[bins];
        for (int beat = 0; beat < beats.size(); beat++) {
            if (isShown(beat) && isWanted.test(beat)) {
                heights[Math.min(bins - 1, (int) ((recording.interval(beat) - least) / BIN))]++;
            }
        }
        return IntStream.range(0, bins).mapToObj(bin -> heights[bin]).toList();
    }

    private List<Cloud.Group> groups(IntPredicate isShown, IntToDoubleFunction x, IntToDoubleFunction y) {
        List<Cloud.Group> groups = new ArrayList<>();
        List<Integer> labels = new ArrayList<>(List.of(AnsweredBeats.NONE));
        labels.addAll(priorities.labels());
        for (int label : labels) {
            List<Cloud.Spot> spots = IntStream.range(0, beats.size())
                    .filter(beat -> beats.label(beat) == label && isShown.test(beat))
                    .mapToObj(beat -> new Cloud.Spot(x.applyAsDouble(beat), y.applyAsDouble(beat)))
                    .toList();
            if (!spots.isEmpty()) {
                groups.add(new Cloud.Group(
                        label == AnsweredBeats.NONE ? "no answer" : recording.className(label),
                        label == AnsweredBeats.NONE ? Hue.NEUTRAL : Hue.ofClass(label),
                        Cloud.Sign.ofClass(label),
                        spots));
            }
        }
        return groups;
    }

    private boolean isShown(int beat) {
        double interval = recording.interval(beat);
        return interval <= LONGEST;
    }

    /** What is not shown, as the end of a sentence. */
    private String beyond() {
        long longer = IntStream.range(0, beats.size())
                .filter(beat -> recording.interval(beat) > LONGEST)
                .count();
        return longer == 0
                ? "."
                : "; " + Numbers.count(longer) + (longer == 1 ? " interval" : " intervals")
                        + " of more than 3 s not shown.";
    }
}
