package org.beatbench.data.export;

import java.nio.file.Path;
import org.beatbench.api.Beats;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.files.Aside;

/**
 * Writes some beats of a data set for whoever learns from them, or answers them, elsewhere. Each stands under its row in the data set;
 * samples are named and written as by {@link CsvExport}.
 */
public final class PartExport {

    private PartExport() {}

    /**
     * Writes beats to learn from: {@code row, subject, class} and the samples.
     *
     * @param beats the whole data set
     * @param rows which of them, in this order
     * @param file where to, replacing one of that name
     * @throws UserError if it cannot be written; nothing half-written remains
     */
    public static void labelled(Beats beats, Selection rows, Path file, Progress progress) {
        write(beats, rows, ",subject,class", file, progress, (row, line) -> {
            line.put(',');
            line.put(CsvExport.quoted(beats.beat(row).subject()));
            line.put(',');
            line.put(CsvExport.quoted(beats.classes().get(beats.label(row))));
        });
    }

    /**
     * Writes beats to be answered, as a classifier is shown them: {@code row} and the samples, and neither class nor subject.
     *
     * @param beats the whole data set
     * @param rows which of them, in this order
     * @param file where to, replacing one of that name
     * @throws UserError if it cannot be written; nothing half-written remains
     */
    public static void sealed(Beats beats, Selection rows, Path file, Progress progress) {
        write(beats, rows, "", file, progress, (row, line) -> {});
    }

    private static void write(
            Beats beats, Selection rows, String names, Path file, Progress progress, RowFile.Format known) {
        String head = "row" + names + CsvExport.columns(beats.form()) + '\n';
        RowFile.Format format = (place, line) -> {
            int row = rows.at(place);
            line.put(Integer.toString(row));
            known.write(row, line);
            CsvExport.writeSamples(beats, row, line);
            line.put('\n');
        };
        try (Aside written = RowFile.write(file, head, rows.size(), format, progress)) {
            RowFile.publish(file, written);
        }
    }
}
