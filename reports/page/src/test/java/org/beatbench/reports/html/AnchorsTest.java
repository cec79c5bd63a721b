package org.beatbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.junit.jupiter.api.Test;

class AnchorsTest {

    private final Anchors anchors =
            new Anchors(new Report("", "", List.of(new Section("table-costs", "Costs", List.of()))));

    @Test
    void areMadeOfTitles() {
        assertThat(anchors.next("Ranked on new patients (DS1 → DS2)"))
                .isEqualTo("table-ranked-on-new-patients-ds1-ds2");
    }

    @Test
    void areNeverTheSame() {
        assertThat(anchors.next("Costs")).isEqualTo("table-costs-2");
        assertThat(anchors.next("costs")).isEqualTo("table-costs-3");
        assertThat(anchors.next("…")).isEqualTo("table-");
        assertThat(anchors.next("\"><script>")).isEqualTo("table-script");
    }
}
