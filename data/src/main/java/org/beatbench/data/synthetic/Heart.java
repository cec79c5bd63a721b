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

    private Heart(Conduction conduction, SeededRandom random) {
        this.conduction = conduction;
        meanInterval = random.uniform(0.68, 1.0);
        intervalDeviation = random.uniform(0.02, 0.06);
        sinus = Shapes.sinus(conduction, random);
        double flattened = random.chance(0.3) ? -0.5 : 0.3;
        double aberration = random.uniform(1.05, 1.3);
        double recovery = random.uniform(0.4, 0.85);
        atrial = sinus.mapAtrium(wave -> wave.times(flattened))
                .mapVentricle(wave -> wave.recovery() ? wave.times(recovery) : wave.wider(aberration));
        ventricular = new ArrayList<>();
        for (int focus = random.between(1, 2); focus > 0; focus--) {
            ventricular.add(Shapes.ventricular(random));
        }
        paced = Shapes.paced(random);
    }

    /** The heart of the subject of this number, 0-based. Every sixth has a left, every eighth a right bundle block. */
    static Heart of(int subject, SeededRandom random) {
        Conduction conduction = subject % 6 == 5
                ? Conduction.LEFT_BUNDLE_BLOCKED
                : subject % 8 == 6 ? Conduction.RIGHT_BUNDLE_BLOCKED : Conduction.USUAL;
        return new Heart(conduction, random);
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
    String symbol(BeatKind kind) {
        return switch (kind) {
            case SINUS -> conduction.symbol();
            case ATRIAL -> "A";
            case VENTRICULAR -> "V";
            case FUSION -> "F";
            case PACED -> "/";
        };
    }

    /** One beat of a kind. */
    Shape beat(BeatKind kind, SeededRandom random) {
        return switch (kind) {
            case SINUS -> sinus;
            case ATRIAL -> atrial;
            case VENTRICULAR -> anyVentricular(random);
            case FUSION -> sinus.fusedWith(anyVentricular(random), random.uniform(0.4, 0.75));
            case PACED -> paced;
        };
    }

    private Shape anyVentricular(SeededRandom random) {
        // The second focus fires less often.
        return ventricular.get(ventricular.size() > 1 && random.chance(0.25) ? 1 : 0);
    }
}
