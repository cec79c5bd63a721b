package org.beatbench.comparison.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beatbench.comparison.text.TextTable.Column;
import org.junit.jupiter.api.Test;

class TextTableTest {

    private final TextTable table = new TextTable(
            "Beats",
            "n = 5.",
            List.of(new Column("Class", false), new Column("Count", true)),
            List.of(List.of("N", "1\u202f234 [±1]"), List.of("Übrige|", "5")));

    @Test
    void putsNamesToTheLeftAndNumbersToTheRight() {
        assertThat(table.text()).isEqualTo("""
                Beats
                  Class         Count
                  N        1\u202f234 [±1]
                  Übrige|           5
                  n = 5.
                """);
    }

    @Test
    void noCellIsMarkup() {
        assertThat(table.markdown()).isEqualTo("""
                **Beats**

                | Class | Count |
                | --- | ---: |
                | N | 1\u202f234 [±1] |
                | Übrige\\| | 5 |

                n = 5.
                """);
    }
}
