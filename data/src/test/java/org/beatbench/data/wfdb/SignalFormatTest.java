package org.beatbench.data.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.sourceforge.javaflacencoder.FLACEncoder;
import net.sourceforge.javaflacencoder.FLACFileOutputStream;
import net.sourceforge.javaflacencoder.StreamConfiguration;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signal files as signal(5) of the WFDB Applications Guide describes them, written here by its words. */
class SignalFormatTest {

    private static final int FRAMES = 20_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "8, 5000",
        "80, 128",
        "212, 2048",
        "310, 512",
        "311, 512",
        "16, 32768",
        "61, 32768",
        "160, 32768",
        "24, 8388608",
        "508, 128",
        "516, 32768",
        "524, 8388608"
    })
    void readsWhatWasWritten(String format, int half) throws IOException {
        int[][] signals = {walk(1, half), walk(2, half), walk(3, half)};
        write(format, signals);

        Recording recording = open();
        for (int signal = 0; signal < signals.length; signal++) {
            assertThat(adc(recording.signals().get(signal))).isEqualTo(signals[signal]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"310", "311", "212"})
    void readsWhatEndsWithinAGroup(String format) throws IOException {
        for (int size = 1; size <= 7; size++) {
            int[] signal = Arrays.copyOf(walk(size, 500), size);
            write(format, new int[][] {signal});
            assertThat(adc(open().signals().get(0))).isEqualTo(signal);
            Files.writeString(folder.resolve("r.hea"), "r 1 360\nr.dat " + format + "\n");
            assertThat(adc(open().signals().get(0))).startsWith(signal);
        }
    }

    @ParameterizedTest
    @CsvSource({"310, -512", "311, -512", "61, -32768", "160, -32768", "516, -32768", "508, -128"})
    void knowsMissingSamples(String format, int missing) throws IOException {
        write(format, new int[][] {{1, missing, 3, missing, missing, 6}});
        Signal signal = open().signals().get(0);
        assertThat(adc(signal)).containsExactly(1, Signal.MISSING, 3, Signal.MISSING, Signal.MISSING, 6);
    }

    @Test
    void keepsOnlyTheSamplesOfTheWantedLeads() throws IOException {
        int[][] signals = {walk(1, 500), walk(2, 500), walk(3, 500)};
        write("311", signals);
        Recording recording =
                WfdbSource.of(folder).open("r", (record, leads) -> Arrays.asList(leads.get(2), leads.get(0)));
        assertThat(recording.signals()).hasSize(2);
        assertThat(adc(recording.signals().get(0))).isEqualTo(signals[2]);
        assertThat(adc(recording.signals().get(1))).isEqualTo(signals[0]);
        assertThat(recording.leads().all()).hasSize(3);
    }

    @Test
    void verifiesLeadsThatAreNotWanted() throws IOException {
        write("16", new int[][] {{1, 2, 3}, {4, 5, 6}});
        byte[] bytes = Files.readAllBytes(folder.resolve("r.dat"));
        bytes[6]++;
        Files.write(folder.resolve("r.dat"), bytes);
        assertThatThrownBy(() -> WfdbSource.of(folder).open("r", (record, leads) -> leads.subList(0, 1)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("signal 1 (lead 1) has the checksum 16, but the header says 15");
    }

    @Test
    void refusesFlacThatIsDamagedOrOfOtherSignals() throws IOException {
        write("516", new int[][] {walk(1, 500), walk(2, 500)});
        byte[] bytes = Files.readAllBytes(folder.resolve("r.dat"));

        Files.write(folder.resolve("r.dat"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(this::open).isInstanceOf(UserError.class).hasMessageContaining("r.dat");

        byte[] changed = bytes.clone();
        for (int i = changed.length / 2; i < changed.length / 2 + 50; i++) {
            changed[i] ^= 0x55;
        }
        Files.write(folder.resolve("r.dat"), changed);
        assertThatThrownBy(this::open).isInstanceOf(UserError.class).hasMessageContaining("r.dat");

        Files.writeString(folder.resolve("r.dat"), "no FLAC at all");
        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is no FLAC file, or damaged");

        Files.write(folder.resolve("r.dat"), bytes);
        Files.writeString(folder.resolve("r.hea"), "r 1 360\nr.dat 516\n");
        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("2 channels of 16 bits, but the header says 1 signals in format 516");
    }

    private Recording open() throws IOException {
        return WfdbSource.of(folder).open("r", LeadSelection.ALL);
    }

    private static int[] adc(Signal signal) {
        int[] adc = new int[signal.size()];
        Arrays.setAll(adc, signal::adc);
        return adc;
    }

    /** Goes up and down by at most 120, as differences of 8 bits can, within the range of the format, its least value left out. */
    private static int[] walk(int seed, int half) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] walk = new int[FRAMES];
        for (int i = 1; i < FRAMES; i++) {
            int step = random.nextInt(-120, 121);
            int next = walk[i - 1] + step;
            walk[i] = next > half - 1 || next < 1 - half ? walk[i - 1] - step / 2 : next;
            walk[i] = Math.max(1 - half, Math.min(half - 1, walk[i]));
        }
        return walk;
    }

    private void write(String format, int[][] signals) throws IOException {
        StringBuilder header = new StringBuilder("r " + signals.length + " 360 " + signals[0].length + "\n");
        for (int i = 0; i < signals.length; i++) {
            header.append("r.dat " + format + " 200 12 0 " + signals[i][0] + " "
                    + (short) Arrays.stream(signals[i]).sum() + " 0 lead " + i + "\n");
        }
        Files.writeString(folder.resolve("r.hea"), header);
        Files.write(folder.resolve("r.atr"), new byte[2]);
        Files.write(
                folder.resolve("r.dat"),
                format.startsWith("5") ? flac(Integer.parseInt(format) - 500, signals) : packed(format, signals));
    }

    private static byte[] packed(String format, int[][] signals) {
        int count = signals.length * signals[0].length;
        int[] all = new int[count + 2];
        for (int i = 0; i < count; i++) {
            int[] signal = signals[i % signals.length];
            int at = i / signals.length;
            all[i] = !format.equals("8") ? signal[at] : at == 0 ? 0 : signal[at] - signal[at - 1];
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            switch (format) {
                case "8" -> out.write(all[i]);
                case "80" -> out.write(all[i] + 128);
                case "16" -> bytes(out, all[i], 2);
                case "24" -> bytes(out, all[i], 3);
                case "61" -> {
                    out.write(all[i] >> 8);
                    out.write(all[i]);
                }
                case "160" -> bytes(out, all[i] + 32_768, 2);
                case "212" -> {
                    out.write(all[i]);
                    out.write((all[i] >> 8 & 15) | (all[i + 1] >> 8 & 15) << 4);
                    if (++i < count) {
                        out.write(all[i]);
                    }
                }
                case "310" -> {
                    bytes(out, (all[i] & 0x3ff) << 1 | (all[i + 2] & 0x1f) << 11, 2);
                    if (i + 1 < count) {
                        bytes(out, (all[i + 1] & 0x3ff) << 1 | (all[i + 2] >> 5 & 0x1f) << 11, 2);
                    }
                    i += 2;
                }
                case "311" -> {
                    bytes(out, (all[i] & 0x3ff) | (all[i + 1] & 0x3ff) << 10 | (all[i + 2] & 0x3ff) << 20, 4);
                    i += 2;
                }
                default -> throw new IllegalArgumentException(format);
            }
        }
        return out.toByteArray();
    }

    private static byte[] flac(int bits, int[][] signals) throws IOException {
        int channels = signals.length;
        int size = signals[0].length;
        int[] all = new int[channels * size];
        for (int i = 0; i < all.length; i++) {
            all[i] = signals[i % channels][i / channels];
        }
        FLACEncoder encoder = new FLACEncoder();
        encoder.setStreamConfiguration(new StreamConfiguration(channels, 16, 4_096, 360, bits));
        Path file = Files.createTempFile("flac", ".flac");
        try (var stream = new FLACFileOutputStream(file.toFile())) {
            encoder.setOutputStream(stream);
            encoder.openFLACStream();
            encoder.addSamples(all, size);
            encoder.encodeSamples(size, true);
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    private static void bytes(ByteArrayOutputStream out, int value, int count) {
        for (int i = 0; i < count; i++) {
            out.write(value >> (8 * i));
        }
    }
}
