package org.beatbench.reports.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.reports.recording.KeptSignal.Wish;
import org.beatbench.reports.recording.KeptSignal.Wishes;

/** What in a recording is to be looked at, and in which order. */
final class Priorities {

    private static final double HOUR = 3600;
    private static final double GLANCE = 10;
    private static final double AROUND = 3.5;
    private static final double LONGEST = 30;

    private final AnsweredRecording recording;

    Priorities(AnsweredRecording recording) {
        this.recording = recording;
    }

    /** The beats with something to bear in mind: the least sure answers first, then those without one. */
    List<Integer> doubtful() {
        AnsweredBeats beats = recording.beats();
        // NaN comes after all numbers.
        return IntStream.range(0, beats.size())
                .filter(recording::isDoubtful)
                .boxed()
                .sorted(Comparator.comparingDouble(beats::sureness))
                .toList();
    }

    /** Pauses, the longest first. */
    List<Episode> pauses() {
        return recording.episodes().stream()
                .filter(Episode::isPause)
                .sorted(Comparator.comparingDouble(Episode::seconds).reversed())
                .toList();
    }

    /** Runs and the like, those of most beats first. */
    List<Episode> runs() {
        return recording.episodes().stream()
                .filter(episode -> !episode.isPause())
                .sorted(Comparator.comparingInt(Episode::beats).reversed())
                .toList();
    }

    /** The labels that were answered, the most frequent first. */
    List<Integer> labels() {
        int[] counts = recording.beats().counts();
        return IntStream.range(0, recording.classes().size())
                .filter(label -> counts[label] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer label) -> counts[label])
                        .reversed())
                .toList();
    }

    /** Which parts of the signal are wanted, the most important first. */
    List<Wishes> wishes() {
        List<Wish> glances = new ArrayList<>();
        for (double from = 0; from < recording.trace().seconds(); from += HOUR) {
            glances.add(new Wish(from, from + GLANCE));
        }
        List<Wishes> wishes = new ArrayList<>(List.of(
                new Wishes("the first seconds of hours", glances),
                new Wishes("pauses", pauses().stream().map(this::around).toList()),
                new Wishes("runs", runs().stream().map(this::around).toList()),
                new Wishes("flagged beats", around(doubtful()))));
        List<Integer> labels = labels();
        for (int i = labels.size() - 1; i > 0; i--) {
            int label = labels.get(i);
            wishes.add(new Wishes(
                    "beats of class " + recording.className(label),
                    around(IntStream.range(0, recording.beats().size())
                            .filter(beat -> recording.beats().label(beat) == label)
                            .boxed()
                            .toList())));
        }
        return wishes;
    }

    private List<Wish> around(List<Integer> beats) {
        return beats.stream()
                .map(beat -> new Wish(recording.time(beat) - AROUND, recording.time(beat) + AROUND))
                .toList();
    }

    private Wish around(Episode episode) {
        double from = recording.time(episode.first());
        return new Wish(from - AROUND, from + Math.min(LONGEST, episode.seconds()) + AROUND);
    }
}
