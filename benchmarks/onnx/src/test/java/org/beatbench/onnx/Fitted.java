package org.beatbench.onnx;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.FitContext;
import org.beatbench.api.Form;
import org.beatbench.api.Input;
import org.beatbench.api.InputContract;
import org.beatbench.api.Progress;
import org.beatbench.api.Provenance;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.models.BeatForm;
import org.beatbench.models.ModelCard;
import org.beatbench.models.TrainedOn;
import org.beatbench.plugins.Catalogue;
import org.beatbench.results.Environment;

/** A model that was fitted quickly to beats that are made up, and its card. */
record Fitted(TrainedModel model, ModelCard card) implements AutoCloseable {

    static final Catalogue CATALOGUE = Catalogue.open(Fitted.class.getClassLoader(), Path.of("target", "nowhere"));
    private static final Provenance PROVENANCE = new Provenance(
            List.of("They are made up."),
            List.of(),
            false,
            Optional.of(new InputContract(List.of(List.of("MLII", "II")), 0, 1.5, "0 to 1")));

    static final Form ROW = Form.row(40);
    static final Form LEADS = new Form("leads", 24, inputs("channel", 2), inputs("feature", 3));

    private static List<Input> inputs(String kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Input(kind + "-" + i, "", "made for a test", true))
                .toList();
    }

    static Fitted of(String id, Map<String, String> settings, Form form, int classes) {
        Beats beats = beats(form, classes, 150, 1);
        Selection validation = Selection.of(IntStream.range(0, 30).toArray());
        Selection training = Selection.of(IntStream.range(30, 150).toArray());
        FitContext context =
                new FitContext(beats.select(validation), 1, 1, Path.of("target"), Progress.NONE, Cancellation.NEVER);
        ModelCard card = new ModelCard(
                id,
                new ClassifierUse(id, "1", Map.of(), Map.of(), "built-in"),
                BeatForm.of(beats, 120.0, PROVENANCE),
                new TrainedOn(
                        new DatasetUse("toy", "1", Map.of(), "0123456789abcdef"),
                        "Toy beats",
                        true,
                        "",
                        "",
                        "",
                        List.of(),
                        "none",
                        List.of(),
                        1,
                        2,
                        "beatbench train " + id),
                List.of(),
                new Environment("0.1.0", "", "Java 17", "Linux", "", 2, 1L << 33, Environment.SHARED_PROCESS),
                Instant.EPOCH);
        return new Fitted(CATALOGUE.classifier(id).create(settings).fit(beats.select(training), context), card);
    }

    /** Walks that drift the way that their class says, of one sample up to the longest; some end at zero. */
    static Beats beats(Form form, int classes, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> names = IntStream.range(0, classes).mapToObj(i -> "C" + i).toList();
        Beats.Builder beats = Beats.builder(names, form);
        for (int number = 0; number < count; number++) {
            int label = number % classes;
            int length = number % 10 == 0 ? 1 + number % 3 : random.nextInt(form.samples() / 2, form.samples() + 1);
            float[] row = new float[form.width()];
            for (int channel = 0; channel < form.channels().size(); channel++) {
                double place = 0.5;
                for (int step = 0; step < length; step++) {
                    place += 0.04 * (label - (classes - 1) / 2.0) + random.nextDouble(-0.05, 0.05);
                    row[form.startOf(channel) + step] = (float) Math.max(0, Math.min(1, place));
                }
            }
            for (int column = form.startOfFeatures(); column < row.length; column++) {
                row[column] = (float) (random.nextGaussian() + label) * (number % 17 == 0 ? 100 : 1);
            }
            beats.add(row, Beat.anonymous(label, length));
        }
        return beats.build();
    }

    OnnxGraph graph() {
        return OnnxExport.of(model, card, OnnxExport.USUAL_OPSET);
    }

    @Override
    public void close() {
        model.close();
    }
}
