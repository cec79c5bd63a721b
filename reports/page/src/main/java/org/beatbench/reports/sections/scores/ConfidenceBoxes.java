package org.beatbench.reports.sections.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Figure;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Boxes;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.stats.Sample;

/** How sure each classifier is of its right answers, and how sure of its wrong ones. */
final class ConfidenceBoxes {

    private static final int MOST_CLASSIFIERS = 12;

    private static final String RIGHT = "answered rightly";
    private static final String WRONG = "answered wrongly";

    private final Comparison comparison;

    ConfidenceBoxes(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Of those in the ranking of a protocol, which somebody completed. */
    Figure figure(Protocol protocol) {
        List<Score> ranking = comparison.ranking(protocol);
        List<Score> shown = ranking.subList(0, Math.min(MOST_CLASSIFIERS, ranking.size()));
        List<Boxes.Row> rows = shown.parallelStream().map(ConfidenceBoxes::row).toList();
        return new Figure(
                "confidence-boxes",
                "How sure, when right and when wrong, " + protocol.phrase(),
                "The probability of the class decided for, over the test beats answered rightly and over those answered"
                        + " wrongly. A box holds the middle half of the beats, the thick line in it is the median, and the whiskers"
                        + " end at the " + quantile(Boxes.LOW) + " and the " + quantile(Boxes.HIGH)
                        + " quantile; beside it stands how many beats it is of"
                        + (shown.stream().anyMatch(score -> score.seeds().size() > 1)
                                ? ", those of all seeds together"
                                : "")
                        + ". A classifier worth trusting is unsure where it is"
                        + " wrong: its lower box lies well left of the upper one." + faultless(rows)
                        + " Every beat counts the same, so the boxes are mostly about the frequent classes."
                        + (shown.size() < ranking.size()
                                ? " Shown are the best " + shown.size() + " of " + ranking.size() + " classifiers."
                                : "")
                        + " " + Phrases.capital(protocol.phrase()) + "; "
                        + ComparisonPhrases.of(shown.get(0).audit()) + ".",
                "Boxes of the probability of the class decided for, of "
                        + Phrases.counted(rows.size(), "classifier", "classifiers")
                        + ". Medians when right and when wrong: " + medians(rows) + ".",
                new Boxes(Axis.linear("probability of the class decided for", Quantity.SHARE), "beats", rows));
    }

    private static Boxes.Row row(Score score) {
        Answers answers = score.answers();
        List<Boxes.Box> boxes = new ArrayList<>();
        box(answers, true).ifPresent(boxes::add);
        box(answers, false).ifPresent(boxes::add);
        return new Boxes.Row(score.competitor(), boxes);
    }

    private static Optional<Boxes.Box> box(Answers answers, boolean right) {
        double[] confidences = IntStream.range(0, answers.size())
                .filter(answer -> (answers.predicted(answer) == answers.truth(answer)) == right)
                .mapToDouble(answer -> answers.probability(answer, answers.predicted(answer)))
                .toArray();
        if (confidences.length == 0) {
            return Optional.empty();
        }
        Sample sample = Sample.of(confidences);
        return Optional.of(new Boxes.Box(
                right ? RIGHT : WRONG,
                Hue.ofLayer(right ? 1 : 2),
                sample.size(),
                sample.quantile(Boxes.LOW),
                sample.quantile(0.25),
                sample.quantile(0.5),
                sample.quantile(0.75),
                sample.quantile(Boxes.HIGH)));
    }

    private static String quantile(double share) {
        return Numbers.tick(Quantity.SHARE, share);
    }

    /** A sentence about those that lack a box, with a blank before it; nothing if nobody does. */
    private static String faultless(List<Boxes.Row> rows) {
        return without(rows, WRONG, "wrong") + without(rows, RIGHT, "right");
    }

    private static String without(List<Boxes.Row> rows, String box, String word) {
        List<String> names = rows.stream()
                .filter(row -> row.box(box).isEmpty())
                .map(Boxes.Row::name)
                .toList();
        return names.isEmpty()
                ? ""
                : " No answer of " + Phrases.listed(names) + " is " + word + ", so there is no such box.";
    }

    private static String medians(List<Boxes.Row> rows) {
        return String.join(
                "; ",
                rows.stream()
                        .map(row -> row.name() + " " + median(row, RIGHT) + " and " + median(row, WRONG))
                        .toList());
    }

    private static String median(Boxes.Row row, String box) {
        return row.box(box).map(found -> Numbers.share(found.median())).orElse("none");
    }
}
