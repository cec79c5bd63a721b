package org.beatbench.classical.preparation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.api.Rows;
import org.beatbench.classical.fitted.PreparedColumns;

/**
 * Makes beats of channels and features into rows of comparable numbers: each feature less its mean, in standard deviations, cut
 * off at ±{@value #GREATEST}; then the channels' {@link PrincipalComponents}. Fitted to training beats alone.
 */
final class Preparation {

    /**
     * Components of the channels, without which a row and its rhythm would have no shape. Beside features of the shape they change
     * little: in folds by subject over DS1, form {@code one-lead}, neighbours and regression by less than .01 in any F1.
     */
    static final int COMPONENTS = 16;

    private static final float GREATEST = 8;
    private static final String NAME = "preparation.bin";
    private static final int MAGIC = 0x42425052; // BBPR

    private final Form form;
    private final float[] means;
    private final float[] deviations;
    private final PrincipalComponents components;

    private Preparation(Form form, float[] means, float[] deviations, PrincipalComponents components) {
        this.form = form;
        this.means = means;
        this.deviations = deviations;
        this.components = components;
    }

    /** Whether beats of a form need it: one signal alone is taken as it is. */
    static boolean isFor(Form form) {
        return !form.single();
    }

    static Preparation fit(Beats training) {
        Form form = training.form();
        Rows rows = training.samples();
        int features = form.features().size();
        double[] sums = new double[features];
        double[] squares = new double[features];
        for (int row = 0; row < rows.size(); row++) {
            for (int k = 0; k < features; k++) {
                sums[k] += rows.at(row, form.startOfFeatures() + k);
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int k = 0; k < features; k++) {
                double distance = rows.at(row, form.startOfFeatures() + k) - sums[k] / rows.size();
                squares[k] += distance * distance;
            }
        }
        float[] means = new float[features];
        float[] deviations = new float[features];
        for (int k = 0; k < features; k++) {
            means[k] = (float) (sums[k] / rows.size());
            float deviation = (float) Math.sqrt(squares[k] / rows.size());
            deviations[k] = deviation > 0 ? deviation : 1; // one that never varies stays 0
        }
        return new Preparation(
                form, means, deviations, PrincipalComponents.of(rows, form.startOfFeatures(), COMPONENTS));
    }

    /** Numbers per prepared beat. */
    int width() {
        return means.length + components.directions().length;
    }

    /**
     * The same beats as rows.
     *
     * @throws IllegalArgumentException if they are of another form, or a number is not finite
     */
    Beats apply(Beats beats) {
        if (!beats.form().equals(form)) {
            throw new IllegalArgumentException("beats must be of " + form + ": " + beats.form());
        }
        float[] prepared = new float[Math.multiplyExact(beats.size(), width())];
        IntStream.range(0, beats.size()).parallel().forEach(beat -> {
            float[] row = beats.samples().row(beat);
            for (float value : row) {
                if (!Float.isFinite(value)) {
                    throw new IllegalArgumentException("beat " + beat + ": not a finite number: " + value);
                }
            }
            int start = beat * width();
            for (int k = 0; k < means.length; k++) {
                float value = (row[form.startOfFeatures() + k] - means[k]) / deviations[k];
                prepared[start + k] = Math.max(-GREATEST, Math.min(GREATEST, value));
            }
            components.copy(row, prepared, start + means.length);
        });
        return Beats.of(
                beats.classes(),
                Rows.of(prepared, width()),
                beats.beats().stream().map(beat -> beat.ofLength(width())).toList());
    }

    /** What {@link #apply} computes. */
    PreparedColumns columns() {
        float[][] directions = components.directions();
        Rows.Builder rows = Rows.builder(components.mean().length, directions.length);
        for (float[] direction : directions) {
            rows.add(direction);
        }
        return new PreparedColumns(
                form, list(means), list(deviations), GREATEST, list(components.mean()), rows.build());
    }

    private static List<Float> list(float[] values) {
        List<Float> list = new ArrayList<>();
        for (float value : values) {
            list.add(value);
        }
        return list;
    }

    /** Writes magic, number of components, and big-endian floats: means, deviations, column means, directions. */
    void write(Path folder) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME))))) {
            out.writeInt(MAGIC);
            out.writeInt(components.directions().length);
            write(out, means);
            write(out, deviations);
            write(out, components.mean());
            for (float[] direction : components.directions()) {
                write(out, direction);
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if the file is missing, broken or for another form
     */
    static Preparation read(Path folder, Form form) throws IOException {
        Path file = folder.resolve(NAME);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(file + ": is not the preparation of a model");
            }
            int count = in.readInt();
            if (count < 0 || count > COMPONENTS) {
                throw new IOException(file + ": has an impossible number of components: " + count);
            }
            float[] means = read(in, form.features().size(), file);
            float[] deviations = read(in, means.length, file);
            float[] columns = read(in, form.startOfFeatures(), file);
            float[][] directions = new float[count][];
            for (int i = 0; i < count; i++) {
                directions[i] = read(in, columns.length, file);
            }
            if (in.read() >= 0) {
                throw new IOException(file + ": is for beats of another form");
            }
            for (float deviation : deviations) {
                if (!(deviation > 0)) {
                    throw new IOException(file + ": has a deviation that is not above 0: " + deviation);
                }
            }
            return new Preparation(form, means, deviations, new PrincipalComponents(columns, directions));
        } catch (EOFException e) {
            throw new IOException(file + ": is cut off, or for beats of another form", e);
        }
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] read(DataInputStream in, int count, Path file) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
            if (!Float.isFinite(values[i])) {
                throw new IOException(file + ": has a number that is none: " + values[i]);
            }
        }
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Preparation that
                && form.equals(that.form)
                && Arrays.equals(means, that.means)
                && Arrays.equals(deviations, that.deviations)
                && Arrays.equals(components.mean(), that.components.mean())
                && Arrays.deepEquals(components.directions(), that.components.directions());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(means);
    }
}
