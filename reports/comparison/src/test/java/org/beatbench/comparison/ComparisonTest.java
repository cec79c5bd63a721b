package org.beatbench.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.answers.Answers;
import org.beatbench.experiment.Trial;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final List<String> LABELS = List.of("Good", "Bad");
    private static final Map<String, List<String>> PROTOCOLS = protocols();

    private final List<Trial> trials = SampleRuns.trials(LABELS, PROTOCOLS, 1);
    private final List<RunRecord> runs = SampleRuns.runs(
            trials,
            trial -> (trial.label().equals("Good") ? 0.8 : 0.4)
                    + (trial.protocolId().equals("copies") ? 0.15 : 0));

    @Test
    void protocolsGoFromLooseToStrict() {
        assertThat(comparison(runs).protocols())
                .extracting(Protocol::id)
                .containsExactly("copies", "beats", "patients", "ds1-ds2");
    }

    @Test
    void seedsArePooledAndDoNotNarrowAnInterval() {
        List<Trial> two = SampleRuns.trials(List.of("Good"), Map.of("beats", List.of("whole")), 1, 2);
        Score both = Comparison.of(SampleRuns.plan(two), SampleRuns.runs(two, trial -> 0.7))
                .score("Good", Protocols.of("beats"))
                .orElseThrow();
        Score one = Comparison.of(SampleRuns.plan(two.subList(0, 1)), SampleRuns.runs(two.subList(0, 1), trial -> 0.7))
                .score("Good", Protocols.of("beats"))
                .orElseThrow();
        assertThat(both.seeds()).containsExactly(1L, 2L);
        assertThat(both.beats()).isEqualTo(500);
        assertThat(both.confusion().total()).isEqualTo(1000);
        assertThat(width(both)).isCloseTo(width(one), within(0.02));
    }

    @Test
    void everyFigureOfSeveralSeedsIsOfAllTheirAnswersTogether() {
        List<Trial> three = SampleRuns.trials(List.of("Good"), Map.of("beats", List.of("whole")), 1, 2, 3);
        Score score = Comparison.of(
                        SampleRuns.plan(three), SampleRuns.runs(three, trial -> trial.seed() == 1 ? 0.99 : 0.5))
                .score("Good", Protocols.of("beats"))
                .orElseThrow();
        assertThat(score.macroF1().orElseThrow().value())
                .isEqualTo(score.confusion().macroF1().orElseThrow())
                .isEqualTo(score.quality(Quality.MACRO_F1).orElseThrow());
        assertThat(score.accuracy().orElseThrow().value())
                .isEqualTo(score.confusion().accuracy().orElseThrow())
                .isEqualTo(score.quality(Quality.ACCURACY).orElseThrow());
        assertThat(score.beats(3)).isEqualTo(20);
    }

    @Test
    void candidatesAreChosenByValidationAndNotByTest() {
        Trial first = SampleRuns.trial("Tuned", "beats", "whole", 1, Map.of("k", "1"));
        Trial second = SampleRuns.trial("Tuned", "beats", "whole", 1, Map.of("k", "5"));
        List<RunRecord> tuned = List.of(candidate(first, 0.9, 0.3), candidate(second, 0.4, 0.95));
        Comparison whole = Comparison.of(SampleRuns.plan(List.of(first, second)), tuned);
        assertThat(whole.score("Tuned", Protocols.of("beats")).orElseThrow().confusion())
                .isEqualTo(ConfusionMatrix.of(((Outcome.Completed) tuned.get(0).outcome()).test()));
        Comparison half = Comparison.of(SampleRuns.plan(List.of(first, second)), tuned.subList(0, 1));
        assertThat(half.protocols()).isEmpty();
    }

    @Test
    void classesThatAreNotScoredChooseNoCandidate() {
        Trial first = SampleRuns.trial("Tuned", "ds1-ds2", "whole", 1, Map.of("k", "1"));
        Trial second = SampleRuns.trial("Tuned", "ds1-ds2", "whole", 1, Map.of("k", "5"));
        int unscored = SampleRuns.CLASSES.indexOf("Q");
        Answers allButUnscored = SampleRuns.answers(truth -> truth == unscored ? 0 : truth);
        Answers unscoredButNoF = SampleRuns.answers(truth -> truth == 3 ? 0 : truth);
        List<RunRecord> tuned = List.of(validated(first, unscoredButNoF), validated(second, allButUnscored));
        assertThat(Comparison.of(SampleRuns.plan(List.of(first, second)), tuned)
                        .sets()
                        .get(0)
                        .chosen())
                .contains(List.of(tuned.get(1)));
    }

    @Test
    void runsOfAnEarlierPlanAreLeftOut() {
        List<Trial> fewer = SampleRuns.trials(List.of("Good"), PROTOCOLS, 1);
        assertThat(Comparison.of(SampleRuns.plan(fewer), runs).competitors()).containsExactly("Good");
        assertThat(Comparison.of(SampleRuns.plan(fewer), runs).runs()).hasSize(8);
    }

    private Comparison comparison(List<RunRecord> some) {
        return Comparison.of(SampleRuns.plan(trials), some);
    }

    private static double width(Score score) {
        return score.macroF1().orElseThrow().high()
                - score.macroF1().orElseThrow().low();
    }

    private static RunRecord candidate(Trial trial, double onValidation, double onTest) {
        Outcome.Completed completed =
                (Outcome.Completed) SampleRuns.completed(trial, onTest).outcome();
        return SampleRuns.run(
                trial, new Outcome.Completed(SampleRuns.answers(7, onValidation), completed.test(), completed.costs()));
    }

    private static RunRecord validated(Trial trial, Answers validation) {
        Outcome.Completed completed =
                (Outcome.Completed) SampleRuns.completed(trial, 0.5).outcome();
        return SampleRuns.run(trial, new Outcome.Completed(validation, completed.test(), completed.costs()));
    }

    private static Map<String, List<String>> protocols() {
        Map<String, List<String>> protocols = new LinkedHashMap<>();
        protocols.put("ds1-ds2", List.of("whole"));
        protocols.put("copies", List.of("whole"));
        protocols.put("patients", List.of("fold-1", "fold-2", "fold-3", "fold-4", "fold-5"));
        protocols.put("beats", List.of("whole"));
        return protocols;
    }
}
