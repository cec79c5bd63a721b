package org.beatbench.data.beats;

import java.util.List;
import org.beatbench.data.recording.Annotation;

/** By what a beat ends: which marks of a recording count when it is cut. */
public enum BeatEnd {
    /** The next annotation of any kind, as in the published Kaggle files: a change of rhythm ends a beat, too. */
    NEXT_ANNOTATION(
            "A beat starts at its annotation and ends a fifth of the next interval after the next annotation of"
                    + " any kind; the record's last annotation has no beat.",
            "Annotations that do not mark beats only end the beat before.") {
        @Override
        List<Annotation> marks(List<Annotation> annotations) {
            return annotations;
        }
    },
    /** The next beat: marks of waves, rhythm, noise and the like play no part. */
    NEXT_BEAT(
            "A beat starts at its annotation and ends a fifth of the next interval after the next beat; the record's last"
                    + " beat is not cut.",
            "Annotations that do not mark beats play no part.") {
        @Override
        List<Annotation> marks(List<Annotation> annotations) {
            return annotations.stream()
                    .filter(annotation -> BeatClass.of(annotation.symbol()).isPresent())
                    .toList();
        }
    };

    private final String extent;
    private final String others;

    BeatEnd(String extent, String others) {
        this.extent = extent;
        this.others = others;
    }

    /** The marks that count, in their order. */
    abstract List<Annotation> marks(List<Annotation> annotations);

    /** How far a beat reaches, as a sentence. */
    String extent() {
        return extent;
    }

    /** What becomes of marks that are no beats, as a sentence. */
    String others() {
        return others;
    }
}
