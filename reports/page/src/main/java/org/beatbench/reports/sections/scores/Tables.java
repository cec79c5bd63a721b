package org.beatbench.reports.sections.scores;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.metrics.ClassMetric;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.reports.sections.YardstickNotes;
import org.beatbench.results.Costs;

/** The tables of a comparison. */
public final class Tables {

    /** Columns that every table of qualities begins with. */
    private static final Set<Quality> FIRST = EnumSet.of(Quality.MACRO_F1, Quality.ACCURACY, Quality.MAJORITY_RATE);

    /**
     * What stands elsewhere: the pooled AUROC in the table on what the division is worth, the area under the risk-coverage curve
     * in that on reliability, and kappa as the figures of ANSI/AAMI EC57.
     */
    static final Set<Quality> ELSEWHERE = EnumSet.of(Quality.MICRO_AUROC, Quality.AURC, Quality.KAPPA);

    /** All others, those first of which more is better. */
    private static final List<Quality> QUALITIES = Stream.of(Quality.values())
            .filter(quality -> !FIRST.contains(quality) && !ELSEWHERE.contains(quality))
            .sorted(Comparator.comparing(quality -> !quality.higherIsBetter()))
            .toList();

    /** What is counted of each class. */
    private static final List<ClassMetric> OF_CLASS =
            Stream.of(ClassMetric.values()).filter(ClassMetric::isCounted).toList();

    /** Beyond this many classes, a table with columns for each cannot be read. */
    private static final int MOST_CLASSES = 8;

    private final Comparison comparison;

    public Tables(Comparison comparison) {
        this.comparison = comparison;
    }

    /** All competitors under one protocol, with what it would seem under the loosest one and what they cost. */
    public Table ranked(Protocol protocol, Protocol loosest) {
        List<Score> ranking = comparison.ranking(protocol);
        List<Integer> scored = comparison.scored(protocol);
        boolean isCrowded = scored.size() > MOST_CLASSES;
        List<Integer> labels = isCrowded ? List.of() : scored;
        List<Column> columns = new ArrayList<>(
                List.of(Column.text("Classifier"), Column.merit("Macro-F1", Quality.MACRO_F1.explanation(), true)));
        bothSides(ranking).ifPresent(columns::add);
        if (!loosest.equals(protocol)) {
            columns.add(Column.number(
                    "Optimism",
                    "how much higher the macro-F1 is " + loosest.phrase() + ", the loosest protocol measured"));
        }
        columns.add(Column.merit("Accuracy", Quality.ACCURACY.explanation(), true));
        columns.add(Column.number("Majority rate", Quality.MAJORITY_RATE.explanation()));
        for (int label : labels) {
            String name = comparison.plan().classNames().get(label);
            String marked = ComparisonPhrases.className(comparison, protocol, label);
            columns.add(Column.merit("Se " + marked, "sensitivity: " + ClassMetric.SENSITIVITY.hint(name), true));
            columns.add(Column.merit(
                    "+P " + marked,
                    "positive predictive value: the part of the beats called " + name + " that is of that class",
                    true));
        }
        columns.add(Column.merit("ECE", Quality.ECE.explanation(), false));
        columns.addAll(costColumns());
        return new Table(
                "Ranked " + protocol.phrase(),
                ComparisonPhrases.basis(ranking)
                        + (isCrowded
                                ? " There are too many classes for columns of their own: see Class by class."
                                : ComparisonPhrases.few(comparison, protocol))
                        + YardstickNotes.note(comparison, protocol),
                columns,
                rows(protocol, (score, isBest) -> rankedRow(score, isBest, labels, loosest)));
    }

    private List<Cell> rankedRow(Score score, boolean isBest, List<Integer> labels, Protocol loosest) {
        List<Cell> row = new ArrayList<>(List.of(Cell.text(score.competitor()), macroF1(score, isBest)));
        addBothSides(score, row);
        if (!loosest.equals(score.protocol())) {
            row.add(optimism(score));
        }
        row.addAll(accuracy(score));
        ConfusionMatrix confusion = score.confusion();
        for (int label : labels) {
            row.add(Cell.of(Quantity.SHARE, confusion.sensitivity(label)));
            row.add(Cell.of(Quantity.SHARE, confusion.positivePredictiveValue(label)));
        }
        row.add(Cell.of(Quantity.SHARE, score.quality(Quality.ECE)));
        row.addAll(costs(score));
        return row;
    }

    /** What makes the row of a score, which may be the best. */
    private interface RowMaker {
        List<Cell> row(Score score, boolean isBest);
    }

    /** The rows of all competitors, the best first, and then those of the canaries, set apart. */
    private List<List<Cell>> rows(Protocol protocol, RowMaker maker) {
        List<List<Cell>> rows = new ArrayList<>();
        comparison.ranking(protocol).forEach(score -> rows.add(maker.row(score, rows.isEmpty())));
        comparison.references(protocol).forEach(score -> rows.add(YardstickNotes.setApart(maker.row(score, false))));
        return rows;
    }

    /** All qualities under one protocol. */
    public Table qualities(Protocol protocol) {
        List<Score> ranking = comparison.ranking(protocol);
        List<Column> columns = new ArrayList<>(
                List.of(Column.text("Classifier"), Column.merit("Macro-F1", Quality.MACRO_F1.explanation(), true)));
        bothSides(ranking).ifPresent(columns::add);
        columns.add(Column.merit("Accuracy", Quality.ACCURACY.explanation(), true));
        columns.add(Column.number("Majority rate", Quality.MAJORITY_RATE.explanation()));
        QUALITIES.forEach(
                quality -> columns.add(Column.merit(quality.title(), quality.explanation(), quality.higherIsBetter())));
        return new Table(
                "All qualities " + protocol.phrase(),
                ComparisonPhrases.basis(ranking) + YardstickNotes.note(comparison, protocol),
                columns,
                rows(protocol, Tables::qualityRow));
    }

    private static List<Cell> qualityRow(Score score, boolean isBest) {
        List<Cell> row = new ArrayList<>(List.of(Cell.text(score.competitor()), macroF1(score, isBest)));
        addBothSides(score, row);
        row.addAll(accuracy(score));
        QUALITIES.forEach(quality -> row.add(Cell.of(Quantity.of(quality.unit()), score.quality(quality))));
        return row;
    }

    /** What is counted of each class, with intervals. */
    public Table classes(Protocol protocol) {
        List<Score> ranking = comparison.ranking(protocol);
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("Classifier"), Column.text("Class"), Column.number("Beats", "test beats of the class")));
        OF_CLASS.forEach(metric -> columns.add(Column.merit(metric.title(), metric.hint(), metric.higherIsBetter())));
        List<List<Cell>> rows = new ArrayList<>();
        for (Score score : ranking) {
            for (int label : comparison.scored(protocol)) {
                List<Cell> row = new ArrayList<>(List.of(
                        Cell.text(score.competitor()),
                        Cell.text(ComparisonPhrases.className(comparison, protocol, label)),
                        Cell.count(score.beats(label))));
                OF_CLASS.forEach(metric -> row.add(Cell.of(Quantity.of(metric.unit()), score.estimate(metric, label))));
                rows.add(row);
            }
        }
        return new Table(
                "Class by class " + protocol.phrase(),
                ComparisonPhrases.basis(ranking) + ComparisonPhrases.few(comparison, protocol),
                columns,
                rows);
    }

    /** What training and answering cost. */
    public Table costs(Protocol protocol) {
        List<Column> columns = new ArrayList<>(
                List.of(Column.text("Classifier"), Column.number("Trained on", "beats fitted on, after resampling")));
        columns.addAll(costColumns());
        columns.add(Column.merit("Whole test", "time to answer all test beats of a trial in one call", false));
        columns.add(Column.merit("Beats per second", "of the same", true));
        columns.add(Column.merit("Peak memory", "largest resident size of a trial's process", false));
        List<List<Cell>> rows = new ArrayList<>();
        List<Score> measured =
                comparison.ranking(protocol).stream().filter(Score::hasCosts).toList();
        for (Score score : measured) {
            double whole = score.median(cost -> seconds(cost.wholeTest()));
            List<Cell> row = new ArrayList<>(
                    List.of(Cell.text(score.competitor()), Cell.count(Math.round(score.median(Costs::trainingBeats)))));
            row.addAll(costs(score));
            row.add(Cell.of(Quantity.SECONDS, whole));
            row.add(whole > 0 ? Cell.count(Math.round(score.median(Costs::testBeats) / whole)) : Cell.missing());
            row.add(positive(Quantity.BYTES, score.median(Costs::peakMemoryBytes)));
            rows.add(row);
        }
        return new Table(
                "Costs " + protocol.phrase(),
                "Medians over " + trials(measured)
                        + " per classifier. Times are wall time on the machine named below and mean little on another."
                        + " " + Phrases.capital(protocol.title()) + "; "
                        + ComparisonPhrases.of(comparison.audit(protocol)) + ".",
                columns,
                rows);
    }

    /** One row per competitor, two columns per protocol: short enough for a page of text. */
    public Table summary() {
        List<Protocol> protocols = comparison.protocols();
        Protocol strictest = protocols.get(protocols.size() - 1);
        List<Column> columns = new ArrayList<>(List.of(Column.text("Classifier")));
        for (Protocol protocol : protocols) {
            columns.add(Column.number("accuracy, " + protocol.title(), Quality.ACCURACY.explanation()));
            columns.add(Column.number("macro-F1, " + protocol.title(), Quality.MACRO_F1.explanation()));
            bothSides(comparison.ranking(protocol)).ifPresent(columns::add);
        }
        columns.add(Column.number("fit, " + strictest.title(), "time to train"));
        columns.add(Column.number("one beat, median, " + strictest.title(), "median time to answer a single beat"));
        List<String> order = Stream.concat(
                        comparison.ranking(strictest).stream().map(Score::competitor),
                        Stream.concat(
                                comparison.competitors().stream(),
                                Stream.concat(
                                        comparison.references(strictest).stream()
                                                .map(Score::competitor),
                                        comparison.canaries().stream())))
                .distinct()
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (String competitor : order) {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(competitor)));
            for (Protocol protocol : protocols) {
                Optional<Score> score = comparison.score(competitor, protocol);
                row.add(Cell.of(Quantity.SHARE, score.flatMap(Score::accuracy)));
                row.add(Cell.of(Quantity.SCORE, score.flatMap(Score::macroF1)));
                if (bothSides(comparison.ranking(protocol)).isPresent()) {
                    row.add(score.map(some -> Cell.of(Quantity.SCORE, some.macroF1OfBothSides()))
                            .orElse(Cell.missing()));
                }
            }
            Optional<Score> costs = comparison.score(competitor, strictest).filter(Score::hasCosts);
            row.add(costs.map(score -> fit(score)).orElse(Cell.missing()));
            row.add(costs.map(score -> Cell.of(Quantity.SECONDS, score.median(cost -> seconds(cost.singleMedian()))))
                    .orElse(Cell.missing()));
            rows.add(comparison.canaries().contains(competitor) ? YardstickNotes.setApart(row) : row);
        }
        String notes = String.join(
                " ",
                protocols.stream()
                        .map(comparison::ranking)
                        .map(ComparisonPhrases::basis)
                        .toList());
        String synthetic = comparison.plan().dataset().synthetic() ? "Synthetic data. " : "";
        return new Table(
                comparison.plan().title(),
                synthetic + notes + YardstickNotes.note(comparison, strictest),
                columns,
                rows);
    }

    private static List<Column> costColumns() {
        return List.of(
                Column.merit("Fit", "wall time to train", false),
                Column.merit("One beat, p50", "median time to answer a single beat, after warm-up", false),
                Column.merit("p99", "99th percentile of the same", false),
                Column.merit("Model", "size of the saved model", false));
    }

    private static List<Cell> costs(Score score) {
        if (!score.hasCosts()) {
            return Collections.nCopies(costColumns().size(), Cell.missing());
        }
        return List.of(
                fit(score),
                Cell.of(Quantity.SECONDS, score.median(cost -> seconds(cost.singleMedian()))),
                Cell.of(Quantity.SECONDS, score.median(cost -> seconds(cost.single99()))),
                positive(Quantity.BYTES, score.median(Costs::modelBytes)));
    }

    private static Cell fit(Score score) {
        return Cell.of(Quantity.SECONDS, score.median(cost -> seconds(cost.fit())));
    }

    private static Cell macroF1(Score score, boolean best) {
        Cell cell = Cell.of(Quantity.SCORE, score.macroF1());
        Cell barred = cell.withBar(cell.value());
        Cell.Emphasis emphasis = score.protocol().leaks() ? Cell.Emphasis.DOUBTFUL : Cell.Emphasis.BEST;
        return cell.hasValue() && (best || score.protocol().leaks()) ? barred.with(emphasis) : barred;
    }

    /** A column beside the macro-F1 where classes were tested that could not be learned. */
    private static Optional<Column> bothSides(List<Score> ranking) {
        return ranking.get(0).sides().unlearned().isEmpty()
                ? Optional.empty()
                : Optional.of(Column.merit(
                        "Macro-F1, both sides",
                        "the mean of F1 over the classes that have beats on both sides: those that could be learned and were tested",
                        true));
    }

    private static void addBothSides(Score score, List<Cell> row) {
        if (!score.sides().unlearned().isEmpty()) {
            row.add(Cell.of(Quantity.SCORE, score.macroF1OfBothSides()));
        }
    }

    private static List<Cell> accuracy(Score score) {
        return List.of(
                Cell.of(Quantity.SHARE, score.accuracy()),
                Cell.of(Quantity.SHARE, score.quality(Quality.MAJORITY_RATE)));
    }

    private Cell optimism(Score score) {
        OptionalDouble gap = comparison.optimism(score);
        return gap.isEmpty()
                ? Cell.missing()
                : new Cell(Numbers.difference(gap.getAsDouble()), "", gap.getAsDouble(), 0, Cell.Emphasis.NONE);
    }

    /** How many trials stand behind a median, which differs where a competitor has fewer complete seeds. */
    private static String trials(List<Score> ranking) {
        IntSummaryStatistics trials =
                ranking.stream().mapToInt(score -> score.costs().size()).summaryStatistics();
        String most = Phrases.counted(trials.getMax(), "trial", "trials");
        return trials.getMin() == trials.getMax() ? most : Numbers.count(trials.getMin()) + " to " + most;
    }

    /** Sizes that were not measured are 0. */
    private static Cell positive(Quantity quantity, double value) {
        return value > 0 ? Cell.of(quantity, value) : Cell.missing();
    }

    public static double seconds(Duration span) {
        return span.toNanos() / 1e9;
    }
}
