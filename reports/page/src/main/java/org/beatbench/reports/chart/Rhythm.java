package org.beatbench.reports.chart;

import java.util.List;
import org.beatbench.comparison.text.Data;

/**
 * A strip of an ECG on paper of 1 and 5 mm: 25 mm are a second and, where the unit is known, 10 mm a millivolt.
 *
 * @param start of the strip in the recording, in seconds
 * @param rate samples a second, above 0
 * @param heights the samples, in millivolts or, if it is not to scale, in any unit; NaN where one is missing
 * @param isToScale whether heights are millivolts
 * @param beats those marked in the strip, ascending
 */
public record Rhythm(double start, double rate, List<Double> heights, boolean isToScale, List<Beat> beats)
        implements Chart {

    /** Millimetres a second. */
    public static final double SPEED = 25;

    /** Millimetres a millivolt. */
    public static final double GAIN = 10;

    public Rhythm {
        heights = List.copyOf(heights);
        beats = List.copyOf(beats);
        if (!(rate > 0)) {
            throw new IllegalArgumentException("rate must be above 0: " + rate);
        }
    }

    /** When a sample was taken, in seconds since the beginning of the recording. */
    public double time(int sample) {
        return start + sample / rate;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.rhythm(this);
    }

    @Override
    public Data data() {
        Data.Builder data = Data.of("kind", "seconds", "value");
        for (int i = 0; i < heights.size(); i++) {
            data.row(isToScale ? "mV" : "signal", time(i), Double.isNaN(heights.get(i)) ? "" : heights.get(i));
        }
        beats.forEach(beat -> data.row("beat", beat.time, beat.name));
        return data.build();
    }

    /**
     * A beat.
     *
     * @param time in seconds since the beginning of the recording
     * @param name of its class, a letter or two
     */
    public record Beat(double time, String name, Hue hue) {}
}
