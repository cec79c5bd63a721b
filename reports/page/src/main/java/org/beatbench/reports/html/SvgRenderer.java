package org.beatbench.reports.html;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.comparison.export.ReportFolder;
import org.beatbench.reports.Figure;
import org.beatbench.reports.FigureForm;
import org.beatbench.reports.FigureSize;
import org.beatbench.reports.Renderer;
import org.beatbench.reports.Report;

/**
 * Every figure of a report as a drawing that stands alone, {@code figures/ID.svg}: the drawing of the page in its light colours,
 * with its legend, without a title, and with nothing in it that a style sheet or another file would be needed for. All pictures of
 * a report are made from it.
 */
public final class SvgRenderer implements Renderer {

    /** The family of its letters. Whoever has it, or has one of the others, sees what all others see. */
    public static final String LETTERS = "Liberation Sans";

    private static final double LINE = 20;

    /** How long the sample of a line is: three dashes. */
    private static final double STROKE = 20;

    private final DrawingStyle style = new DrawingStyle(PageAssets.load().style());
    private final FigureSize size;
    private final DrawingWidth breadth;

    /** @param size how wide figures are */
    public SvgRenderer(FigureSize size) {
        this.size = size;
        this.breadth = size.isNarrow() ? DrawingWidth.NARROW : DrawingWidth.WIDE;
    }

    /** @return the folder of the figures */
    @Override
    public Path render(Report report, Path folder) {
        ReportFolder figures = ReportFolder.open(folder.resolve(FigureForm.FOLDER));
        report.figures().forEach(figure -> figures.write(FigureForm.SVG.file(figure), svg(figure)));
        return figures.path();
    }

    /** The drawing of a figure as a document of its own; one of more columns than have room is wider than was asked. */
    public String svg(Figure figure) {
        TileDrawing tiles = new TileDrawing(style, breadth);
        Drawing drawing = ChartDrawing.draw(
                figure,
                breadth,
                matrix -> tiles.matrix(matrix, figure.alternative()),
                pairs -> tiles.pairs(pairs, figure.alternative()));
        Svg picture = drawing.svg();
        Svg legend = legend(drawing.legend(), breadth.width());
        double asked = breadth.width() + 2 * breadth.margin();
        double width = Math.max(asked, picture.width() + 2 * breadth.margin());
        double height = picture.height() + legend.height() + 2 * breadth.margin();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + Svg.point(width, height) + "\" width=\""
                + size.length(width / asked) + "\" height=\"" + size.length(height / asked) + "\" font-family=\""
                + LETTERS + ", Helvetica, Arial, sans-serif\" role=\"img\">\n<title>"
                + Svg.escaped(figure.title()) + "</title>\n<desc>" + Svg.escaped(figure.alternative())
                + "</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"" + style.colour("paper") + "\"/>\n"
                + group(picture, (width - picture.width()) / 2, breadth.margin())
                + (drawing.legend().isEmpty()
                        ? ""
                        : group(legend, breadth.margin(), breadth.margin() + picture.height()))
                + "</svg>\n";
    }

    private String group(Svg part, double left, double top) {
        return "<g transform=\"translate(" + Svg.point(left, top) + ")\">" + style.written(part.elements()) + "</g>\n";
    }

    /** The entries one after the other, in as many lines as they need. */
    private static Svg legend(List<Legend> entries, double width) {
        List<List<Legend>> lines = new ArrayList<>();
        double left = width;
        for (Legend entry : entries) {
            if (left + width(entry) > width) {
                lines.add(new ArrayList<>());
                left = 0;
            }
            lines.get(lines.size() - 1).add(entry);
            left += width(entry);
        }
        Svg svg = new Svg(width, lines.isEmpty() ? 0 : LINE * lines.size() + 8, "");
        for (int line = 0; line < lines.size(); line++) {
            double x = 0;
            double y = 8 + LINE * line;
            for (Legend entry : lines.get(line)) {
                sample(svg, entry, x, y + 5);
                svg.text(x + indent(entry), y + 9, "name", entry.name());
                x += width(entry);
            }
        }
        return svg;
    }

    private static double width(Legend entry) {
        return indent(entry) + TextMetrics.width(entry.name()) + 18;
    }

    /** From the start of an entry to its name. */
    private static double indent(Legend entry) {
        return entry.sample() == Legend.Sample.MARK ? 16 : STROKE + 6;
    }

    private static void sample(Svg svg, Legend entry, double left, double middle) {
        String stroke = "M" + Svg.point(left, middle) + "h" + Svg.number(STROKE);
        switch (entry.sample()) {
            case MARK -> svg.mark(left + 5, middle, 5, entry.hue(), "");
            case LINE -> svg.path(stroke, "line", entry.colour());
            case DASHES -> svg.path(stroke, "frontier", entry.colour());
        }
    }
}
