package org.beatbench.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.chart.Quantity;
import org.junit.jupiter.api.Test;

class TextRendererTest {

    @Test
    void putsNamesToTheLeftAndNumbersToTheRight() {
        Table table = new Table(
                "Beats",
                "n = 5.",
                List.of(Column.text("Class"), Column.number("Count", "")),
                List.of(
                        List.of(Cell.text("N"), Cell.of(Quantity.COUNT, 1234).withDetail("[±1]")),
                        List.of(Cell.text("Übrige"), Cell.count(5))));

        assertThat(new TextRenderer().render(table)).isEqualTo("""
                Beats
                  Class        Count
                  N       1\u202f234 [±1]
                  Übrige           5
                  n = 5.
                """);
    }
}
