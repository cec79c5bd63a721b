package org.beatbench.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.beatbench.results.JsonFile;

/**
 * What a model answered to a few made-up beats when it was saved. Asked the same on another machine, with another Java or other
 * libraries, it must answer the same.
 *
 * @param format of the file
 * @param beats their numbers, a beat each
 * @param probabilities of the classes, in label order, for each beat
 */
record KnownAnswers(int format, List<List<Float>> beats, List<List<Float>> probabilities) {

    static final String FILE = "check.json";

    private static final int FORMAT = 1;

    private static final String REMEDY = "get the whole folder again from where it came, or train the model again";

    KnownAnswers {
        beats = List.copyOf(beats);
        probabilities = List.copyOf(probabilities);
    }

    /** What a model answers now. */
    static KnownAnswers of(BeatForm form, TrainedModel model) {
        Beats asked = MadeUpBeats.of(form.columns(), form.classes());
        Predictions answers = model.predict(asked);
        List<List<Float>> beats = new ArrayList<>();
        List<List<Float>> probabilities = new ArrayList<>();
        for (int row = 0; row < asked.size(); row++) {
            beats.add(list(asked.samples().row(row)));
            probabilities.add(list(answers.probabilities().row(row)));
        }
        return new KnownAnswers(FORMAT, beats, probabilities);
    }

    private static List<Float> list(float[] numbers) {
        List<Float> list = new ArrayList<>();
        for (float number : numbers) {
            list.add(number);
        }
        return list;
    }

    void write(Path model) throws IOException {
        Files.writeString(model.resolve(FILE), JsonFile.text(this));
    }

    /**
     * Reads those of a model that is sealed.
     *
     * @throws UserError if they are damaged or not of such a model
     */
    static KnownAnswers read(Path model, BeatForm form) throws IOException {
        Path file = model.resolve(FILE);
        KnownAnswers known = JsonFile.read(file, KnownAnswers.class, FORMAT, REMEDY);
        if (known.beats.size() != known.probabilities.size()
                || known.beats.stream().anyMatch(beat -> beat.size() != form.length())
                || known.probabilities.stream()
                        .anyMatch(one -> one.size() != form.classes().size())) {
            throw JsonFile.damaged(file, "its beats are not those of the card", REMEDY);
        }
        boolean isFinite = Stream.of(known.beats, known.probabilities)
                .flatMap(List::stream)
                .flatMap(List::stream)
                .allMatch(number -> number != null && Float.isFinite(number));
        if (!isFinite) {
            throw JsonFile.damaged(file, "it holds numbers that are not finite", REMEDY);
        }
        return known;
    }

    /** How far a model's answers are from these now. */
    ModelReplay replayed(BeatForm form, TrainedModel model) {
        Beats.Builder asked = Beats.builder(form.classes(), form.columns());
        for (List<Float> beat : beats) {
            float[] row = new float[beat.size()];
            for (int k = 0; k < row.length; k++) {
                row[k] = beat.get(k);
            }
            asked.add(row, Beat.anonymous(Beat.UNLABELLED, form.columns().samples()));
        }
        Predictions answers = model.predict(asked.build());
        double greatest = 0;
        int others = 0;
        for (int row = 0; row < probabilities.size(); row++) {
            List<Float> then = probabilities.get(row);
            int label = 0;
            for (int k = 0; k < then.size(); k++) {
                greatest = Math.max(greatest, Math.abs(then.get(k) - answers.probability(row, k)));
                label = then.get(k) > then.get(label) ? k : label;
            }
            others += answers.label(row) == label ? 0 : 1;
        }
        return new ModelReplay(beats.size(), others, greatest);
    }
}
