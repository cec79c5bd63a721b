package org.beatbench.reports.publication;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.beatbench.api.DidYouMean;
import org.beatbench.reports.FigureForm;
import org.beatbench.reports.IndexRenderer;
import org.beatbench.reports.JsonRenderer;
import org.beatbench.reports.MarkdownRenderer;
import org.beatbench.reports.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/** A form in which a report is written: the report itself, or its figures. */
public enum ReportFormat {
    HTML(HtmlRenderer.FILE, null),
    MD(MarkdownRenderer.FILE, null),
    JSON(JsonRenderer.FILE, null),
    PNG(null, FigureForm.PNG),
    SVG(null, FigureForm.SVG),
    PDF(null, FigureForm.PDF),
    CSV(null, FigureForm.CSV);

    private final @Nullable String file;
    private final @Nullable FigureForm figures;

    ReportFormat(@Nullable String file, @Nullable FigureForm figures) {
        this.file = file;
        this.figures = figures;
    }

    /**
     * A format by its id.
     *
     * @throws org.beatbench.api.UserError if there is none, with the one that may have been meant
     */
    public static ReportFormat of(String id) {
        return Arrays.stream(values())
                .filter(format -> format.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> DidYouMean.unknown(
                        "format",
                        id,
                        Arrays.stream(values()).map(ReportFormat::id).toList()));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form of the figures that it is; empty if it is one of the whole report. */
    public Optional<FigureForm> figures() {
        return Optional.ofNullable(figures);
    }

    /** The file to open first of a report in some of these formats, seen from its folder. */
    public static Path first(List<ReportFormat> formats) {
        return formats.stream()
                .sorted()
                .flatMap(format -> Optional.ofNullable(format.file).stream())
                .findFirst()
                .map(Path::of)
                .orElse(Path.of(FigureForm.FOLDER, IndexRenderer.FILE));
    }

    @Override
    public String toString() {
        return id();
    }
}
