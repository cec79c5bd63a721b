package org.beatbench.data.wfdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "BEATBENCH_DATA", matches = ".+")
class WfdbSourceRealTest {

    private final Path folder =
            Path.of(Objects.requireNonNull(System.getenv("BEATBENCH_DATA"))).resolve("mitdb");

    @Test
    void opensRecord100() throws IOException {
        Recording recording = source().open("100", LeadSelection.ALL);
        assertThat(recording.rate()).isEqualTo(360);
        assertThat(recording.size()).isEqualTo(650_000);
        assertThat(recording.signals()).extracting(Signal::lead).containsExactly("MLII", "V5");
        assertThat(recording.signals().get(0).adc(0)).isEqualTo(995);
        assertThat(recording.signals().get(1).adc(0)).isEqualTo(1011);
        assertThat(recording.signals().get(0).physical(0)).isEqualTo(-0.145);
        assertThat(recording.annotations())
                .startsWith(new Annotation(18, "+", 0, 0, 0, "(N"), Annotation.of(77, "N"), Annotation.of(370, "N"));
        assertThat(recording.comments()).containsExactly("69 M 1085 1629 x1", "Aldomet, Inderal");
    }

    @Test
    void verifiesAllRecordsAndFindsAllAnnotations() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        int all = 0;
        for (String name : source().names()) {
            for (Annotation annotation : source().open(name, LeadSelection.ALL).annotations()) {
                counts.merge(annotation.symbol(), 1, Integer::sum);
                all++;
            }
        }
        assertThat(source().names()).hasSize(48);
        assertThat(all).isEqualTo(112_647);
        assertThat(counts)
                .containsAllEntriesOf(Map.of("N", 75_052, "L", 8_075, "R", 7_259, "A", 2_546, "V", 7_130, "F", 803))
                .containsAllEntriesOf(
                        Map.of("/", 7_028, "f", 982, "Q", 33, "a", 150, "J", 83, "S", 2, "e", 16, "j", 229))
                .containsAllEntriesOf(Map.of("E", 106, "!", 472));
    }

    private WfdbSource source() {
        return WfdbSource.of(folder);
    }
}
