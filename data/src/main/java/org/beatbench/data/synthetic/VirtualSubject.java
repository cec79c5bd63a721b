package org.beatbench.data.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;

/** Records the ECG of a subject who does not exist. */
final class VirtualSubject {

    private static final double LEAD_IN = 0.6;
    private static final double LEAD_OUT = 1.0;
    /** How far people who annotate are off the peak, in seconds. */
    private static final double MISPLACEMENT = 0.002;

    private VirtualSubject() {}

    /** The name of the recording of the subject of a number, 0-based. */
    static String name(int subject) {
        return String.format(Locale.ROOT, "syn%02d", subject + 1);
    }

    /**
     * The recording of the subject of a number, 0-based. It has one beat more than is asked for: where the last one ends
     * cannot be seen.
     */
    static Recording recording(int subject, SyntheticSettings settings) {
        SeededRandom random = SeededRandom.of(settings.seed(), subject);
        Heart heart = Heart.of(subject, random);
        double breathing = random.uniform(0.2, 0.32);
        SinusNode node = new SinusNode(heart.meanInterval(), heart.intervalDeviation(), breathing, random);
        List<BeatKind> kinds = kinds(subject, settings, random);
        List<Double> times = new BeatTimes(node, heart.meanInterval(), random).times(kinds, LEAD_IN);

        int samples = (int) ((times.get(times.size() - 1) + LEAD_OUT) * Recorder.RATE);
        DynamicalModel model = new DynamicalModel(samples, Recorder.RATE);
        List<Annotation> annotations = new ArrayList<>();
        annotations.add(new Annotation(0, "+", 0, 0, 0, "(N"));
        for (int i = 0; i < kinds.size(); i++) {
            double time = times.get(i);
            double interval = i == 0 ? heart.meanInterval() : time - times.get(i - 1);
            // The heart turns and the electrodes move with every breath.
            double breath = 1 + 0.05 * StrictMath.sin(2 * Math.PI * breathing * time);
            heart.beat(kinds.get(i), random)
                    .waves()
                    .map(wave -> wave.times(breath).after(interval).varied(random))
                    .forEach(wave -> model.add(wave, time));
            long place = Math.round((time + MISPLACEMENT * random.gaussian()) * Recorder.RATE);
            annotations.add(Annotation.of(place, heart.symbol(kinds.get(i))));
        }
        double[] voltage = model.voltage(Recorder.baseline(samples, breathing, random));
        return new Recording(
                name(subject),
                String.format(Locale.ROOT, "S%02d", subject + 1),
                Recorder.RATE,
                List.of(Recorder.record(voltage, settings.noise(), random)),
                annotations,
                List.of("Synthetic: computed, not measured."));
    }

    private static List<BeatKind> kinds(int subject, SyntheticSettings settings, SeededRandom random) {
        int beats = settings.beats() + 1;
        int before = (int) (subject * settings.couplets());
        int after = (int) ((subject + 1) * settings.couplets());
        return after == before
                ? Rhythm.of(subject, beats, random)
                : Rhythm.ofCouplets(after % 2 == 1 ? BeatKind.ATRIAL : BeatKind.VENTRICULAR, beats);
    }
}
