package org.beatbench.app.reporting;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.beatbench.api.UserError;
import org.beatbench.app.shell.Browser;
import org.beatbench.reports.FigureSize;
import org.beatbench.reports.publication.ReportForm;
import org.beatbench.reports.publication.ReportFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say what is written of a report, and in which form. */
public final class ReportOptions {

    private static final List<ReportFormat> OF_FIGURES = List.of(ReportFormat.PNG, ReportFormat.SVG, ReportFormat.CSV);

    /** For somebody who writes, data are of no use. */
    private static final List<ReportFormat> OF_A_WIDTH = List.of(ReportFormat.PNG, ReportFormat.SVG, ReportFormat.PDF);

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description =
                    "What to write, one or several: html, one page that needs nothing else; md, the same as Markdown;"
                            + " json, everything it says for programs, no number rounded; png, svg, pdf, csv: each figure as an image, a"
                            + " drawing, a page, data. Default: html,png,svg,csv.")
    private List<String> formats = List.of();

    @Option(
            names = "--figures",
            arity = "0..1",
            split = ",",
            fallbackValue = ReportForm.ALL,
            paramLabel = "ID",
            description =
                    "Write figures only: all, or those of these ids, in which * stands for any letters. An id is the"
                            + " name of a file in figures/. Default of --format is then png,svg,csv.")
    private List<String> figures = List.of();

    @Option(
            names = "--width",
            paramLabel = "WIDTH",
            description =
                    "Make figures as wide as a column (8cm) or a page (17cm) of a paper, with letters of at least 7 pt and"
                            + " images of 300 dpi, or as a slide (slide, 1600 pixels). With --figures, the default of --format is then"
                            + " png,svg,pdf. Default: as in the page.")
    private @Nullable String width;

    @Option(names = "--title", paramLabel = "TEXT", description = "Title of the report. Default: its own.")
    private @Nullable String title;

    @Option(names = "--open", description = "Open it, in the browser of the system if it is a page.")
    private boolean open;

    /**
     * What is to be written.
     *
     * @throws UserError if what was asked for does not go together
     */
    public ReportForm form() {
        List<ReportFormat> chosen =
                formats.stream().map(String::strip).map(ReportFormat::of).toList();
        for (ReportFormat format : chosen) {
            if (!figures.isEmpty() && format.figures().isEmpty()) {
                throw new UserError(
                        "--figures writes figures only, and " + format + " is no format of a figure",
                        "choose among png, svg, pdf and csv, or leave out --figures");
            }
        }
        if (title != null && title.isBlank()) {
            throw new UserError("the title is empty", "give one: --title \"Heartbeats, spring\"");
        }
        FigureSize size = width == null ? FigureSize.PAGE : FigureSize.of(width.strip());
        List<ReportFormat> usual =
                figures.isEmpty() ? ReportForm.USUAL.known() : width == null ? OF_FIGURES : OF_A_WIDTH;
        return ReportForm.of(chosen.isEmpty() ? usual : chosen, figures, title == null ? "" : title.strip(), size);
    }

    /** Says where it is, and opens it if that was asked for. */
    public void show(String what, Path first, PrintWriter out) {
        show(what, first, out, Browser.ofSystem());
    }

    public void show(String what, Path first, PrintWriter out, Browser browser) {
        out.println(what + ": " + first.toUri());
        if (open) {
            browser.open(first.toUri())
                    .ifPresent(why -> out.println("Not opened: " + why + ". Open the address above by hand."));
        }
    }
}
