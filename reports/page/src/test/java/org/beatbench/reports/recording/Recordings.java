package org.beatbench.reports.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.beatbench.comparison.text.TextTable;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.models.BeatForm;
import org.beatbench.models.ModelCard;
import org.beatbench.models.TrainedOn;
import org.beatbench.results.Environment;

/** Made-up recordings: a beat every 0.8 s, but every tenth, a V, 0.3 s early and after it a pause that makes up for it. */
public final class Recordings {

    /** A name as a hostile file might have it. */
    public static final String HOSTILE = "</script><script>alert(\"1 & 2\")</script>";

    static final int RATE = 360;

    private static final int GAIN = 200;
    private static final int BASELINE = 1024;
    private static final int PERIOD = 288;
    private static final int EARLY = 108;
    private static final List<String> CLASSES = List.of("N", "S", "V");

    private Recordings() {}

    /** A recording of so many seconds in millivolts. */
    public static AnsweredRecording of(double seconds) {
        return of("r", (int) (seconds * RATE), OptionalDouble.of(1), Integer.MAX_VALUE);
    }

    /** A recording whose name, unit, flags and meanings are markup. */
    public static AnsweredRecording hostile() {
        return of(HOSTILE, 20 * RATE, OptionalDouble.empty(), Integer.MAX_VALUE);
    }

    /** A recording of which only some beats are marked. */
    public static AnsweredRecording ofBeats(int most) {
        return of("r", 20 * RATE, OptionalDouble.of(1), most);
    }

    private static AnsweredRecording of(String name, int size, OptionalDouble millivolts, int most) {
        boolean isHostile = name.equals(HOSTILE);
        AnsweredBeats.Builder beats = AnsweredBeats.of(CLASSES.size());
        List<Integer> labels = new ArrayList<>();
        for (int beat = 0; sample(beat) < size && beat < most; beat++) {
            beats.beat(sample(beat), true, isEarly(beat) ? 2 : 0);
            labels.add(isEarly(beat) ? 2 : 0);
        }
        // The last has no answer, since a beat ends by the next.
        for (int beat = 0; beat + 1 < labels.size(); beat++) {
            boolean isUnsure = beat % 25 == 3;
            float sure = isUnsure ? 0.5F + beat % 7 / 100F : 1;
            float[] chances = {0, 1 - sure, 0};
            chances[labels.get(beat)] = sure;
            beats.answer(
                    beat,
                    labels.get(beat),
                    isUnsure ? 1 : AnsweredBeats.NONE,
                    chances,
                    isUnsure ? List.of(isHostile ? HOSTILE : "unsure") : List.of());
        }
        int pauses = labels.size() > 11 ? 1 : 0;
        return new AnsweredRecording(
                name,
                "Made up.",
                isHostile ? List.of(HOSTILE) : List.of(),
                card(isHostile ? HOSTILE : "Toy"),
                isHostile
                        ? List.of(HOSTILE, "", "")
                        : List.of("normal", "supraventricular ectopic", "ventricular ectopic"),
                new EcgTrace(
                        "signal 0 (MLII)",
                        size,
                        Recordings::adc,
                        RATE,
                        GAIN,
                        BASELINE,
                        isHostile ? HOSTILE : millivolts.isPresent() ? "mV" : "",
                        millivolts),
                beats.build(),
                looks(labels.size(), isHostile ? HOSTILE : "made"),
                Map.of("unsure", "its class has a probability below 0.8"),
                pauses == 0 ? List.of() : List.of(new Episode("pause", true, 9, 2, 1.1)),
                new TextTable(
                        "",
                        "",
                        List.of(new TextTable.Column("figure", false), new TextTable.Column("what it is", false)),
                        List.of(List.of(isHostile ? HOSTILE : "beats", "all"))),
                "beatbench predict model " + (isHostile ? "hostile" : name));
    }

    /** At the beats that are unsure. */
    private static CloserLooks looks(int beats, String record) {
        Map<Integer, BeatLook> looks = new TreeMap<>();
        for (int beat = 3; beat + 1 < beats; beat += 25) {
            List<Float> shape = IntStream.range(0, 90)
                    .mapToObj(k -> (float) Math.exp(-Math.pow((k - 20) / 6.0, 2)))
                    .toList();
            List<Float> drops = IntStream.range(0, 90)
                    .mapToObj(k -> k < 40 ? 0.4F * shape.get(k) : -0.01F)
                    .toList();
            List<Float> other = shape.stream().map(value -> 0.8F * value).toList();
            looks.put(beat, new BeatLook(shape, drops, Optional.of(new BeatLook.Similar("N", record, 1.25, other))));
        }
        return new CloserLooks(120, 0, 600, 2.5, looks);
    }

    /** Where a beat is. */
    static int sample(int beat) {
        return 100 + beat * PERIOD - (isEarly(beat) ? EARLY : 0);
    }

    static boolean isEarly(int beat) {
        return beat % 10 == 9;
    }

    /** A wave of 1 mV at each beat, 2 mV wide ones where it is early, on a baseline that wanders by 0.1 mV. */
    static int adc(int sample) {
        double value = 20 * Math.sin(sample / 500.0);
        int near = (sample - 100 + PERIOD / 2) / PERIOD;
        for (int beat = Math.max(0, near - 1); beat <= near + 1; beat++) {
            double wide = isEarly(beat) ? 20 : 6;
            double away = (sample - sample(beat)) / wide;
            value += Math.abs(away) < 5 ? (isEarly(beat) ? 300 : 200) * Math.exp(-away * away) : 0;
        }
        return BASELINE + (int) Math.round(value);
    }

    private static ModelCard card(String name) {
        return new ModelCard(
                name,
                new ClassifierUse("toy", "1", Map.of(), Map.of(), "built-in"),
                new BeatForm(187, null, CLASSES, 120.0, true, null, List.of()),
                new TrainedOn(
                        new DatasetUse("synthetic", "1", Map.of(), "0".repeat(64)),
                        "Synthetic",
                        true,
                        "",
                        "",
                        "All beats.",
                        List.of(1, 1, 1),
                        "none",
                        List.of(1, 1, 1),
                        1,
                        1,
                        "beatbench train toy"),
                List.of(),
                new Environment("0.1.0", "", "17", "Linux", "any", 2, 1, Environment.OWN_PROCESS),
                Instant.parse("2026-01-02T03:04:05Z"));
    }
}
