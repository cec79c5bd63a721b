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
    private final List<Integer> disturbed;
    private final long seed;
    /** The physical values of each disturbed signal. */
    private final List<double[]> millivolts = new ArrayList<>();

    /**
     * A perturbation of some of the signals of a recording, and of the places of its annotations.
     *
     * @param disturbed which signals, 0-based
     * @param seed of chance, for all recordings of a data set
     */
    public PerturbedRecording(Recording recording, List<Integer> disturbed, long seed) {
        this.recording = recording;
        this.disturbed = List.copyOf(disturbed);
        this.seed = Perturbation.seed(seed, recording.name());
        for (int signal : disturbed) {
            Signal recorded = recording.signals().get(signal);
            millivolts.add(IntStream.range(0, recorded.size())
                    .mapToDouble(recorded::physical)
                    .toArray());
        }
    }

    /** The recording as a perturbation leaves it. */
    public Recording by(Perturbation perturbation) {
        List<Signal> signals = new ArrayList<>(recording.signals());
        for (int i = 0; i < disturbed.size(); i++) {
            int signal = disturbed.get(i);
            double[] worse = perturbation.signal(millivolts.get(i), recording.rate(), seed);
            signals.set(signal, recording.signals().get(signal).with(worse));
        }
        long[] marks =
                recording.annotations().stream().mapToLong(Annotation::sample).toArray();
        long[] moved = perturbation.marks(marks, recording.size(), recording.rate(), seed);
        List<Annotation> annotations = new ArrayList<>();
        for (int i = 0; i < moved.length; i++) {
            annotations.add(recording.annotations().get(i).at(moved[i]));
        }
        return new Recording(
                recording.name(), recording.subject(), recording.rate(), signals, annotations, recording.comments());
    }
}
