package org.beatbench.reports.sections.differences;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Differences;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Strips;
import org.beatbench.reports.sections.Colours;
import org.beatbench.stats.ComparisonMetric;
import org.beatbench.stats.SubjectScores;

/** What competitors scored on each subject, and on the tenth of the subjects on whom they did worst. */
public final class SubjectSection {

    private static final int MOST_STRIPS = 12;
    private static final int MOST_COLUMNS = 8;
    private static final int MOST_SUBJECTS = 60;
    private static final int MOST_NAMED = 6;

    private final Comparison comparison;

    public SubjectSection(Comparison comparison) {
        this.comparison = comparison;
    }

    public Section section() {
        List<Block> blocks = new ArrayList<>();
        List<Protocol> protocols = comparison.protocols();
        for (int i = protocols.size() - 1; i >= 0; i--) {
            Differences differences = comparison.differences(protocols.get(i));
            if (differences.overSubjects() && !differences.ranking().isEmpty()) {
                boolean first = blocks.isEmpty();
                blocks.add(strips(differences));
                blocks.add(worst(differences));
                if (first) {
                    blocks.add(each(differences));
                }
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(Prose.normal(
                    "Nothing to show: no protocol that was completed keeps subjects apart, and scores of people who"
                            + " were trained on say nothing about others."));
        }
        return new Section("subjects", "Per subject", blocks);
    }

    private Figure strips(Differences differences) {
        List<Score> shown = differences.ranking().stream().limit(MOST_STRIPS).toList();
        List<Strips.Strip> strips = new ArrayList<>();
        for (Score score : shown) {
            SubjectScores scores = differences.scores(score, ComparisonMetric.MACRO_F1);
            Set<Integer> worst = new HashSet<>(scores.worstTenth());
            strips.add(new Strips.Strip(
                    score.competitor(),
                    Colours.of(comparison, score.competitor()),
                    Estimate.exactly(scores.sample().quantile(0.5)),
                    IntStream.range(0, scores.subjects().size())
                            .mapToObj(subject -> new Strips.Point(
                                    scores.subjects().get(subject), scores.score(subject), worst.contains(subject)))
                            .toList()));
        }
        int subjects = strips.get(0).points().size();
        return new Figure(
                "subjects-" + differences.protocol().id(),
                "Macro-F1 on each subject " + differences.protocol().phrase(),
                "Each point is one of " + Phrases.counted(subjects, "subject", "subjects")
                        + ", scored over the classes it has beats of; full colour marks the worst tenth, the large dot the median. A"
                        + " subject with one class only is often at 1, and a subject with a few beats of a rare class can be far"
                        + " below."
                        + (shown.size() < differences.ranking().size()
                                ? " Shown are the best " + shown.size() + " of "
                                        + differences.ranking().size() + " classifiers."
                                : ""),
                "Macro-F1 of " + shown.size() + " classifiers on each of " + subjects
                        + " subjects; the tables below give the values.",
                new Strips(Axis.linear("macro-F1 on one subject", Quantity.SCORE), strips));
    }

    private Table worst(Differences differences) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Score score : differences.ranking()) {
            SubjectScores macroF1 = differences.scores(score, ComparisonMetric.MACRO_F1);
            SubjectScores accuracy = differences.scores(score, ComparisonMetric.ACCURACY);
            rows.add(List.of(
                    Cell.text(score.competitor()),
                    Cell.of(Quantity.SCORE, macroF1.sample().quantile(0.5)),
                    Cell.of(Quantity.SCORE, macroF1.meanOfWorstTenth()),
                    Cell.text(names(macroF1)),
                    Cell.of(Quantity.SHARE, accuracy.sample().quantile(0.5)),
                    Cell.of(Quantity.SHARE, accuracy.meanOfWorstTenth()),
                    Cell.text(names(accuracy))));
        }
        SubjectScores any = differences.scores(differences.ranking().get(0), ComparisonMetric.MACRO_F1);
        return new Table(
                "The worst tenth of the subjects " + differences.protocol().phrase(),
                Phrases.capital(differences.protocol().title()) + ", "
                        + Phrases.counted(any.subjects().size(), "subject", "subjects")
                        + ", each with the same weight however many beats it has; the worst tenth is "
                        + Phrases.counted(any.worstTenth().size(), "subject", "subjects")
                        + ". The macro-F1 of a subject is over the classes that it has beats of. Without intervals.",
                List.of(
                        Column.text("Classifier"),
                        Column.number("Macro-F1, median", "of the subjects' macro-F1"),
                        Column.number("worst tenth", "mean of the lowest tenth of the subjects' macro-F1"),
                        Column.text("Who"),
                        Column.number("Accuracy, median", "of the subjects' accuracy"),
                        Column.number("worst tenth", "mean of the lowest tenth of the subjects' accuracy"),
                        Column.text("Who")),
                rows);
    }

    private Table each(Differences differences) {
        List<Score> shown = differences.ranking().stream().limit(MOST_COLUMNS).toList();
        List<SubjectScores> macroF1 = shown.stream()
                .map(score -> differences.scores(score, ComparisonMetric.MACRO_F1))
                .toList();
        List<SubjectScores> accuracy = shown.stream()
                .map(score -> differences.scores(score, ComparisonMetric.ACCURACY))
                .toList();
        Score best = shown.get(0);
        SortedMap<String, ConfusionMatrix> answers = ConfusionMatrix.bySubject(best.answers(best.seeds()));
        List<Column> columns = new ArrayList<>(
                List.of(Column.text("Subject"), Column.number("Beats", "scored beats"), Column.text("Classes")));
        shown.forEach(score -> columns.add(Column.number(
                score.competitor(), "macro-F1 over the classes of the subject, with the accuracy beside it")));
        List<String> subjects = macroF1.get(0).subjects();
        List<Integer> order = IntStream.range(0, subjects.size())
                .boxed()
                .sorted(Comparator.comparingDouble(subject -> mean(macroF1, subjects.get(subject))))
                .limit(MOST_SUBJECTS)
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (int subject : order) {
            String name = subjects.get(subject);
            ConfusionMatrix own = Objects.requireNonNull(answers.get(name), name);
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text(name),
                    Cell.count(Math.round(own.total() / (double) best.seeds().size())),
                    Cell.text(classes(own))));
            for (int i = 0; i < shown.size(); i++) {
                row.add(cell(macroF1.get(i), accuracy.get(i), name));
            }
            rows.add(row);
        }
        return new Table(
                "Subject by subject " + differences.protocol().phrase(),
                "Macro-F1 over the classes of the subject, and beside it the accuracy; the hardest subjects first."
                        + (subjects.size() > MOST_SUBJECTS
                                ? " Shown are the hardest " + MOST_SUBJECTS + " of " + subjects.size() + "."
                                : "")
                        + (shown.size() < differences.ranking().size()
                                ? " Shown are the best " + shown.size() + " of "
                                        + differences.ranking().size() + " classifiers."
                                : ""),
                columns,
                rows);
    }

    private static Cell cell(SubjectScores macroF1, SubjectScores accuracy, String subject) {
        int place = macroF1.subjects().indexOf(subject);
        return place < 0
                ? Cell.missing()
                : Cell.of(Quantity.SCORE, macroF1.score(place)).withDetail(Numbers.share(accuracy.score(place)));
    }

    private static double mean(List<SubjectScores> classifiers, String subject) {
        return classifiers.stream()
                .filter(scores -> scores.subjects().contains(subject))
                .mapToDouble(scores -> scores.score(scores.subjects().indexOf(subject)))
                .average()
                .orElse(0);
    }

    private static String classes(ConfusionMatrix answers) {
        return String.join(
                " ",
                IntStream.range(0, answers.classes().size())
                        .filter(label -> answers.ofClass(label) > 0)
                        .mapToObj(answers.classes()::get)
                        .toList());
    }

    private static String names(SubjectScores scores) {
        List<Integer> worst = scores.worstTenth();
        String named = String.join(
                ", ",
                worst.stream().limit(MOST_NAMED).map(scores.subjects()::get).toList());
        return worst.size() > MOST_NAMED ? named + " and " + (worst.size() - MOST_NAMED) + " more" : named;
    }
}
