package org.beatbench.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.audit.AuditVerdict;
import org.beatbench.audit.Audits;
import org.beatbench.experiment.Trial;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.results.Costs;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;

/**
 * Comparisons whose outcome a test chooses: how many beats of each class each person has, and in what part of them each
 * competitor is right. Half of the people are answered better than that and half worse, other halves for each competitor.
 */
public final class ChosenRuns {

    private static final String WHOLE = "whole";

    private final List<String> classes;
    private final SortedMap<String, List<Integer>> people = new TreeMap<>();
    private final List<Trial> trials = new ArrayList<>();
    private final List<RunRecord> runs = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private String protocol = "ds1-ds2";
    private long seed = 1;
    private double swing;
    private String alarm;
    private boolean known = true;
    private boolean synthetic;
    private boolean together;
    private boolean failedAudit;
    private Costs costs = costs(Duration.ofSeconds(1), Duration.ofNanos(1_000), 1_000);

    private ChosenRuns(List<String> classes) {
        this.classes = classes;
        this.alarm = classes.get(classes.size() - 1);
    }

    /** Beats of classes N, S, V, F and Q. */
    public static ChosenRuns aami() {
        return new ChosenRuns(SampleRuns.CLASSES).callingNormal("V");
    }

    public static ChosenRuns of(String... classes) {
        return new ChosenRuns(List.of(classes));
    }

    /** So many more people who have so many beats of each class, in their order. */
    public ChosenRuns people(int number, int... beats) {
        List<Integer> each = IntStream.range(0, classes.size())
                .mapToObj(label -> label < beats.length ? beats[label] : 0)
                .toList();
        for (int i = 0; i < number; i++) {
            people.put("s%02d".formatted(people.size()), each);
        }
        return this;
    }

    /** From here on under this protocol. */
    public ChosenRuns under(String id) {
        this.protocol = id;
        return this;
    }

    public ChosenRuns seed(long number) {
        this.seed = number;
        return this;
    }

    /** From here on the part that is right is so much higher on some people and lower on others. */
    public ChosenRuns swinging(double part) {
        this.swing = part;
        return this;
    }

    /** What beats of the first class are called by who is wrong; all others are called that class. */
    public ChosenRuns callingNormal(String className) {
        this.alarm = className;
        return this;
    }

    public ChosenRuns ofUnknownPeople() {
        this.known = false;
        return this;
    }

    public ChosenRuns synthetic() {
        this.synthetic = true;
        return this;
    }

    /** Trials did not have a process of their own. */
    public ChosenRuns untimed() {
        this.together = true;
        return this;
    }

    public ChosenRuns withFailedAudit() {
        this.failedAudit = true;
        return this;
    }

    /** From here on a fit takes so long, a beat so long, and a model is so large. */
    public ChosenRuns costing(double seconds, double microseconds, long bytes) {
        this.costs = costs(
                Duration.ofNanos(Math.round(seconds * 1e9)), Duration.ofNanos(Math.round(microseconds * 1e3)), bytes);
        return this;
    }

    /** A competitor that is right in these parts of the beats of each class, in their order. */
    public ChosenRuns competitor(String label, double... right) {
        return completed(SampleRuns.trial(label, protocol, WHOLE, seed, Map.of()), answers(label, right));
    }

    /** A competitor whose trial failed. */
    public ChosenRuns failed(String label) {
        Trial trial = SampleRuns.trial(label, protocol, WHOLE, seed, Map.of());
        trials.add(trial);
        runs.add(SampleRuns.run(trial, new Outcome.Failed("fit", "no heap", "trace")));
        return this;
    }

    /** A competitor that was not run yet. */
    public ChosenRuns planned(String label) {
        trials.add(SampleRuns.trial(label, protocol, WHOLE, seed, Map.of()));
        return this;
    }

    /** The canary that always answers the first class. */
    public ChosenRuns majority() {
        return completed(canary("canary-majority", "Majority class"), answers("Majority class", 1));
    }

    /** The canary that looks up the nearest training beat. */
    public ChosenRuns twin(double... right) {
        return completed(canary("canary-twin", "Twin finder"), answers("Twin finder", right));
    }

    private Trial canary(String id, String label) {
        return SampleRuns.canary(id, label, Map.of(protocol, List.of(WHOLE))).get(0);
    }

    private ChosenRuns completed(Trial trial, Answers answers) {
        trials.add(trial);
        RunRecord run = SampleRuns.run(trial, new Outcome.Completed(answers.none(), answers, costs));
        runs.add(together ? SampleRuns.insideTheProgram(run) : run);
        return this;
    }

    public Comparison comparison() {
        return Comparison.of(
                plan(),
                runs,
                failedAudit
                        ? SampleRuns.audits(trials, trial -> SampleRuns.check(AuditVerdict.FAIL, "3 % twins"))
                        : Audits.NONE);
    }

    private Plan plan() {
        Plan sample = SampleRuns.plan(trials);
        return new Plan(
                sample.experiment(),
                sample.title(),
                sample.command(),
                sample.commit(),
                new DatasetInfo("chosen", "Chosen beats", "Beats.", "1", synthetic, "CC0-1.0", "nobody"),
                List.of(),
                classes,
                IntStream.range(0, classes.size())
                        .mapToObj(label -> people.values().stream()
                                .mapToInt(beats -> beats.get(label))
                                .sum())
                        .toList(),
                known ? people.size() : 0,
                sample.rate(),
                trials);
    }

    private Answers answers(String label, double... right) {
        int number = numbers.computeIfAbsent(label, any -> numbers.size());
        SortedMap<String, ConfusionMatrix> tables = new TreeMap<>();
        people.forEach((person, all) -> {
            // Other halves for other competitors: by the first, second or third bit of the person's place.
            double more = (tables.size() >> number % 3 & 1) == 0 ? swing : -swing;
            long[] counts = new long[classes.size() * classes.size()];
            for (int truth = 0; truth < classes.size(); truth++) {
                int beats = all.get(truth);
                double part = truth < right.length ? right[truth] : 0;
                int hits = (int) Math.round(beats * Math.min(1, Math.max(0, part + (part > 0 && part < 1 ? more : 0))));
                int wrong = truth == 0 ? classes.indexOf(alarm) : 0;
                counts[truth * classes.size() + truth] += hits;
                counts[truth * classes.size() + wrong] += beats - hits;
            }
            tables.put(person, ConfusionMatrix.of(classes, counts));
        });
        return answers(tables, 7 * number);
    }

    /** Answers as counted for each person; wrong ones do not always fall on the same beats. */
    private Answers answers(SortedMap<String, ConfusionMatrix> tables, int shift) {
        List<AnsweredBeat> beats = new ArrayList<>();
        Rows.Builder probabilities = Rows.builder(classes.size());
        tables.forEach((person, table) -> {
            for (int truth = 0; truth < classes.size(); truth++) {
                List<Integer> given = new ArrayList<>();
                for (int label = 0; label < classes.size(); label++) {
                    given.addAll(Collections.nCopies(Math.toIntExact(table.count(truth, label)), label));
                }
                Collections.rotate(given, shift);
                for (int label : given) {
                    String name = known ? person : "";
                    beats.add(new AnsweredBeat(beats.size(), name, name, beats.size(), truth));
                    float[] row = new float[classes.size()];
                    row[label] = 1;
                    probabilities.add(row);
                }
            }
        });
        return Answers.of(classes, beats, Predictions.of(probabilities.build()));
    }

    private static Costs costs(Duration fit, Duration single, long bytes) {
        return new Costs(2_000, 500, fit, Duration.ofMillis(9), single, single.multipliedBy(2), 1_000, bytes, 1L << 29);
    }

    /** A published comparison of seven classifiers and two canaries on MIT-BIH, DS1 to DS2: see published.py. */
    public static ChosenRuns published() {
        Map<String, SortedMap<String, ConfusionMatrix>> published = new LinkedHashMap<>();
        for (List<String> row : rows()) {
            long[] counts = new long[SampleRuns.CLASSES.size() * SampleRuns.CLASSES.size()];
            IntStream.range(2, row.size()).forEach(cell -> counts[cell - 2] = Long.parseLong(row.get(cell)));
            published
                    .computeIfAbsent(row.get(0), name -> new TreeMap<>())
                    .put(row.get(1), ConfusionMatrix.of(SampleRuns.CLASSES, counts));
        }
        ChosenRuns runs = aami();
        published
                .values()
                .iterator()
                .next()
                .forEach((subject, table) -> runs.people.put(
                        subject,
                        IntStream.range(0, SampleRuns.CLASSES.size())
                                .mapToObj(label -> Math.toIntExact(table.ofClass(label)))
                                .toList()));
        published.forEach((name, tables) -> {
            switch (name) {
                case "Nearest neighbours" -> runs.costing(0.891, 190.273, 86_930_704);
                case "Decision tree" -> runs.costing(2.713, 5.749, 578_316);
                case "Logistic regression" -> runs.costing(2.796, 6.82, 36_148);
                case "CNN" -> runs.costing(61.032, 63.935, 1_596_556);
                case "LSTM" -> runs.costing(88.166, 147.599, 512_313);
                case "GRU" -> runs.costing(55.618, 134.039, 386_569);
                case "1-D ResNet" -> runs.costing(123.381, 114.781, 844_546);
                default -> throw new IllegalStateException(name);
            }
            Answers answers = runs.answers(tables, 0);
            runs.completed(SampleRuns.trial(name, "ds1-ds2", WHOLE, 1, Map.of()), answers);
            if (name.equals("Nearest neighbours")) {
                runs.completed(runs.canary("canary-twin", "Twin finder"), answers);
            }
        });
        return runs.majority();
    }

    private static List<List<String>> rows() {
        try (InputStream file = ChosenRuns.class.getResourceAsStream("verdict/published.csv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
