package org.beatbench.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.beatbench.comparison.ChosenRuns;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.text.TextTable;
import org.beatbench.comparison.verdict.Verdict;
import org.junit.jupiter.api.Test;

class VerdictTableTest {

    private static TextTable table(ChosenRuns runs) {
        Comparison comparison = runs.comparison();
        return VerdictTable.of(comparison, Verdict.of(comparison)).orElseThrow();
    }

    @Test
    void sevenClassifiersFitOnATerminal() {
        String text = table(ChosenRuns.published()).text();
        assertThat(text.replace('\u202f', ' ')).isEqualTo("""
                New patients (DS1 → DS2): 49 683 test beats of 22 subjects
                  Tier  Classifier                     Macro-F1†  vs N   V F1  S F1†        Fit
                     1  GRU                  0.427 [0.355–0.484]  −3.3  0.611  0.169     55.6 s
                     1  LSTM                 0.416 [0.344–0.482]  −4.6  0.578  0.168     88.2 s
                     1  CNN                  0.410 [0.346–0.481]  −2.0  0.659  0.047     61.0 s
                     1  1-D ResNet           0.392 [0.314–0.476]  −2.2  0.578  0.053  2 min 3 s
                     1  Nearest neighbours   0.389 [0.299–0.455]  −5.8  0.533  0.044     891 ms
                     1  Decision tree        0.378 [0.306–0.436]  −8.8  0.474  0.073     2.71 s
                     2  Logistic regression  0.263 [0.238–0.298]  −3.2  0.115  0.010     2.80 s
                  In a tier, none is shown to be lower than the first.
                  vs N: points of accuracy above always answering N (89.0 %).
                  †: S and F rest on fewer than three subjects in effect.
                """);
        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void otherClassesHaveNoColumnsOfTheirOwn() {
        TextTable table =
                table(ChosenRuns.of("sinus", "atrial").people(8, 60, 50).competitor("CNN", 0.9, 0.9));
        assertThat(table.columns())
                .extracting(TextTable.Column::title)
                .containsExactly("Tier", "Classifier", "Macro-F1", "vs majority", "Fit");
        assertThat(table.note()).contains("above always answering sinus");
    }

    @Test
    void fewPeopleHaveNoTiers() {
        TextTable table = table(
                ChosenRuns.aami().people(3, 60, 50).competitor("CNN", 0.9, 0.9).competitor("KNN", 0.4, 0.4));
        assertThat(table.rows()).extracting(row -> row.get(0)).containsExactly("–", "–");
        assertThat(table.columns())
                .extracting(TextTable.Column::title)
                .as("nobody has a beat of class V")
                .contains("S F1")
                .doesNotContain("V F1");
        assertThat(table.note()).contains("fewer than six subjects rank nobody");
    }

    @Test
    void nothingCompleteIsNoTable() {
        Comparison comparison =
                ChosenRuns.aami().people(8, 60, 50).planned("CNN").comparison();
        assertThat(VerdictTable.of(comparison, Verdict.of(comparison))).isEmpty();
        Comparison unscored = ChosenRuns.aami()
                .people(8, 0, 0, 0, 0, 9)
                .competitor("CNN", 0, 0, 0, 0, 1)
                .comparison();
        assertThat(VerdictTable.of(unscored, Verdict.of(unscored))).isEmpty();
        assertThat(unscored.isAnythingComplete()).isTrue();
    }
}
