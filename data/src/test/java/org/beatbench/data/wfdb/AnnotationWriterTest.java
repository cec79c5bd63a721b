package org.beatbench.data.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.beatbench.data.recording.Annotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationWriterTest {

    private static final List<String> SYMBOLS = List.of(
            "N", "L", "R", "a", "V", "F", "J", "A", "S", "E", "j", "/", "Q", "~", "|", "s", "T", "*", "D", "\"", "=",
            "p", "B", "^", "t", "+", "u", "?", "!", "[", "]", "e", "n", "@", "x", "f", "(", ")", "r");

    @TempDir
    private Path folder;

    /** Worked out by hand from annot(5): six bits of code above ten of distance, low byte first. */
    @Test
    void writesTheBytesOfTheFormat() {
        byte[] all = AnnotationWriter.bytes(
                250,
                "",
                List.of(
                        new Annotation(18, "+", 0, 0, 0, "(AFIB"),
                        new Annotation(1_041, "N", 0, 0, 0, ""),
                        new Annotation(1_041 + 65_538, "V", -1, 1, 3, ""),
                        new Annotation(1_041 + 65_539, "N", 0, 1, -2, "")));
        String note = "## time resolution: 250";
        byte[] marks = Arrays.copyOfRange(all, 4 + note.length() + 1, all.length);
        assertThat(marks)
                .isEqualTo(bytes(
                        0x12, 0x70, 0x05, 0xfc, '(', 'A', 'F', 'I', 'B', 0, // "+" 18, text of 5, padded
                        0xff, 0x07, // N 1023
                        0x00, 0xec, 0x01, 0x00, 0x02, 0x00, 0x00, 0x14, // skip 65,538, V
                        0xff, 0xf7, 0x01, 0xf8, 0x03, 0xf0, // subtype -1, channel 1, number 3
                        0x01, 0x04, 0xfe, 0xf3, // N 1, number -2; the channel holds
                        0, 0));
        assertThat(Arrays.copyOf(all, 4)).isEqualTo(bytes(0x00, 0x58, note.length(), 0xfc));
    }

    @Test
    void isReadBackEqual() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            List<Annotation> made = made(new SplittableRandom(seed));
            assertThat(readBack(360, made)).as("seed " + seed).isEqualTo(made);
        }
    }

    @Test
    void skipsFurtherThanASkipReaches() throws IOException {
        Path file = folder.resolve("r.qrs");
        AnnotationWriter.write(file, 1_000, "", List.of(Annotation.of(5_000_000_000L, "N")));
        assertThat(Files.size(file)).isEqualTo(4 + 24 + 3 * 6 + 2 + 2);
    }

    @Test
    void tellsARateThatTheHeaderDoesNot() throws IOException {
        AnnotationWriter.write(folder.resolve("r.qrs"), 720, "", List.of(Annotation.of(200, "N")));
        assertThat(AnnotationReader.read(folder, "r", "qrs", 1_000, 360, 360)).containsExactly(Annotation.of(100, "N"));
    }

    @Test
    void knowsItsOwnFiles() throws IOException {
        Path file = folder.resolve("r.qrs");
        AnnotationWriter.write(file, 360, "by me", List.of(Annotation.of(5, "N")));
        assertThat(AnnotationWriter.isBy("by me", file)).isTrue();
        assertThat(AnnotationWriter.isBy("by others", file)).isFalse();
        assertThat(AnnotationReader.read(folder, "r", "qrs", 10, 360, 360)).containsExactly(Annotation.of(5, "N"));
    }

    @Test
    void refusesWhatWouldNotBeReadBack() {
        Stream.of(
                        Annotation.of(5, " "),
                        Annotation.of(5, "premature"),
                        new Annotation(5, "N", 128, 0, 0, ""),
                        new Annotation(5, "N", 0, 256, 0, ""),
                        new Annotation(5, "N", 0, 0, -129, ""),
                        new Annotation(5, "N", 0, 0, 0, "x".repeat(256)),
                        new Annotation(5, "N", 0, 0, 0, "a\0b"),
                        new Annotation(0, "\"", 0, 0, 0, "## end of definitions"))
                .forEach(wrong -> assertThatThrownBy(() -> AnnotationWriter.bytes(360, "", List.of(wrong)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("sample=" + wrong.sample()));
        assertThatThrownBy(() -> AnnotationWriter.bytes(360, "", List.of(Annotation.of(5, "N"), Annotation.of(4, "N"))))
                .hasMessageContaining("must ascend");
    }

    private static List<Annotation> made(SplittableRandom random) {
        List<Annotation> made = new ArrayList<>();
        long sample = 0;
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            // Distances of 0, around the longest without a skip, and far beyond.
            sample += random.nextInt(new int[] {2, 400, 1_026, 70_000, 2_000_000}[random.nextInt(5)]);
            boolean plain = random.nextBoolean();
            made.add(new Annotation(
                    sample,
                    SYMBOLS.get(random.nextInt(SYMBOLS.size())),
                    plain ? 0 : random.nextInt(-128, 128),
                    plain ? 0 : random.nextInt(256),
                    plain ? 0 : random.nextInt(-128, 128),
                    random.nextInt(3) > 0 ? "" : "(µ" + "x".repeat(random.nextInt(253))));
        }
        return made;
    }

    private List<Annotation> readBack(double rate, List<Annotation> made) throws IOException {
        AnnotationWriter.write(folder.resolve("r.qrs"), rate, "made", made);
        return AnnotationReader.read(folder, "r", "qrs", 100_000_000, rate, rate);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
