package org.beatbench.data.records;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.wfdb.RecordWriter;

/** Two recordings of 60 beats at two rates, some of them premature, with a mark among them that is no beat. */
final class MadeRecords {

    private static final int BEATS = 60;

    private MadeRecords() {}

    static void write(Path folder) throws IOException {
        write(folder, "a", 360);
        write(folder, "b", 720);
    }

    private static void write(Path folder, String name, int rate) throws IOException {
        SplittableRandom random = new SplittableRandom(rate);
        int[] samples = new int[BEATS * rate];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (int) Math.round(20 * Math.sin(2.0 * i / rate) + random.nextInt(-3, 4));
        }
        List<Annotation> annotations = new ArrayList<>();
        int place = rate;
        for (int beat = 0; place < samples.length - rate; beat++) {
            boolean isPremature = beat % 7 == 3;
            annotations.add(Annotation.of(place, isPremature ? "V" : "N"));
            if (beat == 11) {
                annotations.add(Annotation.of(place + rate / 4, "+"));
            }
            addPeak(samples, place, isPremature ? rate / 20.0 : rate / 60.0);
            place += (int) (rate * (beat % 7 == 2 ? 0.6 : 0.9 + random.nextDouble(-0.05, 0.05)));
        }
        RecordWriter.write(folder, name, rate, "16", new int[][] {samples}, annotations);
    }

    private static void addPeak(int[] samples, int place, double width) {
        for (int i = (int) (place - 4 * width); i < place + 4 * width; i++) {
            samples[i] += (int) Math.round(250 * Math.exp(-Math.pow((i - place) / width, 2)));
        }
    }
}
