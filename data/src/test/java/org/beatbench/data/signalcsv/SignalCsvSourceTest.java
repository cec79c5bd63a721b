package org.beatbench.data.signalcsv;

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
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.LeadChoice;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalCsvSourceTest {

    private static final int SIZE = 720;

    @TempDir
    private Path folder;

    private Recording open(double rate) throws IOException {
        return SignalCsvSource.of(folder, "", rate).open("100", LeadSelection.ALL);
    }

    private void write(String name, String head, IntFunction<String> line) throws IOException {
        Files.writeString(
                folder.resolve(name),
                head + IntStream.range(0, SIZE).mapToObj(line).collect(Collectors.joining("\n", "", "\n")));
    }

    /** A voltage in steps of 5 µV. */
    private static int step(int sample, int lead) {
        return (int) Math.round(200 * Math.sin(sample * (lead + 1) / 17.0));
    }

    private static String millivolts(int sample, int lead) {
        return String.format(Locale.ROOT, "%.3f", step(sample, lead) * 0.005);
    }

    private static void assertVoltages(Recording recording, List<String> leads) {
        assertThat(recording.signals()).extracting(Signal::lead).isEqualTo(leads);
        for (int lead = 0; lead < leads.size(); lead++) {
            for (int sample = 0; sample < SIZE; sample++) {
                assertThat(recording.signals().get(lead).physical(sample))
                        .isCloseTo(step(sample, lead) * 0.005, within(1e-9));
            }
        }
    }

    @Test
    void readsTheRecordsOfTheMitBihDatabaseAsTheyAreOnKaggle() throws IOException {
        write("100.csv", "'sample #','MLII','V5'\n", i -> i + "," + (1024 + step(i, 0)) + "," + (1024 + step(i, 1)));
        Files.writeString(
                folder.resolve("100annotations.txt"),
                "    Time   Sample #  Type  Sub Chan  Num\tAux\n    0:00.050       18     +    0    0    0\t(N\n"
                        + "    0:00.214       77     N    0    0    0\n    0:01.028      370     V    0    0    0\n");

        Recording recording = open(360);

        assertThat(SignalCsvSource.of(folder, "", 360).names()).containsExactly("100");
        assertThat(recording.signals()).extracting(Signal::lead).containsExactly("MLII", "V5");
        assertThat(IntStream.range(0, SIZE).map(recording.signals().get(1)::adc))
                .containsExactly(IntStream.range(0, SIZE)
                        .map(i -> 1024 + step(i, 1))
                        .boxed()
                        .toArray(Integer[]::new));
        assertThat(recording.annotations())
                .containsExactly(
                        new Annotation(18, "+", 0, 0, 0, "(N"), Annotation.of(77, "N"), Annotation.of(370, "V"));
    }

    @Test
    void asksForTheRateWhereThereIsNoTime() throws IOException {
        write("100.csv", "MLII,V5\n", i -> step(i, 0) + "," + step(i, 1));

        assertThatThrownBy(() -> open(0))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        folder.resolve("100.csv") + " does not tell its samples a second: it has no column of times")
                .satisfies(error -> assertThat(((UserError) error).hint()).contains("rate=360"));
    }

    @Test
    void readsWhatRdsampPrints() throws IOException {
        write(
                "100.csv",
                "'Elapsed time','MLII','V5'\n'hh:mm:ss.mmm','mV','mV'\n",
                i -> String.format(Locale.ROOT, "'0:%06.3f',%s,%s", i / 360.0, millivolts(i, 0), millivolts(i, 1)));

        Recording recording = open(0);

        assertThat(recording.rate()).isEqualTo(360);
        assertVoltages(recording, List.of("MLII", "V5"));
        assertThat(recording.signals().get(0).units()).isEqualTo("mV");
    }

    @Test
    void readsNamesWithUnitsAndTimesInMilliseconds() throws IOException {
        write(
                "100.csv",
                "Time (ms);II [mV];V5 (uV)\n",
                i -> String.format(Locale.GERMANY, "%d;%.3f;%d", 4 * i, step(i, 0) * 0.005, 5 * step(i, 1)));

        Recording recording = open(0);

        assertThat(recording.rate()).isEqualTo(250);
        assertThat(recording.signals()).extracting(Signal::units).containsExactly("mV", "uV");
        assertThat(recording.signals().get(0).physical(7)).isCloseTo(step(7, 0) * 0.005, within(1e-9));
        assertThat(recording.signals().get(1).physical(7)).isEqualTo(5 * step(7, 1));
    }

    @Test
    void readsTablesWithoutNames() throws IOException {
        write(
                "100.csv",
                "",
                i -> String.format(Locale.ROOT, "%.6f %s %s", i / 360.0, millivolts(i, 0), millivolts(i, 1)));
        assertThat(open(0).rate()).isEqualTo(360);
        assertVoltages(open(0), List.of("", ""));

        write("100.csv", "", i -> i + "," + millivolts(i, 0) + "," + millivolts(i, 1));
        assertVoltages(open(360), List.of("", ""));

        write("100.csv", "", i -> millivolts(i, 0));
        assertVoltages(open(360), List.of(""));
    }

    @Test
    void passesOverTheIndexThatPandasWrites() throws IOException {
        write("100.csv", ",ECG\n", i -> i + "," + millivolts(i, 0));

        assertVoltages(open(360), List.of("ECG"));
    }

    @Test
    void keepsOnlyTheLeadThatIsWantedAndNoOtherSignals() throws IOException {
        write(
                "100.csv",
                "time,resp,II,V5\n",
                i -> i * 0.004 + "," + i + "," + millivolts(i, 0) + "," + millivolts(i, 1));

        Recording recording = SignalCsvSource.of(folder, "", 0).open("100", LeadChoice.of("V5"));

        assertThat(recording.rate()).isEqualTo(250);
        assertThat(recording.signals()).hasSize(1);
        assertThat(recording.signals().get(0).physical(9)).isCloseTo(step(9, 1) * 0.005, within(1e-9));
        assertThat(recording.leads().all()).hasSize(2);
    }

    @Test
    void keepsAsManyDigitsAsFit() throws IOException {
        String[] values = {"0.1234567890123", "-5.5", "nan", "", "-", "1.25e-3", "700.125", "3"};
        Files.writeString(
                folder.resolve("100.csv"),
                "n,II\n"
                        + IntStream.range(0, values.length)
                                .mapToObj(i -> i + "," + values[i])
                                .collect(Collectors.joining("\n")));

        Signal signal = open(360).signals().get(0);

        assertThat(IntStream.range(0, values.length)
                        .mapToDouble(signal::physical)
                        .toArray())
                .usingComparatorWithPrecision(1e-6)
                .containsExactly(0.123456789, -5.5, Double.NaN, Double.NaN, Double.NaN, 0.00125, 700.125, 3);
    }

    @Test
    void namesLinesThatHoldNoSamples() throws IOException {
        write("100.csv", "time,II\n", i -> i * 0.004 + (i == 100 ? "" : "," + (i == 200 ? "high" : millivolts(i, 0))));

        assertThatThrownBy(() -> open(0))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("100.csv:102: column 2 must be a voltage: it is missing")
                .hasMessageContaining("100.csv:202: column 2 must be a voltage: 'high'");
    }

    @Test
    void refusesGapsAndTimesThatGoBack() throws IOException {
        write("100.csv", "time,II\n", i -> (i < 100 ? i : i + 50) * 0.004 + "," + millivolts(i, 0));
        assertThatThrownBy(() -> open(250))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the setting rate says 250.0 samples a second, the times 233.7");
        write(
                "100.csv",
                "time,II\n",
                i -> String.format(Locale.ROOT, "%.3f,%s", (i < 700 ? i : i + 1) * 0.004, millivolts(i, 0)));
        assertThatThrownBy(() -> open(0))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("100.csv:702: the time goes on by 0.008 s");
        write("100.csv", "time,II\n", i -> (i == 300 ? 1 : i * 0.004) + "," + millivolts(i, 0));
        assertThatThrownBy(() -> open(0))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("100.csv:302: the time goes back from 1.196 to 1.0 s");
    }

    @Test
    void readsMicrovoltsOfOtherEncodings() throws IOException {
        Files.write(
                folder.resolve("100.csv"),
                "time,II (µV)\n0,1\n0.004,2\n0.008,3\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(open(0).signals().get(0).units()).isEqualTo("µV");
        assertThat(open(0).leads().all().get(0).isEcg()).isTrue();
    }

    @Test
    void countsMarksFromTheFirstTime() throws IOException {
        write("100.csv", "time,II\n", i -> String.format(Locale.ROOT, "%.3f,%s", 10 + i * 0.004, millivolts(i, 0)));
        Files.writeString(folder.resolve("100_beats.csv"), "time,symbol\n10.4,N\n11,V\n");

        assertThat(open(0).annotations()).containsExactly(Annotation.of(100, "N"), Annotation.of(250, "V"));
    }

    @Test
    void tellsRecordingsFromMarksAndSubjects() throws IOException {
        for (String name : List.of(
                "100.csv", "100_annotations.csv", "beats.csv", "101.csv", "101x.csv", "subjects.csv", "a.txt")) {
            Files.writeString(folder.resolve(name), "x\n");
        }

        assertThat(SignalCsvSource.of(folder, "", 0).names()).containsExactly("100", "101", "101x", "beats");
        assertThat(SignalCsvSource.of(folder, "x.csv", 0).names()).containsExactly("100", "101", "beats");
    }

    @Test
    void refusesTablesWithoutSamples() throws IOException {
        for (String text : List.of("", "time,II\n", "a,b\nc,d\ne,f\n", "sample\n0\n1\n2\n")) {
            Files.writeString(folder.resolve("100.csv"), text);
            assertThatThrownBy(() -> open(360)).isInstanceOf(UserError.class);
        }
        assertThat(Arrays.asList(folder.toFile().list())).containsExactly("100.csv");
    }
}
