package org.beatbench.micro.duel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.micro.contest.Network;
import org.beatbench.reports.MarkdownRenderer;
import org.beatbench.reports.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuelTablesTest {

    private static final DuelPlan PLAN = new DuelPlan(
            List.of(Network.CNN, Network.LSTM),
            List.of("ours", "gone", "theirs"),
            List.of(128),
            3,
            Duration.ofSeconds(2),
            Duration.ZERO,
            Duration.ZERO,
            2,
            1,
            false);

    private static DuelResult result() {
        List<Reading> readings = new ArrayList<>();
        for (Exercise exercise : Exercise.all(PLAN.batches())) {
            for (SpeedMeasure measure : exercise.measures()) {
                for (int round = 1; round <= 3; round++) {
                    readings.add(new Reading("cnn", "ours", measure.id(), measure.unit(), round, 1000 * round));
                    readings.add(new Reading("cnn", "theirs", measure.id(), measure.unit(), round, 500 * round));
                }
            }
        }
        return DuelResult.of(
                PLAN.contestants(),
                List.of(new Participant("cnn", "ours", "Ours 1"), new Participant("cnn", "theirs", "Theirs 2")),
                List.of(new Absence("cnn", "gone", "has left")),
                readings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ar"})
    @ResourceLock(Resources.LOCALE)
    void tellsMediansAndRatiosOfWhoWasThere(String language) {
        java.util.Locale before = java.util.Locale.getDefault();
        java.util.Locale.setDefault(java.util.Locale.forLanguageTag(language));
        try {
            List<Table> tables = new DuelTables(PLAN, result()).summaries();

            assertThat(tables).hasSize(1);
            assertThat(new MarkdownRenderer().render(tables.get(0)).replace('\u202f', ' '))
                    .isEqualTo("""
                            **CNN**

                            | Measure | ours | theirs | ours : theirs |
                            | --- | ---: | ---: | ---: |
                            | training, batches of 128 | 2 000/s | 1 000/s | 2.00 [2.00–2.00] |
                            | answering, batches of 256 | 2 000/s | 1 000/s | 2.00 [2.00–2.00] |
                            | one beat, median | 2.00 ms | 1.00 ms | 0.50 [0.50–0.50] |
                            | one beat, 99th percentile | 2.00 ms | 1.00 ms | 0.50 [0.50–0.50] |

                            ours: Ours 1; theirs: Theirs 2. Medians of 3 rounds, in which all take turns of 2.00 s with 2 threads; \
                            then how many times as fast the first is, as the median [least–greatest] of the ratios of each round. \
                            Without gone: has left.
                            """);
        } finally {
            java.util.Locale.setDefault(before);
        }
    }

    @Test
    void keepsEveryReading() {
        assertThat(new DuelTables(PLAN, result()).readings().csv().lines())
                .hasSize(1 + 2 * 3 * 4)
                .startsWith(
                        "network,contestant,library,measure,unit,round,value",
                        "cnn,ours,Ours 1,train-128,beats/s,1,1000.0",
                        "cnn,theirs,Theirs 2,train-128,beats/s,1,500.0");
    }
}
