package org.beatbench.comparison.change;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.beatbench.comparison.Score;

/** What one classifier reached under one protocol. */
public interface Result {

    OptionalDouble value(ReportedMetric measure);

    /** Number of scored beats, those of several seeds together. */
    long beats();

    /** The score with its answers, if they are at hand. */
    Optional<Score> score();

    /** The seeds that stand behind it. */
    List<Long> seeds();
}
