package org.beatbench.contract.check;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;

/**
 * Small, seeded sets of beats of classes, mostly three, that differ in shape: a bump, early or late or upside down. Like real ones
 * they are scaled to 0..1, and padded with zeros from a length on that differs from beat to beat.
 */
final class ToyBeats {

    private static final List<String> THREE = List.of("early", "late", "inverted");

    private static final int LENGTH = 64;
    private static final double SHORTEST = 40 / 64.0;

    private final double noise;
    private final int length;
    private final int[] counts;

    private ToyBeats(double noise, int... counts) {
        this(noise, LENGTH, counts);
    }

    private ToyBeats(double noise, int length, int[] counts) {
        this.noise = noise;
        this.length = length;
        this.counts = counts;
    }

    /** Classes that every classifier should tell apart, 60 beats each. */
    static ToyBeats separable() {
        return new ToyBeats(0.05, 60, 60, 60);
    }

    /** Classes that overlap, 60 beats each. */
    static ToyBeats noisy() {
        return new ToyBeats(0.6, 60, 60, 60);
    }

    /** Classes that overlap, the first ten times as frequent as the last. */
    static ToyBeats imbalanced() {
        return new ToyBeats(0.4, 150, 30, 15);
    }

    /** As separable, but the last class has no beat. */
    static ToyBeats lackingAClass() {
        return new ToyBeats(0.05, 60, 60, 0);
    }

    /** As separable, but the last class has one beat only. */
    static ToyBeats withASingleBeat() {
        return new ToyBeats(0.05, 60, 60, 1);
    }

    /** Overlapping classes, and enough beats to be busy with. */
    static ToyBeats many() {
        return new ToyBeats(0.4, 2000, 1500, 1500);
    }

    /** Overlapping classes, enough beats to count how many answers are right. */
    static ToyBeats plenty() {
        return new ToyBeats(0.4, 200, 200, 200);
    }

    /** Two classes that every classifier should tell apart. */
    static ToyBeats twoClasses() {
        return new ToyBeats(0.05, 60, 60);
    }

    /** Twenty classes of 15 beats. */
    static ToyBeats twentyClasses() {
        int[] each = new int[20];
        Arrays.fill(each, 15);
        return new ToyBeats(0.05, each);
    }

    /** The same shapes in other lengths. */
    ToyBeats ofLength(int other) {
        return new ToyBeats(noise, other, counts);
    }

    /** Beats whose labels are dealt out anew among them. */
    static Beats permuted(Beats beats, SplittableRandom random) {
        int[] labels = IntStream.range(0, beats.size()).map(beats::label).toArray();
        for (int i = labels.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int label = labels[i];
            labels[i] = labels[other];
            labels[other] = label;
        }
        Beats.Builder dealt = Beats.builder(beats.classes(), beats.form());
        for (int row = 0; row < beats.size(); row++) {
            dealt.add(
                    beats.samples().row(row),
                    Beat.anonymous(labels[row], beats.beat(row).unpaddedLength()));
        }
        return dealt.build();
    }

    /** Every beat three times; of every fifth one copy has another label. */
    static Beats copied(Beats beats) {
        Beats.Builder copies = Beats.builder(beats.classes(), beats.form());
        for (int copy = 0; copy < 3; copy++) {
            for (int row = 0; row < beats.size(); row++) {
                int turned = copy == 2 && row % 5 == 0 ? 1 : 0;
                int label = (beats.label(row) + turned) % beats.classes().size();
                copies.add(
                        beats.samples().row(row),
                        Beat.anonymous(label, beats.beat(row).unpaddedLength()));
            }
        }
        return copies.build();
    }

    /** Beats whose first column is 0.5 and whose last quarter is nothing but padding. */
    static Beats withConstants(Beats beats) {
        int kept = beats.length() * 3 / 4;
        Beats.Builder changed = Beats.builder(beats.classes(), beats.form());
        for (int row = 0; row < beats.size(); row++) {
            float[] samples = beats.samples().row(row);
            samples[0] = 0.5f;
            Arrays.fill(samples, kept, samples.length, 0);
            changed.add(
                    samples,
                    Beat.anonymous(
                            beats.label(row), Math.min(kept, beats.beat(row).unpaddedLength())));
        }
        return changed.build();
    }

    /** The beats of a seed, classes mixed. Another seed gives other beats of the same kind. */
    Beats draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] left = counts.clone();
        int all = Arrays.stream(left).sum();
        Beats.Builder beats = Beats.builder(classes(), length);
        for (; all > 0; all--) {
            int place = random.nextInt(all);
            int label = 0;
            while (place >= left[label]) {
                place -= left[label];
                label++;
            }
            left[label]--;
            int unpadded = random.nextInt((int) Math.round(SHORTEST * length), length + 1);
            beats.add(shape(label, unpadded, random), Beat.anonymous(label, unpadded));
        }
        return beats.build();
    }

    private List<String> classes() {
        return counts.length == THREE.size()
                ? THREE
                : IntStream.range(0, counts.length)
                        .mapToObj(label -> "class " + label)
                        .toList();
    }

    private float[] shape(int label, int unpadded, SplittableRandom random) {
        double scale = length / (double) LENGTH;
        double centre = (middle(label) + random.nextDouble(-2, 2)) * scale;
        double width = random.nextDouble(3, 4) * scale;
        boolean isInverted = counts.length == THREE.size() ? label == 2 : label >= 10;
        float[] samples = new float[length];
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < unpadded; i++) {
            double bump = Math.exp(-Math.pow((i - centre) / width, 2));
            samples[i] = (float) ((isInverted ? -bump : bump) + noise * random.nextDouble(-1, 1));
            lowest = Math.min(lowest, samples[i]);
            highest = Math.max(highest, samples[i]);
        }
        for (int i = 0; i < unpadded; i++) {
            samples[i] = (samples[i] - lowest) / (highest - lowest);
        }
        return samples;
    }

    /** Where the bump of a class is, in beats of the usual length. */
    private double middle(int label) {
        if (counts.length <= THREE.size()) {
            return label == 1 ? 26 : 12;
        }
        return 4 + label % 10 * 3.5;
    }
}
