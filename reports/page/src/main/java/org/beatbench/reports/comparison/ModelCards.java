package org.beatbench.reports.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.experiment.Trial;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.sections.ComparisonPhrases;

/** A card for each classifier that can be forwarded alone, after Mitchell et al. 2019, "Model Cards for Model Reporting". */
final class ModelCards {

    private final Comparison comparison;
    private final Protocol strictest;

    private ModelCards(Comparison comparison, Protocol strictest) {
        this.comparison = comparison;
        this.strictest = strictest;
    }

    /** The cards of those that completed a protocol, by what they do under the strictest. */
    static Section section(Comparison comparison, Protocol strictest) {
        ModelCards cards = new ModelCards(comparison, strictest);
        List<Block> blocks = new ArrayList<>(List.of(Prose.normal(
                "What must go with a classifier that is handed on. Scores are " + strictest.phrase() + ".")));
        comparison.ranking(strictest).forEach(score -> blocks.add(cards.card(score)));
        return new Section("model-cards", "Model cards", blocks);
    }

    private Facts card(Score score) {
        Trial trial = comparison.plan().trials().stream()
                .filter(one -> one.label().equals(score.competitor()))
                .findFirst()
                .orElseThrow();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Intended use",
                "Research on the classification of single heartbeats whose places are known. Not a medical device."));
        facts.add(new Fact(
                "Model",
                trial.classifier().id() + " " + trial.classifier().version() + "; "
                        + Phrases.settings(trial.classifier().settings())));
        facts.add(new Fact("Learned from", learned(score)));
        facts.add(new Fact(
                "On new data",
                "macro-F1 " + written(score) + ", accuracy "
                        + Numbers.format(
                                Quantity.SHARE, score.quality(Quality.ACCURACY).orElse(Double.NaN))
                        + (strictest.bySubject() ? "" : "; of the same people, so nothing is known of new ones")));
        facts.add(new Fact("By class", classes(score)));
        if (score.subjects() > 1) {
            facts.add(new Fact("By person", people(score)));
        }
        facts.add(new Fact("Limits", limits(score)));
        Map<String, String> failures = comparison
                .plan()
                .knownFailures()
                .getOrDefault(trial.classifier().id(), Map.of());
        if (!failures.isEmpty()) {
            facts.add(new Fact("Fails checks of the contract, as its author says", failures(failures)));
        }
        if (score.hasCosts()) {
            facts.add(new Fact(
                    "Cost",
                    "fit "
                            + Numbers.format(
                                    Quantity.SECONDS,
                                    score.median(cost -> cost.fit().toNanos() / 1e9))
                            + ", one beat "
                            + Numbers.format(
                                    Quantity.SECONDS,
                                    score.median(cost -> cost.singleMedian().toNanos() / 1e9))));
        }
        return new Facts(id(score.competitor()), score.competitor(), facts);
    }

    /** The place of a classifier's card: {@code model-cnn}. */
    static String id(String competitor) {
        return "model-"
                + competitor
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
    }

    private String learned(Score score) {
        if (comparison.imported().contains(score.competitor())) {
            return "unknown: the answers were imported, and nothing was run here";
        }
        return comparison.plan().dataset().name()
                + (comparison.plan().dataset().synthetic() ? " (synthetic)" : "") + ", "
                + Numbers.count(Math.round(score.costs().stream()
                        .mapToLong(cost -> cost.trainingBeats())
                        .average()
                        .orElse(0)))
                + " beats after resampling; audit: "
                + comparison.audit(strictest).map(audit -> audit.label()).orElse("none");
    }

    private static String written(Score score) {
        return score.macroF1()
                .map(estimate -> Numbers.estimate(Quantity.SCORE, estimate))
                .orElse("not defined");
    }

    private String classes(Score score) {
        return comparison.scored(strictest).stream()
                .map(label -> ComparisonPhrases.className(comparison, strictest, label) + " F1 "
                        + Numbers.format(
                                Quantity.SCORE, score.confusion().f1(label).orElse(Double.NaN))
                        + " of " + Numbers.count(score.beats(label)) + " beats")
                .collect(Collectors.joining("; "));
    }

    private static String people(Score score) {
        List<Map.Entry<String, Double>> worst =
                ConfusionMatrix.bySubject(score.answers(score.seeds())).entrySet().stream()
                        .filter(entry -> entry.getValue().total() > 0)
                        .map(entry -> Map.entry(
                                entry.getKey(),
                                entry.getValue().correct()
                                        / (double) entry.getValue().total()))
                        .sorted(Map.Entry.comparingByValue())
                        .limit(3)
                        .toList();
        return "least often right on "
                + worst.stream()
                        .map(entry -> entry.getKey() + " (" + Numbers.share(entry.getValue()) + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String failures(Map<String, String> reasons) {
        return reasons.entrySet().stream()
                .map(failure -> failure.getKey() + ": " + failure.getValue())
                .collect(Collectors.joining("; "));
    }

    private String limits(Score score) {
        List<String> limits = new ArrayList<>();
        if (score.macroF1().filter(estimate -> estimate.hasInterval()).isEmpty() || !score.overSubjects()) {
            limits.add("nothing is known of other people");
        }
        List<String> few = comparison.scored(strictest).stream()
                .filter(label -> comparison.restsOnFew(strictest, label))
                .map(comparison.plan().classNames()::get)
                .toList();
        if (!few.isEmpty()) {
            limits.add("scores of " + Phrases.listed(few) + " rest on fewer than three people in effect");
        }
        limits.add("beats must be cut as these were, at places that somebody or something else found");
        return String.join("; ", limits);
    }
}
