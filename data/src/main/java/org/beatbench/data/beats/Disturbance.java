package org.beatbench.data.beats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.data.wfdb.Annotation;
import org.beatbench.data.wfdb.Recording;
import org.beatbench.data.wfdb.Signal;

/** What a perturbation makes of a recording, as its recorder would have written it down. */
final class Disturbance {

    private Disturbance() {}

    /**
     * The recording with one of its signals, and the places of its annotations, as the perturbation leaves them.
     *
     * @param signal which, 0-based
     */
    static Recording of(Recording recording, int signal, Perturbation perturbation, long seed) {
        long own = Perturbation.seed(seed, recording.name());
        Signal recorded = recording.signals().get(signal);
        double[] millivolts = IntStream.range(0, recorded.size())
                .mapToDouble(recorded::physical)
                .toArray();
        List<Signal> signals = new ArrayList<>(recording.signals());
        signals.set(signal, recorded.with(perturbation.signal(millivolts, recording.rate(), own)));
        long[] marks =
                recording.annotations().stream().mapToLong(Annotation::sample).toArray();
        long[] moved = perturbation.marks(marks, recording.size(), recording.rate(), own);
        List<Annotation> annotations = new ArrayList<>();
        for (int i = 0; i < moved.length; i++) {
            annotations.add(recording.annotations().get(i).at(moved[i]));
        }
        return new Recording(
                recording.name(), recording.subject(), recording.rate(), signals, annotations, recording.comments());
    }
}
