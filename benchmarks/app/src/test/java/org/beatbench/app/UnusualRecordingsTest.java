package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.RecordingSource;
import org.beatbench.data.wfdb.AnnotationWriter;
import org.beatbench.data.wfdb.WfdbSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the recording is like: its beats are found and get the right classes, or there is one clear refusal. */
class UnusualRecordingsTest {

    private static final double SECONDS = 60;
    private static final double INTERVAL = 0.83;
    private static final double FIRST = 1.2;

    /** How far a mark that was found may be from the middle of the beat, in seconds. */
    private static final double NEAR = 0.075;

    /** Counts in a millivolt. */
    private static final int GAIN = 200;

    private static final int MISSING = Short.MIN_VALUE;

    @TempDir
    private static Path shared;

    private static Path model;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws IOException {
        Path records = Files.createDirectory(shared.resolve("records"));
        write(records, "learned", 360, GAIN, true, List.of(sampled(360, SECONDS, UnusualRecordingsTest::heart)));
        model = shared.resolve("model");
        Cli train =
                Cli.run("train", "knn", "--dataset", "wfdb", "--set", "folder=" + records, "--out", model.toString());
        assertThat(train.exitCode()).as(train.err()).isZero();
    }

    private static boolean isWide(int beat) {
        return beat % 5 == 3;
    }

    private static List<Double> beats(double seconds) {
        List<Double> beats = new ArrayList<>();
        for (double time = FIRST; time < seconds - 1; time += INTERVAL) {
            beats.add(time);
        }
        return beats;
    }

    /** Millivolts at a moment: every fifth beat is wide, and its T wave turned over. */
    private static double heart(double time) {
        double value = 0;
        List<Double> beats = beats(SECONDS);
        for (int beat = 0; beat < beats.size(); beat++) {
            double since = time - beats.get(beat);
            double wave = Math.exp(-Math.pow((since - 0.28) / 0.06, 2));
            value += isWide(beat)
                    ? 1.2 * Math.exp(-Math.pow(since / 0.06, 2)) - 0.3 * wave
                    : Math.exp(-Math.pow(since / 0.018, 2)) + 0.2 * wave;
        }
        return value;
    }

    private static double[] sampled(double rate, double seconds, DoubleUnaryOperator signal) {
        return IntStream.range(0, (int) (rate * seconds))
                .mapToDouble(i -> signal.applyAsDouble(i / rate))
                .toArray();
    }

    /** A WFDB record of some leads; NaN is written as missing. */
    private static void write(Path place, String name, double rate, int gain, boolean marked, List<double[]> leads)
            throws IOException {
        int size = leads.get(0).length;
        StringBuilder header = new StringBuilder(name + " " + leads.size() + " " + rate + " " + size + "\n");
        for (int lead = 0; lead < leads.size(); lead++) {
            header.append(name).append(".dat 16 ").append(gain).append("/mV 16 0 ");
            header.append(count(leads.get(lead)[0], gain)).append(' ');
            int sum = 0;
            for (double sample : leads.get(lead)) {
                sum += count(sample, gain);
            }
            header.append((short) sum)
                    .append(" 0 ")
                    .append(lead == 0 ? "II" : "V" + lead)
                    .append('\n');
        }
        ByteBuffer bytes = ByteBuffer.allocate(2 * size * leads.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            for (double[] lead : leads) {
                bytes.putShort((short) count(lead[i], gain));
            }
        }
        Files.writeString(place.resolve(name + ".hea"), header);
        Files.write(place.resolve(name + ".dat"), bytes.array());
        if (marked) {
            List<Double> beats = beats(size / rate);
            AnnotationWriter.write(
                    place.resolve(name + ".atr"),
                    rate,
                    "test",
                    IntStream.range(0, beats.size())
                            .mapToObj(
                                    beat -> Annotation.of(Math.round(beats.get(beat) * rate), isWide(beat) ? "V" : "N"))
                            .toList());
        }
    }

    private static int count(double sample, int gain) {
        return Double.isNaN(sample) ? MISSING : (int) Math.round(sample * gain);
    }

    private String write(String name, double rate, boolean marked, double[]... leads) throws IOException {
        write(folder, name, rate, GAIN, marked, List.of(leads));
        return folder.resolve(name).toString();
    }

    /** The moments that {@code detect} writes for a WFDB record. */
    private List<Double> found(String record, String... more) throws IOException {
        List<String> all = new ArrayList<>(
                List.of("detect", record, "--out", folder.resolve("out").toString()));
        all.addAll(List.of(more));
        Cli detect = Cli.run(all.toArray(String[]::new));
        assertThat(detect.exitCode()).as(detect.err()).isZero();
        String name = Path.of(record).getFileName().toString();
        Recording recording = WfdbSource.of(folder, RecordingSource.NO_MARKS).open(name, LeadSelection.ALL);
        return WfdbSource.marks(folder.resolve("out").resolve(name + ".qrs"), recording).stream()
                .map(mark -> mark.sample() / recording.rate())
                .toList();
    }

    private static void assertNear(List<Double> found, List<Double> beats) {
        assertThat(found).hasSameSizeAs(beats).zipSatisfy(beats, (one, other) -> assertThat(Math.abs(one - other))
                .as("%s s and %s s", one, other)
                .isLessThanOrEqualTo(NEAR));
    }

    private static Cli predict(String record, String... more) {
        List<String> all = new ArrayList<>(List.of("predict", model.toString(), record));
        all.addAll(List.of(more));
        return Cli.run(all.toArray(String[]::new));
    }

    /** The classes that a command answers, one after the other. */
    private static String classes(Cli answer) {
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.out().lines().skip(1).map(line -> line.split(",", -1)[4]).collect(Collectors.joining());
    }

    /** Of all beats but the last. */
    private static String truth() {
        return IntStream.range(0, beats(SECONDS).size() - 1)
                .mapToObj(beat -> isWide(beat) ? "V" : "N")
                .collect(Collectors.joining());
    }

    private static void assertRefused(Cli answer, String message) {
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).startsWith("error: ").contains(message).doesNotContain("\tat ", "Exception");
        assertThat(answer.err().lines().filter(line -> line.startsWith("error: ")))
                .hasSize(1);
    }

    private void assertRight(double rate) throws IOException {
        String record = write("r", rate, true, sampled(rate, SECONDS, UnusualRecordingsTest::heart));

        assertNear(found(record), beats(SECONDS));
        Cli answer = predict(record);
        assertThat(classes(answer)).isEqualTo(truth());
        assertThat(answer.err()).contains("recorded at " + (int) rate + " samples a second and resampled");
    }

    @Test
    void at128Hz() throws IOException {
        assertRight(128);
    }

    @Test
    void at257Hz() throws IOException {
        assertRight(257);
    }

    @Test
    void invertedLead() throws IOException {
        String upright = write("u", 360, true, sampled(360, SECONDS, UnusualRecordingsTest::heart));
        String inverted = write("r", 360, true, sampled(360, SECONDS, time -> -heart(time)));

        assertThat(found(inverted)).isEqualTo(found(upright));
        // A header can say that a lead is turned over: then the answers are those of the upright one.
        Path header = folder.resolve("r.hea");
        Files.writeString(header, Files.readString(header).replace(GAIN + "/mV", -GAIN + "/mV"));
        assertThat(classes(predict(inverted))).isEqualTo(truth());
    }

    @Test
    void millivoltsInsteadOfConverterUnits() throws IOException {
        double[] signal = sampled(360, SECONDS, UnusualRecordingsTest::heart);
        String counts = write("r", 360, true, signal);
        StringBuilder table = new StringBuilder("II\n");
        for (double sample : signal) {
            table.append(String.format(Locale.ROOT, "%.3f\n", Math.round(sample * GAIN) / (double) GAIN));
        }
        Path csv = Files.writeString(folder.resolve("mv.csv"), table);
        Files.writeString(
                folder.resolve("mv_annotations.csv"),
                "time\n" + beats(SECONDS).stream().map(time -> time + "\n").collect(Collectors.joining()));

        assertThat(classes(predict(csv.toString(), "--rate", "360")))
                .isEqualTo(classes(predict(counts)))
                .isEqualTo(truth());
    }

    @Test
    void twelveLeads() throws IOException {
        double[] heart = sampled(360, SECONDS, UnusualRecordingsTest::heart);
        double[][] leads = IntStream.range(0, 12)
                .mapToObj(lead -> Arrays.stream(heart)
                        .map(sample -> sample * (1 - 0.1 * lead))
                        .toArray())
                .toArray(double[][]::new);
        String twelve = write("t", 360, true, leads);

        assertThat(classes(predict(twelve))).isEqualTo(truth());
        assertThat(classes(predict(twelve, "--signal", "V3"))).isEqualTo(truth());
        assertNear(found(twelve), beats(SECONDS));
        assertNear(found(twelve, "--leads", "12"), beats(SECONDS));
    }

    @Test
    void flatLead() throws IOException {
        double[] heart = sampled(360, SECONDS, UnusualRecordingsTest::heart);
        double[] flat = new double[heart.length];
        String alone = write("f", 360, false, flat);
        String beside = write("b", 360, false, flat, heart);

        assertThat(found(alone)).isEmpty();
        assertRefused(predict(alone), "gives no beat: 0 found");
        assertNear(found(beside, "--leads", "2"), beats(SECONDS));
        Cli marked = predict(write("m", 360, true, flat));
        assertThat(classes(marked)).isEmpty();
        assertThat(marked.err()).contains("rows are flat");
    }

    @Test
    void missingStretches() throws IOException {
        double from = 20.5;
        double to = 30.5;
        double[] holed = sampled(360, SECONDS, time -> time > from && time < to ? Double.NaN : heart(time));
        String record = write("r", 360, true, holed);
        List<Double> there =
                beats(SECONDS).stream().filter(time -> time < from || time > to).toList();

        assertNear(found(record), there);
        List<Double> beats = beats(SECONDS);
        String expected = IntStream.range(0, beats.size() - 1)
                .filter(beat -> beats.get(beat) > to || beats.get(beat) + 1.2 * INTERVAL < from)
                .mapToObj(beat -> isWide(beat) ? "V" : "N")
                .collect(Collectors.joining());
        assertThat(classes(predict(record))).isEqualTo(expected);
    }

    @Test
    void threeBeats() throws IOException {
        double seconds = FIRST + 2 * INTERVAL + 1.1;
        String record = write("r", 360, false, sampled(360, seconds, UnusualRecordingsTest::heart));

        assertNear(found(record).subList(0, 3), beats(SECONDS).subList(0, 3));
        assertThat(classes(predict(record))).startsWith("NN");
    }

    @Test
    void noBeat() throws IOException {
        String still = write("s", 360, false, sampled(360, 10, time -> 0.5));
        String missing = write("n", 360, false, sampled(360, 10, time -> Double.NaN));
        String one = write("o", 360, false, sampled(360, 10, time -> Math.exp(-Math.pow((time - 5) / 0.02, 2))));

        assertThat(found(still)).isEmpty();
        assertThat(found(missing)).isEmpty();
        assertRefused(predict(still), "gives no beat: 0 found");
        assertRefused(predict(missing), "gives no beat: 0 found");
        assertRefused(predict(one), "gives no beat");
        Files.write(folder.resolve("s.dat"), new byte[0]);
        assertRefused(Cli.run("detect", still, "--out", folder.resolve("none").toString()), "s.dat");
        assertRefused(predict(still), "s.dat");
    }

    @Test
    void edf() throws IOException {
        int rate = 256;
        double[] heart = sampled(rate, SECONDS, UnusualRecordingsTest::heart);
        Path edf = folder.resolve("r.edf");
        Files.write(
                edf,
                OneLeadEdf.bytes(
                        "ECG II",
                        rate,
                        Arrays.stream(heart)
                                .mapToInt(sample -> count(sample, GAIN))
                                .toArray()));
        String record = write("r", rate, false, heart);

        assertNear(found(record), beats(SECONDS));
        byte[] marks = Files.readAllBytes(folder.resolve("out/r.qrs"));
        Cli again =
                Cli.run("detect", edf.toString(), "--out", folder.resolve("out").toString());
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("out/r.qrs"))).isEqualTo(marks);
        assertThat(again.out()).contains(beats(SECONDS).size() + " beats of 1 recording");
        assertThat(classes(predict(edf.toString()))).isEqualTo(truth());
        Files.write(edf, Arrays.copyOf(Files.readAllBytes(edf), 700));
        assertRefused(
                Cli.run("detect", edf.toString(), "--out", folder.resolve("cut").toString()), "r.edf");
        assertThat(folder.resolve("cut")).doesNotExist();
    }

    /** Names the leads of a record anew. */
    private void name(String record, String... names) throws IOException {
        Path header = Path.of(record + ".hea");
        List<String> lines = new ArrayList<>(Files.readAllLines(header));
        for (int lead = 0; lead < names.length; lead++) {
            lines.set(lead + 1, lines.get(lead + 1).replaceFirst("\\S+$", names[lead]));
        }
        Files.write(header, lines);
    }

    @Test
    void takesTheLeadThatTheModelLearned() throws IOException {
        double[] other = sampled(360, SECONDS, time -> -0.5 * heart(time));
        String record = write("aside", 360, true, other, sampled(360, SECONDS, UnusualRecordingsTest::heart));
        name(record, "V1", "MLII");
        Cli predict = Cli.run("predict", model.toString(), record, "--labelled");
        assertThat(predict.exitCode()).as(predict.err()).isZero();
        assertThat(predict.err()).contains("beats of signal 1 (MLII)").contains("accuracy 100.0");
        assertThat(Cli.run("predict", model.toString(), record, "--json").out().replace(" ", ""))
                .contains(
                        "\"recording\":{\"name\":\"aside\",\"signal\":1,\"lead\":\"MLII\",\"rate\":360.0,\"beats\":\"marked\"}");
    }

    @Test
    void refusesALeadThatTheModelDidNotLearnUnlessItIsNamed() throws IOException {
        String record = write("strange", 360, true, sampled(360, SECONDS, UnusualRecordingsTest::heart));
        name(record, "V1");
        Cli refused = Cli.run("predict", model.toString(), record);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("no lead that the model learned from (II)")
                .contains("--signal");
        Cli asked = Cli.run("predict", model.toString(), record, "--signal", "V1");
        assertThat(asked.exitCode()).as(asked.err()).isZero();
        assertThat(asked.err()).contains("warning: ").contains("learned from II and not from signal 0 (V1)");
    }
}
