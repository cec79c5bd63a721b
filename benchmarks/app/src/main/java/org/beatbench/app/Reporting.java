package org.beatbench.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.beatbench.audit.AuditFile;
import org.beatbench.experiment.FolderTree;
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
     * Writes the report of a store, in place of an earlier one; nothing is trained.
     *
     * @param folder where to
     * @param shown the beats that it shows
     * @return the page
     */
    static Path write(FolderStore store, Path folder, ShownBeats shown) throws IOException {
        ReportFolder target = ReportFolder.open(folder);
        // A report is made aside, so that the list of its files is exact.
        Path aside = folder.resolve(".aside-" + UUID.randomUUID());
        try {
            render(store, aside, shown);
            ReportManifest manifest = ReportManifest.of(store, store.plan(), shown.areShown(), aside);
            Set<String> old = ReportManifest.find(folder)
                    .map(earlier -> earlier.files().keySet())
                    .orElse(Set.of());
            for (String name : manifest.files().keySet()) {
                target.move(aside.resolve(name), name);
            }
            target.write(ReportManifest.FILE, Json.text(manifest) + "\n");
            for (String name : old) {
                if (!manifest.files().containsKey(name)) {
                    target.remove(name);
                }
            }
        } finally {
            FolderTree.discard(aside);
        }
        return folder.resolve(HtmlRenderer.FILE);
    }

    /** Makes all files of the report of a store but {@link ReportManifest#FILE}, the same whenever and wherever it is called. */
    static void render(FolderStore store, Path folder, ShownBeats shown) throws IOException {
        Plan plan = store.plan();
        Comparison comparison = Comparison.of(plan, store.all(plan), AuditFile.read(store));
        ReportFolder files = ReportFolder.open(folder);
        files.write("results.csv", ResultsTable.of(comparison).csv());
        files.write("results.schema.json", ResultsTable.schema().json());
        if (comparison.isAnythingComplete()) {
            files.write("summary.md", new MarkdownRenderer().render(ComparisonReport.summary(comparison)));
        }
        write(shown.report(comparison), folder);
    }

    /** Writes a report with its figures as PNG and CSV. */
    static Path write(Report report, Path folder) throws IOException {
        new FigureRenderer().render(report, folder);
        return new HtmlRenderer().render(report, folder);
    }
}
