package org.beatbench.saliency;

import java.util.List;
import org.beatbench.inquiry.Findings;

/**
 * What a model looks at: for some test beats of each class, how much each stretch of the beat counts for the answer; and what
 * the beats of each class look like on average, to be laid under it.
 *
 * @param windows the stretches, as far as one of the beats has them
 * @param beats by class, and within a class by row
 * @param means of the classes that have enough test beats
 */
public record Saliency(List<Window> windows, List<OccludedBeat> beats, List<MeanBeat> means) implements Findings {

    /** Changes whenever the same model and beats may give other numbers. */
    public static final String VERSION = "1";

    public Saliency {
        windows = List.copyOf(windows);
        beats = List.copyOf(beats);
        means = List.copyOf(means);
        int longest = beats.stream().mapToInt(beat -> beat.drops().size()).max().orElse(0);
        if (longest != windows.size()) {
            throw new IllegalArgumentException(windows.size() + " windows for beats of up to " + longest);
        }
    }

    public boolean isEmpty() {
        return beats.isEmpty() && means.isEmpty();
    }
}
