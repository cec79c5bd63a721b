package org.beatbench.data.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * A virtual subject's heart: how fast it beats and what each kind of its beats looks like. All of it is drawn once, so that
 * the beats of one subject resemble one another more than those of another, which is what makes new subjects hard.
 */
final class Heart {

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
        sinus = Shapes.sinus(conduction, dice);
        double flattened = dice.chance(0.3) ? -0.5 : 0.3;
        double aberration = dice.uniform(1.05, 1.3);
        double recovery = dice.uniform(0.4, 0.85);
        atrial = sinus.mapAtrium(wave -> wave.times(flattened))
                .mapVentricle(wave -> wave.recovery() ? wave.times(recovery) : wave.wider(aberration));
        ventricular = new ArrayList<>();
        for (int focus = dice.between(1, 2); focus > 0; focus--) {
            ventricular.add(Shapes.ventricular(dice));
        }
        paced = Shapes.paced(dice);
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
            case SINUS -> conduction.symbol();
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
}
