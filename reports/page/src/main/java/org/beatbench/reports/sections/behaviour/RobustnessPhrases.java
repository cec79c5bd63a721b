package org.beatbench.reports.sections.behaviour;

import org.beatbench.api.perturbation.AddedNoise;
import org.beatbench.api.perturbation.ChangedGain;
import org.beatbench.api.perturbation.DisplacedMarks;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.Cell;

/** How disturbances, and what they change, are written. */
final class RobustnessPhrases {

    private RobustnessPhrases() {}

    /** A kind as a heading: {@code Muscle noise}. */
    static String kind(String kind) {
        return Phrases.capital(kind.replace('-', ' '));
    }

    /** How strong a disturbance is: {@code 6 dB}; empty if there is only one strength. */
    static String strength(Perturbation step) {
        if (step instanceof AddedNoise noise) {
            return noise.decibels() + " dB";
        }
        if (step instanceof ChangedGain gain) {
            return "× " + Numbers.plain(gain.factor());
        }
        if (step instanceof DisplacedMarks marks) {
            return "± " + marks.milliseconds() + " ms";
        }
        return step.strength();
    }

    /** Kind and strength in a sentence: {@code muscle noise, 6 dB}. */
    static String step(Perturbation step) {
        String kind = step.kind().replace('-', ' ');
        return step.strength().isEmpty() ? kind : kind + ", " + strength(step);
    }

    /** A change of a score. */
    static Cell change(double change) {
        return new Cell(Numbers.difference(change), "", change, 0, Cell.Emphasis.NONE);
    }

    /** A change of a score with its interval. */
    static Cell change(Estimate change) {
        Cell cell = change(change.value());
        return change.hasInterval() ? cell.withDetail(Numbers.differences(change)) : cell;
    }

    /** What a line is at its end: {@code 0.430 to 0.312}. */
    static String fall(double from, double to) {
        return Numbers.format(Quantity.SCORE, from) + " to " + Numbers.format(Quantity.SCORE, to);
    }
}
