package org.beatbench.harness;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Classifier;
import org.beatbench.api.FitContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Progress;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.beatbench.audit.ClassSides;
import org.beatbench.calibration.Temperature;
import org.beatbench.models.BeatForm;
import org.beatbench.models.CalibratedModel;
import org.beatbench.models.ModelCard;
import org.beatbench.models.ModelDraft;
import org.beatbench.models.PartScore;
import org.beatbench.models.TrainedOn;
import org.beatbench.results.Environment;
import org.jspecify.annotations.Nullable;

/** Trains one model that is to be kept and used, and writes on its card what it learned from and how well it did. */
public final class ModelTraining {

    /** Beats that are answered between two questions whether to go on: well below a second's worth. */
    private static final int TOGETHER = 1_024;

    private static final String TEST = "test";

    private final TrainingOrder order;
    private final LoadedDataset data;
    private final Progress progress;
    private final Cancellation cancellation;
    private Optional<Answers> tested = Optional.empty();

    /**
     * A training that is to be done.
     *
     * @param progress hears how far it is
     * @param cancellation is asked whether to go on
     */
    public ModelTraining(TrainingOrder order, LoadedDataset data, Progress progress, Cancellation cancellation) {
        this.order = order;
        this.data = data;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /**
     * Trains the model and saves it.
     *
     * @param draft where to
     * @return its card
     * @throws org.beatbench.api.UserError if the data cannot be divided as ordered, or the model not be saved
     * @throws org.beatbench.api.CancelledException if it was to stop; nothing is saved then
     */
    public ModelCard into(ModelDraft draft) throws IOException {
        ModelSplit split = ModelSplit.of(data.beats(), order);
        enter("resampling");
        Beats learned = data.beats().select(split.training());
        Beats training = order.resampling().apply(learned, order.seed());
        Beats validation = data.beats().select(split.validation());
        enter("create");
        Classifier classifier = order.classifier().create(order.settings());
        enter("fit");
        Instant started = Instant.now();
        FitContext context =
                new FitContext(validation, order.seed(), order.threads(), draft.scratch(), progress, cancellation);
        try (TrainedModel fitted = classifier.fit(training, context)) {
            Temperature temperature = temperature(fitted, split);
            TrainedModel model = new CalibratedModel(fitted, temperature);
            List<PartScore> scores = scores(model, split);
            enter("save");
            ModelCard card = new ModelCard(
                            order.classifier().info().name(),
                            order.classifier().use(order.settings()),
                            BeatForm.of(data.beats(), rate(), data.provenance()),
                            trainedOn(split, learned, training),
                            scores,
                            Machine.environment(Environment.SHARED_PROCESS),
                            started)
                    .at(temperature);
            return draft.save(card, model, keepsExamples() ? learned : learned.select(Selection.of()));
        }
    }

    /** What the model answered of the test beats, in their order, once it is trained; empty if there were none. */
    public Optional<Answers> tested() {
        return tested;
    }

    /** They serve to judge the beats of recordings by. */
    private boolean keepsExamples() {
        return order.keepsExamples() && data.provenance().input().isPresent();
    }

    private Temperature temperature(TrainedModel model, ModelSplit split) {
        if (!order.calibration().needsValidation()) {
            return Temperature.NEUTRAL;
        }
        Answers said = answers(model, split.validation(), "calibration");
        int[] truths = split.validation().stream().map(data.beats()::label).toArray();
        return order.calibration().fit(said.predictions(), truths);
    }

    private List<PartScore> scores(TrainedModel model, ModelSplit split) {
        List<PartScore> scores = new ArrayList<>();
        if (!split.validation().isEmpty()) {
            scores.add(score(
                    model,
                    split,
                    "validation",
                    split.validation(),
                    "The fit chose by these beats, so the score flatters."));
        }
        if (!split.test().isEmpty()) {
            String remark = split.bySubject()
                    ? ""
                    : "The same subjects may be among the training beats: it says nothing about new ones.";
            ClassSides sides = ClassSides.of(
                    data.beats(),
                    split.training().and(split.validation()),
                    split.test(),
                    split.test(),
                    split.unscored());
            String classes = String.join(" ", sides.sentences());
            scores.add(score(model, split, TEST, split.test(), (remark + " " + classes).strip()));
        }
        return scores;
    }

    private PartScore score(TrainedModel model, ModelSplit split, String part, Selection rows, String remark) {
        Answers answers = answers(model, rows, part);
        if (part.equals(TEST)) {
            tested = Optional.of(answers);
        }
        Answers scored = answers.without(split.unscored());
        String unscored = split.unscored().isEmpty()
                ? ""
                : "Not scored: beats of class " + String.join(", ", split.unscored()) + ".";
        return PartScore.of(part, scored, split.bySubject(), (remark + " " + unscored).strip());
    }

    private Answers answers(TrainedModel model, Selection rows, String stage) {
        Beats dataset = data.beats();
        Rows.Builder probabilities = Rows.builder(dataset.classes().size());
        for (int from = 0; from < rows.size(); from += TOGETHER) {
            cancellation.check();
            progress.advanced(stage, from, rows.size());
            int to = Math.min(from + TOGETHER, rows.size());
            Selection block =
                    Selection.of(IntStream.range(from, to).map(rows::at).toArray());
            Rows answered = model.predict(dataset.select(block).sealed()).probabilities();
            IntStream.range(0, answered.size()).forEach(row -> probabilities.add(answered.row(row)));
        }
        return Answers.of(dataset, rows, Predictions.of(probabilities.build()));
    }

    private @Nullable Double rate() {
        OptionalDouble rate = data.dataset().rate(data.settings());
        return rate.isPresent() ? rate.getAsDouble() : null;
    }

    private TrainedOn trainedOn(ModelSplit split, Beats learned, Beats resampled) {
        return new TrainedOn(
                data.dataset().use(data.settings(), data.beats()),
                data.dataset().info().name(),
                data.dataset().info().synthetic(),
                split.protocol(),
                split.split(),
                split.sentence(),
                counts(learned),
                order.resampling().id(),
                counts(resampled),
                order.seed(),
                order.threads(),
                order.command());
    }

    private static List<Integer> counts(Beats beats) {
        return Arrays.stream(beats.classCounts()).boxed().toList();
    }

    private void enter(String stage) {
        cancellation.check();
        progress.advanced(stage, 0, 0);
    }
}
