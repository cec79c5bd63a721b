package org.beatbench.data.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.wfdb.WfdbSource;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counts that the limit was set by, and those of the half that had no part in it. */
@EnabledIfEnvironmentVariable(named = "BEATBENCH_DATA", matches = ".+")
class NoiseLevelRealTest {

    /** Of the first signal: noisy, or not to be read. */
    private static final int BAD = 0x11;

    @ParameterizedTest
    @CsvSource({
        "101 106 108 109 112 114 115 116 118 119 122 124 201 203 205 207 208 209 215 220 223 230, 49602, 471, 293, 655",
        "100 103 105 111 113 117 121 123 200 202 210 212 213 214 219 221 222 228 231 232 233 234, 48049, 661, 535, 467"
    })
    void agreesWithTheMarksOfNoiseAsItIsSaidTo(String records, int quiet, int falsely, int missed, int found)
            throws IOException {
        Path data = Path.of(Objects.requireNonNull(System.getenv("BEATBENCH_DATA")));
        int[] counts = new int[4];
        for (String record : records.split(" ")) {
            count(WfdbSource.of(data.resolve("mitdb")).open(record, (name, leads) -> leads.subList(0, 1)), counts);
        }
        assertThat(counts).containsExactly(quiet, falsely, missed, found);
    }

    private static void count(Recording recording, int[] counts) {
        boolean[] noisy = NoiseLevel.noisy(recording);
        int quality = 0;
        int beat = 0;
        for (Annotation mark : recording.annotations()) {
            quality = mark.symbol().equals("~") ? mark.subtype() : quality;
            if (BeatClass.of(mark.symbol()).isPresent()) {
                counts[((quality & BAD) == 0 ? 0 : 2) + (noisy[beat++] ? 1 : 0)]++;
            }
        }
    }
}
