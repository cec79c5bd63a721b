package org.beatbench.data.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.beats.ByRecord;
import org.beatbench.data.context.ContextCutter;
import org.beatbench.data.recording.Recording;

/**
 * Computes the ECG of virtual subjects and cuts it into beats as that of real ones is cut. Nothing is read or stored; the
 * same settings give the same beats, bit by bit.
 */
public final class SyntheticProvider implements PerturbableProvider<SyntheticSettings> {

    @Override
    public DatasetInfo info() {
        return new DatasetInfo(
                "synthetic",
                "Synthetic heartbeats",
                "Synthetic: computed ECG of virtual subjects with beats that look like N, S, V, F and Q, for trying things"
                        + " out; says nothing about patients.",
                "2",
                true,
                "",
                "McSharry PE, Clifford GD, Tarassenko L, Smith LA. A dynamical model for generating synthetic"
                        + " electrocardiogram signals. IEEE Trans Biomed Eng 50(3):289-294 (2003),"
                        + " doi:10.1109/TBME.2003.808805");
    }

    @Override
    public SyntheticSettings defaults() {
        return SyntheticSettings.of(24, 210, 0.02, 1);
    }

    @Override
    public OptionalDouble rate(SyntheticSettings settings) {
        return OptionalDouble.of(BeatCutter.BEAT_RATE);
    }

    @Override
    public Beats load(SyntheticSettings settings, DatasetContext context) {
        ContextCutter cutter = cutter(settings);
        List<Beats> perSubject = new ArrayList<>();
        for (int subject = 0; subject < settings.subjects(); subject++) {
            context.cancellation().check();
            context.progress().advanced("synthesize", subject, settings.subjects());
            perSubject.add(cutter.cut(VirtualSubject.recording(subject, settings)));
        }
        context.progress().advanced("synthesize", settings.subjects(), settings.subjects());
        return cutter.together(perSubject);
    }

    @Override
    public List<Beats> perturbed(
            SyntheticSettings settings,
            Beats chosen,
            List<Perturbation> perturbations,
            long seed,
            DatasetContext context) {
        ContextCutter cutter = cutter(settings);
        ByRecord divided = ByRecord.of(chosen);
        List<List<Beats>> perRecord = new ArrayList<>();
        for (String record : divided.records()) {
            context.cancellation().check();
            int subject = IntStream.range(0, settings.subjects())
                    .filter(number -> VirtualSubject.name(number).equals(record))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such virtual subject: " + record));
            Recording recording = VirtualSubject.recording(subject, settings);
            perRecord.add(cutter.disturbed(recording, divided.beats(record), perturbations, seed));
        }
        return divided.together(perRecord);
    }

    private static ContextCutter cutter(SyntheticSettings settings) {
        return new ContextCutter(BeatCutter.standard(), settings.form(), settings.reference());
    }
}
