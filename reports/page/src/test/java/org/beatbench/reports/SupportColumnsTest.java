package org.beatbench.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.beatbench.comparison.Support;
import org.junit.jupiter.api.Test;

class SupportColumnsTest {

    /** Six beats of a, three of b and one of c in the first class, none in the second. */
    private final Support support = Support.of(2, 10, beat -> "aaaaaabbbc".substring(beat, beat + 1), beat -> 0);

    @Test
    void saysWhatACellMarks() {
        assertThat(SupportColumns.of("subjects"))
                .extracting(Table.Column::title)
                .containsExactly("Subjects", "Effective subjects", "Largest", "Its share");
        assertThat(SupportColumns.cells(support, 0, true))
                .extracting(Cell::text)
                .containsExactly("3", "2.2", "a", "60.0\u202f%");
        assertThat(SupportColumns.cells(support, 0, true).get(1).emphasis()).isEqualTo(Cell.Emphasis.DOUBTFUL);
        assertThat(SupportColumns.cells(support, 0, false).get(1).emphasis()).isEqualTo(Cell.Emphasis.NONE);
        assertThat(SupportColumns.cells(support, 1, false))
                .extracting(Cell::text)
                .containsExactly("0", "–", "–", "–");
    }
}
