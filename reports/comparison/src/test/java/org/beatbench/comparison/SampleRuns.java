package org.beatbench.comparison;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.Epoch;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.audit.AuditVerdict;
import org.beatbench.audit.Audits;
import org.beatbench.audit.Check;
import org.beatbench.audit.SplitAudit;
import org.beatbench.calibration.Temperature;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Trial;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.results.Costs;
import org.beatbench.results.Environment;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;
import org.beatbench.robustness.DisturbedAnswers;
import org.beatbench.robustness.PerturbationLadder;
import org.beatbench.robustness.RobustnessInquiry;

/** Made-up plans and runs: answers that are right as often as the test wants. */
public final class SampleRuns {

    public static final List<String> CLASSES = List.of("N", "S", "V", "F", "Q");

    private static final Environment MACHINE = new Environment(
            "0.1.0",
            "c0ffee",
            "17.0.15 Debian",
            "Linux amd64",
            "Sample processor",
            2,
            8_000_000_000L,
            "process of its own");

    private SampleRuns() {}

    /** A plan for these trials. */
    public static Plan plan(List<Trial> trials) {
        return new Plan(
                "sample",
                "A sample comparison",
                "beatbench run sample",
                "0123456789abcdef",
                new DatasetInfo(
                        "synthetic",
                        "Synthetic heartbeats",
                        "Heartbeats of virtual subjects.",
                        "1",
                        true,
                        "CC0-1.0",
                        "McSharry et al. 2003, https://doi.org/10.1109/TBME.2003.808805"),
                List.of("Every beat is cut in the same way."),
                CLASSES,
                List.of(300, 40, 60, 20, 80),
                10,
                null,
                trials);
    }

    /** The trials of some classifiers under protocols with their splits, competitor by competitor. */
    public static List<Trial> trials(List<String> labels, Map<String, List<String>> protocols, long... seeds) {
        List<Trial> trials = new ArrayList<>();
        for (String label : labels) {
            protocols.forEach((protocol, splits) -> {
                for (long seed : seeds) {
                    splits.forEach(split -> trials.add(trial(label, protocol, split, seed, Map.of("depth", "10"))));
                }
            });
        }
        return trials;
    }

    /** The trials of a canary. */
    public static List<Trial> canary(String id, String label, Map<String, List<String>> protocols) {
        return trials(List.of(label), protocols, 1).stream()
                .map(trial -> new Trial(
                        label,
                        trial.dataset(),
                        trial.protocol(),
                        trial.split(),
                        new ClassifierUse(id, "1", Map.of(), Map.of(), "built-in"),
                        trial.resampling(),
                        "none",
                        trial.validation(),
                        Map.of(),
                        trial.seed(),
                        trial.threads(),
                        trial.java(),
                        ""))
                .toList();
    }

    public static Trial trial(String label, String protocol, String split, long seed, Map<String, String> settings) {
        return new Trial(
                label,
                new DatasetUse("synthetic", "1", Map.of("subjects", "10"), "fedcba98".repeat(8)),
                protocol + "/1",
                split,
                new ClassifierUse(
                        "c" + Math.abs((long) label.hashCode()), "1", settings, Map.of("tribuo", "4.3.2"), "built-in"),
                "none",
                "none",
                ValidationUse.JOINED,
                Map.of(),
                seed,
                2,
                17,
                "");
    }

    /** A run of each trial that is right in the given part of its answers. */
    public static List<RunRecord> runs(List<Trial> trials, Function<Trial, Double> right) {
        return trials.stream()
                .map(trial -> completed(trial, right.apply(trial)))
                .toList();
    }

    /** The same trial, whose answers were made elsewhere and imported. */
    public static Trial imported(Trial trial) {
        return new Trial(
                trial.label() + " (imported)",
                trial.dataset(),
                trial.protocol(),
                trial.split(),
                ClassifierUse.imported(trial.label()),
                trial.resampling(),
                trial.calibration(),
                trial.validation(),
                Map.of(),
                trial.seed(),
                1,
                0,
                trial.folds());
    }

    /** A run of such a trial, of whose costs and machine nothing is known. */
    public static RunRecord runOfImported(Trial trial, double right) {
        Answers test = answers(trial.key().hashCode(), right);
        Costs none = new Costs(0, test.size(), Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, 0, 0);
        return new RunRecord(
                trial,
                new Outcome.Completed(test.none(), test, none),
                new Environment("0.1.0", "c0ffee", "unknown", "unknown", "unknown", 0, 0, ClassifierUse.IMPORTED),
                Instant.EPOCH);
    }

    public static RunRecord completed(Trial trial, double right) {
        Answers test = answers(trial.key().hashCode(), right);
        return run(trial, new Outcome.Completed(test.none(), test, costs(trial)));
    }

    /** The same run, of a classifier that learnt in these epochs. */
    public static RunRecord learning(RunRecord run, List<Epoch> epochs) {
        Outcome.Completed completed = (Outcome.Completed) run.outcome();
        return run(
                run.trial(),
                new Outcome.Completed(completed.validation(), completed.test(), completed.costs()).after(epochs));
    }

    /**
     * Epochs in which training goes on improving and validation is best in one of them.
     *
     * @param all how many there are
     * @param best number of the best
     * @param planned how many there might have been
     */
    public static List<Epoch> epochs(int all, int best, int planned) {
        return IntStream.rangeClosed(1, all)
                .mapToObj(number -> {
                    double far = Math.abs(number - best) / (double) all;
                    double trained = Math.exp(-3.0 * number / all);
                    return new Epoch(
                            number,
                            planned,
                            0.02 + 1.2 * trained,
                            0.995 - 0.3 * trained,
                            0.25 + 0.6 * far,
                            0.93 - 0.15 * far,
                            0.84 - 0.3 * far,
                            1e-3,
                            4_310,
                            Duration.ofMillis(18_500));
                })
                .toList();
    }

    /** The same trial, to be calibrated. */
    public static Trial calibrated(Trial trial) {
        return new Trial(
                trial.label(),
                trial.dataset(),
                trial.protocol(),
                trial.split(),
                trial.classifier(),
                trial.resampling(),
                "temperature",
                ValidationUse.HELD_OUT,
                Map.of(),
                trial.seed(),
                trial.threads(),
                trial.java(),
                "");
    }

    public static RunRecord calibrated(Trial trial, double right, double temperature) {
        Answers test = answers(trial.key().hashCode(), right);
        return run(trial, new Outcome.Completed(test, test, costs(trial)).calibrated(new Temperature(temperature)));
    }

    public static RunRecord run(Trial trial, Outcome outcome) {
        return new RunRecord(trial, outcome, MACHINE, Instant.EPOCH);
    }

    /**
     * The same run, of a model that was asked for every third of its test beats again, from worse recordings.
     *
     * @param right in which part of them it is right where the disturbance is the given one
     */
    public static RunRecord disturbed(RunRecord run, ToDoubleFunction<Perturbation> right) {
        Outcome.Completed completed = (Outcome.Completed) run.outcome();
        Selection some = Selection.where(completed.test().size(), answer -> answer % 3 == 0);
        Map<String, Answers> disturbed = new LinkedHashMap<>();
        for (Perturbation step : PerturbationLadder.STEPS) {
            disturbed.put(
                    step.id(),
                    answers(run.trial().key().hashCode(), right.applyAsDouble(step))
                            .select(some));
        }
        return run(
                robust(run.trial()),
                new Outcome.Completed(completed.validation(), completed.test(), completed.costs())
                        .with(RobustnessInquiry.INSTANCE, new DisturbedAnswers(disturbed)));
    }

    /** The same trial, asked for its robustness. */
    static Trial robust(Trial trial) {
        return new Trial(
                trial.label(),
                trial.dataset(),
                trial.protocol(),
                trial.split(),
                trial.classifier(),
                trial.resampling(),
                trial.calibration(),
                trial.validation(),
                Map.of("robustness", 100),
                trial.seed(),
                trial.threads(),
                trial.java(),
                "");
    }

    /** The same trial, asked what the model looks at in so many beats of each class. */
    public static Trial explained(Trial trial, int beats) {
        return new Trial(
                trial.label(),
                trial.dataset(),
                trial.protocol(),
                trial.split(),
                trial.classifier(),
                trial.resampling(),
                trial.calibration(),
                trial.validation(),
                Map.of("saliency", beats),
                trial.seed(),
                trial.threads(),
                trial.java(),
                "");
    }

    /** The same run, as if it had shared its process with others. */
    public static RunRecord insideTheProgram(RunRecord run) {
        Environment shared = new Environment(
                MACHINE.beatbench(),
                MACHINE.commit(),
                MACHINE.java(),
                MACHINE.system(),
                MACHINE.processor(),
                MACHINE.processors(),
                MACHINE.memoryBytes(),
                "inside the program");
        return new RunRecord(run.trial(), run.outcome(), shared, run.started());
    }

    /** The same run, as if the program had been built from another commit. */
    public static RunRecord ranAt(String commit, RunRecord run) {
        Environment other = new Environment(
                MACHINE.beatbench(),
                commit,
                MACHINE.java(),
                MACHINE.system(),
                MACHINE.processor(),
                MACHINE.processors(),
                MACHINE.memoryBytes(),
                MACHINE.isolation());
        return new RunRecord(run.trial(), run.outcome(), other, run.started());
    }

    /** Answers for 500 beats of ten subjects. */
    public static Answers answers(long seed, double right) {
        SplittableRandom random = new SplittableRandom(seed);
        List<AnsweredBeat> beats = new ArrayList<>();
        Rows.Builder probabilities = Rows.builder(CLASSES.size());
        int[] counts = {300, 40, 60, 20, 80};
        for (int truth = 0; truth < counts.length; truth++) {
            for (int i = 0; i < counts[truth]; i++) {
                String subject = "s" + (i + truth) % 10;
                beats.add(new AnsweredBeat(beats.size(), subject, subject, i, truth));
                int answer = random.nextDouble() < right ? truth : random.nextInt(CLASSES.size());
                float[] row = new float[CLASSES.size()];
                float sure = 0.4f + 0.55f * (float) random.nextDouble();
                Arrays.fill(row, (1 - sure) / (CLASSES.size() - 1));
                row[answer] = sure;
                probabilities.add(row);
            }
        }
        return Answers.of(CLASSES, beats, Predictions.of(probabilities.build()));
    }

    /** One answer per class, certain of what it is told to take the class for. */
    public static Answers answers(IntUnaryOperator taken) {
        List<AnsweredBeat> beats = new ArrayList<>();
        Rows.Builder probabilities = Rows.builder(CLASSES.size());
        for (int truth = 0; truth < CLASSES.size(); truth++) {
            beats.add(new AnsweredBeat(truth, "s0", "s0", truth, truth));
            float[] row = new float[CLASSES.size()];
            row[taken.applyAsInt(truth)] = 1;
            probabilities.add(row);
        }
        return Answers.of(CLASSES, beats, Predictions.of(probabilities.build()));
    }

    /** An audit of each split of some trials that found this. */
    public static Audits audits(List<Trial> trials, Function<Trial, Check> found) {
        return new Audits(
                trials.stream()
                        .map(trial -> new SplitAudit(
                                SplitAudit.key(trial),
                                trial.protocolId(),
                                trial.split(),
                                trial.seed(),
                                2_000,
                                500,
                                List.of(found.apply(trial))))
                        .toList(),
                Set.of());
    }

    /** A check that passed, or found something. */
    public static Check check(AuditVerdict verdict, String headline) {
        return new Check("twins", "Identical rows", verdict, headline, "All rows were compared.", Map.of());
    }

    private static Costs costs(Trial trial) {
        int pace = Math.floorMod(trial.label().hashCode(), 97) + 3;
        return new Costs(
                2_000,
                500,
                Duration.ofMillis(170L * pace),
                Duration.ofMillis(9L * pace),
                Duration.ofNanos(4_000L * pace),
                Duration.ofNanos(23_000L * pace),
                1_000,
                12_345L * pace,
                400_000_000L + pace * 1_000_000L);
    }
}
