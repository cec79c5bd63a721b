package org.beatbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Table;
import org.junit.jupiter.api.Test;

class PaperPartsTest {

    private static Table table(int columns) {
        return new Table(
                "table",
                "",
                IntStream.range(0, columns)
                        .mapToObj(column -> Table.Column.number("c" + column, ""))
                        .toList(),
                List.of(IntStream.range(0, columns).mapToObj(Cell::count).toList()));
    }

    @Test
    void aTableThatFitsIsLeftAsItIs() {
        assertThat(PaperParts.of(table(1))).isEmpty();
        assertThat(PaperParts.of(table(20))).isEmpty();
        assertThat(PaperParts.of(table(21)))
                .extracting(Table::title)
                .containsExactly("Columns 2 to 11 of 21", "Columns 12 to 21 of 21");
    }

    @Property(seed = "1")
    void everyColumnIsInOnePartUnderItsOwnHeadAndTheFirstInAll(@ForAll @IntRange(min = 21, max = 500) int columns) {
        List<Double> seen = new ArrayList<>();
        for (Table part : PaperParts.of(table(columns))) {
            assertThat(part.columns()).hasSizeBetween(2, 20);
            List<Cell> row = part.rows().get(0);
            assertThat(row.get(0).value()).isZero();
            for (int place = 1; place < row.size(); place++) {
                assertThat(part.columns().get(place).title())
                        .isEqualTo("c" + (int) row.get(place).value());
                seen.add(row.get(place).value());
            }
        }
        assertThat(seen)
                .isEqualTo(IntStream.range(1, columns)
                        .mapToObj(column -> (double) column)
                        .toList());
    }
}
