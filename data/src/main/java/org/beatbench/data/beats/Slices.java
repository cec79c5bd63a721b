package org.beatbench.data.beats;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;

/** The beats of one recording, to be cut one by one: one for each beat annotation but the last annotation. */
final class Slices {

    private final Recording recording;
    private final Track track;
    private final List<Annotation> beats = new ArrayList<>();
    /** Where each beat annotation stands among all annotations. */
    private final List<Integer> places = new ArrayList<>();

    Slices(Recording recording, Track track) {
        this.recording = recording;
        this.track = track;
        List<Annotation> annotations = recording.annotations();
        for (int i = 0; i < annotations.size(); i++) {
            if (BeatClass.of(annotations.get(i).symbol()).isPresent()) {
                beats.add(annotations.get(i));
                places.add(i);
            }
        }
    }

    /** How many there are, those with missing samples included. */
    int size() {
        boolean lastIsABeat = !places.isEmpty()
                && places.get(places.size() - 1) == recording.annotations().size() - 1;
        return places.size() - (lastIsABeat ? 1 : 0);
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
        RawBeat rawBeat = track.rawBeat(recording.annotations(), places.get(ordinal));
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
