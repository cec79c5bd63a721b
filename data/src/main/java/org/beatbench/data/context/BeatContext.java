package org.beatbench.data.context;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Form;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.beats.Resampler;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.Signal;

/** All beats of a recording, marked but not looked at by class, with their surroundings. */
final class BeatContext {

    private static final double MARKS_A_SECOND = BeatCutter.BEAT_RATE;

    private final Form form;
    private final Rhythm rhythm;
    private final List<LeadContext> leads = new ArrayList<>();

    /**
     * @param leads the signals to look at, 0-based; none where the form has the published row
     */
    BeatContext(Recording recording, List<Integer> leads, Surroundings surroundings, Reference reference) {
        double[] seconds = recording.annotations().stream()
                .filter(mark -> BeatClass.of(mark.symbol()).isPresent())
                .mapToLong(Annotation::sample)
                .mapToDouble(sample -> sample / recording.rate())
                .toArray();
        this.form = surroundings.form(leads.size(), reference);
        this.rhythm = Rhythm.of(seconds, reference, surroundings.causal());
        int[] marks = IntStream.range(0, seconds.length)
                .map(beat -> (int) Math.round(seconds[beat] * MARKS_A_SECOND))
                .toArray();
        if (seconds.length > 0) {
            for (int lead : leads) {
                LeadSignal signal = signal(recording.signals().get(lead), recording.rate());
                Windows windows = new Windows(signal, marks);
                this.leads.add(
                        surroundings.causal()
                                ? LeadContext.past(windows, rhythm, reference)
                                : LeadContext.whole(windows, rhythm, reference));
            }
        }
    }

    Form form() {
        return form;
    }

    /**
     * Writes a beat's columns into a row, but for a published row at its beginning.
     *
     * @param ordinal which of the recording's beats, 0-based
     */
    void copy(int ordinal, float[] row) {
        int at = 0;
        for (LeadContext lead : leads) {
            at = lead.copyChannels(ordinal, row, at);
        }
        at = form.startOfFeatures();
        rhythm.copy(ordinal, row, at);
        at += Rhythm.inputs(form.causal()).size();
        for (LeadContext lead : leads) {
            at = lead.copyFeatures(ordinal, row, at);
        }
    }

    /** A signal in physical units, upright, at 360 samples a second. */
    private static LeadSignal signal(Signal signal, double rate) {
        if (rate == BeatCutter.RECORDING_RATE) {
            return LeadSignal.of(signal::physical, signal.size());
        }
        double[] resampled = new Resampler(rate, BeatCutter.RECORDING_RATE).apply(signal::physical, signal.size());
        return LeadSignal.of(sample -> resampled[sample], resampled.length);
    }
}
