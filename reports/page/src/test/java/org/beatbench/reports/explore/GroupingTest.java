package org.beatbench.reports.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.junit.jupiter.api.Test;

class GroupingTest {

    @Test
    void prefersSubjectsToRecords() {
        assertThat(Grouping.of(of(Beat.anonymous(0, 1), Toys.beat(0, 1, "a")))).isEqualTo(Grouping.SUBJECT);
        assertThat(Grouping.of(of(Beat.anonymous(0, 1), Toys.ofRecord(0, 1, "train"))))
                .isEqualTo(Grouping.RECORD);
        assertThat(Grouping.of(of(Beat.anonymous(0, 1)))).isEqualTo(Grouping.UNKNOWN);
    }

    @Test
    void knowsWhichBeatsItIsKnownOf() {
        assertThat(Grouping.SUBJECT.knows(Toys.beat(0, 1, "a"))).isTrue();
        assertThat(Grouping.RECORD.knows(Toys.beat(0, 1, "a"))).isFalse();
        assertThat(Grouping.UNKNOWN.knows(Toys.beat(0, 1, "a"))).isFalse();
    }

    private static Beats of(Beat... beats) {
        Beats.Builder builder = Beats.builder(List.of("N"), 1);
        for (Beat beat : beats) {
            builder.add(new float[1], beat);
        }
        return builder.build();
    }
}
