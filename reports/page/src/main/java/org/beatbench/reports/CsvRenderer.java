package org.beatbench.reports;

import java.nio.file.Path;
import org.beatbench.comparison.export.ReportFolder;

/** The numbers behind every figure of a report, {@code figures/ID.csv}; none of them is rounded. */
public final class CsvRenderer implements Renderer {

    /** @return the folder of the figures */
    @Override
    public Path render(Report report, Path folder) {
        ReportFolder figures = ReportFolder.open(folder.resolve(FigureForm.FOLDER));
        for (Figure figure : report.figures()) {
            figures.write(FigureForm.CSV.file(figure), figure.chart().data().csv());
        }
        return figures.path();
    }
}
