package org.beatbench.data.signalcsv;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.UserError;
import org.beatbench.data.columns.ColumnReader;
import org.beatbench.data.columns.Moment;
import org.beatbench.data.recording.Lead;
import org.beatbench.data.recording.RoundedDuration;
import org.beatbench.data.recording.Signal;

/** Reads a table of samples line by line, and keeps those of the wanted leads; times are only looked at. */
final class SignalTable {

    private static final int MOST_PROBLEMS = 10;

    /** Times that are further apart than so many samples have a gap between them. */
    private static final double LARGEST_STEP = 1.5;

    /** Samples are kept as whole numbers of four bytes, and copied once. */
    private static final int SAMPLE_BYTES = 8;

    private static final String RATE_HINT = "tell the samples a second with the setting rate, such as rate=360";

    private final Path file;
    private final SignalColumns columns;
    private final List<Lead> kept;
    private final List<DecimalSamples> samples = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int wrong;

    private BigDecimal first = BigDecimal.ZERO;
    private BigDecimal last = BigDecimal.ZERO;
    private int decimals;
    private double largestStep;
    private String largestStepAt = "";

    private SignalTable(Path file, SignalColumns columns, List<Lead> kept) {
        this.file = file;
        this.columns = columns;
        this.kept = kept;
        kept.forEach(lead -> samples.add(new DecimalSamples()));
    }

    /**
     * Reads a table.
     *
     * @param columns what its columns are
     * @param kept some of its leads, numbered as there
     * @throws UserError naming what is wrong in it
     */
    static SignalTable read(Path file, SignalColumns columns, List<Lead> kept) throws IOException {
        SignalTable table = new SignalTable(file, columns, kept);
        try (ColumnReader reader = ColumnReader.open(file)) {
            for (int i = 0; i < columns.headerLines(); i++) {
                reader.next();
            }
            long most = Runtime.getRuntime().maxMemory() / SAMPLE_BYTES / kept.size();
            while (reader.next()) {
                if (table.size() >= most) {
                    throw new UserError(
                            file + " holds more than " + most + " samples, too much for the memory that Java may use",
                            "look whether it is the file that it should be; if so, give Java more memory, such as "
                                    + "BEATBENCH_JAVA_OPTIONS=-Xmx8g, or divide it");
                }
                table.add(reader);
            }
        }
        if (table.wrong > 0) {
            if (table.wrong > MOST_PROBLEMS) {
                table.problems.add("and " + (table.wrong - MOST_PROBLEMS) + " more");
            }
            throw UserError.of("lines that hold no samples", table.problems, SignalColumns.HINT);
        }
        return table;
    }

    private void add(ColumnReader line) {
        if (columns.time() >= 0) {
            addTime(line);
        }
        for (int i = 0; i < kept.size(); i++) {
            int column = columns.columns().get(kept.get(i).number());
            String field = line.number(column);
            try {
                if (column < line.size() && SignalColumns.isMissing(field)) {
                    samples.get(i).addMissing();
                } else {
                    samples.get(i).add(field);
                }
            } catch (NumberFormatException e) {
                samples.get(i).addMissing();
                problem(
                        line,
                        "column " + (column + 1) + " must be a voltage: "
                                + (column < line.size() ? "'" + field + "'" : "it is missing"));
            }
        }
    }

    private void addTime(ColumnReader line) {
        String field = line.number(columns.time());
        BigDecimal time = Moment.seconds(field, columns.places()).orElse(null);
        if (time == null) {
            problem(line, "column " + (columns.time() + 1) + " must be a time: '" + field + "'");
            return;
        }
        decimals = Math.max(decimals, time.scale());
        if (samples.get(0).size() == 0) {
            first = time;
        } else {
            double step = time.subtract(last).doubleValue();
            if (step < 0) {
                problem(line, "the time goes back from " + last + " to " + time + " s");
            }
            if (step > largestStep) {
                largestStep = step;
                largestStepAt = line.place();
            }
        }
        last = time;
    }

    private void problem(ColumnReader line, String what) {
        if (wrong++ < MOST_PROBLEMS) {
            problems.add(line.place() + ": " + what);
        }
    }

    /** Samples of each lead. */
    int size() {
        return samples.get(0).size();
    }

    /** When the first sample was taken, in seconds. */
    double begin() {
        return first.doubleValue();
    }

    /** The samples of the leads that are kept. */
    List<Signal> signals() {
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            signals.add(samples.get(i).signal(kept.get(i).name(), kept.get(i).units()));
        }
        return signals;
    }

    /**
     * Samples a second, by the times.
     *
     * @param told what the user says; 0 if nothing
     * @throws UserError if it is not to be found, the times contradict, or are not evenly apart
     */
    double rate(double told) {
        boolean hasTimes = columns.time() >= 0 && last.compareTo(first) > 0;
        if (told == 0 && !hasTimes) {
            throw new UserError(file + " does not tell its samples a second: it has no column of times", RATE_HINT);
        }
        if (!hasTimes) {
            return told;
        }
        double counted = (size() - 1) / last.subtract(first).doubleValue();
        double rate = told != 0
                ? told
                : RoundedDuration.between(first, last, decimals).rate(size() - 1, file.toString(), RATE_HINT);
        double step = Math.pow(10, -decimals);
        double seconds = last.subtract(first).doubleValue();
        if (told != 0 && Math.abs(counted - told) > told * 2 * step / seconds + 1e-9) {
            throw new UserError(
                    file + ": the setting rate says " + told + " samples a second, the times " + counted,
                    "leave the setting out, or take away the column of times if it is wrong");
        }
        if (largestStep > LARGEST_STEP / rate + step) {
            throw new UserError(
                    largestStepAt + ": the time goes on by " + largestStep + " s, but by " + 1 / rate
                            + " s elsewhere; samples are missing",
                    "fill the gap with lines of times and empty fields, or divide the file there");
        }
        return rate;
    }
}
