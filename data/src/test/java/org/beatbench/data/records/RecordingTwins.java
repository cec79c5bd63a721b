package org.beatbench.data.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.beatbench.data.edf.EdfWriter;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;
import org.beatbench.data.wfdb.WfdbSource;

/** The recordings of {@link MadeRecords} in other formats. */
final class RecordingTwins {

    private static final String TABLE = "_annotations.csv";

    private RecordingTwins() {}

    /** As EDF+ with data records of a second and the marks in the file. */
    static void writeEdf(Path folder) throws IOException {
        for (Recording recording : made(folder)) {
            int rate = (int) recording.rate();
            EdfWriter writer = new EdfWriter().kind("EDF+C").signal("ECG II", rate, values(recording));
            for (int second = 0; second < recording.size() / rate; second++) {
                List<String> lists = new ArrayList<>(List.of("+" + second + "||"));
                for (Annotation annotation : recording.annotations()) {
                    if (annotation.sample() / rate == second) {
                        lists.add(String.format(
                                Locale.ROOT, "+%.4f|%s|", annotation.sample() / recording.rate(), annotation.symbol()));
                    }
                }
                writer.lists(lists.toArray(String[]::new));
            }
            writer.write(folder.resolve(recording.name() + ".edf"));
        }
    }

    /** As BioSig writes EDF, with the marks in a table of times. */
    static void writeEdfLikeBioSig(Path folder) throws IOException {
        for (Recording recording : made(folder)) {
            int[] values = values(recording);
            int least = Arrays.stream(values).min().orElseThrow();
            int greatest = Arrays.stream(values).max().orElseThrow();
            double stretch = 65_534.0 / (greatest - least);
            int[] stretched = Arrays.stream(values)
                    .map(value -> (int) Math.round((value - least) * stretch) - 32_767)
                    .toArray();
            new EdfWriter()
                    .kind("EDF+C")
                    .patient("00000000 X X X")
                    .duration(String.format(Locale.ROOT, "%.6f", 1 / recording.rate()))
                    .signal(
                            "II",
                            "mV",
                            1,
                            stretched,
                            volts(recording, least),
                            volts(recording, greatest),
                            "-32767",
                            "32767")
                    .write(folder.resolve(recording.name() + ".edf"));
            writeTimes(folder, recording);
        }
    }

    /** As a table of voltages and one of times. */
    static void writeSignalCsv(Path folder) throws IOException {
        for (Recording recording : made(folder)) {
            StringBuilder text = new StringBuilder("time,II (mV)\n");
            for (int i = 0; i < recording.size(); i++) {
                text.append(String.format(
                        Locale.ROOT,
                        "%.4f,%.3f%n",
                        i / recording.rate(),
                        recording.signals().get(0).physical(i)));
            }
            Files.writeString(folder.resolve(recording.name() + ".csv"), text);
            writeTimes(folder, recording);
        }
    }

    private static void writeTimes(Path folder, Recording recording) throws IOException {
        StringBuilder text = new StringBuilder("time,symbol\n");
        for (Annotation annotation : recording.annotations()) {
            text.append(String.format(
                    Locale.ROOT, "%.4f,%s%n", annotation.sample() / recording.rate(), annotation.symbol()));
        }
        Files.writeString(folder.resolve(recording.name() + TABLE), text);
    }

    private static List<Recording> made(Path folder) throws IOException {
        Path records = Files.createDirectory(folder.resolveSibling("made"));
        MadeRecords.write(records);
        WfdbSource source = WfdbSource.of(records, WfdbSource.REFERENCE);
        List<Recording> recordings = new ArrayList<>();
        for (String name : source.names()) {
            recordings.add(source.open(name, LeadSelection.ALL));
        }
        return recordings;
    }

    private static int[] values(Recording recording) {
        Signal signal = recording.signals().get(0);
        int[] values = new int[signal.size()];
        Arrays.setAll(values, signal::adc);
        return values;
    }

    private static String volts(Recording recording, int value) {
        Signal signal = recording.signals().get(0);
        return String.format(Locale.ROOT, "%.6f", (value - signal.baseline()) / signal.gain())
                .substring(0, 8);
    }
}
