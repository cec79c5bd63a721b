package org.beatbench.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;

/**
 * Made-up beats of people who each have a shape of their own, three classes of which one is rare; like real ones scaled to 0..1
 * and padded with zeros. And ways to spoil them.
 */
final class AuditBeats {

    static final List<String> CLASSES = List.of("N", "S", "V");

    private static final int LENGTH = 64;
    private static final List<String> MITDB = List.of(
            "100", "101", "102", "103", "104", "105", "106", "107", "108", "109", "111", "112", "113", "114", "115",
            "116", "117", "118", "119", "121", "122", "123", "124", "200", "201", "202", "203", "205", "207", "208",
            "209", "210", "212", "213", "214", "215", "217", "219", "220", "221", "222", "223", "228", "230", "231",
            "232", "233", "234");

    private AuditBeats() {}

    /** Forty beats each of some people, scaled to 0..1 row by row. */
    static Beats of(int people, long seed) {
        return beats(people, seed, number -> "p" + number, true);
    }

    /** The same without scaling: every column has a range of its own. */
    static Beats unscaled(int people, long seed) {
        return beats(people, seed, number -> "p" + number, false);
    }

    /** Forty beats for each record of the MIT-BIH database, of which two are of the same man. */
    static Beats mitdb(long seed) {
        return beats(MITDB.size(), seed, MITDB::get, true);
    }

    private static Beats beats(int people, long seed, IntFunction<String> names, boolean scaled) {
        SplittableRandom random = new SplittableRandom(seed);
        Beats.Builder beats = Beats.builder(CLASSES, LENGTH);
        for (int number = 0; number < people; number++) {
            String record = names.apply(number);
            String subject = record.equals("202") ? "201" : record;
            double width = random.nextDouble(2, 5);
            double height = random.nextDouble(0.5, 2);
            for (int i = 0; i < 40; i++) {
                int label = i % 10 < 7 ? 0 : i % 10 < 9 ? 2 : 1;
                int length = random.nextInt(44, LENGTH + 1);
                float[] samples = shape(label, width, height, length, random);
                beats.add(
                        scaled ? scaled(samples, length) : samples,
                        new Beat(label, length, 0.8, 0.8, subject, record, i, CLASSES.get(label)));
            }
        }
        return beats.build();
    }

    private static float[] shape(int label, double width, double height, int length, SplittableRandom random) {
        float[] samples = new float[LENGTH];
        double centre = 10 + 8 * label + random.nextDouble(-1, 1);
        for (int i = 0; i < length; i++) {
            double bump = height * Math.exp(-Math.pow((i - centre) / width, 2));
            double wave = 0.3 * height * Math.exp(-Math.pow((i - centre - 18) / (2 * width), 2));
            samples[i] = (float) (bump + (label == 2 ? -wave : wave) + 0.05 * random.nextDouble(-1, 1));
        }
        return samples;
    }

    private static float[] scaled(float[] samples, int length) {
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < length; i++) {
            lowest = Math.min(lowest, samples[i]);
            highest = Math.max(highest, samples[i]);
        }
        for (int i = 0; i < length; i++) {
            samples[i] = (samples[i] - lowest) / (highest - lowest);
        }
        return samples;
    }

    /** The beats with the samples of one row in place of another's, each changed by up to so much. */
    static Beats copied(Beats beats, int from, int to, double noise) {
        SplittableRandom random = new SplittableRandom(from);
        Rows.Builder rows = Rows.builder(beats.length());
        for (int row = 0; row < beats.size(); row++) {
            float[] samples = beats.samples().row(row == to ? from : row);
            for (int i = 0; row == to && i < samples.length; i++) {
                samples[i] += (float) (noise * random.nextDouble(-1, 1));
            }
            rows.add(samples);
        }
        return beats.withSamples(rows.build());
    }

    /** All rows of a class repeated some times, each time changed by up to so much: resampling of a whole data set. */
    static Beats repeated(Beats beats, int label, int times, double noise) {
        SplittableRandom random = new SplittableRandom(label);
        Beats.Builder all = Beats.builder(beats.classes(), beats.length());
        for (int row = 0; row < beats.size(); row++) {
            all.add(beats.samples().row(row), beats.beat(row));
            for (int time = 0; beats.label(row) == label && time < times; time++) {
                float[] samples = beats.samples().row(row);
                for (int i = 0; i < samples.length; i++) {
                    samples[i] += (float) (noise * random.nextDouble(-1, 1));
                }
                all.add(samples, beats.beat(row));
            }
        }
        return all.build();
    }

    /** The beats as if those of some rows were another person's. */
    static Beats of(Beats beats, Selection rows, String subject) {
        List<Beat> known = new ArrayList<>(beats.beats());
        rows.stream().forEach(row -> {
            Beat beat = beats.beat(row);
            known.set(
                    row,
                    new Beat(
                            beat.label(),
                            beat.unpaddedLength(),
                            beat.rrBefore(),
                            beat.rrAfter(),
                            subject,
                            beat.record(),
                            beat.position(),
                            beat.symbol()));
        });
        return Beats.of(beats.classes(), beats.samples(), known);
    }
}
