package org.beatbench.robustness;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.perturbation.AddedNoise;
import org.beatbench.api.perturbation.ChangedGain;
import org.beatbench.api.perturbation.DisplacedMarks;
import org.beatbench.api.perturbation.InvertedLead;
import org.beatbench.api.perturbation.Noise;
import org.beatbench.api.perturbation.Perturbation;

/** The perturbations that every model meets that is asked for its robustness: of each kind the mildest first. */
public final class PerturbationLadder {

    /** Changes whenever a model may be asked something else; part of a trial's key. */
    public static final String VERSION = "1";

    /** Signal-to-noise ratios: four times the noise from each to the next. */
    private static final int[] DECIBELS = {18, 12, 6, 0};

    /** One or two turns of a switch too low, or too high: each halves or doubles, as between 5, 10 and 20 millimetres a millivolt. */
    private static final double[] FACTORS = {0.5, 0.25, 2, 4};

    /** About 2, 5 and 10 samples of 120 a second. */
    private static final int[] MILLISECONDS = {16, 40, 80};

    /** All steps, kind by kind. */
    public static final List<Perturbation> STEPS = steps();

    private PerturbationLadder() {}

    private static List<Perturbation> steps() {
        List<Perturbation> steps = new ArrayList<>();
        for (Noise noise : Noise.values()) {
            for (int decibels : DECIBELS) {
                steps.add(new AddedNoise(noise, decibels));
            }
        }
        for (double factor : FACTORS) {
            steps.add(new ChangedGain(factor));
        }
        steps.add(new InvertedLead());
        for (int milliseconds : MILLISECONDS) {
            steps.add(new DisplacedMarks(milliseconds));
        }
        return List.copyOf(steps);
    }

    /** The kinds, in the order of the steps. */
    public static List<String> kinds() {
        return STEPS.stream().map(Perturbation::kind).distinct().toList();
    }

    /** The steps of a kind, the mildest first. */
    public static List<Perturbation> of(String kind) {
        return STEPS.stream().filter(step -> step.kind().equals(kind)).toList();
    }
}
