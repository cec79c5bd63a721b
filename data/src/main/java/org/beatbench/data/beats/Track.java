package org.beatbench.data.beats;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.recording.Signal;

/**
 * One signal as beats are cut from it: in converter units, which are whole numbers and so make the scaling exact, and
 * perhaps at another rate than it was recorded at.
 */
final class Track {

    private final IntToDoubleFunction values;
    private final int size;
    private final double recordedRate;
    private final int rate;

    private Track(IntToDoubleFunction values, int size, double recordedRate, int rate) {
        this.values = values;
        this.size = size;
        this.recordedRate = recordedRate;
        this.rate = rate;
    }

    static Track of(Signal signal, double rate) {
        double sign = Math.signum(signal.gain());
        return new Track(sample -> upright(signal, sign, sample), signal.size(), rate, (int) rate);
    }

    static Track resampled(Signal signal, double recordedRate, int rate) {
        double sign = Math.signum(signal.gain());
        Resampler resampler = new Resampler(recordedRate, rate);
        // Each sample when it is asked for: a day at another rate would take more memory than the recording itself.
        return new Track(
                sample -> resampler.at(sample, recorded -> upright(signal, sign, recorded), signal.size()),
                resampler.size(signal.size()),
                recordedRate,
                rate);
    }

    int rate() {
        return rate;
    }

    /** The distance of the samples that are kept. */
    int step() {
        return rate / BeatCutter.BEAT_RATE;
    }

    /** What is kept of the beat at the i-th of some annotations, which must not be the last of them. */
    RawBeat rawBeat(List<Annotation> annotations, int i) {
        long start = place(annotations.get(i));
        long next = place(annotations.get(i + 1));
        long following = i + 2 < annotations.size() ? place(annotations.get(i + 2)) - next : next - start;
        long end = Math.min(next + (long) (0.2 * following), size);
        double[] kept = new double[(int) ((end - start + step() - 1) / step())];
        for (int k = 0; k < kept.length; k++) {
            kept[k] = values.applyAsDouble((int) start + k * step());
        }
        return new RawBeat(kept);
    }

    private long place(Annotation annotation) {
        return rate == recordedRate
                ? annotation.sample()
                : Math.min(Math.round(annotation.sample() * (rate / recordedRate)), size - 1);
    }

    private static double upright(Signal signal, double sign, int sample) {
        int value = signal.adc(sample);
        return value == Signal.MISSING ? Double.NaN : sign * value;
    }
}
