package org.beatbench.reports;

import java.nio.file.Path;
import java.util.List;
import org.beatbench.comparison.export.ReportFolder;
import org.beatbench.comparison.text.Data;

/** The numbers behind every figure of a report, {@code figures/ID.csv}; none of them is rounded. */
public final class CsvRenderer implements Renderer {

    /** @return the folder of the figures */
    @Override
    public Path render(Report report, Path folder) {
        ReportFolder figures = ReportFolder.open(folder.resolve(FigureForm.FOLDER));
        for (Figure figure : report.figures()) {
            figures.write(
                    FigureForm.CSV.file(figure), unmarked(figure.chart().data()).csv());
        }
        return figures.path();
    }

    /** Names as they stand in every other file, so that tables can be joined by them. */
    private static Data unmarked(Data data) {
        List<List<String>> rows = data.rows().stream()
                .map(row -> row.stream().map(Mark::without).toList())
                .toList();
        return new Data(data.columns().stream().map(Mark::without).toList(), rows);
    }
}
