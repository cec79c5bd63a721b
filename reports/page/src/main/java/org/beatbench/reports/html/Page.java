package org.beatbench.reports.html;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beatbench.reports.Block;
import org.beatbench.reports.Choice;
import org.beatbench.reports.ClassKey;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Figure;
import org.beatbench.reports.FigureForm;
import org.beatbench.reports.Gallery;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Matrix;
import org.beatbench.reports.chart.Pairwise;

/** What the templates ask for: the report, its style sheet and script, and each block as HTML. */
final class Page implements Block.Visitor<Content> {

    private final TemplateEngine templates;
    private final Report report;
    private final List<FigureForm> forms;
    private final Map<String, String> enclosed;
    private final PageAssets assets;
    private final List<Viewer> viewers;
    private final Anchors anchors;
    private final Wordings wordings;

    Page(
            TemplateEngine templates,
            Report report,
            List<FigureForm> forms,
            Map<String, String> enclosed,
            PageAssets assets,
            List<Viewer> viewers) {
        this.templates = templates;
        this.report = report;
        this.forms = forms;
        this.enclosed = enclosed;
        this.assets = assets;
        this.viewers = viewers;
        this.anchors = new Anchors(report);
        this.wordings = new Wordings(report.glossary());
    }

    Report report() {
        return report;
    }

    /** The forms that figures have files in. */
    List<FigureForm> forms() {
        return forms;
    }

    /** Files that can be saved from the page, front-coded, by name. */
    Map<String, String> enclosed() {
        Map<String, String> coded = new LinkedHashMap<>();
        enclosed.forEach((name, text) -> coded.put(name, FrontCoding.encode(text)));
        return coded;
    }

    PageAssets assets() {
        return assets;
    }

    /** What can be looked around in; mostly nothing. */
    List<Viewer> viewers() {
        return viewers;
    }

    Content html(Block block) {
        return block.accept(this);
    }

    List<Wording> words(String text) {
        return wordings.of(text);
    }

    /** What words mean; nothing if nothing is explained. */
    Optional<Section> glossary() {
        return report.glossary();
    }

    /** A place for links to something of this title. */
    String anchor(String title) {
        return anchors.next(title);
    }

    /** A figure for pages of any width: twice, for wide ones and for narrow ones, if it is no table. */
    List<Drawing> drawings(Figure figure) {
        Drawing wide = drawing(figure, DrawingWidth.WIDE);
        return wide.form().isTable() ? List.of(wide) : List.of(wide, drawing(figure, DrawingWidth.NARROW));
    }

    /** A figure as one of several side by side. */
    List<Drawing> small(Figure figure) {
        return List.of(drawing(figure, DrawingWidth.NARROW));
    }

    private Drawing drawing(Figure figure, DrawingWidth breadth) {
        return ChartDrawing.draw(
                figure,
                breadth,
                matrix -> Drawing.table(matrix(figure, matrix), matrix.columns().size()),
                pairs -> Drawing.table(pairwise(figure, pairs), pairs.names().size()));
    }

    @Override
    public Content prose(Prose prose) {
        return template("prose.jte", Map.of("page", this, "prose", prose));
    }

    @Override
    public Content table(Table table) {
        return template("table.jte", Map.of("id", anchor(table.title()), "table", table));
    }

    @Override
    public Content choice(Choice choice) {
        return template("choice.jte", Map.of("page", this, "choice", choice));
    }

    @Override
    public Content figure(Figure figure) {
        return template("figure.jte", Map.of("page", this, "figure", figure, "drawings", drawings(figure)));
    }

    @Override
    public Content gallery(Gallery gallery) {
        return template("gallery.jte", Map.of("page", this, "gallery", gallery));
    }

    @Override
    public Content facts(Facts facts) {
        return template("facts.jte", Map.of("page", this, "facts", facts));
    }

    @Override
    public Content classKey(ClassKey key) {
        return template("classkey.jte", Map.of("page", this, "key", key));
    }

    /** The outline of a beat in a picture of 96 by 32, as a path. */
    String silhouette(List<Float> shape) {
        double least = Collections.min(shape);
        double height = Math.max(Collections.max(shape) - least, Float.MIN_NORMAL);
        // About two points to a pixel show nothing more.
        int step = Math.max(1, shape.size() / 96);
        Polyline line = new Polyline();
        for (int i = 0; i < shape.size(); i += step) {
            line.to(2 + 92.0 * i / Math.max(1, shape.size() - 1), 30 - 28 * (shape.get(i) - least) / height);
        }
        return line.path();
    }

    private Content matrix(Figure figure, Matrix matrix) {
        return template("matrix.jte", Map.of("figure", figure, "matrix", matrix));
    }

    private Content pairwise(Figure figure, Pairwise pairs) {
        return template("pairwise.jte", Map.of("figure", figure, "pairs", pairs));
    }

    private Content template(String name, Map<String, Object> parameters) {
        return output -> templates.render(name, parameters, output);
    }
}
