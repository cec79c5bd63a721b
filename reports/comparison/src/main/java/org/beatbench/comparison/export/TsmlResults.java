package org.beatbench.comparison.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.FoldSet;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Unrounded;
import org.beatbench.experiment.Trial;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Protocols;
import org.beatbench.results.Costs;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;

/**
 * Answers in the form that the tools around aeon and tsml read: {@code CLASSIFIER/Predictions/PROBLEM/testResampleN.csv}. A
 * problem is a data set under a protocol, and a resample one split of one seed, numbered from 0 in the order of the plan.
 *
 * <p>The form is that of {@code write_classification_results} in tsml-eval ({@code tsml_eval/utils/results_writing.py}), as
 * {@code load_classifier_results} ({@code tsml_eval/evaluation/storage/classifier_results.py}) reads it: classes are numbers,
 * probabilities sum to 1 within a hundred-thousandth, the accuracy is that of the rows to the last digit.
 */
public final class TsmlResults {

    private static final double SUM_TOLERANCE = 1e-6;
    private static final String UNKNOWN = "-1";

    private final Comparison comparison;
    private final Map<String, String> names = new LinkedHashMap<>();

    private TsmlResults(Comparison comparison) {
        this.comparison = comparison;
        comparison.competitors().forEach(label -> names.put(label, unused(name(label))));
    }

    /**
     * Writes the answers of all complete sets of folds but those of canaries, with candidates chosen as in the report.
     *
     * @return how many files were written
     * @throws org.beatbench.api.UserError if the folder cannot be written
     */
    public static int write(Comparison comparison, Path folder) {
        return new TsmlResults(comparison).write(folder);
    }

    private int write(Path folder) {
        int files = 0;
        for (FoldSet set : comparison.sets()) {
            Optional<List<RunRecord>> chosen = set.chosen();
            if (chosen.isPresent() && !set.isCanary()) {
                List<String> resamples = resamples(set.protocol());
                for (RunRecord run : chosen.get()) {
                    int number = resamples.indexOf(resample(run.trial()));
                    ReportFolder.open(folder.resolve(names.get(set.competitor()))
                                    .resolve("Predictions")
                                    .resolve(problem(run.trial())))
                            .write("testResample" + number + ".csv", text(run, number));
                    files++;
                }
            }
        }
        return files;
    }

    /** The splits of all seeds of a protocol: of every classifier the same. */
    private List<String> resamples(String protocol) {
        return comparison.plan().trials().stream()
                .filter(trial -> trial.protocolId().equals(protocol))
                .map(TsmlResults::resample)
                .distinct()
                .toList();
    }

    private static String resample(Trial trial) {
        return "seed " + trial.seed() + ", split " + trial.split();
    }

    private static String problem(Trial trial) {
        return name(trial.dataset().id() + "-" + trial.protocolId());
    }

    private String text(RunRecord run, int number) {
        Trial trial = run.trial();
        Outcome.Completed completed = (Outcome.Completed) run.outcome();
        Answers answers = completed.test();
        Costs costs = completed.costs();
        StringBuilder text = new StringBuilder();
        text.append(line(
                problem(trial),
                Objects.requireNonNull(names.get(trial.label()), trial.label()),
                "TEST",
                Integer.toString(number),
                "NANOSECONDS",
                comment(run, answers)));
        text.append(oneLine(Phrases.settings(trial.classifier().settings()))).append('\n');
        text.append(line(
                Unrounded.text(Quality.ACCURACY.of(answers).orElseThrow()),
                measured(trial, costs.fit().toNanos()),
                measured(trial, costs.wholeTest().toNanos()),
                UNKNOWN,
                measured(trial, costs.peakMemoryBytes()),
                Integer.toString(answers.classes().size()),
                "",
                UNKNOWN,
                UNKNOWN));
        for (int answer = 0; answer < answers.size(); answer++) {
            text.append(answers.truth(answer))
                    .append(',')
                    .append(answers.predicted(answer))
                    .append(",,")
                    .append(probabilities(answers, answer))
                    .append('\n');
        }
        return text.toString();
    }

    private static String measured(Trial trial, long cost) {
        return trial.classifier().wasImported() ? UNKNOWN : Long.toString(cost);
    }

    private static String comment(RunRecord run, Answers answers) {
        Trial trial = run.trial();
        String classes = IntStream.range(0, answers.classes().size())
                .mapToObj(label -> label + " " + answers.classes().get(label))
                .collect(Collectors.joining("; "));
        List<String> unscored = Protocols.of(trial.protocolId()).unscored().stream()
                .filter(answers.classes()::contains)
                .sorted()
                .toList();
        return oneLine("made by Beatbench "
                + run.environment().beatbench()
                + (run.environment().commit().isEmpty()
                        ? ""
                        : " at commit " + run.environment().commit())
                + "; " + trial.label() + "; trial " + trial.key() + "; protocol " + trial.protocol() + ", "
                + resample(trial) + "; classes " + classes
                + (unscored.isEmpty()
                        ? ""
                        : "; beats of class " + String.join(", ", unscored)
                                + " are in here, which the protocol does not score"));
    }

    /** As the model gave them, but scaled where rounding took them too far from a sum of 1. */
    private static String probabilities(Answers answers, int answer) {
        List<Float> given = new ArrayList<>();
        double sum = 0;
        for (int label = 0; label < answers.classes().size(); label++) {
            given.add(answers.probability(answer, label));
            sum += answers.probability(answer, label);
        }
        double scale = sum;
        boolean fits = Math.abs(sum - 1) <= SUM_TOLERANCE;
        return given.stream()
                .map(value -> fits ? Float.toString(value) : Unrounded.text(value / scale))
                .collect(Collectors.joining(","));
    }

    private static String line(String... values) {
        return String.join(",", values) + "\n";
    }

    /** Names are folders, and stand between commas. */
    private static String name(String label) {
        String name = label.replaceAll("[^\\p{L}\\p{N}.+-]+", "-").replaceAll("^[.-]+|-+$", "");
        return name.isEmpty() ? "unnamed" : name;
    }

    private String unused(String name) {
        String unused = name;
        for (int i = 2; names.containsValue(unused); i++) {
            unused = name + "-" + i;
        }
        return unused;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
