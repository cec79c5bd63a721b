package org.beatbench.reports.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.experiment.Trial;
import org.beatbench.reports.Report;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;

/** Reports at the edges of what a comparison may be: many things of a kind, or hardly any, and everything that can go wrong. */
public final class StressRuns {

    /** What can be odd about a comparison. */
    public enum Oddity {
        LONG_NAMES,
        /** Trials that failed, were stopped, or were never run. */
        FAILURES,
        /** The last class has a single beat. */
        ONE_BEAT,
        /** Nobody knows whose the beats are. */
        NO_SUBJECTS,
        /** Some classifiers tell their epochs. */
        EPOCHS;

        public static final Set<Oddity> ALL = EnumSet.allOf(Oddity.class);
        public static final Set<Oddity> NONE = EnumSet.noneOf(Oddity.class);
    }

    private static final List<String> PROTOCOLS = List.of(
            "ds1-ds2",
            "beats",
            "copies",
            "patients-fold",
            "patients",
            "patients-2",
            "patients-3",
            "patients-10",
            "patients-100",
            "patients-999");
    private static final List<String> AAMI = List.of("N", "S", "V", "F", "Q");
    private static final int SUBJECTS = 12;

    private final int classes;
    private final Set<Oddity> oddities;

    /** Things of a comparison in so many classes. */
    StressRuns(int classes, Set<Oddity> oddities) {
        this.classes = classes;
        this.oddities = oddities;
    }

    /** The report of a comparison of that size. */
    public static Report report(int classifiers, int classes, int protocols, Set<Oddity> oddities) {
        return new StressRuns(classes, oddities).report(classifiers, PROTOCOLS.subList(0, protocols));
    }

    /** The report of as many classifiers that were asked for disturbed beats. */
    public static Report disturbed(int classifiers) {
        StressRuns stress = new StressRuns(SampleRuns.CLASSES.size(), Oddity.ALL);
        List<RunRecord> runs = SampleRuns.trials(
                        IntStream.range(0, classifiers).mapToObj(stress::name).toList(),
                        Map.of("patients-fold", List.of("whole")),
                        1)
                .stream()
                .map(trial -> SampleRuns.completed(trial, 0.9))
                .map(run -> SampleRuns.disturbed(run, step -> 0.5))
                .toList();
        return ComparisonReport.of(Comparison.of(
                SampleRuns.plan(runs.stream().map(RunRecord::trial).toList()), runs));
    }

    private Report report(int classifiers, List<String> protocols) {
        Map<String, List<String>> splits = new LinkedHashMap<>();
        protocols.forEach(protocol -> splits.put(protocol, List.of("whole")));
        List<Trial> trials = new ArrayList<>(SampleRuns.trials(
                IntStream.range(0, classifiers).mapToObj(this::name).toList(), splits, 1));
        trials.addAll(SampleRuns.canary("canary-majority", "Majority class", splits));
        List<RunRecord> runs = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            run(trials.get(i), i).ifPresent(runs::add);
        }
        List<Integer> counts = IntStream.range(0, classes).mapToObj(this::beats).toList();
        return ComparisonReport.of(Comparison.of(plan(trials, counts), runs));
    }

    /** A plan of these trials on as many beats of each class. */
    Plan plan(List<Trial> trials, List<Integer> counts) {
        Plan sample = SampleRuns.plan(trials);
        return new Plan(
                sample.experiment(),
                sample.title(),
                sample.command(),
                sample.commit(),
                sample.dataset(),
                sample.assumptions(),
                classNames(),
                counts,
                knowsSubjects() ? SUBJECTS : 0,
                null,
                trials);
    }

    private Optional<RunRecord> run(Trial trial, int number) {
        boolean fails = oddities.contains(Oddity.FAILURES) && trial.protocolId().equals("beats");
        if (fails && number % 5 == 1) {
            return Optional.of(SampleRuns.run(
                    trial,
                    new Outcome.Failed(
                            "fit",
                            "java.lang.OutOfMemoryError: a message that goes on and on, ".repeat(4) + "x".repeat(120),
                            "")));
        }
        if (fails && number % 5 == 2) {
            return Optional.of(SampleRuns.run(trial, new Outcome.Stopped("time limit of 1 s")));
        }
        if (fails && number % 5 == 3) {
            return Optional.empty();
        }
        RunRecord usual = SampleRuns.completed(trial, 0.5);
        Outcome.Completed outcome = (Outcome.Completed) usual.outcome();
        Answers answers = answers(number);
        RunRecord run = SampleRuns.run(trial, new Outcome.Completed(answers.none(), answers, outcome.costs()));
        return Optional.of(
                oddities.contains(Oddity.EPOCHS) && number % 3 == 0
                        ? SampleRuns.learning(run, SampleRuns.epochs(1 + number % 40, 1 + number % 40 / 2, 60))
                        : run);
    }

    /** Answers that are the better, the smaller the number of the trial is. */
    private Answers answers(int number) {
        SplittableRandom random = new SplittableRandom(number);
        List<AnsweredBeat> beats = new ArrayList<>();
        Rows.Builder probabilities = Rows.builder(classes);
        for (int truth = 0; truth < classes; truth++) {
            for (int i = 0; i < beats(truth); i++) {
                String subject = subject(i + truth);
                beats.add(new AnsweredBeat(beats.size(), subject, subject, i, truth));
                int answer = random.nextDouble() < 0.95 - 0.01 * number % 0.8 ? truth : random.nextInt(classes);
                float[] row = new float[classes];
                float sure = 0.5f + 0.5f * (float) random.nextDouble();
                Arrays.fill(row, (1 - sure) / (classes - 1));
                row[answer] = sure;
                probabilities.add(row);
            }
        }
        return Answers.of(classNames(), beats, Predictions.of(probabilities.build()));
    }

    private int beats(int label) {
        return oddities.contains(Oddity.ONE_BEAT) && label == classes - 1 ? 1 : 12 + 48 / (label + 1);
    }

    boolean knowsSubjects() {
        return !oddities.contains(Oddity.NO_SUBJECTS);
    }

    /** What a classifier is called. */
    String name(int number) {
        return (number % 2 == 0 ? "Gated recurrent unit " : "KNN ")
                + number
                + (oddities.contains(Oddity.LONG_NAMES)
                        ? number % 3 == 0
                                ? " with a name that says everything there is to say about it, and then some more"
                                : number % 3 == 1 ? " WITHOUTANYPLACETOBREAKTHELINEATWWWWWWWWWWWW" : ""
                        : "");
    }

    List<String> classNames() {
        return IntStream.range(0, classes).mapToObj(this::className).toList();
    }

    private String className(int label) {
        String name = label < AAMI.size() ? AAMI.get(label) : "class-" + label;
        return oddities.contains(Oddity.LONG_NAMES) && label % 2 == 1 ? name + " (supraventricular ectopic)" : name;
    }

    /** Whose a beat is; empty if nobody knows. */
    String subject(int beat) {
        int number = beat % SUBJECTS;
        return !knowsSubjects()
                ? ""
                : oddities.contains(Oddity.LONG_NAMES) ? "patient-of-the-third-hospital-" + number : "s" + number;
    }
}
