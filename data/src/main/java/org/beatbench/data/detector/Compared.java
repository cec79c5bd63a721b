package org.beatbench.data.detector;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;

/** The part of a recording that EC57 compares: from 5:00 on, without ventricular fibrillation or flutter, where no beats are annotated. */
final class Compared {

    /** Seconds that a beat may be away from the one it is. */
    static final double WINDOW = 0.150;

    /** Seconds at the beginning that are granted a detector to learn. */
    private static final double LEARNING = 300;

    static final String BEGIN = "[";
    static final String END = "]";

    /** From one sample to another, both within. */
    private record Episode(long from, long to) {}

    private final double first;
    private final List<Episode> episodes;

    private Compared(double first, List<Episode> episodes) {
        this.first = first;
        this.episodes = episodes;
    }

    static Compared of(Recording reference) {
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
        return new Compared(first(reference), episodes);
    }

    /** The sample from which on it is compared. */
    static double first(Recording reference) {
        return LEARNING * reference.rate();
    }

    /** The same of this recording. */
    double first() {
        return first;
    }

    boolean isInFibrillation(long sample) {
        return episodes.stream().anyMatch(episode -> sample >= episode.from() && sample <= episode.to());
    }
}
