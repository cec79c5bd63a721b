package org.beatbench.saliency;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;

/**
 * The mean of a class's beats, as far as enough of them go on. It shows nobody's beat: no sample of it is the mean of fewer
 * than {@value #FEWEST}.
 *
 * @param label the class
 * @param beats how many there are, at least {@value #FEWEST}
 * @param samples their means, from the first sample on; padding does not count
 */
public record MeanBeat(int label, int beats, List<Float> samples) {

    /** A mean of fewer beats would show too much of each. */
    public static final int FEWEST = 20;

    /** The part of the beats that must go on, or the line would jump from beat to beat towards its end. */
    private static final double GOING_ON = 0.1;

    /** The same for a small picture, which is to show what most beats look like and not how the longest of them end. */
    private static final double MOST_GOING_ON = 0.5;

    public MeanBeat {
        samples = List.copyOf(samples);
        if (label < 0 || beats < FEWEST) {
            throw new IllegalArgumentException(
                    "a mean beat must be of a class, and of at least " + FEWEST + " beats: " + label + ", " + beats);
        }
    }

    /** The mean beats of those classes that have enough beats among these rows, in label order. */
    public static List<MeanBeat> of(Beats beats, Selection rows) {
        return of(beats, rows, GOING_ON);
    }

    /** As {@link #of(Beats, Selection)}, of all beats, and only as far as half of a class's go on. */
    public static List<MeanBeat> ofMost(Beats beats) {
        return of(beats, Selection.where(beats.size(), row -> true), MOST_GOING_ON);
    }

    private static List<MeanBeat> of(Beats beats, Selection rows, double part) {
        List<MeanBeat> means = new ArrayList<>();
        for (int label = 0; label < beats.classes().size(); label++) {
            int[] own = Probe.rowsOf(beats, rows, label);
            if (own.length >= FEWEST) {
                means.add(new MeanBeat(label, own.length, course(beats, own, part)));
            }
        }
        return means;
    }

    private static List<Float> course(Beats beats, int[] rows, double part) {
        List<Float> course = new ArrayList<>();
        for (int sample = 0; sample < beats.length(); sample++) {
            double sum = 0;
            int count = 0;
            for (int row : rows) {
                if (beats.beat(row).unpaddedLength() > sample) {
                    sum += beats.samples().at(row, sample);
                    count++;
                }
            }
            if (count < Math.max(FEWEST, part * rows.length)) {
                break;
            }
            course.add((float) (sum / count));
        }
        return course;
    }
}
