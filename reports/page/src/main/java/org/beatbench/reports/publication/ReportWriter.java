package org.beatbench.reports.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;
import org.beatbench.audit.AuditFile;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.export.ReportFolder;
import org.beatbench.comparison.export.ResultsTable;
import org.beatbench.files.Aside;
import org.beatbench.reports.CsvRenderer;
import org.beatbench.reports.FigureForm;
import org.beatbench.reports.FigureSize;
import org.beatbench.reports.IndexRenderer;
import org.beatbench.reports.JsonRenderer;
import org.beatbench.reports.MarkdownRenderer;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Renderer;
import org.beatbench.reports.Report;
import org.beatbench.reports.comparison.ComparisonReport;
import org.beatbench.reports.html.HtmlRenderer;
import org.beatbench.reports.html.SvgRenderer;
import org.beatbench.reports.image.PdfRenderer;
import org.beatbench.reports.image.PngRenderer;
import org.beatbench.reports.sections.DisclosedBeats;
import org.beatbench.results.FolderStore;
import org.beatbench.results.JsonFile;
import org.beatbench.results.Plan;

/** Makes the report of stored runs: a page, figures and numbers, in the formats that are asked for. */
public final class ReportWriter {

    private ReportWriter() {}

    /** Reads the comparison that a store holds. */
    public static Comparison read(FolderStore store) throws IOException {
        Plan plan = store.plan();
        return Comparison.of(plan, store.allRead(plan), AuditFile.read(store));
    }

    /** Writes the report of a store, likewise, reading it first. */
    public static Path write(FolderStore store, Path folder, ReportForm asked, Optional<DisclosedBeats> shown)
            throws IOException {
        return write(store, read(store), folder, asked, shown);
    }

    /**
     * Writes the report of a store, in place of an earlier one; nothing is trained.
     *
     * @param comparison what the store holds
     * @param folder where to; what it has of an earlier report is made anew too
     * @param shown what it shows of the data set
     * @return the file to open first
     */
    public static Path write(
            FolderStore store, Comparison comparison, Path folder, ReportForm asked, Optional<DisclosedBeats> shown)
            throws IOException {
        ReportFolder target = ReportFolder.open(folder);
        Optional<ReportManifest> earlier = ReportManifest.find(folder);
        ReportForm form = earlier.map(there -> asked.with(there.form())).orElse(asked);
        // A report is made aside, so that the list of its files is exact.
        try (Aside aside = Aside.folder(folder)) {
            Report report = render(comparison, aside.path(), form, shown);
            ReportManifest manifest = ReportManifest.of(
                    store, comparison.plan(), verdict(report), DisclosedBeats.disclosure(shown), form, aside.path());
            Set<String> old = earlier.map(there -> there.files().keySet()).orElse(Set.of());
            for (String name : manifest.files().keySet()) {
                target.move(aside.path().resolve(name), name);
            }
            target.write(ReportManifest.FILE, JsonFile.text(manifest) + "\n");
            for (String name : old) {
                if (!manifest.files().containsKey(name)) {
                    target.remove(name);
                }
            }
        }
        return folder.resolve(ReportFormat.first(form.known()));
    }

    /**
     * Makes all files of the report of a store but {@link ReportManifest#FILE}, the same whenever and wherever it is called. They
     * are written in place, so the folder should be a new one.
     */
    public static void render(FolderStore store, Path folder, ReportForm form, Optional<DisclosedBeats> shown)
            throws IOException {
        render(read(store), folder, form, shown);
    }

    private static String verdict(Report report) {
        return report.answers().stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(block -> block instanceof Prose prose && prose.kind() == Prose.Kind.VERDICT
                        ? Stream.of(prose.text())
                        : Stream.empty())
                .findFirst()
                .orElse("");
    }

    private static Report render(Comparison comparison, Path folder, ReportForm form, Optional<DisclosedBeats> shown)
            throws IOException {
        // Sections and the table of numbers do not need each other.
        ForkJoinTask<Report> sections = ForkJoinPool.commonPool().submit(() -> ComparisonReport.of(comparison, shown));
        Map<String, String> numbers = new HashMap<>();
        if (!form.isOfFiguresOnly()) {
            numbers.put("results.csv", ResultsTable.of(comparison).csv());
        }
        Report report = sections.join();
        if (!form.isOfFiguresOnly()) {
            ReportFolder files = ReportFolder.open(folder);
            numbers.forEach(files::write);
            files.write("results.schema.json", ResultsTable.schema().json());
            if (comparison.isAnythingComplete()) {
                files.write("summary.md", new MarkdownRenderer().render(ComparisonReport.summary(comparison)));
            }
        }
        write(report, folder, form, numbers);
        return report;
    }

    /**
     * Writes a report in all formats of a form.
     *
     * @return the file to open first
     */
    public static Path write(Report whole, Path folder, ReportForm form) throws IOException {
        return write(whole, folder, form, Map.of());
    }

    private static Path write(Report whole, Path folder, ReportForm form, Map<String, String> enclosed)
            throws IOException {
        Report report = form.of(whole);
        List<FigureForm> forms = form.figureForms();
        for (ReportFormat format : form.known()) {
            renderer(format, forms, enclosed, form.size()).render(report, folder);
        }
        if (!forms.isEmpty()) {
            new IndexRenderer(forms).render(report, folder);
        }
        return folder.resolve(ReportFormat.first(form.known()));
    }

    private static Renderer renderer(
            ReportFormat format, List<FigureForm> forms, Map<String, String> enclosed, FigureSize size) {
        return switch (format) {
            case HTML -> new HtmlRenderer(forms, enclosed);
            case MD -> new MarkdownRenderer(forms);
            case JSON -> new JsonRenderer();
            case PNG -> new PngRenderer(size);
            case SVG -> new SvgRenderer(size);
            case PDF -> new PdfRenderer(size);
            case CSV -> new CsvRenderer();
        };
    }
}
