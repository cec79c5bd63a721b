package org.beatbench.data.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.assertj.core.api.AbstractThrowableAssert;
import org.beatbench.api.UserError;
import org.beatbench.data.annotations.ClassedSource;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Converter;
import org.beatbench.data.recording.LeadChoice;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.beatbench.data.records.RecordingFile;
import org.beatbench.data.wfdb.RecordWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdfSourceTest {

    private static final int[] FIRST = random(3_600, 1);
    private static final int[] SECOND = random(3_600, 2);

    @TempDir
    private Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    private Recording open() throws IOException {
        return EdfSource.of(folder, "").open("r", LeadSelection.ALL);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused() {
        return assertThatThrownBy(this::open).isInstanceOf(UserError.class);
    }

    private static int[] random(int size, int seed) {
        return new SplittableRandom(seed).ints(size, -2_000, 2_000).toArray();
    }

    private static int[] values(Signal signal) {
        int[] values = new int[signal.size()];
        Arrays.setAll(values, signal::adc);
        return values;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsEverySampleOfEveryLead(boolean wide) throws IOException {
        EdfWriter writer = new EdfWriter().signal("ECG II", 360, FIRST).signal("V5", 360, SECOND);
        (wide ? writer.bdf() : writer).write(file("r.edf"));

        Recording recording = open();

        assertThat(recording.rate()).isEqualTo(360);
        assertThat(recording.signals()).extracting(Signal::lead).containsExactly("II", "V5");
        assertThat(values(recording.signals().get(0))).isEqualTo(FIRST);
        assertThat(values(recording.signals().get(1))).isEqualTo(SECOND);
        assertThat(recording.signals().get(0).physical(7)).isCloseTo(FIRST[7] / 200.0, within(1e-9));
        assertThat(recording.signals().get(0).converter()).isEqualTo(new Converter(-2_048, 2_047));
        assertThat(recording.annotations()).isEmpty();
    }

    @Test
    void readsTheWholeRangeOfBothWidths() throws IOException {
        int[] narrow = {-32_768, 32_767, 0, -1};
        new EdfWriter()
                .signal("I", "uV", 4, narrow, "-1", "1", "-32768", "32767")
                .write(file("r.edf"));
        int[] wide = {-8_388_608, 8_388_607, 0, -1};
        new EdfWriter()
                .bdf()
                .signal("I", "uV", 4, wide, "-1", "1", "-8388608", "8388607")
                .write(file("w.bdf"));

        assertThat(values(open().signals().get(0))).isEqualTo(narrow);
        assertThat(values(EdfSource.of(folder, "")
                        .open("w", LeadSelection.ALL)
                        .signals()
                        .get(0)))
                .isEqualTo(wide);
    }

    @Test
    void readsTheFileThatIsNamedAndNotItsNeighbour() throws IOException {
        new EdfWriter().signal("II", 360, FIRST).write(file("r.edf"));
        new EdfWriter().bdf().signal("II", 360, SECOND).write(file("r.bdf"));

        EdfSource source = EdfSource.ofFile(file("r.bdf"), "");

        assertThat(source.names()).containsExactly("r");
        assertThat(source.files("r")).containsExactly(file("r.bdf"));
        assertThat(values(source.open("r", LeadSelection.ALL).signals().get(0))).isEqualTo(SECOND);
        assertThat(values(RecordingFile.of(file("r.bdf"), "", 0)
                        .orElseThrow()
                        .open(LeadSelection.ALL)
                        .signals()
                        .get(0)))
                .isEqualTo(SECOND);
        assertThatThrownBy(() -> EdfSource.of(folder, "").names()).hasMessageContaining("are both called r");
    }

    @Test
    void turnsALeadOverWhosePhysicalEndsAreSwapped() throws IOException {
        new EdfWriter()
                .signal("I", "mV", 4, new int[] {-2, 0, 1, 2}, "5", "-5", "-50", "50")
                .write(file("r.edf"));

        assertThat(open().signals().get(0).physical(3)).isCloseTo(-0.2, within(1e-12));
        assertThat(open().signals().get(0).gain()).isEqualTo(-10);
    }

    @Test
    void takesAnUncalibratedLeadAsItIs() throws IOException {
        new EdfWriter()
                .signal("I", "mV", 4, new int[] {-2, 0, 1, 2}, "0", "0", "-50", "50")
                .write(file("r.edf"));

        assertThat(open().signals().get(0).physical(3)).isEqualTo(2);
        assertThat(open().signals().get(0).units()).isEmpty();
        assertThat(open().warnings()).containsExactly("Signal I is not calibrated; its values are taken as they are.");
    }

    @Test
    void readsWhatBioSigWrites() throws IOException {
        // 360 Hz as records of one sample, marked EDF+C without an annotation signal, digital range stretched to the
        // signal's own.
        new EdfWriter()
                .kind("EDF+C")
                .patient("00000000 X X X")
                .duration("0.002778")
                .signal("MLII", "mV", 1, FIRST, "-2.71500", "1.435000", "-1999", "1999")
                .signal("V5", "mV", 1, SECOND, "-2.46500", "1.225000", "-32767", "32767")
                .write(file("r.edf"));

        Recording recording = open();

        assertThat(recording.rate()).isEqualTo(360);
        assertThat(recording.subject()).isEmpty();
        assertThat(recording.warnings())
                .containsExactly(
                        "The duration of its data records, 0.002778 s, is taken for a rounded one, which makes 360 samples"
                                + " a second.");
        assertThat(values(recording.signals().get(1))).isEqualTo(SECOND);
    }

    @Test
    void doesNotTakeARangeThatWasStretchedForTheEndsOfAConverter() throws IOException {
        int[] samples = {-32_767, 5, 32_767, 7};
        new EdfWriter()
                .signal("I", "mV", 4, samples, "-2", "1", "-32767", "32767")
                .write(file("r.edf"));

        assertThat(open().signals().get(0).converter()).isEqualTo(Converter.UNLIMITED);
    }

    @Test
    void choosesTheEcgAmongOtherSignalsAtItsOwnRate() throws IOException {
        new EdfWriter()
                .signal("EEG Fpz-Cz", "uV", 100, random(1_000, 3), "-200", "200", "-2048", "2047")
                .signal("EEG EKG1-REF", 360, FIRST)
                .signal("SaO2", "%", 1, random(10, 4), "0", "100", "-2048", "2047")
                .signal("Resp", "", 10, random(100, 5), "-1", "1", "-2048", "2047")
                .signal("ECG V1", 180, random(1_800, 6))
                .write(file("r.edf"));

        Recording recording = open();

        assertThat(recording.rate()).isEqualTo(360);
        assertThat(recording.signals()).extracting(Signal::lead).containsExactly("EKG1");
        assertThat(values(recording.signals().get(0))).isEqualTo(FIRST);
        assertThat(recording.leads().all()).hasSize(2);
        Recording other = EdfSource.of(folder, "").open("r", LeadChoice.of("V2, V1"));
        assertThat(other.rate()).isEqualTo(180);
        assertThat(other.signals()).extracting(Signal::lead).containsExactly("V1");
    }

    @Test
    void keepsOnlyTheLeadsThatAreWanted() throws IOException {
        new EdfWriter().signal("I", 360, FIRST).signal("II", 360, SECOND).write(file("r.edf"));

        Recording recording = EdfSource.of(folder, "").open("r", LeadChoice.of("MLII, II"));

        assertThat(recording.signals()).hasSize(1);
        assertThat(values(recording.signals().get(0))).isEqualTo(SECOND);
    }

    @Test
    void readsRecordsThatAreLargerThanOnePiece() throws IOException {
        int[] long1 = random(700_000, 7);
        int[] long2 = random(700_000, 8);
        new EdfWriter()
                .duration("1000")
                .signal("I", 350_000, long1)
                .signal("II", 350_000, long2)
                .write(file("r.edf"));

        Recording recording = open();

        assertThat(recording.rate()).isEqualTo(350);
        assertThat(values(recording.signals().get(0))).isEqualTo(long1);
        assertThat(values(recording.signals().get(1))).isEqualTo(long2);
    }

    @Test
    void readsAnnotationsIncludingTheSecondTextOfAList() throws IOException {
        new EdfWriter()
                .kind("EDF+C")
                .signal("ECG", 360, FIRST)
                .lists("+0||", "+0.5|N|PVC|", "+0.75\u00150.1|Recording starts|")
                .lists("+1||", "+2.0028|Premature atrial contraction|(AFIB|")
                .write(file("r.edf"));

        assertThat(open().annotations())
                .containsExactly(
                        Annotation.of(180, "N"),
                        Annotation.of(180, "V"),
                        new Annotation(270, "\"", 0, 0, 0, "Recording starts"),
                        Annotation.of(721, "A"),
                        new Annotation(721, "+", 0, 0, 0, "(AFIB"));
    }

    @Test
    void namesTextsThatMayBeBeatsInOtherWords() throws IOException {
        new EdfWriter()
                .kind("EDF+C")
                .signal("ECG", 360, FIRST)
                .lists("+0||", "+0.5|N|extrasistole|", "+0.7|extrasistole|Sleep stage W|")
                .write(file("r.edf"));

        assertThat(open().warnings())
                .containsExactly("Annotations that name no beat that is known are passed over: 'extrasistole' (2).");
    }

    @Test
    void readsAnnotationsOfBdf() throws IOException {
        new EdfWriter()
                .bdf()
                .kind("BDF+C")
                .signal("ECG", 360, FIRST)
                .lists("+0||N|", "+0.5|V|")
                .write(file("r.bdf"));

        assertThat(open().annotations()).containsExactly(Annotation.of(0, "N"), Annotation.of(180, "V"));
    }

    @Test
    void countsFromTheBeginningOfTheFirstRecord() throws IOException {
        new EdfWriter()
                .kind("EDF+C")
                .signal("ECG", 360, FIRST)
                .lists("+0.5||", "+1.5|N|")
                .write(file("r.edf"));

        assertThat(open().annotations()).containsExactly(Annotation.of(360, "N"));
    }

    @Test
    void placesMarksByTheClockOfRecordsWhoseDurationIsRounded() throws IOException {
        // 3600 records of one sample, whose writer counts 0.002778 s for each; naively the last mark is 0.8 ms late, in
        // a day 2 s.
        EdfWriter writer = new EdfWriter().kind("EDF+C").duration("0.002778").signal("ECG", 1, FIRST);
        for (int i = 0; i < FIRST.length; i++) {
            String time = String.format(Locale.ROOT, "+%.6f", i * 0.002778);
            writer.lists(i % 400 == 7 ? new String[] {time + "||", time + "|N|"} : new String[] {time + "||"});
        }
        writer.write(file("r.edf"));

        Recording recording = open();

        assertThat(recording.rate()).isEqualTo(360);
        assertThat(recording.annotations()).extracting(Annotation::sample).allMatch(sample -> sample % 400 == 7);
        assertThat(recording.annotations()).hasSize(9);
    }

    @Test
    void fillsGapsWithMissingSamples() throws IOException {
        new EdfWriter()
                .kind("EDF+D")
                .signal("ECG", 360, Arrays.copyOf(FIRST, 1_080))
                .lists("+0||", "+0.5|N|", "+1.5|N|", "+5.5|V|")
                .lists("+1||")
                .lists("+5||")
                .write(file("r.edf"));

        Recording recording = open();

        Signal signal = recording.signals().get(0);
        assertThat(recording.size()).isEqualTo(6 * 360);
        assertThat(signal.adc(719)).isEqualTo(FIRST[719]);
        assertThat(signal.adc(720)).isEqualTo(Signal.MISSING);
        assertThat(signal.adc(1_799)).isEqualTo(Signal.MISSING);
        assertThat(signal.adc(1_800)).isEqualTo(FIRST[720]);
        assertThat(recording.annotations()).extracting(Annotation::sample).containsExactly(180L, 540L, 1_980L);
    }

    @Test
    void refusesGapsThatTheHeaderDenies() throws IOException {
        new EdfWriter()
                .kind("EDF+C")
                .signal("ECG", 1_800, FIRST)
                .duration("5")
                .lists("+0||")
                .lists("+9||")
                .write(file("r.edf"));

        assertRefused()
                .hasMessage(file("r.edf")
                        + ": data record 1 begins at 9.0 s, after a gap, but the header says that there are none")
                .satisfies(error -> assertThat(((UserError) error).hint()).contains("printf EDF+D | dd of=r.edf"));
    }

    @ParameterizedTest
    @CsvSource({
        "+0||, +4||, 'data record 1 begins at 4.0 s, before the one before it has ended'",
        "+0||, +5|N|, 'data record 1 does not say when it begins, as those of EDF+D must'",
        "+0||, +x|N|, 'data record 1: an annotation list does not begin with a time: ''+x'''",
        "+0||, hello, 'data record 1: an annotation list without the end of its time'"
    })
    void refusesDamagedTimes(String first, String second, String message) throws IOException {
        new EdfWriter()
                .kind("EDF+D")
                .signal("ECG", 1_800, FIRST)
                .duration("5")
                .lists(first)
                .lists(second)
                .write(file("r.edf"));

        assertRefused().hasMessage(file("r.edf") + ": " + message);
    }

    @Test
    void takesTheSubjectFromTheCodeOfThePatientOnly() throws IOException {
        new EdfWriter()
                .kind("EDF+C")
                .patient("MCH-0234567 F 02-MAY-1951 Haagse_Harry")
                .signal("ECG", 360, FIRST)
                .write(file("r.edf"));
        assertThat(open().subject()).isEqualTo("MCH-0234567");

        new EdfWriter().patient("Harry").signal("ECG", 360, FIRST).write(file("r.edf"));
        assertThat(open().subject()).isEmpty();
    }

    @Test
    void readsFieldsThatArePaddedOddly() throws IOException {
        new EdfWriter()
                .kind("\0EDF+C\0\0")
                .duration(" 1,0\0")
                .records("+10")
                .signal(" EKG \0", "\0mV", 360, FIRST, " -10,24\0", "10.235", "-2048.0", "+2047")
                .write(file("r.edf"));

        assertThat(open().rate()).isEqualTo(360);
        assertThat(open().signals().get(0).lead()).isEqualTo("EKG");
        assertThat(open().signals().get(0).gain()).isCloseTo(200, within(1e-9));
    }

    @Test
    void countsDataRecordsWhereTheHeaderDoesNot() throws IOException {
        new EdfWriter().records("-1").signal("ECG", 360, FIRST).write(file("r.edf"));
        byte[] whole = Files.readAllBytes(file("r.edf"));
        Files.write(file("r.edf"), Arrays.copyOf(whole, whole.length - 100));

        assertThat(values(open().signals().get(0))).isEqualTo(Arrays.copyOf(FIRST, 3_240));
    }

    @Test
    void refusesAFileThatIsCutOffWithAHintThatHelps() throws IOException {
        new EdfWriter().signal("ECG", 360, FIRST).write(file("r.edf"));
        byte[] whole = Files.readAllBytes(file("r.edf"));
        Files.write(file("r.edf"), Arrays.copyOf(whole, whole.length - 1_000));
        assertRefused()
                .hasMessage(file("r.edf") + ": the header announces 10 data records of 720 bytes, but there are only 8;"
                        + " the file is cut off")
                .satisfies(error -> assertThat(((UserError) error).hint())
                        .contains("printf -- '-1      ' | dd of=r.edf bs=1 seek=236 conv=notrunc"));

        byte[] mended = Files.readAllBytes(file("r.edf"));
        System.arraycopy("-1      ".getBytes(StandardCharsets.US_ASCII), 0, mended, 236, 8);
        Files.write(file("r.edf"), mended);
        assertThat(open().size()).isEqualTo(8 * 360);
    }

    @Test
    void namesAllThatIsWrongInAHeader() throws IOException {
        new EdfWriter()
                .duration("x")
                .records("many")
                .signal("ECG", "mV", 360, FIRST, "low", "1", "-2048", "2047")
                .signal("V1", "mV", 360, FIRST, "-1", "1", "5", "5")
                .write(file("r.edf"));

        assertRefused()
                .hasMessageContaining("the number of data records must be a number: 'many'")
                .hasMessageContaining("the duration of a data record must be a number: 'x'")
                .hasMessageContaining("the physical minimum of signal 0 (ECG) must be a number: 'low'")
                .hasMessageContaining("signal 1 (V1): the digital minimum 5 must be below the digital maximum 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0       ", "time,ecg\n0,1\n", "r 1 360 100\nr.dat 16\n"})
    void refusesOtherFiles(String content) throws IOException {
        Files.writeString(file("r.edf"), content);

        assertRefused().hasMessage(file("r.edf") + " is no EDF or BDF file: it does not begin with the header of one");
    }

    @Test
    void refusesBeatsOutsideTheRecording() throws IOException {
        new EdfWriter()
                .kind("EDF+C")
                .signal("ECG", 360, FIRST)
                .lists("+0||", "+10|N|", "+11|End|")
                .write(file("r.edf"));

        assertRefused()
                .hasMessageContaining("the beat 'N' at sample 3600 lies outside the recording, which has 3600 samples");
    }

    @ParameterizedTest
    @CsvSource({
        "r_annotations.csv, 'sample,symbol\n180,N\n720,V\n'",
        "r.csv, 'time,type\n0.5,Normal\n2,PVC\n'",
        "r.edf.beats.tsv, 'onset\tduration\tdescription\n0.5\t0\tN\n2.0\t0\tV\n'",
        "rannotations.txt, '      Time   Sample #  Type  Sub Chan  Num\tAux\n    0:00.500      180     N    0    0    0\n    0:02.000      720     V    0    0    0\n'"
    })
    void readsMarksFromAFileBesideIt(String name, String table) throws IOException {
        new EdfWriter().signal("ECG", 360, FIRST).write(file("r.edf"));
        Files.writeString(file(name), table);

        assertThat(open().annotations()).containsExactly(Annotation.of(180, "N"), Annotation.of(720, "V"));
        assertThat(EdfSource.of(folder, "").files("r")).containsExactly(file("r.edf"), file(name));
    }

    @Test
    void readsMarksOfWfdbAsPhysionetPutsThemBesideEdf() throws IOException {
        RecordWriter.write(folder, "r", FIRST, List.of(Annotation.of(180, "N"), Annotation.of(720, "V")));
        new EdfWriter().signal("ECG", 360, FIRST).write(file("r.edf"));
        Files.move(file("r.atr"), file("r.edf.qrs"));

        assertThat(EdfSource.of(folder, "qrs").open("r", LeadSelection.ALL).annotations())
                .containsExactly(Annotation.of(180, "N"), Annotation.of(720, "V"));
        assertThatThrownBy(() -> EdfSource.of(folder, "ecg").open("r", LeadSelection.ALL))
                .isInstanceOf(UserError.class)
                .hasMessage(file("r.edf") + ": there are no marks beside it: r.ecg, r.edf.ecg, recg");
    }

    @Test
    void asksWhichMarksAreMeantWhereThereAreTwo() throws IOException {
        new EdfWriter()
                .kind("EDF+C")
                .signal("ECG", 360, FIRST)
                .lists("+0||", "+0.5|N|")
                .write(file("r.edf"));
        Files.writeString(file("r_beats.csv"), "sample,symbol\n100,V\n");

        assertRefused().hasMessage(file("r.edf") + " has marks of beats, and so has r_beats.csv beside it");
        assertThat(EdfSource.of(folder, "_beats.csv")
                        .open("r", LeadSelection.ALL)
                        .annotations())
                .containsExactly(Annotation.of(100, "V"));

        Files.writeString(file("r.csv"), "sample,symbol\n100,V\n");
        assertRefused().hasMessage(file("r.edf") + ": there are several files with marks: r_beats.csv, r.csv");
    }

    @Test
    void wantsToKnowTheKindOfBeatsThatAreToBeLearnedFrom() throws IOException {
        new EdfWriter().signal("ECG", 360, FIRST).write(file("r.edf"));
        assertThatThrownBy(() -> ClassedSource.of(EdfSource.of(folder, "")).open("r", LeadSelection.ALL))
                .isInstanceOf(UserError.class)
                .hasMessage("record r has no marks of beats");

        Files.writeString(file("r.csv"), "sample\n100\n460\n");
        assertThat(open().annotations()).containsExactly(Annotation.of(100, "?"), Annotation.of(460, "?"));
        assertThatThrownBy(() -> ClassedSource.of(EdfSource.of(folder, "")).open("r", LeadSelection.ALL))
                .isInstanceOf(UserError.class)
                .hasMessage("record r has 2 marks of beats, but none says what kind of beat it is");
    }

    @Test
    void findsRecordingsInSubfolders() throws IOException {
        Files.createDirectories(file("b"));
        new EdfWriter().signal("ECG", 360, FIRST).write(file("b/r.EDF"));
        new EdfWriter().bdf().signal("ECG", 360, FIRST).write(file("a.bdf"));

        assertThat(EdfSource.of(folder, "").names()).containsExactly("a", "b/r");
        assertThat(EdfSource.of(folder, "").open("b/r", LeadSelection.ALL).name())
                .isEqualTo("b/r");

        new EdfWriter().signal("ECG", 360, FIRST).write(file("a.edf"));
        assertThatThrownBy(() -> EdfSource.of(folder, "").names())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a.bdf and a.edf are both called a");
    }
}
