package org.beatbench.reports.explore;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetInfo;

/** Small data sets for tests. */
final class Toys {

    private Toys() {}

    static DatasetInfo info(boolean synthetic) {
        return new DatasetInfo("toy", "Toy beats", "Beats for tests", "1", synthetic, "CC0", "https://example.org/toy");
    }

    static Beat beat(int label, int length, String subject) {
        return new Beat(label, length, Double.NaN, Double.NaN, subject, "", -1, "");
    }

    static Beat ofRecord(int label, int length, String record) {
        return new Beat(label, length, Double.NaN, Double.NaN, "", record, -1, "");
    }

    /** Beats of two samples and class 0, of unknown origin. */
    static Beats points(float[]... points) {
        Beats.Builder beats = Beats.builder(List.of("N"), 2);
        for (float[] point : points) {
            beats.add(point, Beat.anonymous(0, 2));
        }
        return beats.build();
    }

    static float[] point(double x, double y) {
        return new float[] {(float) x, (float) y};
    }

    /** Classes A, B and so on, each with as many beats as given, of four subjects with a rhythm and padding. */
    static Beats mixed(int... counts) {
        SplittableRandom random = new SplittableRandom(1);
        List<String> classes = IntStream.range(0, counts.length)
                .mapToObj(label -> String.valueOf((char) ('A' + label)))
                .toList();
        Beats.Builder beats = Beats.builder(classes, 12);
        for (int label = 0; label < counts.length; label++) {
            for (int i = 0; i < counts[label]; i++) {
                int length = 6 + random.nextInt(7);
                float[] samples = new float[12];
                for (int sample = 0; sample < length; sample++) {
                    samples[sample] = (float) random.nextDouble();
                }
                String subject = "s" + i % 4;
                beats.add(samples, new Beat(label, length, 0.8, 0.7, subject, subject + "-rec", 360L * i, "N"));
            }
        }
        return beats.build();
    }
}
