package org.beatbench.reports.sections.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.OneVsRestCurves;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.metrics.ClassMetric;
import org.beatbench.metrics.Quality;
import org.beatbench.metrics.Ranking;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Tradeoffs;
import org.beatbench.reports.sections.Colours;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.reports.sections.YardstickNotes;

/** ROC and precision-recall curves: how well each class is told from the rest, at every threshold. */
public final class OneVsRestSection {

    /** As many as have a colour of their own. */
    private static final int MOST_CLASSIFIERS = 10;

    /** More squares are too many to look at. */
    private static final int MOST_CLASSES = 12;

    /** Beyond this many lines only those of the strictest protocol are shown. */
    private static final int MOST_LINES = 480;

    /** What is not counted, but follows from probabilities. */
    private static final List<ClassMetric> METRICS = Stream.of(ClassMetric.values())
            .filter(metric -> !metric.isCounted())
            .toList();

    private static final Axis FALSE_POSITIVES = Axis.linear("false positive rate", Quantity.SHARE);
    private static final Axis SENSITIVITY = Axis.linear("true positive rate: sensitivity", Quantity.SHARE);
    private static final Axis RECALL = Axis.linear("recall: sensitivity", Quantity.SHARE);
    private static final Axis PRECISION = Axis.linear("precision: +P", Quantity.SHARE);

    private final Comparison comparison;

    public OneVsRestSection(Comparison comparison) {
        this.comparison = comparison;
    }

    /** What there is to say under the protocols that somebody completed, at least one. */
    public Section section() {
        List<Protocol> protocols = comparison.protocols();
        int lines = protocols.stream()
                .mapToInt(
                        protocol -> 2 * shown(protocol).size() * drawn(protocol).size())
                .sum();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.normal(
                "A classifier decides for its most probable class. One may also set a threshold to the probability of one"
                        + " class: a low one finds more of its beats, and raises more false alarms. The curves show all"
                        + " thresholds at once, for each class against the rest. Where a class is rare, look at the second kind:"
                        + " a hundredth of all other beats is few false alarms in the first, and may be more beats than the class"
                        + " has. No threshold was chosen by these beats."));
        for (int i = protocols.size() - 1; i >= 0; i--) {
            Protocol protocol = protocols.get(i);
            if (lines <= MOST_LINES || i == protocols.size() - 1) {
                blocks.addAll(figures(protocol));
            }
            blocks.add(table(protocol));
        }
        if (lines > MOST_LINES) {
            blocks.add(
                    Prose.normal(
                            "The curves under looser protocols are too many to be shown; they follow from the stored answers."));
        }
        return new Section("separation", "Class against the rest", blocks);
    }

    private List<Block> figures(Protocol protocol) {
        List<Integer> drawn = drawn(protocol);
        if (drawn.isEmpty()) {
            return List.of(Prose.normal(
                    Phrases.capital(protocol.phrase()) + " there is no curve: not one class has beats beside others."));
        }
        return List.of(
                figure(
                        protocol,
                        drawn,
                        "roc",
                        "Receiver operating characteristics",
                        "Up and to the left is better. Equally probable beats are joined by a straight line; the dashed line is"
                                + " chance.",
                        new Tradeoffs(
                                FALSE_POSITIVES,
                                SENSITIVITY,
                                squares(
                                        protocol,
                                        drawn,
                                        OneVsRestCurves::roc,
                                        share -> List.of(new Tradeoffs.Point(0, 0), new Tradeoffs.Point(1, 1))))),
                figure(
                        protocol,
                        drawn,
                        "precision-recall",
                        "Precision over recall",
                        "Up and to the right is better. The lines go in steps, since nothing lies between two thresholds; the"
                                + " dashed line is chance, the part of the beats that is of the class.",
                        new Tradeoffs(
                                RECALL,
                                PRECISION,
                                squares(
                                        protocol,
                                        drawn,
                                        OneVsRestCurves::precisionRecall,
                                        share -> List.of(
                                                new Tradeoffs.Point(0, share), new Tradeoffs.Point(1, share))))));
    }

    private Figure figure(
            Protocol protocol, List<Integer> drawn, String id, String title, String reading, Tradeoffs chart) {
        return new Figure(
                id + "-" + protocol.id(),
                title + " " + protocol.phrase(),
                reading + notes(protocol) + " Lines are thinned to at most " + OneVsRestCurves.MOST_POINTS
                        + " points that look the same; the areas in the table are of all. Without intervals; "
                        + ComparisonPhrases.of(comparison.audit(protocol)) + ".",
                Phrases.counted(drawn.size(), "square", "squares") + " with one line for each of "
                        + Phrases.counted(shown(protocol).size(), "classifier", "classifiers") + "; "
                        + chart.y().label() + " over " + chart.x().label()
                        + "; the table below gives the area under each.",
                chart);
    }

    /** What is not drawn, and why, with a blank before it. */
    private String notes(Protocol protocol) {
        StringBuilder notes = new StringBuilder();
        List<String> missing = comparison.scored(protocol).stream()
                .filter(label -> !isDefined(protocol, label))
                .map(label -> comparison.plan().classNames().get(label))
                .toList();
        if (!missing.isEmpty()) {
            notes.append(" Not defined, since the test has no such beats or no others: ")
                    .append(Phrases.listed(missing))
                    .append('.');
        }
        int ranked = comparison.ranking(protocol).size();
        if (ranked > MOST_CLASSIFIERS) {
            notes.append(" Shown are the ")
                    .append(MOST_CLASSIFIERS)
                    .append(" classifiers with the highest macro-F1 of ")
                    .append(ranked)
                    .append('.');
        }
        int defined = comparison.scored(protocol).size() - missing.size();
        if (defined > MOST_CLASSES) {
            notes.append(" Shown are the first ")
                    .append(MOST_CLASSES)
                    .append(" classes of ")
                    .append(defined)
                    .append('.');
        }
        return notes.toString();
    }

    private List<Tradeoffs.Square> squares(
            Protocol protocol,
            List<Integer> labels,
            Function<OneVsRestCurves, List<Ranking.Point>> curve,
            DoubleFunction<List<Tradeoffs.Point>> chance) {
        return labels.stream()
                .map(label -> new Tradeoffs.Square(
                        ComparisonPhrases.className(comparison, protocol, label),
                        chance.apply(share(protocol, label)),
                        shown(protocol).stream()
                                .map(score -> new Tradeoffs.Line(
                                        score.competitor(),
                                        Colours.of(comparison, score.competitor()),
                                        points(curve.apply(score.separation(label)))))
                                .toList()))
                .toList();
    }

    private static List<Tradeoffs.Point> points(List<Ranking.Point> curve) {
        return curve.stream()
                .map(point -> new Tradeoffs.Point(point.x(), point.y()))
                .toList();
    }

    private List<Score> shown(Protocol protocol) {
        List<Score> ranking = comparison.ranking(protocol);
        return ranking.subList(0, Math.min(MOST_CLASSIFIERS, ranking.size()));
    }

    private List<Integer> drawn(Protocol protocol) {
        return comparison.scored(protocol).stream()
                .filter(label -> isDefined(protocol, label))
                .limit(MOST_CLASSES)
                .toList();
    }

    private boolean isDefined(Protocol protocol, int label) {
        return comparison
                .ranking(protocol)
                .get(0)
                .quality(ClassMetric.AUROC, label)
                .isPresent();
    }

    private double share(Protocol protocol, int label) {
        return comparison.ranking(protocol).get(0).separation(label).share();
    }

    private Table table(Protocol protocol) {
        List<Integer> labels = comparison.scored(protocol);
        List<Column> columns = new ArrayList<>(List.of(Column.text("Classifier")));
        for (int label : labels) {
            String name = comparison.plan().classNames().get(label);
            for (ClassMetric metric : METRICS) {
                columns.add(Column.number(
                        metric.title() + " " + ComparisonPhrases.className(comparison, protocol, label),
                        metric.hint(name)
                                + (metric == ClassMetric.AUPRC
                                        ? "; " + Numbers.score(share(protocol, label)) + " by chance"
                                        : "")));
            }
        }
        columns.add(Column.number(Quality.MACRO_AUROC.title(), Quality.MACRO_AUROC.explanation()));
        columns.add(Column.number(Quality.MACRO_AUPRC.title(), Quality.MACRO_AUPRC.explanation()));
        List<List<Cell>> rows = new ArrayList<>();
        comparison.ranking(protocol).forEach(score -> rows.add(row(score, labels)));
        comparison.references(protocol).forEach(score -> rows.add(YardstickNotes.setApart(row(score, labels))));
        return new Table(
                "Areas under the curves, " + protocol.title(),
                ComparisonPhrases.basis(comparison.ranking(protocol))
                        + ComparisonPhrases.few(comparison, protocol)
                        + " AUROC: area under the receiver operating characteristic; AUPRC: average precision, the area under"
                        + " the steps. By chance the one is 0.5 and the other the share of the class: "
                        + String.join(", ", chances(protocol, labels)) + "."
                        + YardstickNotes.note(comparison, protocol),
                columns,
                rows);
    }

    private List<String> chances(Protocol protocol, List<Integer> labels) {
        return labels.stream()
                .map(label -> comparison.plan().classNames().get(label) + " " + Numbers.score(share(protocol, label)))
                .toList();
    }

    private static List<Cell> row(Score score, List<Integer> labels) {
        List<Cell> row = new ArrayList<>(List.of(Cell.text(score.competitor())));
        for (int label : labels) {
            for (ClassMetric metric : METRICS) {
                row.add(Cell.of(Quantity.of(metric.unit()), score.quality(metric, label)));
            }
        }
        row.add(Cell.of(Quantity.SCORE, score.quality(Quality.MACRO_AUROC)));
        row.add(Cell.of(Quantity.SCORE, score.quality(Quality.MACRO_AUPRC)));
        return row;
    }
}
