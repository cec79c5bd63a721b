package org.beatbench.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.beatbench.reports.recording.KeptSignal.Granted;
import org.beatbench.reports.recording.KeptSignal.Stretch;
import org.beatbench.reports.recording.KeptSignal.Wish;
import org.beatbench.reports.recording.KeptSignal.Wishes;
import org.junit.jupiter.api.Test;

class KeptSignalTest {

    /** A byte each sample: 100 bytes a second. */
    private static final EcgTrace TRACE = new EcgTrace("", 1_050, at -> 3, 100, 1, 0, "mV", OptionalDouble.of(1));

    @Test
    void keepsAllOfAShortRecording() {
        KeptSignal kept = KeptSignal.of(TRACE, 1_050, List.of());

        assertThat(kept.isWhole()).isTrue();
        assertThat(kept.stretches()).containsExactly(new Stretch(0, 1_050));
    }

    @Test
    void keepsTheMostImportantThingsThatThereIsRoomFor() {
        KeptSignal kept = KeptSignal.of(
                TRACE,
                500,
                List.of(
                        new Wishes("first", List.of(new Wish(-3, 0.5), new Wish(2.2, 2.8))),
                        new Wishes("second", List.of(new Wish(3, 6.9), new Wish(9.9, 99), new Wish(2.5, 3.5)))));

        assertThat(kept.isWhole()).isFalse();
        assertThat(kept.stretches())
                .as("neighbours are one, and the last ends with the signal")
                .containsExactly(new Stretch(0, 100), new Stretch(200, 200), new Stretch(900, 150));
        assertThat(kept.granted()).containsExactly(new Granted("first", 2, 2), new Granted("second", 2, 3));
        assertThat(kept.seconds(100)).isEqualTo(4.5);
    }

    @Test
    void aPartOfAnHourIsKeptAroundWhatMatters() {
        AnsweredRecording hour = Recordings.of(3_600);
        KeptSignal kept = KeptSignal.of(hour.trace(), 300_000, new Priorities(hour).wishes());

        assertThat(kept.isWhole()).isFalse();
        assertThat(kept.packed(hour.trace())).hasSizeLessThan(300_000 * 4 / 3 + 10_000);
        assertThat(kept.granted()).extracting(Granted::name).startsWith("the first seconds of hours", "pauses", "runs");
        assertThat(kept.granted().get(1).kept()).isEqualTo(1);
        int firstUnsure = new Priorities(hour).doubtful().get(0);
        assertThat(kept.stretches())
                .anyMatch(stretch -> stretch.from() <= Recordings.sample(firstUnsure) - 360
                        && stretch.from() + stretch.count() > Recordings.sample(firstUnsure) + 360);
    }
}
