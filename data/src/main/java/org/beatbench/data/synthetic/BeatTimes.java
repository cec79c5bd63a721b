package org.beatbench.data.synthetic;

import java.util.ArrayList;
import java.util.List;

/** When each beat of a rhythm comes: early ones, the pauses after them, the even beat of a pacemaker. */
final class BeatTimes {

    private final SinusNode node;
    private final SeededRandom random;
    private final double escape;
    private final double ventricularCoupling;
    private final double atrialCoupling;

    /**
     * @param node gives the intervals between sinus beats
     * @param meanInterval their mean in seconds
     */
    BeatTimes(SinusNode node, double meanInterval, SeededRandom random) {
        this.node = node;
        this.random = random;
        escape = meanInterval * random.uniform(1.05, 1.2);
        ventricularCoupling = random.uniform(0.55, 0.75);
        atrialCoupling = random.uniform(0.6, 0.8);
    }

    /**
     * The times of beats in seconds.
     *
     * @param first time of the first
     */
    List<Double> times(List<BeatKind> kinds, double first) {
        List<Double> times = new ArrayList<>();
        double time = first;
        double interval = node.interval(time);
        times.add(time);
        for (int i = 1; i < kinds.size(); i++) {
            interval = interval(kinds.get(i - 1), kinds.get(i), node.interval(time), interval);
            time += interval;
            times.add(time);
        }
        return times;
    }

    /**
     * @param usual what the sinus node would do, in seconds
     * @param before the interval before the earlier of the two beats
     */
    private double interval(BeatKind from, BeatKind to, double usual, double before) {
        return switch (to) {
            case PACED -> escape + 0.002 * random.gaussian();
            case VENTRICULAR -> usual * (ventricularCoupling + 0.04 * random.gaussian());
            case ATRIAL -> usual * (atrialCoupling + 0.04 * random.gaussian());
            case FUSION -> usual * random.uniform(0.86, 0.97);
            case SINUS ->
                switch (from) {
                    // The sinus node does not hear of the early beat: its next but one comes when it is due.
                    case VENTRICULAR -> Math.max(usual, 2 * usual - before);
                    // The early beat sets the sinus node back, which then needs a little longer.
                    case ATRIAL -> usual * random.uniform(1.08, 1.25);
                    case FUSION -> usual * random.uniform(1, 1.12);
                    case SINUS, PACED -> usual;
                };
        };
    }
}
