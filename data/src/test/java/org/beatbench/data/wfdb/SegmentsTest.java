package org.beatbench.data.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.LeadChoice;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentsTest {

    private static final int NONE = Signal.MISSING;

    @TempDir
    private Path folder;

    @Test
    void putsSegmentsOfTheSameSignalsTogether() throws IOException {
        RecordWriter.write(folder, "s1", 360, "212", new int[][] {{1, 2, 3}, {4, 5, 6}}, List.of());
        RecordWriter.write(folder, "s2", 360, "16", new int[][] {{7, 8}, {9, 10}}, List.of());
        write("r/3 2 360 9\ns1 3\n~ 4\ns2 2\n");

        Recording recording = open(LeadSelection.ALL);
        assertThat(adc(recording, 0)).containsExactly(1, 2, 3, NONE, NONE, NONE, NONE, 7, 8);
        assertThat(adc(recording, 1)).containsExactly(4, 5, 6, NONE, NONE, NONE, NONE, 9, 10);
        assertThat(recording.signals().get(0).gain()).isEqualTo(200);
        assertThat(recording.annotations()).containsExactly(Annotation.of(1, "N"), Annotation.of(8, "V"));
    }

    @Test
    void isTheOnlyRecordOfItsFolder() throws IOException {
        putsSegmentsOfTheSameSignalsTogether();
        assertThat(WfdbSource.of(folder).names()).containsExactly("r");
        assertThat(WfdbSource.of(folder).files("r"))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("r.hea", "r.atr", "s1.hea", "s1.dat", "s2.hea", "s2.dat");
    }

    @Test
    void findsTheSignalsOfALayoutByName() throws IOException {
        Files.writeString(
                folder.resolve("l.hea"),
                "l 3 360 0\n~ 0 200(10)/mV 12 10 0 0 0 II\n~ 0 100/mV 12 0 0 0 0 V1\n" + "~ 0 1/mmHg 12 0 0 0 0 ABP\n");
        segment("s1", "V1", "II");
        segment("s2", "ABP", "V1");
        segment("s3", "ABP");
        write("r/5 3 360 9\nl 0\ns1 2\ns2 2\n~ 3\ns3 2\n");

        Recording recording = open(LeadSelection.ALL);
        assertThat(recording.leads().all()).extracting(lead -> lead.name()).containsExactly("II", "V1", "ABP");
        assertThat(adc(recording, 0)).containsExactly(3, 4, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
        // Of gain 200 and baseline 10 there, of gain 100 and baseline 0 here.
        assertThat(adc(recording, 1)).startsWith((int) Math.rint((1 - 10) / 2.0), (int) Math.rint((2 - 10) / 2.0));
        assertThat(open(LeadChoice.of("V1")).signals()).hasSize(1);
        assertThatThrownBy(() -> open(LeadChoice.of("ABP"))).hasMessageContaining("is no ECG");
    }

    @Test
    void namesWhatDoesNotFit() throws IOException {
        RecordWriter.write(folder, "s1", 360, "16", new int[][] {{1, 2, 3}}, List.of());
        RecordWriter.write(folder, "s2", 250, "16", new int[][] {{7, 8}, {9, 10}}, List.of());
        write("r/2 1 360 9\ns1 4\ns2 2\n");
        assertThatThrownBy(() -> open(LeadSelection.ALL))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("segment s1 has 3 samples, but 4 are announced")
                .hasMessageContaining("segment s2 has 250.0 samples a second, the record 360.0")
                .hasMessageContaining("the segments have 6 samples together, the record 9");

        write("r/1 1 360 9\n~ 9\n");
        assertThatThrownBy(() -> open(LeadSelection.ALL)).hasMessageContaining("there is no segment, but gaps only");

        RecordWriter.write(folder, "s2", 360, "16", new int[][] {{7, 8}, {9, 10}}, List.of());
        write("r/2 1 360 5\ns1 3\ns2 2\n");
        assertThatThrownBy(() -> open(LeadSelection.ALL))
                .hasMessageContaining("segment s2 has 2 signals, segment s1 has 1");

        Files.delete(folder.resolve("s2.hea"));
        assertThatThrownBy(() -> open(LeadSelection.ALL)).hasMessageContaining("s2.hea does not exist");
    }

    /** Two samples of each lead: 1 and 2 of the first, 3 and 4 of the second. */
    private void segment(String name, String... leads) throws IOException {
        int[][] signals = new int[leads.length][];
        for (int i = 0; i < leads.length; i++) {
            signals[i] = new int[] {2 * i + 1, 2 * i + 2};
        }
        RecordWriter.write(folder, name, 360, "16", signals, List.of());
        String header = Files.readString(folder.resolve(name + ".hea"));
        for (int i = 0; i < leads.length; i++) {
            header = header.replace("lead " + i, leads[i]);
        }
        Files.writeString(folder.resolve(name + ".hea"), header);
    }

    private void write(String header) throws IOException {
        Files.writeString(folder.resolve("r.hea"), header);
        // N at 1, V seven samples later.
        Files.write(folder.resolve("r.atr"), new byte[] {1, 4, 7, 20, 0, 0});
    }

    private Recording open(LeadSelection leads) throws IOException {
        return WfdbSource.of(folder).open("r", leads);
    }

    private static int[] adc(Recording recording, int signal) {
        int[] adc = new int[recording.size()];
        Arrays.setAll(adc, recording.signals().get(signal)::adc);
        return adc;
    }
}
