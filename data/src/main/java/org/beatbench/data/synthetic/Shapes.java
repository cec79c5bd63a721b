package org.beatbench.data.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * What beats look like in lead MLII, drawn anew at each call: amplitudes, delays and widths around those of the model's paper
 * and of textbooks.
 */
final class Shapes {

    private Shapes() {}

    /** A beat that comes from the sinus node. */
    static Shape sinus(Conduction conduction, SeededRandom random) {
        List<Wave> p =
                List.of(Wave.of(random.uniform(0.06, 0.18), -random.uniform(0.13, 0.19), random.uniform(0.017, 0.024)));
        double r = random.uniform(0.8, 1.8);
        double t = r * random.uniform(0.12, 0.4);
        return switch (conduction) {
            case USUAL -> {
                List<Wave> waves = new ArrayList<>(List.of(
                        Wave.of(-r * random.uniform(0.02, 0.18), -0.026, 0.009),
                        Wave.of(r, 0, random.uniform(0.009, 0.014)),
                        Wave.of(
                                -r * random.uniform(0.05, 0.45),
                                random.uniform(0.025, 0.034),
                                random.uniform(0.009, 0.014))));
                waves.addAll(recovery(random.chance(0.15) ? -0.6 * t : t, random));
                yield new Shape(p, waves);
            }
            case LEFT_BUNDLE_BLOCKED -> {
                List<Wave> waves = new ArrayList<>(List.of(
                        Wave.of(r * random.uniform(0.6, 0.9), -0.012, random.uniform(0.017, 0.022)),
                        Wave.of(r * random.uniform(0.5, 0.9), 0.036, random.uniform(0.018, 0.024))));
                waves.addAll(recovery(-t, random));
                yield new Shape(p, waves);
            }
            case RIGHT_BUNDLE_BLOCKED -> {
                List<Wave> waves = new ArrayList<>(List.of(
                        Wave.of(-0.06 * r, -0.026, 0.009),
                        Wave.of(r, 0, random.uniform(0.010, 0.013)),
                        Wave.of(
                                -r * random.uniform(0.3, 0.6),
                                random.uniform(0.050, 0.065),
                                random.uniform(0.024, 0.032))));
                waves.addAll(recovery(t, random));
                yield new Shape(p, waves);
            }
        };
    }

    /** A T wave, steeper behind than in front, and the level of the ST segment that leads to it. */
    private static List<Wave> recovery(double amplitude, SeededRandom random) {
        double delay = random.uniform(0.27, 0.34);
        return List.of(
                Wave.ofRecovery(amplitude * random.uniform(-0.15, 0.3), 0.4 * delay, 0.05),
                Wave.ofRecovery(0.45 * amplitude, delay - 0.04, random.uniform(0.045, 0.06)),
                Wave.ofRecovery(0.8 * amplitude, delay, random.uniform(0.03, 0.04)));
    }

    /** A beat from a focus in the ventricles: wide and tall, with a T wave against it and without a P wave. */
    static Shape ventricular(SeededRandom random) {
        double peak = random.uniform(1.2, 2.3) * (random.chance(0.35) ? -0.8 : 1);
        List<Wave> waves = new ArrayList<>(List.of(
                Wave.of(peak, 0, random.uniform(0.024, 0.036)),
                Wave.of(-peak * random.uniform(0, 0.7), random.uniform(0.08, 0.11), random.uniform(0.024, 0.036))));
        waves.addAll(recovery(-peak * random.uniform(0.15, 0.4), random));
        return new Shape(List.of(), waves);
    }

    /** A beat that a pacemaker starts: a sharp spike, then a wide QRS complex. */
    static Shape paced(SeededRandom random) {
        double peak = random.uniform(0.9, 1.8) * (random.chance(0.5) ? -1 : 1);
        Wave spike =
                Wave.of(random.uniform(0.4, 1.2) * (random.chance(0.5) ? -1 : 1), -random.uniform(0.05, 0.07), 0.003);
        List<Wave> waves = new ArrayList<>(List.of(
                Wave.of(peak, 0, random.uniform(0.026, 0.034)),
                Wave.of(peak * random.uniform(0.2, 0.6), random.uniform(0.05, 0.07), random.uniform(0.026, 0.034))));
        waves.addAll(recovery(-peak * random.uniform(0.2, 0.45), random));
        return new Shape(List.of(spike), waves);
    }
}
