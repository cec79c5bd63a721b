package org.beatbench.data.export;

import java.nio.file.Path;
import java.util.Locale;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.api.Input;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.files.Aside;

/**
 * Writes beats as one table with named columns: {@code record, subject, position, symbol, class, unpadded_length,
 * rr_before, rr_after, t000, t001, ...}; of several channels each sample with its channel's name before it, then the features by
 * name. What is unknown is empty. Intervals are in seconds with 6 decimals; samples have 9
 * digits, which give back every float exactly.
 */
public final class CsvExport {

    private static final ScientificFormat FORMAT = new ScientificFormat(8);

    private CsvExport() {}

    /**
     * Writes a file, replacing one of that name.
     *
     * @param beats what to write, in this order
     * @param file where to; its folder is made if it does not exist
     * @param progress hears of rows written
     * @throws UserError if it cannot be written; nothing half-written remains
     */
    public static void write(Beats beats, Path file, Progress progress) {
        try (Aside written = RowFile.write(
                file, head(beats.form()), beats.size(), (row, line) -> write(beats, row, line), progress)) {
            RowFile.publish(file, written);
        }
    }

    private static String head(Form form) {
        return "record,subject,position,symbol,class,unpadded_length,rr_before,rr_after" + columns(form) + '\n';
    }

    /** The names of the columns of a form, with a comma before each. */
    static String columns(Form form) {
        StringBuilder names = new StringBuilder();
        for (Input channel : form.channels()) {
            for (int i = 0; i < form.samples(); i++) {
                names.append(',').append(form.channels().size() == 1 ? "" : channel.name() + " ");
                names.append(String.format(Locale.ROOT, "t%03d", i));
            }
        }
        form.features().forEach(feature -> names.append(',').append(feature.name()));
        return names.toString();
    }

    private static void write(Beats beats, int row, TextBuffer line) {
        Beat beat = beats.beat(row);
        line.put(quoted(beat.record()));
        line.put(',');
        line.put(quoted(beat.subject()));
        line.put(',');
        line.put(beat.position() < 0 ? "" : Long.toString(beat.position()));
        line.put(',');
        line.put(quoted(beat.symbol()));
        line.put(',');
        line.put(beat.label() == Beat.UNLABELLED ? "" : quoted(beats.classes().get(beat.label())));
        line.put(',');
        line.put(Integer.toString(beat.unpaddedLength()));
        line.put(',');
        line.put(seconds(beat.rrBefore()));
        line.put(',');
        line.put(seconds(beat.rrAfter()));
        writeSamples(beats, row, line);
        line.put('\n');
    }

    /** The numbers of a beat, with a comma before each. */
    static void writeSamples(Beats beats, int row, TextBuffer line) {
        for (int column = 0; column < beats.length(); column++) {
            line.put(',');
            line.put(beats.samples().at(row, column), FORMAT);
        }
    }

    private static String seconds(double interval) {
        return Double.isNaN(interval) ? "" : String.format(Locale.ROOT, "%.6f", interval);
    }

    /** Quotes where RFC 4180 demands it. */
    static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
