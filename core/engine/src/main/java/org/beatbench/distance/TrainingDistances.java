package org.beatbench.distance;

import java.util.List;
import org.beatbench.inquiry.Findings;

/**
 * How far some test beats are from what a model learned from, and what it answered of them.
 *
 * @param beats by row
 */
public record TrainingDistances(List<DistantBeat> beats) implements Findings {

    public TrainingDistances {
        beats = List.copyOf(beats);
    }
}
