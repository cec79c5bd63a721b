package org.beatbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.Section;
import org.junit.jupiter.api.Test;

class WordingsTest {

    private final Wordings wordings = new Wordings(Optional.of(new Section(
            "glossary",
            "Words",
            Section.Storey.GLOSSARY,
            List.of(Facts.of(new Fact("F1", "a"), new Fact("Macro-F1", "b"), new Fact("+P", "c"))))));

    @Test
    void aWordIsExplainedWhereItStandsFirst() {
        assertThat(wordings.of("macro-F1 0.9, F1 of V 0.8; F1 of S"))
                .filteredOn(Wording::isTerm)
                .containsExactly(term("macro-F1", "word-macro-f1"), term("F1", "word-f1"));
        assertThat(wordings.of("Macro-F1, +P 80 %"))
                .containsExactly(
                        Wording.of("Macro-F1, ", false), term("+P", "word-plus-p"), Wording.of(" 80 %", false));
    }

    @Test
    void noLineEndsBetweenAWordAndItsBracketsAndPoints() {
        assertThat(wordings.of("high (F1), though"))
                .containsExactly(
                        Wording.of("high ", false),
                        new Wording("F1", false, "word-f1", "(", "),"),
                        Wording.of(" though", false));
    }

    private static Wording term(String text, String place) {
        return new Wording(text, false, place, "", "");
    }

    @Test
    void partsOfWordsAndAddressesAreLeftAlone() {
        assertThat(wordings.of("see https://example.org/F1 and micro-F1 or F12"))
                .noneMatch(Wording::isTerm)
                .contains(Wording.of("https://example.org/F1", true));
    }

    @Test
    void signsHavePlacesOfTheirOwn() {
        assertThat(Wordings.place("†")).isEqualTo("word-2020");
        assertThat(Wordings.place("▾")).isEqualTo("word-25be");
        assertThat(Wordings.place("Twin finder")).isEqualTo("word-twin-finder");
    }

    @Test
    void withoutAGlossaryNothingIsATerm() {
        assertThat(new Wordings(Optional.empty()).of("macro-F1")).containsExactly(Wording.of("macro-F1", false));
    }
}
