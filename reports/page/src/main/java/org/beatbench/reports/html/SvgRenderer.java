package org.beatbench.reports.html;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.comparison.export.ReportFolder;
import org.beatbench.reports.Figure;
import org.beatbench.reports.FigureForm;
import org.beatbench.reports.Renderer;
import org.beatbench.reports.Report;

/**
 * Every figure of a report as a drawing that stands alone, {@code figures/ID.svg}: the drawing of the page in its light colours,
 * with title and legend, and with nothing in it that another file, a font or a style sheet would be needed for.
 */
public final class SvgRenderer implements Renderer {

    private static final double MARGIN = 16;
    private static final double LINE = 20;

    /** How long the sample of a line is: three dashes. */
    private static final double STROKE = 20;

    private static final double LETTER_OF_TITLE = 8.2;

    private final DrawingStyle style = new DrawingStyle(PageAssets.load().style());

    /** @return the folder of the figures */
    @Override
    public Path render(Report report, Path folder) {
        ReportFolder figures = ReportFolder.open(folder.resolve(FigureForm.FOLDER));
        report.figures().forEach(figure -> figures.write(FigureForm.SVG.file(figure), svg(figure)));
        return figures.path();
    }

    /** The drawing of a figure as a document of its own. */
    public String svg(Figure figure) {
        TileDrawing tiles = new TileDrawing(style);
        Drawing drawing = ChartDrawing.draw(
                figure,
                DrawingWidth.WIDE,
                matrix -> tiles.matrix(matrix, figure.alternative()),
                pairs -> tiles.pairs(pairs, figure.alternative()));
        Svg picture = drawing.svg();
        List<String> title = lines(figure.title(), picture.width());
        double top = MARGIN + LINE * title.size() + 6;
        Svg legend = legend(drawing.legend(), picture.width());
        double width = picture.width() + 2 * MARGIN;
        double height = top + picture.height() + legend.height() + MARGIN;
        StringBuilder text = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(Svg.point(width, height))
                .append("\" width=\"")
                .append(Svg.number(width))
                .append("\" height=\"")
                .append(Svg.number(height))
                .append("\" font-family=\"Helvetica, Arial, sans-serif\" role=\"img\">\n<title>")
                .append(Svg.escaped(figure.title()))
                .append("</title>\n<desc>")
                .append(Svg.escaped(figure.alternative()))
                .append("</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"")
                .append(style.colour("paper"))
                .append("\"/>\n");
        for (int i = 0; i < title.size(); i++) {
            text.append("<text x=\"16\" y=\"")
                    .append(Svg.number(MARGIN + LINE * i + 12))
                    .append("\" font-size=\"15\" font-weight=\"bold\" fill=\"")
                    .append(style.colour("ink"))
                    .append("\">")
                    .append(Svg.escaped(title.get(i)))
                    .append("</text>\n");
        }
        return text.append(group(picture, top))
                .append(drawing.legend().isEmpty() ? "" : group(legend, top + picture.height()))
                .append("</svg>\n")
                .toString();
    }

    private String group(Svg part, double top) {
        return "<g transform=\"translate(" + Svg.point(MARGIN, top) + ")\">" + style.written(part.elements())
                + "</g>\n";
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

    /** A title in lines that are not wider than the drawing. */
    private static List<String> lines(String title, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : title.split(" ")) {
            if (line.length() > 0 && (line.length() + 1 + word.length()) * LETTER_OF_TITLE > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
