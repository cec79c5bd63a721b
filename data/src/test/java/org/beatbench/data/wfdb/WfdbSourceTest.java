package org.beatbench.data.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Converter;
import org.beatbench.data.recording.LeadChoice;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WfdbSourceTest {

    private static final Converter TWELVE_BITS = new Converter(-2_038, 2_057);
    private static final int[] FIRST = {10, 11, -12, 13, 127, -127, 0};
    private static final int[] SECOND = {-1, 2, -3, 4, -5, 6, -7};
    private static final List<Annotation> BEATS = List.of(Annotation.of(1, "N"), Annotation.of(5, "V"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"80", "212", "16", "24", "32"})
    void readsEveryFormatBack(String format) throws IOException {
        RecordWriter.write(folder, "r", 360, format, new int[][] {FIRST, SECOND}, BEATS);
        Recording recording = source().open("r", LeadSelection.ALL);
        assertThat(recording.signals())
                .containsExactly(
                        Signal.of("lead 0", "mV", 200, 10, FIRST).by(TWELVE_BITS),
                        Signal.of("lead 1", "mV", 200, 10, SECOND).by(TWELVE_BITS));
        assertThat(recording.annotations()).isEqualTo(BEATS);
        assertThat(recording.comments()).containsExactly("made for a test");
        assertThat(recording.subject()).isEmpty();
        assertThat(recording.seconds()).isEqualTo(7 / 360.0);
        assertThat(recording.signals().get(0).physical(1)).isEqualTo(1 / 200.0);
    }

    @ParameterizedTest
    @CsvSource({
        "80, -127, 127",
        "212, -2047, 2047",
        "16, -32767, 32767",
        "24, -8388607, 8388607",
        "32, -2147483647, 2147483647"
    })
    void readsTheWholeRangeOfEveryFormat(String format, int least, int greatest) throws IOException {
        int[] samples = {least, greatest, least, 0, greatest};
        RecordWriter.write(folder, "r", 360, format, new int[][] {samples}, List.of());
        assertThat(source().open("r", LeadSelection.ALL).signals().get(0))
                .isEqualTo(Signal.of("lead 0", "mV", 200, 10, samples).by(TWELVE_BITS));
    }

    @ParameterizedTest
    @CsvSource({"80, -128", "212, -2048", "16, -32768", "24, -8388608", "32, -2147483648"})
    void knowsMissingSamples(String format, int missing) throws IOException {
        RecordWriter.write(folder, "r", 360, format, new int[][] {{1, missing, 3}}, List.of());
        Signal signal = source().open("r", LeadSelection.ALL).signals().get(0);
        assertThat(signal.adc(1)).isEqualTo(Signal.MISSING);
        assertThat(signal.physical(1)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "/", "/etc/passwd", "..", "../r", "."})
    void refusesAListOfWhatCannotBeRecords(String name) throws IOException {
        Files.writeString(folder.resolve("RECORDS"), name + "\n");
        String listed = source().names().get(0);

        assertThatThrownBy(() -> source().files(listed))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(folder.resolve("RECORDS") + " lists what cannot be the name of a record: '");
        assertThatThrownBy(() -> source().open(listed, LeadSelection.ALL)).isInstanceOf(UserError.class);
    }

    @Test
    void refusesAListThatIsNoText() throws IOException {
        Files.write(folder.resolve("RECORDS"), new byte[] {'a', (byte) 0xff, '\n'});

        assertThatThrownBy(() -> source().names())
                .isInstanceOf(UserError.class)
                .hasMessage(folder.resolve("RECORDS") + " is not text in UTF-8");
    }

    @Test
    void refusesASignalFileWhoseNameIsNone() throws IOException {
        Files.writeString(folder.resolve("r.hea"), "r 1 360 7\nr\0.dat 16\n");

        assertThatThrownBy(() -> source().open("r", LeadSelection.ALL))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("r.hea: line 2: the signal file cannot be called so: Nul character not allowed");
    }

    @Test
    void skipsBytesBeforeTheFirstSample() throws IOException {
        Files.write(folder.resolve("r.dat"), new byte[] {99, 99, 99, 5, 0, 6, 0});
        Files.writeString(folder.resolve("r.hea"), "r 1 360 2\nr.dat 16+3 200 12 0 5 11 0 I\n");
        Files.write(folder.resolve("r.atr"), new byte[2]);
        assertThat(source().open("r", LeadSelection.ALL).signals().get(0))
                .isEqualTo(Signal.of("I", "mV", 200, 0, new int[] {5, 6}).by(new Converter(-2_048, 2_047)));
    }

    @Test
    void countsSamplesWhereTheHeaderDoesNot() throws IOException {
        RecordWriter.write(folder, "r", FIRST, BEATS);
        Files.writeString(folder.resolve("r.hea"), "r 1 360\nr.dat 16\n");
        assertThat(source().open("r", LeadSelection.ALL).size()).isEqualTo(FIRST.length);
    }

    @Test
    void takesAnyGapForTheFirstValueThatWfdbWritesForOne() throws IOException {
        int[] gap = {-2048, 5, 6};
        RecordWriter.write(folder, "r", 360, "212", new int[][] {gap}, List.of());
        rewriteHeader(" -2048 ", " -32768 ");
        assertThat(open().signals().get(0).adc(0)).isEqualTo(Signal.MISSING);
        RecordWriter.write(folder, "r", 360, "212", new int[][] {{7, 5, 6}}, List.of());
        rewriteHeader(" 7 18 ", " -32768 19 ");
        assertRefused().hasMessageContaining("begins with 7, but the header says -32768");
    }

    @Test
    void warnsOfAChecksumThatWasNeverFilledIn() throws IOException {
        RecordWriter.write(folder, "r", FIRST, BEATS);
        assertThat(open().warnings()).isEmpty();
        rewriteHeader(" 10 22 ", " 10 0 ");
        assertThat(open().warnings())
                .containsExactly(
                        "The header's checksum is 0, so it was never filled in: whether the samples are the right ones"
                                + " was not verified.");
        rewriteHeader(" 10 0 ", " 0 0 ");
        assertThat(open().warnings()).hasSize(1);
        rewriteHeader(" 0 0 ", " 9 0 ");
        assertRefused().hasMessageContaining("begins with 10, but the header says 9");
    }

    @Test
    void takesChecksumsWithoutSign() throws IOException {
        RecordWriter.write(folder, "r", new int[] {-5, -6}, List.of());
        rewriteHeader(" -5 -11 ", " -5 65525 ");
        assertThat(open().warnings()).isEmpty();
    }

    @Test
    void believesTheChecksumMoreThanTheFirstValue() throws IOException {
        RecordWriter.write(folder, "r", FIRST, BEATS);
        rewriteHeader(" 10 22 ", " 11 22 ");
        assertThat(open().warnings())
                .containsExactly("The header's first value of a signal is wrong, but its checksum is right.");
    }

    @ParameterizedTest
    @ValueSource(strings = {" 10 22 ", " 10 211 "})
    void usesAsManySamplesAsTheHeaderTells(String sums) throws IOException {
        RecordWriter.write(folder, "r", 360, "16", new int[][] {{10, 11, 1, 90, 99}}, List.of(Annotation.of(1, "N")));
        rewriteHeader(" 360.0 5", " 360.0 3");
        rewriteHeader(" 10 211 ", sums);
        Recording recording = open();
        assertThat(recording.size()).isEqualTo(3);
        assertThat(recording.warnings())
                .containsExactly(
                        "The signal goes on after the 3 samples of which the header tells; only these are used.");
    }

    @Test
    void readsAllSamplesOfAFrame() throws IOException {
        // Frames of two samples of the first signal and one of the second.
        Files.write(folder.resolve("r.dat"), new byte[] {1, 0, 2, 0, 9, 0, 3, 0, 4, 0, 8, 0});
        Files.writeString(
                folder.resolve("r.hea"), "r 2 180 2\nr.dat 16x2 200 12 0 1 10 0 II\nr.dat 16 200 12 0 9 17 0 V1\n");
        Files.write(folder.resolve("r.atr"), new byte[] {1, 4, 0, 0});

        Recording first = WfdbSource.of(folder).open("r", LeadChoice.of("II"));
        assertThat(first.rate()).isEqualTo(360);
        assertThat(adc(first, 0)).containsExactly(1, 2, 3, 4);
        assertThat(first.annotations()).containsExactly(Annotation.of(2, "N"));

        Recording second = WfdbSource.of(folder).open("r", LeadChoice.of("V1"));
        assertThat(second.rate()).isEqualTo(180);
        assertThat(adc(second, 0)).containsExactly(9, 8);
        assertThat(second.annotations()).containsExactly(Annotation.of(1, "N"));

        assertThat(adc(open(), 1)).containsExactly(9, 9, 8, 8);
    }

    @Test
    void bringsSkewedSignalsBackInStep() throws IOException {
        Files.write(folder.resolve("r.dat"), new byte[] {1, 7, 2, 7, 3, 7, 4, 7});
        Files.writeString(
                folder.resolve("r.hea"), "r 2 360 4\nr.dat 80:2 200 8 0 -127 502 0 II\nr.dat 80 200 8 0 -121 -484\n");
        Files.write(folder.resolve("r.atr"), new byte[2]);
        rewriteHeader(" 502 ", " -502 ");
        assertThat(adc(open(), 0)).containsExactly(-125, -124, Signal.MISSING, Signal.MISSING);
        assertThat(adc(open(), 1)).containsExactly(-121, -121, -121, -121);
    }

    @Test
    void namesAMissingHeader() {
        assertRefused().hasMessageContaining("r.hea does not exist");
    }

    @Test
    void namesAMissingSignalFile() throws IOException {
        RecordWriter.write(folder, "r", FIRST, BEATS);
        Files.delete(folder.resolve("r.dat"));
        assertRefused().hasMessageContaining("r.dat does not exist, but r.hea names it");
    }

    @Test
    void namesMissingAnnotations() throws IOException {
        RecordWriter.write(folder, "r", FIRST, BEATS);
        Files.delete(folder.resolve("r.atr"));
        assertRefused().hasMessageContaining("r.atr does not exist");
    }

    @Test
    void namesATruncatedSignalFile() throws IOException {
        RecordWriter.write(folder, "r", FIRST, BEATS);
        byte[] whole = Files.readAllBytes(folder.resolve("r.dat"));
        Files.write(folder.resolve("r.dat"), Arrays.copyOf(whole, 9));
        assertRefused().hasMessageContaining("r.dat: 9 bytes").hasMessageContaining("take 14; it is cut off");
    }

    @Test
    void namesATextFileInPlaceOfSamples() throws IOException {
        RecordWriter.write(folder, "r", FIRST, BEATS);
        Files.writeString(folder.resolve("r.dat"), "0.1,0.2,0.3\n0.4,0.5,0.6\n");
        assertRefused().hasMessageContaining("it looks like text");
        Files.writeString(folder.resolve("r.dat"), "0.1,0.2,0.3,0\n");
        assertRefused().hasMessageContaining("it looks like text");
    }

    @Test
    void namesAWrongChecksumAndAWrongFirstSampleTogether() throws IOException {
        RecordWriter.write(folder, "r", FIRST, BEATS);
        byte[] bytes = Files.readAllBytes(folder.resolve("r.dat"));
        bytes[0]++;
        Files.write(folder.resolve("r.dat"), bytes);
        assertRefused()
                .hasMessageContaining("r.dat: signal 0 (lead 0) begins with 11, but the header says 10")
                .hasMessageContaining("has the checksum 23, but the header says 22");
    }

    @Test
    void namesAnAnnotationPastTheEnd() throws IOException {
        RecordWriter.write(folder, "r", FIRST, List.of(Annotation.of(1, "N"), Annotation.of(7, "V")));
        assertRefused().hasMessageContaining("r.atr: annotation 'V' at sample 7 lies past the end");
    }

    @Test
    void listsRecordsAsTheFolderDoes() throws IOException {
        RecordWriter.write(folder, "b", FIRST, BEATS);
        RecordWriter.write(folder, "a", FIRST, BEATS);
        assertThat(source().names()).containsExactly("a", "b");
        Files.writeString(folder.resolve("RECORDS"), "b\r\na\r\n");
        assertThat(source().names()).containsExactly("b", "a");
        assertThat(source().warnings()).isEmpty();
    }

    @Test
    void readsTheListsOfFoldersThatAListNames() throws IOException {
        Files.createDirectories(folder.resolve("p0/q1"));
        Files.writeString(folder.resolve("RECORDS"), "p0/\na\n../\n");
        Files.writeString(folder.resolve("p0/RECORDS"), "q1/\nb\n");
        Files.writeString(folder.resolve("p0/q1/RECORDS"), "c\n");
        assertThat(source().names()).containsExactly("p0/q1/c", "p0/b", "a", "..");
    }

    @Test
    void readsARecordThatIsNamedTwiceOnce() throws IOException {
        Files.writeString(folder.resolve("RECORDS"), "p0/b\na\n./p0/b\np0//b\n");
        assertThat(source().names()).containsExactly("p0/b", "a");
        assertThat(source().warnings())
                .containsExactly("Record p0/b is named more than once in RECORDS and read once.");
    }

    @Test
    void refusesAFolderWithoutRecords() {
        assertThatThrownBy(() -> source().names()).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> WfdbSource.of(folder.resolve("none")).names()).isInstanceOf(UserError.class);
    }

    @Test
    void opensRecordsInSubfolders() throws IOException {
        Files.createDirectory(folder.resolve("p00"));
        RecordWriter.write(folder.resolve("p00"), "r", FIRST, BEATS);
        assertThat(source().open("p00/r", LeadSelection.ALL).name()).isEqualTo("p00/r");
        assertThat(source().files("p00/r")).hasSize(3);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused() {
        return assertThatThrownBy(() -> source().open("r", LeadSelection.ALL)).isInstanceOf(UserError.class);
    }

    private Recording open() throws IOException {
        return source().open("r", LeadSelection.ALL);
    }

    private static int[] adc(Recording recording, int signal) {
        int[] adc = new int[recording.size()];
        Arrays.setAll(adc, recording.signals().get(signal)::adc);
        return adc;
    }

    private void rewriteHeader(String from, String to) throws IOException {
        String text = Files.readString(folder.resolve("r.hea"));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve("r.hea"), text.replace(from, to));
    }

    private WfdbSource source() {
        return WfdbSource.of(folder);
    }
}
