package org.beatbench.data.ucr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LabelQuestionTest {

    private static final Optional<LabelPlace> FIRST = Optional.of(LabelPlace.FIRST);
    private static final Optional<LabelPlace> LAST = Optional.of(LabelPlace.LAST);

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void findsSamplesTakenForLabels() {
        IntFunction<Series> ptb = i -> series(sample(), random.nextFloat(), i % 4 == 0 ? 1 : 0);

        asked(FIRST, rows(400, ptb), rows(100, ptb))
                .withMessageContaining("toy: nearly every row has a label of its own (")
                .withMessageContaining(" labels in 500 rows)")
                .satisfies(error -> hint(
                        error,
                        "The label stands first in this format, but it looks as if the last column (2 values, 0 and 1)"
                                + " were the label. Set label: last."));
    }

    /** First samples of the published rows have few values, since converters have. */
    @ParameterizedTest
    @CsvSource({"2, 4000, 1000", "40, 4000, 1000", "900, 40000, 10000"})
    void findsSamplesOfFewValues(int values, int train, int test) {
        IntFunction<Series> rows =
                i -> series(Float.toString((1 + random.nextInt(values)) / (values + 1f)), 0.5f, i % 5);

        asked(FIRST, rows(train, rows), rows(test, rows))
                .withMessageContaining("toy: labels are fractions, such as 0.")
                .satisfies(error -> hint(error, "the last column (5 values, 0 to 4)"));
    }

    @Test
    void findsSamplesOfAConverterTakenForLabels() {
        IntFunction<Series> rows = i -> series(Integer.toString(random.nextInt(1024)), random.nextInt(1024), i % 3);

        asked(FIRST, rows(8_000, rows), rows(2_000, rows))
                .withMessageContaining(
                        "toy: there are more labels than a problem has classes (1024 labels in 10000 rows)")
                .satisfies(error -> hint(error, "the last column (3 values, 0 and 1 and 2)"));
    }

    @ParameterizedTest
    @CsvSource({"0, 300", "1, 1", "0, 0"})
    void findsRowNumbersTakenForLabels(int trainFrom, int testFrom) {
        List<Series> train = rows(300, i -> series(Integer.toString(trainFrom + i), i % 2, random.nextFloat()));
        List<Series> test = rows(300, i -> series(Integer.toString(testFrom + i), i % 2, random.nextFloat()));

        asked(FIRST, train, test)
                .withMessageContaining("nearly every row has a label of its own")
                .withMessageContaining("and they count the rows")
                .satisfies(error ->
                        hint(error, "the second column (2 values, 0 and 1) were the label. Take the first column out"));
    }

    @Test
    void findsRowNumbersInTheLastColumn() {
        List<Series> train = rows(40, i -> series(Integer.toString(i), i % 3, random.nextFloat()));
        List<Series> test = rows(20, i -> series(Integer.toString(i), i % 3, random.nextFloat()));

        asked(LAST, train, test)
                .withMessageContaining("and they count the rows")
                .satisfies(error -> hint(
                        error,
                        "With label: last, the label is the last value of a line, but it looks as if the first column (3"
                                + " values, 0 and 1 and 2) were the label. Set label: first."));
    }

    @Test
    void findsNamesOfRowsTakenForLabels() {
        asked(
                        Optional.empty(),
                        rows(30, i -> series("row-" + i, random.nextFloat(), 0)),
                        rows(30, i -> series("row-" + (30 + i), random.nextFloat(), 0)))
                .withMessageContaining("nearly every row has a label of its own (60 labels in 60 rows)")
                .satisfies(error -> hint(error, "Give every class a label, the same for all its rows."));
    }

    @Test
    void offersTheOtherColumnWhereAllSeriesAreOfOneClass() {
        IntFunction<Series> rows = i -> series("1.0", 0.5f, i % 2);

        asked(FIRST, rows(20, rows), rows(20, rows))
                .withMessage("toy: all series are of class 1")
                .satisfies(error -> hint(error, "the last column (2 values, 0 and 1)"));
    }

    @ParameterizedTest
    @CsvSource({
        "60, 600, 600", // ShapesAll
        "52, 104, 208", // PigAirwayPressure
        "18, 18, 186", // Fungi: a single series of each class to learn from
        "4, 16, 306", // DiatomSizeReduction
        "150, 1500, 1500",
        "3, 3, 3"
    })
    void doesNotQuestionProblemsOfManyClasses(int classes, int train, int test) {
        IntFunction<Series> rows =
                i -> series(Integer.toString(1 + i % classes), random.nextFloat(), random.nextFloat());

        assertThatCode(() -> new LabelQuestion(FIRST, rows(train, rows), rows(test, rows)).ask("toy"))
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotQuestionSeriesThatEndInZeros() {
        IntFunction<Series> rows = i -> series(i % 2 == 0 ? "-1.0" : "1.0", random.nextFloat(), i % 3 == 0 ? 0 : 1);

        assertThatCode(() -> new LabelQuestion(FIRST, rows(50, rows), rows(50, rows)).ask("toy"))
                .doesNotThrowAnyException();
    }

    private static ThrowableAssertAlternative<UserError> asked(
            Optional<LabelPlace> place, List<Series> train, List<Series> test) {
        return assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> new LabelQuestion(place, train, test).ask("toy"));
    }

    private static void hint(UserError error, String expected) {
        assertThat(error.hint()).contains(expected);
    }

    private String sample() {
        return String.format(Locale.ROOT, "%.18e", random.nextDouble());
    }

    private static List<Series> rows(int count, IntFunction<Series> row) {
        return IntStream.range(0, count).mapToObj(row).toList();
    }

    private static Series series(String label, float... values) {
        return new Series(label, values, 1);
    }
}
