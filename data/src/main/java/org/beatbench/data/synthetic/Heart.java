package org.beatbench.data.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * A virtual subject's heart: how fast it beats, which beats it has and what they look like in lead MLII. Amplitudes, delays
 * and widths are drawn once for each subject, around those of the model's paper and of textbooks, so that the beats of one
 * subject resemble one another more than those of another, which is what makes new subjects hard.
 */
final class Heart {

    /** How impulses reach the ventricles, with the symbol of such beats. */
    private enum Conduction {
        USUAL("N"),
        LEFT_BUNDLE_BLOCKED("L"),
        RIGHT_BUNDLE_BLOCKED("R");

        private final String symbol;

        Conduction(String symbol) {
            this.symbol = symbol;
        }
    }

    private final Conduction conduction;
    private final Shape sinus;
    private final Shape atrial;
    private final List<Shape> ventricular;
    private final Shape paced;
    private final double meanInterval;
    private final double intervalDeviation;

    private Heart(Conduction conduction, Dice dice) {
        this.conduction = conduction;
        meanInterval = dice.uniform(0.68, 1.0);
        intervalDeviation = dice.uniform(0.02, 0.06);
        sinus = sinus(conduction, dice);
        double flattened = dice.chance(0.3) ? -0.5 : 0.3;
        double aberration = dice.uniform(1.05, 1.3);
        double recovery = dice.uniform(0.4, 0.85);
        atrial = sinus.mapAtrium(wave -> wave.times(flattened))
                .mapVentricle(wave -> wave.recovery() ? wave.times(recovery) : wave.wider(aberration));
        ventricular = new ArrayList<>();
        for (int focus = dice.between(1, 2); focus > 0; focus--) {
            ventricular.add(ventricular(dice));
        }
        paced = paced(dice);
    }

    /** The heart of the subject of this number, 0-based. Every sixth has a left, every eighth a right bundle block. */
    static Heart of(int subject, Dice dice) {
        Conduction conduction = subject % 6 == 5
                ? Conduction.LEFT_BUNDLE_BLOCKED
                : subject % 8 == 6 ? Conduction.RIGHT_BUNDLE_BLOCKED : Conduction.USUAL;
        return new Heart(conduction, dice);
    }

    /** Mean of the intervals between sinus beats in seconds. */
    double meanInterval() {
        return meanInterval;
    }

    /** Standard deviation of the intervals between sinus beats in seconds. */
    double intervalDeviation() {
        return intervalDeviation;
    }

    /** The annotation symbol of a beat. */
    String symbol(Kind kind) {
        return switch (kind) {
            case SINUS -> conduction.symbol;
            case ATRIAL -> "A";
            case VENTRICULAR -> "V";
            case FUSION -> "F";
            case PACED -> "/";
        };
    }

    /** One beat of a kind. */
    Shape beat(Kind kind, Dice dice) {
        return switch (kind) {
            case SINUS -> sinus;
            case ATRIAL -> atrial;
            case VENTRICULAR -> anyVentricular(dice);
            case FUSION -> sinus.fusedWith(anyVentricular(dice), dice.uniform(0.4, 0.75));
            case PACED -> paced;
        };
    }

    private Shape anyVentricular(Dice dice) {
        // The second focus fires less often.
        return ventricular.get(ventricular.size() > 1 && dice.chance(0.25) ? 1 : 0);
    }

    private static Shape sinus(Conduction conduction, Dice dice) {
        List<Wave> p =
                List.of(Wave.of(dice.uniform(0.06, 0.18), -dice.uniform(0.13, 0.19), dice.uniform(0.017, 0.024)));
        double r = dice.uniform(0.8, 1.8);
        double t = r * dice.uniform(0.12, 0.4);
        return switch (conduction) {
            case USUAL -> {
                List<Wave> waves = new ArrayList<>(List.of(
                        Wave.of(-r * dice.uniform(0.02, 0.18), -0.026, 0.009),
                        Wave.of(r, 0, dice.uniform(0.009, 0.014)),
                        Wave.of(
                                -r * dice.uniform(0.05, 0.45),
                                dice.uniform(0.025, 0.034),
                                dice.uniform(0.009, 0.014))));
                waves.addAll(recovery(dice.chance(0.15) ? -0.6 * t : t, dice));
                yield new Shape(p, waves);
            }
            case LEFT_BUNDLE_BLOCKED -> {
                List<Wave> waves = new ArrayList<>(List.of(
                        Wave.of(r * dice.uniform(0.6, 0.9), -0.012, dice.uniform(0.017, 0.022)),
                        Wave.of(r * dice.uniform(0.5, 0.9), 0.036, dice.uniform(0.018, 0.024))));
                waves.addAll(recovery(-t, dice));
                yield new Shape(p, waves);
            }
            case RIGHT_BUNDLE_BLOCKED -> {
                List<Wave> waves = new ArrayList<>(List.of(
                        Wave.of(-0.06 * r, -0.026, 0.009),
                        Wave.of(r, 0, dice.uniform(0.010, 0.013)),
                        Wave.of(-r * dice.uniform(0.3, 0.6), dice.uniform(0.050, 0.065), dice.uniform(0.024, 0.032))));
                waves.addAll(recovery(t, dice));
                yield new Shape(p, waves);
            }
        };
    }

    /** A T wave, steeper behind than in front, and the level of the ST segment that leads to it. */
    private static List<Wave> recovery(double amplitude, Dice dice) {
        double delay = dice.uniform(0.27, 0.34);
        return List.of(
                Wave.ofRecovery(amplitude * dice.uniform(-0.15, 0.3), 0.4 * delay, 0.05),
                Wave.ofRecovery(0.45 * amplitude, delay - 0.04, dice.uniform(0.045, 0.06)),
                Wave.ofRecovery(0.8 * amplitude, delay, dice.uniform(0.03, 0.04)));
    }

    private static Shape ventricular(Dice dice) {
        double peak = dice.uniform(1.2, 2.3) * (dice.chance(0.35) ? -0.8 : 1);
        List<Wave> waves = new ArrayList<>(List.of(
                Wave.of(peak, 0, dice.uniform(0.024, 0.036)),
                Wave.of(-peak * dice.uniform(0, 0.7), dice.uniform(0.08, 0.11), dice.uniform(0.024, 0.036))));
        waves.addAll(recovery(-peak * dice.uniform(0.15, 0.4), dice));
        return new Shape(List.of(), waves);
    }

    private static Shape paced(Dice dice) {
        double peak = dice.uniform(0.9, 1.8) * (dice.chance(0.5) ? -1 : 1);
        Wave spike = Wave.of(dice.uniform(0.4, 1.2) * (dice.chance(0.5) ? -1 : 1), -dice.uniform(0.05, 0.07), 0.003);
        List<Wave> waves = new ArrayList<>(List.of(
                Wave.of(peak, 0, dice.uniform(0.026, 0.034)),
                Wave.of(peak * dice.uniform(0.2, 0.6), dice.uniform(0.05, 0.07), dice.uniform(0.026, 0.034))));
        waves.addAll(recovery(-peak * dice.uniform(0.2, 0.45), dice));
        return new Shape(List.of(spike), waves);
    }
}
