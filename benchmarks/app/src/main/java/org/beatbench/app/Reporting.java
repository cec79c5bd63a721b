package org.beatbench.app;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.reports.MarkdownRenderer;
import org.beatbench.reports.Report;
import org.beatbench.reports.ReportFolder;
import org.beatbench.reports.comparison.Comparison;
import org.beatbench.reports.comparison.ComparisonReport;
import org.beatbench.reports.comparison.ResultsTable;
import org.beatbench.reports.html.HtmlRenderer;
import org.beatbench.reports.xchart.FigureRenderer;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Plan;

/** Makes the report of stored runs: one page, its figures, its numbers. */
final class Reporting {

    private Reporting() {}

    /**
     * Writes the report of a store; nothing is trained.
     *
     * @param folder where to
     * @return the page
     */
    static Path write(FolderStore store, Path folder) throws IOException {
        Plan plan = store.plan();
        Comparison comparison = Comparison.of(plan, store.all(plan));
        ReportFolder files = ReportFolder.open(folder);
        files.write("results.csv", ResultsTable.of(comparison).csv());
        if (comparison.isAnythingComplete()) {
            files.write("summary.md", new MarkdownRenderer().render(ComparisonReport.summary(comparison)));
        }
        return write(ComparisonReport.of(comparison), folder);
    }

    /** Writes a report with its figures as PNG and CSV. */
    static Path write(Report report, Path folder) throws IOException {
        new FigureRenderer().render(report, folder);
        return new HtmlRenderer().render(report, folder);
    }
}
