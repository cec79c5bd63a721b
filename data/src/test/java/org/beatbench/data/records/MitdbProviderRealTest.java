package org.beatbench.data.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.beats.BeatEnd;
import org.beatbench.data.wfdb.WfdbSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "BEATBENCH_DATA", matches = ".+")
class MitdbProviderRealTest {

    private static Beats beats;

    @BeforeAll
    static void cutAllRecords() throws IOException {
        Path data = Path.of(Objects.requireNonNull(System.getenv("BEATBENCH_DATA")));
        DatasetContext context = new DatasetContext(data, Progress.NONE, Cancellation.NEVER);
        // Not through the cache: these records are to be read and cut now.
        beats = RecordFolder.of(
                        new MitdbProvider().info(),
                        RecordSettings.DEFAULTS,
                        RecordChoice.ALL,
                        BeatEnd.NEXT_ANNOTATION,
                        context,
                        WfdbSource::of,
                        "")
                .cut(context);
    }

    @Test
    void hasTheClassCountsOfThePublishedFiles() {
        assertThat(beats.size()).isEqualTo(109_446);
        assertThat(beats.classes()).containsExactly("N", "S", "V", "F", "Q");
        assertThat(beats.classCounts()).containsExactly(90_589, 2_779, 7_236, 803, 8_039);
    }

    @Test
    void holdsTheFirstRowOfThePublishedTrainingFile() {
        int row = rowOf("122", 82_213);
        assertThat(List.of(
                        beats.samples().at(row, 0),
                        beats.samples().at(row, 1),
                        beats.samples().at(row, 2),
                        beats.samples().at(row, 3),
                        beats.samples().at(row, 4)))
                .containsExactly(
                        9.779411554336547852e-01f,
                        9.264705777168273926e-01f,
                        6.813725233078002930e-01f,
                        2.450980395078659058e-01f,
                        1.544117629528045654e-01f);
        assertThat(beats.label(row)).isZero();
    }

    @Test
    void knowsThat201And202AreTheSameMan() {
        assertThat(beats.beats().stream().map(Beat::subject).distinct()).hasSize(47);
        assertThat(beats.beats().stream()
                        .filter(beat -> beat.record().equals("202"))
                        .map(Beat::subject)
                        .distinct())
                .containsExactly("201");
    }

    @Test
    void isPaddedInTwoFifths() {
        double padding = beats.beats().stream()
                .mapToInt(beat -> BeatCutter.LENGTH - beat.unpaddedLength())
                .average()
                .orElseThrow();
        assertThat(padding / BeatCutter.LENGTH).isBetween(0.40, 0.41);
    }

    @Test
    void scalesEveryBeatToTheWholeRange() {
        for (int row = 0; row < beats.size(); row++) {
            for (float value : beats.samples().row(row)) {
                assertThat(value >= 0 && value <= 1).isTrue();
            }
        }
    }

    @Test
    void knowsTheIntervalsBetweenBeats() {
        int row = rowOf("100", 370);
        assertThat(beats.beat(row).rrBefore()).isEqualTo((370 - 77) / 360.0);
        assertThat(beats.beat(row).rrAfter()).isEqualTo((662 - 370) / 360.0);
        assertThat(beats.beat(rowOf("100", 77)).rrBefore()).isNaN();
        assertThat(beats.beats().stream().filter(beat -> Double.isNaN(beat.rrAfter())))
                .isEmpty();
    }

    private static int rowOf(String record, long position) {
        for (int row = 0; row < beats.size(); row++) {
            Beat beat = beats.beat(row);
            if (beat.record().equals(record) && beat.position() == position) {
                return row;
            }
        }
        throw new AssertionError("no beat of record " + record + " at " + position);
    }
}
