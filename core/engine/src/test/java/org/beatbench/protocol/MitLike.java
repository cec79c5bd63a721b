package org.beatbench.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Rows;

/** Beats with the classes, records and subjects of the MIT-BIH heartbeats, each with one made-up sample that is its own. */
public final class MitLike {

    public static final List<String> CLASSES = List.of("N", "S", "V", "F", "Q");

    private MitLike() {}

    /** All 109,446 beats, record by record. */
    public static Beats beats() {
        Beats.Builder beats = Beats.builder(CLASSES, 1);
        lines().skip(1).map(line -> line.split(",")).forEach(cells -> {
            for (int label = 0; label < CLASSES.size(); label++) {
                add(beats, cells[0], cells[1], label, Integer.parseInt(cells[2 + label]));
            }
        });
        return withOwnSamples(beats.build());
    }

    /** As many beats of each class, of unknown origin. */
    public static Beats anonymous(int... counts) {
        Beats.Builder beats = Beats.builder(CLASSES.subList(0, counts.length), 1);
        for (int label = 0; label < counts.length; label++) {
            add(beats, "", "", label, counts[label]);
        }
        return withOwnSamples(beats.build());
    }

    private static void add(Beats.Builder beats, String record, String subject, int label, int count) {
        for (int i = 0; i < count; i++) {
            beats.add(new float[1], new Beat(label, 1, 0.8, 0.8, subject, record, i, CLASSES.get(label)));
        }
    }

    private static Beats withOwnSamples(Beats beats) {
        float[] samples = new float[beats.size()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i / 131_072f;
        }
        return beats.withSamples(Rows.of(samples, 1));
    }

    private static Stream<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                MitLike.class.getResourceAsStream("mitdb-beats-per-record.csv"), StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
