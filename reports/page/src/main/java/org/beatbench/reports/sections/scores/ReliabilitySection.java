package org.beatbench.reports.sections.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.beatbench.calibration.Calibration;
import org.beatbench.calibration.Temperature;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.metrics.BrierDecomposition;
import org.beatbench.metrics.Quality;
import org.beatbench.metrics.Reliability;
import org.beatbench.metrics.RiskCoverage;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Diagonal;
import org.beatbench.reports.sections.Colours;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.stats.Sample;

/**
 * Calibration and abstention: whether the confidence of a classifier can be trusted, and what it is worth to let it
 * keep silent.
 */
public final class ReliabilitySection {

    /** As many as have a colour of their own. */
    private static final int MOST_CURVES = 10;

    private final Comparison comparison;

    public ReliabilitySection(Comparison comparison) {
        this.comparison = comparison;
    }

    /** What there is to say under the protocols that somebody completed, at least one. */
    public Section section() {
        List<Protocol> protocols = comparison.protocols();
        Protocol strictest = protocols.get(protocols.size() - 1);
        List<Score> ranking = comparison.ranking(strictest);
        List<Score> shown = ranking.subList(0, Math.min(MOST_CURVES, ranking.size()));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.normal(
                "The confidence in an answer is the probability that the classifier gave the class it decided for."
                        + " It can be believed if, of the beats answered with a confidence of 80 %, four in five are"
                        + " right; and it is of use if the beats it is least sure of are those it gets wrong, so that"
                        + " they can be left to a person."));
        if (shown.size() < ranking.size()) {
            blocks.add(Prose.normal("The curves show the " + MOST_CURVES + " classifiers with the highest macro-F1 of "
                    + ranking.size() + "; the tables have all."));
        }
        blocks.add(curves(strictest, shown));
        blocks.add(abstention(strictest, shown));
        blocks.add(new ConfidenceBoxes(comparison).figure(strictest));
        for (int i = protocols.size() - 1; i >= 0; i--) {
            blocks.add(table(protocols.get(i)));
        }
        return new Section("reliability", "Reliability", blocks);
    }

    private Figure curves(Protocol protocol, List<Score> shown) {
        List<Diagonal.Line> lines = shown.parallelStream()
                .map(score -> new Diagonal.Line(
                        score.competitor(), Colours.of(comparison, score.competitor()), points(score)))
                .toList();
        return new Figure(
                "reliability-curves",
                "How often answers of a confidence are right, " + protocol.phrase(),
                "At most " + Reliability.BINS
                        + " bins of about equally many beats each; equally confident answers stay in one"
                        + " bin, so a classifier that knows few degrees of confidence has few points. On the dashed line the"
                        + " confidence can be taken at its word, below it the classifier is too sure. Vertical lines are 95 %"
                        + " intervals, as in the table.",
                lines.size()
                        + " curves of the share of right answers over the confidence; the table below gives the calibration"
                        + " error of each.",
                new Diagonal(
                        Axis.linear("mean confidence of the bin, by log odds", Quantity.SHARE),
                        Axis.linear("right answers, by log odds", Quantity.SHARE),
                        lines));
    }

    private static List<Diagonal.Point> points(Score score) {
        List<Diagonal.Point> points = new ArrayList<>();
        Reliability.bins(score.answers()).forEach(bin -> score.accuracy(bin)
                .ifPresent(accuracy ->
                        points.add(new Diagonal.Point(Math.min(1, Reliability.confidence(bin)), accuracy))));
        return points;
    }

    private Figure abstention(Protocol protocol, List<Score> shown) {
        List<Curves.Curve> lines = new ArrayList<>();
        for (Score score : shown) {
            RiskCoverage risk = score.riskCoverage();
            lines.add(new Curves.Curve(
                    score.competitor(),
                    Colours.of(comparison, score.competitor()),
                    IntStream.rangeClosed(1, 100)
                            .mapToObj(percent -> percent / 100.0)
                            .map(part -> new Curves.Point(part, Estimate.exactly(risk.risk(part))))
                            .toList()));
        }
        return new Figure(
                "risk-coverage",
                "Errors that are left if the least sure answers are withheld, " + protocol.phrase(),
                "From left to right more and more beats are answered, the surest first; the height is the share of those answers"
                        + " that is wrong. A line that stays low for long belongs to a classifier that knows what it does not"
                        + " know; a level one to a classifier whose confidence says nothing. The lines are without intervals, and"
                        + " every beat counts the same, so they are mostly about the frequent classes.",
                lines.size()
                        + " curves of the share of wrong answers over the part of the beats answered; the table below gives"
                        + " the area under each.",
                new Curves(
                        Axis.linear("beats answered", Quantity.SHARE),
                        Axis.linear("wrong among them", Quantity.SHARE),
                        lines));
    }

    private Table table(Protocol protocol) {
        List<Score> ranking = comparison.ranking(protocol);
        boolean calibrated = ranking.stream().anyMatch(ReliabilitySection::isCalibrated);
        List<Column> columns = new ArrayList<>(List.of(Column.text("Classifier")));
        if (calibrated) {
            columns.add(Column.number("Temperature", Calibration.TEMPERATURE.explanation()));
        }
        columns.addAll(List.of(
                Column.number("ECE", Quality.ECE.explanation()),
                Column.number("Brier", Quality.BRIER.explanation()),
                Column.number(
                        "= reliability", "how far the probabilities are from the shares that come true; 0 is best"),
                Column.number("− resolution", "how far these shares are from the share over all; the more the better"),
                Column.number("+ uncertainty", "the score of always giving the shares over all; no doing of the model"),
                Column.number("+ within bins", "what the spread of the probabilities within bins adds"),
                Column.number("Log loss", Quality.LOG_LOSS.explanation()),
                Column.number("AURC", Quality.AURC.explanation()),
                Column.number("Wrong of all", "the share of wrong answers: 1 less the accuracy"),
                Column.number("of surest 90 %", "the share of wrong answers if the least sure tenth is withheld"),
                Column.number("of surest 50 %", "the share of wrong answers if the less sure half is withheld")));
        return new Table(
                "Reliability " + protocol.phrase(),
                ComparisonPhrases.basis(ranking)
                        + " The parts of the Brier score (Murphy 1973; Stephenson et al. 2008 for what is within bins) are over at"
                        + " most " + Reliability.BINS
                        + " bins of equally many beats for each class, added over classes; before"
                        + " rounding they add up to it."
                        + (calibrated
                                ? " Temperatures are medians over trials, fitted on the validation beats; above 1 they make a model"
                                        + " less sure."
                                : ""),
                columns,
                ranking.parallelStream().map(score -> row(score, calibrated)).toList());
    }

    private static boolean isCalibrated(Score score) {
        return score.temperatures().stream().anyMatch(value -> value != Temperature.NEUTRAL.value());
    }

    /** The median over trials, and between what it lies. */
    private static Cell temperature(Score score) {
        if (!isCalibrated(score)) {
            return Cell.missing();
        }
        double[] sorted = score.temperatures().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        Cell median = Cell.of(Quantity.PLAIN, Sample.of(sorted).quantile(0.5));
        return sorted.length == 1
                ? median
                : median.withDetail(Numbers.plain(sorted[0]) + " to " + Numbers.plain(sorted[sorted.length - 1]));
    }

    private static List<Cell> row(Score score, boolean calibrated) {
        BrierDecomposition parts = score.brierParts();
        RiskCoverage risk = score.riskCoverage();
        Optional<Estimate> error = score.estimate(Quality.ECE);
        List<Cell> row = new ArrayList<>(List.of(Cell.text(score.competitor())));
        if (calibrated) {
            row.add(temperature(score));
        }
        row.addAll(List.of(
                error.map(some -> Cell.of(Quantity.SHARE, some)).orElse(Cell.missing()),
                Cell.of(Quantity.SCORE, parts.score()),
                Cell.of(Quantity.SCORE, parts.reliability()),
                Cell.of(Quantity.SCORE, parts.resolution()),
                Cell.of(Quantity.SCORE, parts.uncertainty()),
                Cell.of(Quantity.SCORE, parts.within()),
                Cell.of(Quantity.SCORE, score.quality(Quality.LOG_LOSS)),
                Cell.of(Quantity.SHARE, risk.area()),
                Cell.of(Quantity.SHARE, risk.risk(1)),
                Cell.of(Quantity.SHARE, risk.risk(0.9)),
                Cell.of(Quantity.SHARE, risk.risk(0.5))));
        return row;
    }
}
