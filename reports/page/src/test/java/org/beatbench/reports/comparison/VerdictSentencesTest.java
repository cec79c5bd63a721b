package org.beatbench.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.beatbench.comparison.ChosenRuns;
import org.beatbench.comparison.verdict.Verdict;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.comparison.VerdictCases.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictSentencesTest {

    private static final int MOST_WORDS = 60;

    private static VerdictSentences sentences(ChosenRuns runs) {
        return new VerdictSentences(Verdict.of(runs.comparison()));
    }

    private static String plain(String text) {
        return text.replace('\u202f', ' ');
    }

    private static Map<String, String> facts(ChosenRuns runs) {
        VerdictSentences sentences = sentences(runs);
        return Stream.concat(sentences.answers().stream(), sentences.reasons().stream())
                .collect(Collectors.toMap(Fact::name, fact -> plain(fact.text())));
    }

    private static Map<String, String> facts(String name) {
        return facts(VerdictCases.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .runs());
    }

    static List<Case> cases() {
        return VerdictCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatEachComparisonComesTo(Case one) {
        String headline = sentences(one.runs()).headline();
        assertThat(plain(headline)).isEqualTo(one.headline());
        assertThat(headline.split(" ").length)
                .as("words, a number with its unit being one")
                .isLessThanOrEqualTo(MOST_WORDS);
    }

    @Test
    void thePublishedComparisonHasItsFactsInOrder() {
        assertThat(sentences(ChosenRuns.published()).answers())
                .extracting(Fact::name, fact -> plain(fact.text()))
                .containsExactly(
                        fact(
                                "New people",
                                "Macro-F1 0.427 [0.355–0.484], 85.8 % [78.1–91.6] right: GRU, new patients (DS1 → DS2)."),
                        fact(
                                "To find ventricular beats (V)",
                                "CNN: F1 0.659 [0.438–0.869], Se 83.8 % [69.0–95.0], +P 54.3 % [31.3–81.9]; too close to"
                                        + " call: 5 others."),
                        fact(
                                "To find supraventricular beats (S)",
                                "GRU: F1 0.169 [0.084–0.269], Se 13.3 % [9.5–46.5], +P 23.1 % [5.2–50.8]; too close to"
                                        + " call: LSTM, 1-D ResNet and CNN. Rests on few people."),
                        fact(
                                "For fewest false alarms",
                                "CNN: calls 8.5 % [2.7–16.4] of normal beats abnormal, finds 55.0 % [29.2–82.5] of the"
                                        + " abnormal ones; too close to call: 4 others."),
                        fact("Smallest of the best tier", "GRU: 387 kB."),
                        fact("Fastest of the best tier", "Decision tree: 5.75 µs a beat."),
                        fact(
                                "Always answering N",
                                "89.0 % [82.0–94.9] right; above it: nobody; the nearest is CNN, 87.0 %."),
                        fact(
                                "Twin finder, the nearest training beat",
                                "Macro-F1 0.389 [0.299–0.455]; above it: 4 classifiers; not above: Nearest neighbours,"
                                        + " Decision tree and Logistic regression."));
        assertThat(sentences(ChosenRuns.published()).reasons())
                .extracting(Fact::name, fact -> plain(fact.text()))
                .containsExactly(
                        fact(
                                "Best tier",
                                "GRU 0.427, LSTM 0.416, CNN 0.410, 1-D ResNet 0.392, Nearest neighbours 0.389, Decision"
                                        + " tree 0.378."),
                        fact("Second tier", "Logistic regression 0.263."),
                        fact(
                                "Without S and F",
                                "Macro-F1 over N and V: CNN 0.794, GRU 0.767, 1-D ResNet 0.753; the lead of GRU does not"
                                        + " survive."),
                        fact("Another seed", "What it would change is not known: one was run."));
    }

    private static Tuple fact(String name, String text) {
        return tuple(name, text);
    }

    @Test
    void threeNumbersComeFirst() {
        assertThat(sentences(VerdictCases.all().stream()
                                .filter(one -> one.name().equals("three exposures"))
                                .findFirst()
                                .orElseThrow()
                                .runs())
                        .answers()
                        .subList(0, 3))
                .extracting(Fact::name)
                .containsExactly("With copies of the test beats", "Same people", "New people");
    }

    @Test
    void seedsAreTold() {
        assertThat(facts("two seeds"))
                .containsEntry(
                        "Another seed", "By the seed, first is CNN or LSTM; most moved CNN, macro-F1 0.755 to 0.795.");
        assertThat(facts(ChosenRuns.aami()
                        .people(8, 100, 20, 40, 20)
                        .competitor("CNN", 0.9, 0.9, 0.9, 0.9)
                        .seed(2)
                        .competitor("CNN", 0.8, 0.8, 0.8, 0.8)))
                .containsEntry(
                        "Another seed", "CNN is first with each of 2 seeds; most moved CNN, macro-F1 0.822 to 0.910.");
    }

    @Test
    void aLeadThatSurvivesIsToldToo() {
        assertThat(facts("the lead survives").get("Without F")).endsWith("; CNN still leads.");
        assertThat(facts("every class rests on few"))
                .containsEntry("Without N, S, V and F", "Nothing is left: every class rests on too few people.");
    }

    @Test
    void whereNothingCanBeRankedNothingIsCalledBest() {
        assertThat(facts("too few people")).containsKey("Not ranked").doesNotContainKey("Best tier");
        assertThat(facts("one class")).containsOnlyKeys("New people", "Always answering N");
        assertThat(facts("nothing complete")).isEmpty();
    }

    @Test
    void whatNobodyFindsIsSaid() {
        assertThat(facts(ChosenRuns.aami()
                        .people(8, 100, 20, 40, 20)
                        .competitor("CNN", 0.9, 0, 0.9, 0.9)
                        .competitor("KNN", 0.9, 0, 0.4, 0.4)))
                .containsEntry("To find supraventricular beats (S)", "Nobody finds any.");
    }

    @Test
    void manyAreCounted() {
        ChosenRuns many = ChosenRuns.aami().people(8, 100, 20, 40, 20).majority();
        for (int i = 0; i < 12; i++) {
            many.competitor("CNN " + i, 0.9, 0.9, 0.9, 0.9).competitor("KNN " + i, 0.7, 0.4, 0.4, 0.4);
        }
        assertThat(plain(sentences(many).headline()))
                .endsWith("CNN 0 leads (macro-F1 0.910), but 11 others are too close to call; the other 12 are lower."
                        + " Choose by purpose and cost.");
        assertThat(facts(many))
                .containsEntry("Best tier", "CNN 0 0.910 to CNN 11 0.910: 12 classifiers.")
                .containsEntry("Always answering N", "55.6 % right; above it: 24 classifiers.");
        assertThat(facts(many).get("To find ventricular beats (V)")).endsWith("; too close to call: 11 others.");
    }
}
