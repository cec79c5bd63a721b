package org.beatbench.data.beats;

import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.data.wfdb.Annotation;
import org.beatbench.data.wfdb.Signal;

/**
 * One signal as beats are cut from it: in converter units, which are whole numbers and so make the scaling exact, and
 * perhaps at another rate than it was recorded at.
 */
final class Track {

    private final double[] values;
    private final double recordedRate;
    private final int rate;

    private Track(double[] values, double recordedRate, int rate) {
        this.values = values;
        this.recordedRate = recordedRate;
        this.rate = rate;
    }

    static Track of(Signal signal, double rate) {
        return new Track(upright(signal), rate, (int) rate);
    }

    static Track resampled(Signal signal, double recordedRate, int rate) {
        return new Track(new Resampler(recordedRate, rate).apply(upright(signal)), recordedRate, rate);
    }

    int rate() {
        return rate;
    }

    /** The distance of the samples that are kept. */
    int step() {
        return rate / BeatCutter.BEAT_RATE;
    }

    /** What is kept of the beat at the i-th annotation, which must not be the last. */
    Part part(List<Annotation> annotations, int i) {
        long start = place(annotations.get(i));
        long next = place(annotations.get(i + 1));
        long following = i + 2 < annotations.size() ? place(annotations.get(i + 2)) - next : next - start;
        long end = Math.min(next + (long) (0.2 * following), values.length);
        double[] kept = new double[(int) ((end - start + step() - 1) / step())];
        for (int k = 0; k < kept.length; k++) {
            kept[k] = values[(int) start + k * step()];
        }
        return new Part(kept);
    }

    /** How many beats have missing samples. */
    long missingParts(List<Annotation> annotations) {
        return IntStream.range(0, Math.max(0, annotations.size() - 1))
                .filter(i -> BeatClass.of(annotations.get(i).symbol()).isPresent())
                .filter(i -> part(annotations, i).isMissing())
                .count();
    }

    private long place(Annotation annotation) {
        return rate == recordedRate
                ? annotation.sample()
                : Math.min(Math.round(annotation.sample() * (rate / recordedRate)), values.length - 1);
    }

    private static double[] upright(Signal signal) {
        double sign = Math.signum(signal.gain());
        double[] values = new double[signal.size()];
        for (int i = 0; i < values.length; i++) {
            int value = signal.adc(i);
            values[i] = value == Signal.MISSING ? Double.NaN : sign * value;
        }
        return values;
    }
}
