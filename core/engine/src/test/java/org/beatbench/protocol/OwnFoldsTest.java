package org.beatbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnFoldsTest {

    private static final int ROWS = 60;

    /** Six people with ten beats each, of two classes. */
    private static final Beats BEATS = beats();

    @TempDir
    private Path folder;

    private static Beats beats() {
        Beats.Builder beats = Beats.builder(List.of("N", "V"), 2);
        for (int row = 0; row < ROWS; row++) {
            String person = "p" + row / 10;
            beats.add(new float[] {row, 1}, new Beat(row % 2, 2, Double.NaN, Double.NaN, person, person, row, ""));
        }
        return beats.build();
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("folds.csv"), text).toString();
    }

    private static String dealt(IntFunction<String> fold) {
        return "row,fold\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(row -> row + "," + fold.apply(row) + "\n")
                        .collect(Collectors.joining());
    }

    @Test
    void makesEachFoldTheTestPartOnce() throws IOException {
        Protocol folds = Protocols.of("folds", file(dealt(row -> Integer.toString(2 + row % 10))));

        List<Split> splits = folds.splits(BEATS, 1);

        assertThat(splits)
                .extracting(Split::name)
                .containsExactly(
                        "fold-2", "fold-3", "fold-4", "fold-5", "fold-6", "fold-7", "fold-8", "fold-9", "fold-10",
                        "fold-11");
        assertThat(splits.get(1).test().stream()).containsExactly(1, 11, 21, 31, 41, 51);
        assertThat(splits).allSatisfy(split -> {
            assertThat(split.validation().size()).isEqualTo(5);
            assertThat(split.trainingAndValidation().and(split.test()).stream())
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, ROWS).boxed().toList());
        });
        assertThat(folds.splits(BEATS, 1)).isEqualTo(splits);
        assertThat(folds.splits(BEATS, 2).get(0).test()).isEqualTo(splits.get(0).test());
        assertThat(folds.splits(BEATS, 2).get(0).validation())
                .isNotEqualTo(splits.get(0).validation());
    }

    @Test
    void keepsPeopleApartInTheValidationPartToo() throws IOException {
        Protocol folds = Protocols.of("folds-by-subject", file(dealt(row -> row < 30 ? "north" : "south")));

        for (Split split : folds.splits(BEATS, 3)) {
            assertThat(split.validation().size()).isEqualTo(10);
            assertThat(split.validation().stream().map(row -> row / 10).distinct())
                    .hasSize(1);
        }
    }

    @Test
    void theVersionFollowsTheContentAndNotTheOrderOfLines() throws IOException {
        String text = dealt(row -> Integer.toString(row % 3));
        String version = Protocols.of("folds", file(text)).version();
        String turned = "fold,row\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(i -> (ROWS - 1 - i) % 3 + "," + (ROWS - 1 - i) + "\n")
                        .collect(Collectors.joining());

        assertThat(version).matches("1-[0-9a-f]{16}");
        assertThat(Protocols.of("folds", file(turned)).version()).isEqualTo(version);
        assertThat(Protocols.of("folds", file(text.replace("\n5,2\n", "\n5,1\n")))
                        .version())
                .isNotEqualTo(version);
        assertThat(Protocols.of("folds").version()).isEqualTo("1");
        assertThat(Protocols.of("beats", "no such file")).isEqualTo(Protocols.of("beats"));
    }

    @Test
    void passesOverOtherColumnsAndWhatTablesAddToText() throws IOException {
        String file = file("\uFEFF\"row\",record,fold\r\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(row -> row + ",\"a,b\"," + row % 2 + "\r\n")
                        .collect(Collectors.joining()));

        assertThat(Protocols.of("folds", file).splits(BEATS, 1)).hasSize(2);
    }

    @Test
    void namesEverythingInWhichFileAndDataDoNotAgree() throws IOException {
        Protocol folds = Protocols.of(
                "folds-by-subject",
                file("row,fold\n60,1\n7,1\n8,2\n99,2\n"
                        + IntStream.range(10, ROWS)
                                .mapToObj(row -> row + ",1\n")
                                .collect(Collectors.joining())));

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> folds.splits(BEATS, 1))
                .withMessageContaining("line 2: row 60 is not in the data set, which has 60 rows")
                .withMessageContaining("line 5: row 99 is not in the data set")
                .withMessageContaining("rows 0 to 6 are missing")
                .withMessageContaining("row 9 is missing")
                .withMessageContaining("subject p0 is in several folds: 1, 2");
    }

    @Test
    void namesEverythingThatIsWrongWithTheFile() throws IOException {
        String file = file("row,fold\n0,1\n0,2\n-1,1\nx,1\n1.0,1\n2,\n3,a b\n");

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Protocols.of("folds", file))
                .withMessageContaining("line 3: row 0 stands in line 2 already")
                .withMessageContaining("line 4: rows are counted from 0: -1")
                .withMessageContaining("line 5: not the number of a row: 'x'")
                .withMessageContaining("line 6: not the number of a row: '1.0'")
                .withMessageContaining("line 7: a fold is named by up to 32 letters")
                .withMessageContaining("line 8: a fold is named by")
                .satisfies(error -> assertThat(error.hint()).contains("row,fold"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "row,part;0,1 | folds.csv:1: the columns row and fold are not both named",
                "0,1;1,2      | folds.csv:1: the columns row and fold are not both named",
                "row,fold     | names no row",
                "row,fold;0   | folds.csv"
            })
    void refusesWhatIsNoFoldsFile(String text, String problem) throws IOException {
        String file = file(text.strip().replace(';', '\n') + "\n");

        assertThatThrownBy(() -> Protocols.of("folds", file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(problem);
    }

    @Test
    void refusesASingleFoldAndAMissingFile() throws IOException {
        Protocol single = Protocols.of("folds", file(dealt(row -> "1")));
        assertThatThrownBy(() -> single.splits(BEATS, 1)).hasMessageContaining("there must be 2 to 999 folds: 1");

        String missing = folder.resolve("none.csv").toString();
        assertThatThrownBy(() -> Protocols.of("folds", missing))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no folds file");
        assertThatThrownBy(() -> Protocols.of("folds").splits(BEATS, 1))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("needs a file");
    }

    @Test
    void needsToKnowSubjectsToKeepThemApart() throws IOException {
        Protocol folds = Protocols.of("folds-by-subject", file(dealt(row -> Integer.toString(row % 2))));
        Beats.Builder anonymous = Beats.builder(BEATS.classes(), 2);
        IntStream.range(0, ROWS).forEach(row -> anonymous.add(new float[] {1, row}, Beat.anonymous(row % 2, 2)));

        assertThatThrownBy(() -> folds.splits(anonymous.build(), 1))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("needs to know whose every beat is");
    }
}
