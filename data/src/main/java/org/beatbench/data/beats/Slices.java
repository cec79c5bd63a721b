package org.beatbench.data.beats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;

/** The beats of one recording, to be cut one by one: one for each beat annotation but the last of the marks that count. */
final class Slices {

    private final Recording recording;
    private final Track track;
    /** All that count. */
    private final List<Annotation> marks;

    private final List<Annotation> beats = new ArrayList<>();
    /** Where each beat annotation stands among the marks. */
    private final List<Integer> places = new ArrayList<>();

    Slices(Recording recording, Track track, BeatEnd end) {
        this.recording = recording;
        this.track = track;
        this.marks = end.marks(recording.annotations());
        for (int i = 0; i < marks.size(); i++) {
            if (BeatClass.of(marks.get(i).symbol()).isPresent()) {
                beats.add(marks.get(i));
                places.add(i);
            }
        }
    }

    /** How many there are, those with missing samples included. */
    int size() {
        boolean lastIsABeat = !places.isEmpty() && places.get(places.size() - 1) == marks.size() - 1;
        return places.size() - (lastIsABeat ? 1 : 0);
    }

    /** How many of them have missing samples. */
    int missing() {
        return (int) IntStream.range(0, size())
                .filter(ordinal -> track.rawBeat(marks, places.get(ordinal)).isMissing())
                .count();
    }

    /** Why there is none to be cut, in words; empty if there is one. */
    String reasonForNone() {
        if (size() > 0) {
            return missing() < size() ? "" : "samples are missing in all that its annotations mark";
        }
        if (recording.annotations().isEmpty()) {
            return "it has no annotations";
        }
        return beats.isEmpty() ? "its annotations mark none" : "only its last annotation marks one";
    }

    /** All that tells a beat from others: class, subject, record, position and symbol. */
    Beat identity(int ordinal) {
        Annotation annotation = beats.get(ordinal);
        return new Beat(
                BeatClass.of(annotation.symbol()).orElseThrow().label(),
                0,
                Double.NaN,
                Double.NaN,
                recording.subject(),
                recording.name(),
                annotation.sample(),
                annotation.symbol());
    }

    /**
     * Cuts a beat.
     *
     * @param target to which it is added, unless samples of it are missing
     * @param identity under which it is added
     * @return whether it was added
     */
    boolean cut(int ordinal, Beats.Builder target, Beat identity) {
        RawBeat rawBeat = track.rawBeat(marks, places.get(ordinal));
        if (rawBeat.isMissing()) {
            return false;
        }
        target.add(
                rawBeat.scaled(BeatCutter.LENGTH),
                new Beat(
                        identity.label(),
                        Math.min(rawBeat.size(), BeatCutter.LENGTH),
                        seconds(ordinal - 1, ordinal),
                        seconds(ordinal, ordinal + 1),
                        identity.subject(),
                        identity.record(),
                        identity.position(),
                        identity.symbol()));
        return true;
    }

    private double seconds(int from, int to) {
        return from < 0 || to >= beats.size()
                ? Double.NaN
                : (beats.get(to).sample() - beats.get(from).sample()) / recording.rate();
    }
}
