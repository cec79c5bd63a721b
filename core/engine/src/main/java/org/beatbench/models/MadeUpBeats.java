package org.beatbench.models;

import java.util.List;
import java.util.SplittableRandom;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;

/** The same few beats for everybody, which are nobody's, to see how a model answers. */
public final class MadeUpBeats {

    private static final int BEATS = 20;

    /** Of very long beats there are fewer. */
    private static final int MOST_NUMBERS = 200_000;

    private static final long SEED = 1;

    private MadeUpBeats() {}

    /** Humps of chance place and width from 0 to 1 in each channel, and features from -1 to 1. */
    public static Beats of(Form form, List<String> classes) {
        SplittableRandom random = new SplittableRandom(SEED);
        Beats.Builder beats = Beats.builder(classes, form);
        int count = Math.max(1, Math.min(BEATS, MOST_NUMBERS / form.width()));
        for (int beat = 0; beat < count; beat++) {
            float[] row = new float[form.width()];
            for (int from = 0; from < form.startOfFeatures(); from += form.samples()) {
                double place = random.nextDouble() * form.samples();
                double width = 1 + random.nextDouble() * form.samples() / 4;
                for (int k = 0; k < form.samples(); k++) {
                    double distance = (k - place) / width;
                    row[from + k] = (float) Math.exp(-distance * distance);
                }
            }
            for (int k = form.startOfFeatures(); k < row.length; k++) {
                row[k] = (float) random.nextDouble(-1, 1);
            }
            beats.add(row, Beat.anonymous(Beat.UNLABELLED, form.samples()));
        }
        return beats.build();
    }
}
