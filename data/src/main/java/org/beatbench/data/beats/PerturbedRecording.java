package org.beatbench.data.beats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;

/** Applies perturbations to a recording, in the converter steps that its recorder would have written down. */
public final class PerturbedRecording {

    private final Recording recording;
    private final long seed;
    /** The physical values of each signal. */
    private final List<double[]> millivolts = new ArrayList<>();

    /**
     * A perturbation of the signals that are kept of a recording, and of the places of its annotations.
     *
     * @param seed of chance, for all recordings of a data set
     */
    public PerturbedRecording(Recording recording, long seed) {
        this.recording = recording;
        this.seed = Perturbation.seed(seed, recording.name());
        for (Signal recorded : recording.signals()) {
            millivolts.add(IntStream.range(0, recorded.size())
                    .mapToDouble(recorded::physical)
                    .toArray());
        }
    }

    /** The recording as a perturbation leaves it. */
    public Recording by(Perturbation perturbation) {
        List<Signal> signals = new ArrayList<>(recording.signals());
        for (int i = 0; i < signals.size(); i++) {
            double[] worse = perturbation.signal(millivolts.get(i), recording.rate(), seed);
            signals.set(i, recording.signals().get(i).with(worse));
        }
        long[] marks =
                recording.annotations().stream().mapToLong(Annotation::sample).toArray();
        long[] moved = perturbation.marks(marks, recording.size(), recording.rate(), seed);
        List<Annotation> annotations = new ArrayList<>();
        for (int i = 0; i < moved.length; i++) {
            annotations.add(recording.annotations().get(i).at(moved[i]));
        }
        return recording.with(signals, annotations);
    }
}
