package org.beatbench.reports.sections;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Beats;

/** A single beat as it is drawn. */
public final class BeatTrace {

    private BeatTrace() {}

    /** The samples of a beat before its padding; one that is missing is drawn as the one before it. */
    public static List<Double> of(Beats beats, int row) {
        List<Double> samples = new ArrayList<>();
        double before = 0;
        for (int sample = 0; sample < beats.beat(row).unpaddedLength(); sample++) {
            double value = beats.samples().at(row, sample);
            before = Double.isFinite(value) ? value : before;
            samples.add(before);
        }
        return samples;
    }
}
