package org.beatbench.onnx;

import java.util.Locale;
import java.util.SplittableRandom;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.api.Predictions;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.beatbench.models.BeatForm;
import org.beatbench.models.MadeUpBeats;

/**
 * How far two forms of a model are apart in their answers.
 *
 * @param beats that both were asked
 * @param otherClasses how many of them get another class
 * @param greatestDifference of a probability
 */
public record Agreement(int beats, int otherClasses, double greatestDifference) {

    /** The most that rounding in another order may make. */
    public static final double ALLOWED = 1e-5;

    private static final int PADDED = 236;
    private static final int ALONE = 8;
    private static final int MOST_NUMBERS = 2_000_000;
    private static final long SEED = 2;

    /** Whether they are the same to all intents. */
    public boolean holds() {
        return otherClasses == 0 && greatestDifference <= ALLOWED;
    }

    /**
     * Checks that a graph and its model are the same to all intents.
     *
     * @throws UserError if not
     */
    static void requireHolds(Agreement agreement) {
        if (!agreement.holds()) {
            throw new UserError(
                    String.format(
                            Locale.ROOT,
                            "the graph does not answer as the model does: of %d made-up beats %d get another class, and a"
                                    + " probability differs by up to %.1e; %.0e are allowed",
                            agreement.beats,
                            agreement.otherClasses,
                            agreement.greatestDifference,
                            ALLOWED),
                    "use the model itself, and tell us which it is");
        }
    }

    /** What both answer to some beats. */
    public static Agreement of(TrainedModel one, TrainedModel other, Beats beats) {
        Predictions first = one.predict(beats);
        Predictions second = other.predict(beats);
        int otherClasses = 0;
        double greatest = 0;
        for (int row = 0; row < beats.size(); row++) {
            otherClasses += first.label(row) == second.label(row) ? 0 : 1;
            for (int label = 0; label < first.classes(); label++) {
                greatest = Math.max(greatest, Math.abs(first.probability(row, label) - second.probability(row, label)));
            }
        }
        return new Agreement(beats.size(), otherClasses, greatest);
    }

    /** Both together. */
    public Agreement and(Agreement more) {
        return new Agreement(
                beats + more.beats,
                otherClasses + more.otherClasses,
                Math.max(greatestDifference, more.greatestDifference));
    }

    /**
     * What both answer to beats that are made up: those that every saved model is asked, then padded ones of all lengths, and some of
     * these one by one.
     */
    public static Agreement onMadeUp(TrainedModel one, TrainedModel other, BeatForm form) {
        Beats padded = padded(form);
        Agreement agreement =
                of(one, other, MadeUpBeats.of(form.columns(), form.classes())).and(of(one, other, padded));
        for (int row = 0; row < Math.min(ALONE, padded.size()); row++) {
            agreement = agreement.and(of(one, other, padded.select(Selection.of(row))));
        }
        return agreement;
    }

    /** Beats from one sample up to the longest, with walks from 0 to 1 in each channel; some end at zero, and the last is nothing else. */
    static Beats padded(BeatForm beats) {
        Form form = beats.columns();
        SplittableRandom random = new SplittableRandom(SEED);
        Beats.Builder made = Beats.builder(beats.classes(), form);
        int count = Math.max(2, Math.min(PADDED, MOST_NUMBERS / form.width()));
        for (int number = 0; number < count; number++) {
            int length = number < 4 ? Math.min(1 + number, form.samples()) : 1 + random.nextInt(form.samples());
            float[] row = new float[form.width()];
            for (int channel = 0; channel < form.channels().size() && number < count - 1; channel++) {
                walk(row, form.startOf(channel), length, random);
                if (number % 5 == 0) {
                    row[form.startOf(channel) + length - 1] = 0;
                }
            }
            for (int column = form.startOfFeatures(); column < row.length; column++) {
                row[column] = (float) random.nextDouble(-3, 3);
            }
            made.add(row, Beat.anonymous(Beat.UNLABELLED, length));
        }
        return made.build();
    }

    private static void walk(float[] row, int from, int length, SplittableRandom random) {
        double place = random.nextDouble();
        for (int step = 0; step < length; step++) {
            place = Math.max(0, Math.min(1, place + random.nextDouble(-0.15, 0.15)));
            row[from + step] = (float) place;
        }
    }
}
