package org.beatbench.reports.sections.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Figure;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Bars;
import org.beatbench.reports.chart.Frontier;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Ladder;
import org.beatbench.reports.chart.Matrix;
import org.beatbench.reports.sections.Colours;
import org.beatbench.reports.sections.ComparisonPhrases;

/** The figures of a comparison. */
public final class Figures {

    private final Comparison comparison;

    public Figures(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The macro-F1 of each competitor from the loosest protocol to the strictest. */
    Figure ladder() {
        List<Protocol> protocols = comparison.protocols();
        List<Ladder.Line> lines = new ArrayList<>();
        for (String competitor : comparison.competitors()) {
            List<Ladder.Rung> rungs = new ArrayList<>();
            for (int step = 0; step < protocols.size(); step++) {
                int place = step;
                comparison
                        .score(competitor, protocols.get(step))
                        .flatMap(Score::macroF1)
                        .ifPresent(estimate -> rungs.add(new Ladder.Rung(place, estimate)));
            }
            if (!rungs.isEmpty()) {
                lines.add(new Ladder.Line(competitor, Colours.of(comparison, competitor), rungs));
            }
        }
        yardstick(protocols).ifPresent(lines::add);
        return new Figure(
                "ladder",
                "The same classifiers, asked more and more honestly",
                "Macro-F1 from the loosest protocol on the left to the strictest on the right, with 95 % intervals. A line that"
                        + " falls steeply was praised for what it remembered. " + testParts(protocols) + " Audits: "
                        + ComparisonPhrases.audits(comparison) + ".",
                lines.size() + " lines of macro-F1 over the protocols "
                        + String.join(
                                ", ", protocols.stream().map(Protocol::title).toList())
                        + "; the tables below give every value.",
                new Ladder(
                        protocols.stream().map(Protocol::title).toList(),
                        Axis.linear("macro-F1", Quantity.SCORE),
                        lines));
    }

    /**
     * That the points which lines join are of other test beats, and of which, in a sentence: a line through them is no course of
     * one thing.
     */
    public String testParts(List<Protocol> protocols) {
        return "The points of a line are of different test beats: "
                + protocols.stream().map(this::testPart).collect(Collectors.joining("; ")) + ".";
    }

    private String testPart(Protocol protocol) {
        Score any = comparison.ranking(protocol).get(0);
        List<String> unscored = protocol.unscored().stream()
                .filter(comparison.plan().classNames()::contains)
                .sorted()
                .toList();
        return protocol.title() + ", " + Numbers.count(any.beats())
                + (any.subjects() > 0 ? " of " + Phrases.counted(any.subjects(), "person", "people") : "")
                + (unscored.isEmpty() ? "" : ", without " + Phrases.listed(unscored));
    }

    /** The best canary under each protocol as one grey line, so that several of them do not crowd out the competitors. */
    private Optional<Ladder.Line> yardstick(List<Protocol> protocols) {
        List<Ladder.Rung> rungs = new ArrayList<>();
        for (int step = 0; step < protocols.size(); step++) {
            int place = step;
            comparison.references(protocols.get(step)).stream()
                    .findFirst()
                    .flatMap(Score::macroF1)
                    .ifPresent(estimate -> rungs.add(new Ladder.Rung(place, estimate)));
        }
        return rungs.isEmpty() ? Optional.empty() : Optional.of(new Ladder.Line("best canary", Hue.NEUTRAL, rungs));
    }

    /** Quality against the time a single beat takes. */
    public Figure frontier(Protocol protocol) {
        List<Frontier.Point> points = comparison.ranking(protocol).stream()
                .filter(score -> score.hasCosts() && score.macroF1().isPresent() && latency(score) > 0)
                .map(score -> new Frontier.Point(
                        score.competitor(),
                        Colours.of(comparison, score.competitor()),
                        latency(score),
                        score.macroF1().orElseThrow()))
                .toList();
        return new Figure(
                "quality-and-cost",
                "Quality against cost " + protocol.phrase(),
                "Up is better, left is faster. The dashed line joins those that no other beats in both; vertical lines are 95 %"
                        + " intervals. " + Phrases.capital(protocol.phrase()) + "; "
                        + ComparisonPhrases.of(comparison.audit(protocol))
                        + ".",
                points.size()
                        + " classifiers by macro-F1 and median time to answer one beat; the table below gives every value.",
                new Frontier(
                        Axis.logarithmic("median time to answer one beat", Quantity.SECONDS),
                        Axis.linear("macro-F1", Quantity.SCORE),
                        points));
    }

    /** What was taken for what. */
    public Figure confusion(Score score) {
        ConfusionMatrix confusion = score.confusion();
        List<String> classes = confusion.classes();
        List<Integer> rows = comparison.scored(score.protocol());
        List<List<Long>> counts = rows.stream()
                .map(truth -> IntStream.range(0, classes.size())
                        .mapToObj(answer -> confusion.count(truth, answer))
                        .toList())
                .toList();
        return new Figure(
                "confusion-" + score.protocol().id() + "-"
                        + comparison.competitors().indexOf(score.competitor()),
                score.competitor() + ", " + score.protocol().title(),
                "Share of the true class, and beats"
                        + (score.seeds().size() > 1 ? " of " + score.seeds().size() + " seeds together." : ".")
                        + ComparisonPhrases.few(comparison, score.protocol()),
                "Confusion matrix of " + score.competitor() + " "
                        + score.protocol().phrase() + ": " + Numbers.count(confusion.correct()) + " of "
                        + Numbers.count(confusion.total()) + " beats right.",
                new Matrix(
                        "truth",
                        "answer",
                        rows.stream()
                                .map(label -> ComparisonPhrases.className(comparison, score.protocol(), label))
                                .toList(),
                        IntStream.range(0, classes.size())
                                .mapToObj(label -> ComparisonPhrases.className(comparison, score.protocol(), label))
                                .toList(),
                        counts));
    }

    /** How many beats of each class there are. */
    public Figure classes() {
        List<Bars.Bar> bars = new ArrayList<>();
        for (int label = 0; label < comparison.plan().classNames().size(); label++) {
            bars.add(new Bars.Bar(
                    comparison.plan().classNames().get(label),
                    Hue.ofClass(label),
                    Estimate.exactly(comparison.plan().classCounts().get(label))));
        }
        String counts = String.join(
                ", ",
                bars.stream()
                        .map(bar -> bar.name() + " "
                                + Numbers.count((long) bar.estimate().value()))
                        .toList());
        return new Figure(
                "class-counts",
                "Beats of each class",
                "The rarer a class, the less its scores mean.",
                "Beats of each class: " + counts,
                new Bars(Axis.linear("beats", Quantity.COUNT), bars));
    }

    private static double latency(Score score) {
        return score.median(cost -> Tables.seconds(cost.singleMedian()));
    }
}
