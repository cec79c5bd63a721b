package org.beatbench.reports.publication;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beatbench.api.DidYouMean;
import org.beatbench.reports.Figure;
import org.beatbench.reports.FigureForm;
import org.beatbench.reports.FigureSize;
import org.beatbench.reports.Report;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a report are written, and in which formats: all that has to be known to write the same again.
 *
 * @param formats ids of formats, in the order of {@link ReportFormat}
 * @param figures ids of figures, in which * stands for any letters; if there are some, figures are all that is written
 * @param title of the report; empty for that of the experiment
 * @param width id of how wide figures are that are files; none for as wide as in the page
 */
public record ReportForm(
        List<String> formats,
        List<String> figures,
        String title,
        @Nullable String width) {

    /** Every figure. */
    public static final String ALL = "*";

    /** What is written unless something else is asked for. */
    public static final ReportForm USUAL = of(
            List.of(ReportFormat.HTML, ReportFormat.PNG, ReportFormat.SVG, ReportFormat.CSV),
            List.of(),
            "",
            FigureSize.PAGE);

    public ReportForm {
        formats = List.copyOf(formats);
        figures = List.copyOf(figures);
        formats.forEach(ReportFormat::of);
        width = width == null || FigureSize.of(width) == FigureSize.PAGE ? null : width;
    }

    public static ReportForm of(List<ReportFormat> formats, List<String> figures, String title, FigureSize size) {
        return new ReportForm(
                formats.stream().distinct().sorted().map(ReportFormat::id).toList(), figures, title, size.id());
    }

    /** Whether figures are all that is written, and no page and no numbers. */
    public boolean isOfFiguresOnly() {
        return !figures.isEmpty();
    }

    /** How wide figures are that are files. */
    public FigureSize size() {
        return width == null ? FigureSize.PAGE : FigureSize.of(width);
    }

    /** The formats in which figures are files. */
    public List<FigureForm> figureForms() {
        return known().stream().flatMap(format -> format.figures().stream()).toList();
    }

    /** The formats. */
    public List<ReportFormat> known() {
        return formats.stream().map(ReportFormat::of).toList();
    }

    /** This form, with all else that the folder of an earlier report has: what is in a folder is made anew together. */
    public ReportForm with(ReportForm earlier) {
        Set<String> all = new LinkedHashSet<>(figures);
        all.addAll(earlier.figures);
        boolean onlyFigures = isOfFiguresOnly() && earlier.isOfFiguresOnly();
        return of(
                Stream.concat(known().stream(), earlier.known().stream()).toList(),
                onlyFigures ? List.copyOf(all) : List.of(),
                title,
                size());
    }

    /**
     * The part of a report that is written, under its title.
     *
     * @throws org.beatbench.api.UserError if there is no figure of an id that was asked for
     */
    public Report of(Report report) {
        Report titled = title.isEmpty() ? report : report.titled(title);
        if (!isOfFiguresOnly()) {
            return titled;
        }
        List<String> ids = report.figures().stream().map(Figure::id).toList();
        for (String pattern : figures) {
            if (ids.stream().noneMatch(id -> matches(id, pattern))) {
                throw DidYouMean.unknown("figure", pattern, ids);
            }
        }
        return titled.only(figure -> figures.stream().anyMatch(pattern -> matches(figure.id(), pattern)));
    }

    private static boolean matches(String id, String pattern) {
        return id.matches(
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
