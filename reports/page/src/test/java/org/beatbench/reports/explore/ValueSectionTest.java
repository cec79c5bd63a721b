package org.beatbench.reports.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueSectionTest {

    @Test
    void columnsInARowAreShortened() {
        assertThat(ValueSection.columns(List.of(0, 3, 4, 5, 186))).isEqualTo("0, 3–5, 186");
        assertThat(ValueSection.columns(List.of())).isEqualTo("none");
    }
}
