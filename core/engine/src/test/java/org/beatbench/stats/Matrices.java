package org.beatbench.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Draws;

/** Made-up answers of subjects. */
final class Matrices {

    static final List<String> CLASSES = List.of("N", "S", "V");

    private Matrices() {}

    /** Subjects s00, s01 and so on with given counts. */
    static SortedMap<String, ConfusionMatrix> of(List<long[]> counts) {
        SortedMap<String, ConfusionMatrix> subjects = new TreeMap<>();
        for (long[] ofSubject : counts) {
            subjects.put(String.format(Locale.ROOT, "s%02d", subjects.size()), ConfusionMatrix.of(CLASSES, ofSubject));
        }
        return subjects;
    }

    /** Answers to the same beats whatever the seed, of which a share is right and the others depend on the seed. */
    static Answers answers(int subjects, double right, long seed) {
        Draws draws = Draws.of(seed, "answers");
        Rows.Builder probabilities = Rows.builder(CLASSES.size());
        List<AnsweredBeat> beats = beats(subjects);
        for (AnsweredBeat beat : beats) {
            float[] row = new float[CLASSES.size()];
            row[draws.fraction() < right ? beat.truth() : draws.below(CLASSES.size())] = 1;
            probabilities.add(row);
        }
        return Answers.of(CLASSES, beats, Predictions.of(probabilities.build()));
    }

    private static List<AnsweredBeat> beats(int subjects) {
        List<AnsweredBeat> beats = new ArrayList<>();
        for (int subject = 0; subject < subjects; subject++) {
            for (int beat = 0; beat < 40; beat++) {
                int truth = beat < 25 ? 0 : beat < 30 ? 1 : 2;
                String name = String.format(Locale.ROOT, "s%02d", subject);
                beats.add(new AnsweredBeat(beats.size(), name, name, beat, truth));
            }
        }
        return beats;
    }
}
