package org.beatbench.data.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.detector.BeatByBeat.Escapes;
import org.beatbench.data.recording.Annotation;

/** The runs of ectopic beats of one kind that an annotator marked, as the program {@code rxr} of WFDB finds them. */
final class Runs {

    /** Longer runs are not told apart. */
    private static final int MOST = 6;

    /** Of a mark of signal quality: none of the signals can be read. */
    private static final int UNREADABLE = 0x30;

    /**
     * What belongs to a run, or ends one.
     *
     * @param beats how many it counts for; 0 if it ends a run
     */
    private record Event(long from, long to, int beats) {}

    /**
     * Ectopic beats that follow each other.
     *
     * @param from the sample of the first
     * @param to that of the last
     */
    record Run(long from, long to, int beats) {}

    private final List<Event> events = new ArrayList<>();
    private int next;

    private Runs() {}

    /**
     * Those of an annotator.
     *
     * @param kind {@link BeatClass#V}, with fusions and fibrillation, or {@link BeatClass#S}
     * @param annotations in order
     * @param end samples of the recording
     */
    static Runs of(List<Annotation> annotations, BeatClass kind, Escapes escapes, long end) {
        Runs runs = new Runs();
        long fibrillation = -1;
        for (Annotation one : annotations) {
            Optional<BeatClass> beat = escapes.classOf(one.symbol());
            if (one.symbol().equals(Compared.BEGIN) && fibrillation < 0) {
                fibrillation = one.sample();
            } else if (one.symbol().equals(Compared.END) && fibrillation >= 0) {
                runs.add(fibrillation, one.sample(), kind == BeatClass.V ? MOST : 0);
                fibrillation = -1;
            } else if (fibrillation < 0 && beat.isPresent()) {
                runs.add(one.sample(), one.sample(), isOf(kind, beat.get()) ? 1 : 0);
            } else if (fibrillation < 0 && one.symbol().equals("~") && (one.subtype() & UNREADABLE) == UNREADABLE) {
                runs.add(one.sample(), one.sample(), 0);
            }
        }
        if (fibrillation >= 0) {
            runs.add(fibrillation, end - 1, kind == BeatClass.V ? MOST : 0);
        }
        return runs;
    }

    private static boolean isOf(BeatClass kind, BeatClass beat) {
        return beat == kind || (kind == BeatClass.V && beat == BeatClass.F);
    }

    private void add(long from, long to, int beats) {
        events.add(new Event(from, to, beats));
    }

    /** Those from a sample on: of one that began before, what comes after it. */
    List<Run> from(double start) {
        List<Run> runs = new ArrayList<>();
        Run run = null;
        for (Event event : events) {
            if ((double) event.to() < start) {
                continue;
            }
            if (event.beats() > 0) {
                run = run == null
                        ? new Run(Math.max(event.from(), (long) Math.ceil(start)), event.to(), event.beats())
                        : new Run(run.from(), event.to(), Math.min(MOST, run.beats() + event.beats()));
            } else if (run != null) {
                runs.add(run);
                run = null;
            }
        }
        if (run != null) {
            runs.add(run);
        }
        return runs;
    }

    /** Beats of the longest run between two samples, of which the first is never before that of the last question; 0 for none. */
    int longest(double first, double last) {
        while (next < events.size() && (double) events.get(next).to() < first) {
            next++;
        }
        int longest = 0;
        int length = 0;
        for (int i = next; i < events.size() && (double) events.get(i).from() <= last; i++) {
            int beats = events.get(i).beats();
            length = beats == 0 ? 0 : Math.min(MOST, length + beats);
            longest = Math.max(longest, length);
        }
        return longest;
    }
}
