package org.beatbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;

class BySubjectTest {

    @Property(tries = 200, seed = "3")
    void keepsPatientsApartAndTestsEachBeatOnce(
            @ForAll @Size(min = 5, max = 60) List<@IntRange(max = 999) Integer> subjects,
            @ForAll @IntRange(min = 2, max = 5) int folds,
            @ForAll long seed) {
        Beats beats = beats(subjects);
        List<Split> splits = Protocols.patients(folds).splits(beats, seed);
        assertThat(splits).hasSize(folds).isEqualTo(Protocols.patients(folds).splits(beats, seed));
        assertThat(splits.stream().flatMapToInt(split -> split.test().stream()).sorted())
                .containsExactly(everyRow(beats));
        for (Split split : splits) {
            assertThat(owners(beats, split.training()))
                    .doesNotContainAnyElementsOf(owners(beats, split.test()))
                    .doesNotContainAnyElementsOf(owners(beats, split.validation()));
            assertThat(owners(beats, split.validation())).doesNotContainAnyElementsOf(owners(beats, split.test()));
            assertThat(split.trainingAndValidation().and(split.test()).stream().sorted())
                    .containsExactly(everyRow(beats));
        }
    }

    @Test
    void spreadsFrequentAndRareClassesOverTheFolds() {
        Beats beats = MitLike.beats();
        int[] all = beats.classCounts();
        for (Split split : Protocols.of("patients").splits(beats, 1)) {
            int[] test = beats.select(split.test()).classCounts();
            assertThat(test[0] / (double) all[0]).isBetween(.17, .23);
            assertThat(test[2] / (double) all[2]).isBetween(.17, .23);
            assertThat(test[1]).as("half of S is one subject").isGreaterThan(250);
            assertThat(test[3]).as("nine tenths of F are two subjects").isBetween(10, 380);
            assertThat(test[4]).as("four subjects are paced").isPositive();
        }
    }

    @Test
    void cutsAnEighthOfTheTrainingSubjectsForValidation() {
        Beats beats = MitLike.beats();
        for (Split split : Protocols.of("patients").splits(beats, 1)) {
            int subjects = owners(beats, split.trainingAndValidation()).size();
            assertThat(owners(beats, split.validation()).size()).isBetween(subjects / 8 - 2, subjects / 8 + 3);
            int[] validation = beats.select(split.validation()).classCounts();
            assertThat(validation[0]).isBetween(5_000, 12_000);
        }
    }

    @Test
    void keepsTheManOfTwoRecordsOnOneSide() {
        Beats beats = MitLike.beats();
        for (Split split : Protocols.of("patients").splits(beats, 1)) {
            Set<String> records = Subjects.records(beats.select(split.test()));
            assertThat(records.contains("201")).isEqualTo(records.contains("202"));
        }
    }

    @Test
    void refusesUnknownSubjects() {
        assertThatThrownBy(() -> Protocols.of("patients").splits(MitLike.anonymous(50, 50), 1))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.hint()).contains("beats"))
                .hasMessageContaining("whose every beat is");
    }

    @Test
    void refusesFewerSubjectsThanFolds() {
        assertThatThrownBy(() -> Protocols.of("patients").splits(beats(List.of(1, 2, 3)), 1))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.hint()).contains("patients-3"))
                .hasMessage("protocol patients makes 5 folds, and the data set has 3 subjects");
    }

    /** One subject per number; the number says how many beats of which class. */
    private static Beats beats(List<Integer> subjects) {
        Beats.Builder beats = Beats.builder(MitLike.CLASSES, 1);
        for (int subject = 0; subject < subjects.size(); subject++) {
            int count = 1 + subjects.get(subject) % 7;
            for (int i = 0; i < count; i++) {
                int label = (subjects.get(subject) / 7 + i * i) % MitLike.CLASSES.size();
                beats.add(new float[1], new Beat(label, 1, 1, 1, "subject " + subject, "", -1, ""));
            }
        }
        return beats.build();
    }

    private static Set<String> owners(Beats beats, Selection rows) {
        return rows.stream().mapToObj(row -> beats.beat(row).subject()).collect(Collectors.toSet());
    }

    private static Integer[] everyRow(Beats beats) {
        return IntStream.range(0, beats.size()).boxed().toArray(Integer[]::new);
    }
}
