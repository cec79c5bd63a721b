package org.beatbench.reports.sections.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beatbench.answers.Answers;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.SampleRuns;
import org.beatbench.comparison.behaviour.DistanceErrors;
import org.beatbench.distance.DistanceInquiry;
import org.beatbench.distance.DistantBeat;
import org.beatbench.distance.TrainingDistances;
import org.beatbench.protocol.Protocols;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Ladder;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Test;

class DistanceSectionTest {

    private static final Map<String, List<String>> PROTOCOLS = new LinkedHashMap<>();

    static {
        PROTOCOLS.put("beats", List.of("whole"));
        PROTOCOLS.put("patients", List.of("fold-1", "fold-2"));
    }

    private static final Comparison COMPARISON = comparison(runs());

    /** Of both, every fifth answer is wrong; those of the wary one are the farthest, those of the other are anywhere. */
    private static List<RunRecord> runs() {
        return SampleRuns.runs(
                        SampleRuns.trials(List.of("Wary", "Blind"), PROTOCOLS, 1),
                        trial -> trial.label().equals("Wary") ? 0.8 : 0.79)
                .stream()
                .map(run -> run.trial().label().equals("Wary") ? measured(run, 10) : measured(run, 0))
                .toList();
    }

    private static Comparison comparison(List<RunRecord> runs) {
        return Comparison.of(SampleRuns.plan(runs.stream().map(RunRecord::trial).toList()), runs);
    }

    private static RunRecord measured(RunRecord run, int penalty) {
        Outcome.Completed completed = (Outcome.Completed) run.outcome();
        Answers test = completed.test();
        List<DistantBeat> beats = new ArrayList<>();
        for (int i = 0; i < test.size(); i++) {
            boolean wrong = test.predicted(i) != test.truth(i);
            float distance = 1 + (i * 7919 % 1000) / 1000f + (wrong ? penalty : 0);
            beats.add(new DistantBeat(
                    test.beat(i).row(), test.truth(i), test.predicted(i), distance, 0, test.truth(i), 0.5f));
        }
        return new RunRecord(
                run.trial(),
                completed.with(DistanceInquiry.INSTANCE, new TrainingDistances(beats)),
                run.environment(),
                run.started());
    }

    private static DistanceErrors of(String competitor, String protocol) {
        return DistanceErrors.under(COMPARISON, Protocols.of(protocol)).stream()
                .filter(one -> one.competitor().equals(competitor))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsErrorsAmongStrangersFromErrorsAnywhere() {
        DistanceErrors wary = of("Wary", "patients");
        DistanceErrors blind = of("Blind", "patients");

        assertThat(wary.areaUnderRoc()).hasValue(1);
        assertThat(wary.parts().get(0).wrong()).isZero();
        assertThat(wary.parts().get(4).errorRate().value()).isGreaterThan(0.8);
        assertThat(blind.areaUnderRoc().orElseThrow()).isCloseTo(0.5, within(0.1));
        assertThat(wary.parts().stream().mapToInt(DistanceErrors.Part::beats).sum())
                .isEqualTo(wary.size());
        assertThat(wary.parts().stream().mapToLong(DistanceErrors.Part::wrong).sum())
                .isEqualTo(wary.byClass().stream()
                        .mapToLong(DistanceErrors.OfClass::wrong)
                        .sum());
        assertThat(wary.parts()).allSatisfy(part -> {
            assertThat(part.errorRate().value())
                    .isCloseTo(part.wrong() / (double) part.beats(), within(1e-12))
                    .isBetween(part.errorRate().low(), part.errorRate().high());
        });
        assertThat(wary.overSubjects()).isTrue();
        assertThat(of("Wary", "beats").overSubjects()).isFalse();
        assertThat(blind.timesUsual().orElseThrow()).isBetween(2.0, 4.0);
    }

    @Test
    void showsATableAndAFigureForEachProtocolTheStrictestFirst() {
        Section section = new DistanceSection(COMPARISON).section().orElseThrow();

        assertThat(section.title()).isEqualTo("Unlike the training data");
        List<Figure> figures = section.blocks().stream()
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .toList();
        assertThat(figures).extracting(Figure::id).containsExactly("distance-patients", "distance-beats");
        assertThat(((Ladder) figures.get(0).chart()).lines()).hasSize(2).allSatisfy(line -> assertThat(line.rungs())
                .hasSize(5));
        List<Table> tables = section.blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
        assertThat(tables).hasSize(4);
        assertThat(tables.get(0).rows()).hasSize(2);
        assertThat(tables.get(0).note()).contains("New patients (5 folds)").contains("over subjects");
        assertThat(tables.get(2).note()).contains("over single beats");
        assertThat(section.blocks().stream().filter(Prose.class::isInstance).map(block -> ((Prose) block).text()))
                .first()
                .asString()
                .contains("2 classifiers are wrong more often in the farthest fifth");
    }

    @Test
    void isNotThereWhereItWasNotAskedFor() {
        List<RunRecord> unasked = SampleRuns.runs(SampleRuns.trials(List.of("Wary"), PROTOCOLS, 1), trial -> 0.8);

        assertThat(new DistanceSection(comparison(unasked)).section()).isEqualTo(Optional.empty());
    }
}
