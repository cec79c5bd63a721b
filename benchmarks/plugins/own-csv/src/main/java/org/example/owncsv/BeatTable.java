package org.example.owncsv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.UserError;

/** A table of beats: a line of names, then for each beat its subject, its class and its samples; shorter beats have fewer. */
final class BeatTable {

    /** Columns before the samples. */
    private static final int NAMES = 2;

    private BeatTable() {}

    static Beats read(Path file, DatasetContext context) throws IOException {
        context.cancellation().check();
        if (!Files.exists(file)) {
            throw new UserError("there is no file " + file, "put a table there: subject,class, and the samples of a beat");
        }
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                rows.add(line.split(","));
            }
        }
        if (rows.size() < 2 || rows.stream().anyMatch(row -> row.length <= NAMES)) {
            throw new UserError(
                    file + " is no table of beats",
                    "begin with a line of names, and give each beat a line: subject,class, and its samples");
        }
        rows.remove(0);
        List<String> classes = rows.stream().map(row -> row[1]).distinct().sorted().toList();
        int length = rows.stream().mapToInt(row -> row.length - NAMES).max().orElseThrow();
        Beats.Builder beats = Beats.builder(classes, length);
        for (int row = 0; row < rows.size(); row++) {
            context.cancellation().check();
            String[] values = rows.get(row);
            Beat beat = Beat.anonymous(classes.indexOf(values[1]), values.length - NAMES);
            beats.add(samples(values, length, file, row), beat.withSubject(values[0]));
            context.progress().advanced("rows", row + 1, rows.size());
        }
        return beats.build();
    }

    private static float[] samples(String[] values, int length, Path file, int row) {
        float[] samples = new float[length];
        try {
            for (int i = NAMES; i < values.length; i++) {
                samples[i - NAMES] = Float.parseFloat(values[i]);
            }
        } catch (NumberFormatException e) {
            throw new UserError(
                    file + ", beat " + (row + 1) + " of " + Arrays.toString(values) + ": " + e.getMessage(),
                    "write numbers with a point, separated by commas");
        }
        return samples;
    }
}
