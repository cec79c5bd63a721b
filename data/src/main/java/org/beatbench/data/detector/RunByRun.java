package org.beatbench.data.detector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.detector.BeatByBeat.Escapes;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;

/**
 * Couplets and runs of ectopic beats of an annotator beside those of the reference, as ANSI/AAMI EC57 compares them and the program
 * {@code rxr} of WFDB does.
 *
 * <p>A run is as many ectopic beats of a kind as an annotator marked one after the other: ventricular ones with fusions, and an episode of
 * ventricular fibrillation or flutter as six; or supraventricular ones. It ends at any other beat and where the signal is marked as
 * unreadable; time ends none. From 5:00 on, each run of the reference is <em>found</em> if the other annotator has, from 150 ms before
 * its first to 150 ms after its last beat, a run that is at least of its length class; and each run of the other is <em>right</em> if
 * the reference has such a one there. Other than in {@code rxr}, atrial fibrillation is no run, and fibrillation after a ventricular beat
 * is one; FORMATS.md lists what else differs.
 */
public final class RunByRun {

    /** Those that have runs, in the order of a report. */
    public static final List<BeatClass> KINDS = List.of(BeatClass.V, BeatClass.S);

    /** Of what kind, and how long. */
    private record Key(BeatClass kind, RunLength length) {}

    private static final Share NONE = new Share(0, 0);

    private final Map<Key, Share> found = new HashMap<>();
    private final Map<Key, Share> right = new HashMap<>();

    private RunByRun() {}

    /** No runs at all. */
    public static RunByRun none() {
        return new RunByRun();
    }

    /**
     * Compares.
     *
     * @param reference with its annotations
     * @param test those of another annotator, in order
     */
    public static RunByRun of(Recording reference, List<Annotation> test, Escapes escapes) {
        RunByRun all = none();
        for (BeatClass kind : KINDS) {
            all.count(all.found, kind, reference, reference.annotations(), test, escapes);
            all.count(all.right, kind, reference, test, reference.annotations(), escapes);
        }
        return all;
    }

    private void count(
            Map<Key, Share> shares,
            BeatClass kind,
            Recording recording,
            List<Annotation> defining,
            List<Annotation> other,
            Escapes escapes) {
        double window = Compared.WINDOW * recording.rate();
        Runs others = Runs.of(other, kind, escapes, recording.size());
        for (Runs.Run run : Runs.of(defining, kind, escapes, recording.size()).from(Compared.first(recording))) {
            int longest = others.longest((double) run.from() - window, (double) run.to() + window);
            for (RunLength length : RunLength.values()) {
                if (length.is(run.beats())) {
                    shares.merge(
                            new Key(kind, length), new Share(length.isReached(longest) ? 1 : 0, 1), RunByRun::plus);
                }
            }
        }
    }

    /** Both together. */
    public RunByRun plus(RunByRun other) {
        RunByRun sum = none();
        for (RunByRun part : List.of(this, other)) {
            part.found.forEach((key, share) -> sum.found.merge(key, share, RunByRun::plus));
            part.right.forEach((key, share) -> sum.right.merge(key, share, RunByRun::plus));
        }
        return sum;
    }

    private static Share plus(Share one, Share other) {
        return new Share(one.part() + other.part(), one.whole() + other.whole());
    }

    /** Share of the reference's runs that were found. */
    public Share sensitivity(BeatClass kind, RunLength length) {
        return found.getOrDefault(new Key(kind, length), NONE);
    }

    /** Share of the annotator's runs that are right. */
    public Share positivePredictiveValue(BeatClass kind, RunLength length) {
        return right.getOrDefault(new Key(kind, length), NONE);
    }
}
