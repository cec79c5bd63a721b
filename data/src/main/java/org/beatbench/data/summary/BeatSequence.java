package org.beatbench.data.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;

/**
 * The beats of a recording one after the other, with their kinds as far as these are known.
 *
 * @param seconds length of the recording
 * @param times of the beats, in seconds, ascending
 * @param classes of each beat; empty where nobody can tell
 * @param unbroken whether the signal between a beat and the next says something; one fewer than beats
 */
public record BeatSequence(
        double seconds, List<Double> times, List<Optional<BeatClass>> classes, List<Boolean> unbroken) {

    public BeatSequence {
        times = List.copyOf(times);
        classes = List.copyOf(classes);
        unbroken = List.copyOf(unbroken);
        if (classes.size() != times.size() || unbroken.size() != Math.max(0, times.size() - 1)) {
            throw new IllegalArgumentException(
                    times.size() + " beats, " + classes.size() + " classes, " + unbroken.size() + " intervals");
        }
    }

    /** The beats that are marked in a recording, of the classes that the marks say. */
    public static BeatSequence marked(Recording recording) {
        List<Double> times = new ArrayList<>();
        List<Optional<BeatClass>> classes = new ArrayList<>();
        List<Boolean> unbroken = new ArrayList<>();
        Interruptions interruptions = new Interruptions(recording);
        long last = -1;
        for (Annotation mark : recording.annotations()) {
            Optional<BeatClass> kind = BeatClass.of(mark.symbol());
            if (kind.isEmpty()) {
                continue;
            }
            if (last >= 0) {
                unbroken.add(!interruptions.isBetween(last, mark.sample()));
            }
            last = mark.sample();
            times.add(mark.sample() / recording.rate());
            classes.add(kind);
        }
        return new BeatSequence(recording.seconds(), times, classes, unbroken);
    }

    /** The same beats, of other classes. */
    public BeatSequence of(List<Optional<BeatClass>> others) {
        return new BeatSequence(seconds, times, others, unbroken);
    }

    int size() {
        return times.size();
    }

    /** Seconds from a beat to the next. */
    double interval(int beat) {
        return times.get(beat + 1) - times.get(beat);
    }

    boolean is(int beat, BeatClass kind) {
        return classes.get(beat).equals(Optional.of(kind));
    }
}
