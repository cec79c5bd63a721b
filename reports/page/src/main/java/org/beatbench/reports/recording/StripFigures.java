package org.beatbench.reports.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.Figure;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Outline;
import org.beatbench.reports.chart.Rhythm;

/** The signal itself: all of it in outline, and strips of what is to be looked at first. */
final class StripFigures {

    /** Id by which the script of the page knows it. */
    static final String OUTLINE = "outline";

    private static final int COLUMNS = 640;
    private static final double SECONDS = 6;

    private final AnsweredRecording recording;
    private final Priorities priorities;

    StripFigures(AnsweredRecording recording) {
        this.recording = recording;
        this.priorities = new Priorities(recording);
    }

    /** The whole recording. */
    Figure outline(Envelope envelope) {
        TimeUnit unit = TimeUnit.of(recording.trace().seconds());
        Envelope coarse = envelope.coarser(Math.max(1, (envelope.size() + COLUMNS - 1) / COLUMNS));
        List<Integer> labels = priorities.labels();
        int[] lanes = new int[coarse.size()];
        Arrays.fill(lanes, -1);
        List<Outline.Lane> all = new ArrayList<>();
        // The rarest class colours what it shares with others.
        for (int lane = 0; lane < labels.size(); lane++) {
            int label = labels.get(lane);
            List<Double> places = new ArrayList<>();
            for (int beat = 0; beat < recording.beats().size(); beat++) {
                if (recording.beats().label(beat) == label) {
                    places.add(recording.time(beat) / unit.seconds());
                    lanes[(int) (recording.beats().sample(beat) / coarse.every())] = lane;
                }
            }
            all.add(new Outline.Lane(recording.className(label), Hue.ofClass(label), places));
        }
        List<Outline.Column> columns = IntStream.range(0, coarse.size())
                .mapToObj(i -> coarse.isMissing(i)
                        ? new Outline.Column(Double.NaN, Double.NaN, lanes[i])
                        : column(coarse.low(i), coarse.high(i), lanes[i]))
                .toList();
        return new Figure(
                OUTLINE,
                "The whole recording",
                "The least and the greatest value of each "
                        + Numbers.seconds(coarse.every() / recording.trace().rate())
                        + ", in the colour of the rarest class in it; below, where beats of each class are.",
                "The whole recording in outline, coloured by class.",
                new Outline(
                        Axis.linear("time, " + unit.word(), Quantity.PLAIN),
                        coarse.size() * coarse.every() / recording.trace().rate() / unit.seconds(),
                        columns,
                        all));
    }

    /** A negative gain turns a signal over. */
    private Outline.Column column(int low, int high, int lane) {
        double one = recording.trace().height((double) low);
        double other = recording.trace().height((double) high);
        return new Outline.Column(Math.min(one, other), Math.max(one, other), lane);
    }

    /** Strips: the beginning, the least sure answer, the longest pause and run of each kind. */
    List<Figure> strips() {
        Map<String, Double> moments = new LinkedHashMap<>();
        moments.put("The beginning", SECONDS / 2);
        priorities.doubtful().stream()
                .filter(beat -> recording.beats().label(beat) != AnsweredBeats.NONE)
                .findFirst()
                .ifPresent(beat -> moments.put("The least sure answer", recording.time(beat)));
        for (List<Episode> episodes : List.of(priorities.pauses(), priorities.runs())) {
            for (Episode episode : episodes) {
                moments.putIfAbsent(
                        "The longest " + episode.name(),
                        recording.time(episode.first()) + Math.min(SECONDS - 2, episode.seconds()) / 2);
            }
        }
        List<Figure> figures = new ArrayList<>();
        moments.forEach((title, centre) -> figures.add(strip(title, centre, figures.size() + 1)));
        return figures;
    }

    private Figure strip(String title, double centre, int number) {
        EcgTrace trace = recording.trace();
        int length = (int) Math.min(trace.size(), Math.round(SECONDS * trace.rate()) + 1);
        int from = Math.min(trace.sampleAt(centre - SECONDS / 2), trace.size() - length);
        List<Double> heights =
                IntStream.range(from, from + length).mapToObj(trace::height).toList();
        List<Rhythm.Beat> beats = IntStream.range(0, recording.beats().size())
                .filter(beat -> recording.beats().sample(beat) >= from
                        && recording.beats().sample(beat) < from + length)
                .mapToObj(beat -> new Rhythm.Beat(recording.time(beat), recording.letter(beat), hue(beat)))
                .toList();
        String when = Numbers.clock(from / trace.rate());
        return new Figure(
                "strip-" + number,
                title + ", from " + when,
                "",
                title + ": " + (int) SECONDS + " s of the signal from " + when + ", with beats "
                        + String.join(" ", beats.stream().map(Rhythm.Beat::name).toList()) + ".",
                new Rhythm(from / trace.rate(), trace.rate(), heights, trace.isToScale(), beats));
    }

    private Hue hue(int beat) {
        int label = recording.beats().label(beat);
        return label == AnsweredBeats.NONE ? Hue.NEUTRAL : Hue.ofClass(label);
    }
}
