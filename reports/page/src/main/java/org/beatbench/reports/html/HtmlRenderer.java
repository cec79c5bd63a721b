package org.beatbench.reports.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.comparison.export.ReportFolder;
import org.beatbench.reports.FigureForm;
import org.beatbench.reports.Renderer;
import org.beatbench.reports.Report;

/** One HTML file that needs nothing else: style, script and drawings are in it, and it loads nothing from anywhere. */
public final class HtmlRenderer implements Renderer {

    /** The name of the file. */
    public static final String FILE = "report.html";

    static final String TEMPLATES = "org.beatbench.reports.html";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlRenderer.class.getClassLoader(), TEMPLATES);

    private final List<FigureForm> forms;
    private final Map<String, String> enclosed;

    /** A renderer of pages whose figures have files in all forms. */
    public HtmlRenderer() {
        this(List.of(FigureForm.values()));
    }

    /** @param forms those that the figures have files in, which the page links to */
    public HtmlRenderer(Collection<FigureForm> forms) {
        this(forms, Map.of());
    }

    /**
     * A renderer of pages that take other files along.
     *
     * @param forms likewise
     * @param enclosed texts that a reader can save from the page, by the names of their files
     */
    public HtmlRenderer(Collection<FigureForm> forms, Map<String, String> enclosed) {
        this.forms = List.copyOf(forms);
        this.enclosed = new TreeMap<>(enclosed);
    }

    @Override
    public Path render(Report report, Path folder) {
        return ReportFolder.open(folder).write(FILE, html(report));
    }

    /** The whole page. */
    public String html(Report report) {
        return html(report, List.of());
    }

    /** The whole page, with something in it to look around in. */
    public String html(Report report, Viewer viewer) {
        return html(report, List.of(viewer));
    }

    private String html(Report report, List<Viewer> viewers) {
        StringOutput output = new StringOutput();
        templates.render("page.jte", new Page(templates, report, forms, enclosed, PageAssets.load(), viewers), output);
        return output.toString();
    }
}
