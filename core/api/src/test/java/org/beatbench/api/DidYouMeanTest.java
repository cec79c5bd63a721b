package org.beatbench.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {

    private static final List<String> KNOWN = List.of("knn", "decision-tree", "logistic-regression", "cnn");

    @ParameterizedTest
    @CsvSource({
        "kn, knn",
        "KNN, knn",
        "knnn, knn",
        "nkn, knn",
        "desicion-tree, decision-tree",
        "decision_tree, decision-tree",
        "tree-decision,",
        "logistic, logistic-regression",
        "svm,",
        "x,",
        "'',"
    })
    void findsTheNearestName(String typed, String meant) {
        assertThat(DidYouMean.closest(typed, KNOWN).orElse(null)).isEqualTo(meant);
    }

    @Test
    void takesTheFirstOfEquallyNearNames() {
        assertThat(DidYouMean.closest("nn", KNOWN)).contains("cnn");
    }

    @Test
    void listsTheLegalNames() {
        UserError error = DidYouMean.unknown("classifier", "svm", KNOWN);
        assertThat(error).hasMessage("unknown classifier \"svm\"");
        assertThat(error.hint()).isEqualTo("There are: cnn, decision-tree, knn, logistic-regression");
    }

    @Test
    void saysWhereThereIsNothing() {
        assertThat(DidYouMean.unknown("model", "mine", List.of()).hint()).isEqualTo("There are none.");
    }
}
