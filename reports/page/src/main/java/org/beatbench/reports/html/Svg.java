package org.beatbench.reports.html;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.stream.Collectors;
import org.beatbench.reports.chart.Hue;

/** Collects the elements of one drawing. Coordinates are rounded to a tenth; all text is escaped. */
final class Svg implements Content {

    private final StringBuilder elements = new StringBuilder();
    private final double width;
    private final double height;
    private final String alternative;
    private String attributes = "";

    Svg(double width, double height, String alternative) {
        this.width = width;
        this.height = height;
        this.alternative = alternative;
    }

    /** Tells the script of the page which value is where: the least and the greatest, and their places. */
    void scaled(Scale x, Scale y) {
        attributes += " data-x=\"" + numbers(x) + "\" data-y=\"" + numbers(y) + '"';
    }

    private static String numbers(Scale scale) {
        return scale.low() + " " + scale.high() + " " + number(scale.from()) + " " + number(scale.to());
    }

    /** Has a page show the drawing in this width in millimetres, and in no other. */
    void wide(double millimetres) {
        attributes += " class=\"to-scale\" style=\"width:" + number(millimetres) + "mm\"";
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    void line(double x1, double y1, double x2, double y2, String style) {
        elements.append("<path d=\"M").append(point(x1, y1)).append('L').append(point(x2, y2));
        elements.append("\" class=\"").append(style).append("\"/>");
    }

    /** A line of a colour. */
    void path(String path, String style, String colour) {
        elements.append("<path d=\"")
                .append(path)
                .append("\" class=\"")
                .append(style)
                .append('"');
        elements.append(coloured(colour)).append("/>");
    }

    /** An area of a colour that lets through what lies beneath, the more the lower its opacity, 0..1. */
    void area(String path, double opacity, String colour, String tip) {
        elements.append("<path d=\"").append(path).append("\" class=\"fill\"");
        elements.append(coloured(colour))
                .append(" fill-opacity=\"")
                .append(number(opacity))
                .append('"');
        close("path", tip);
    }

    /**
     * A line whose points can be read.
     *
     * @param hue its colour, and whether it is dashed: because the colours are used up, or because it is one to compare with,
     *     which may lie on another and must not hide it
     * @param tips what each point of the path says, in their order
     */
    void curve(String path, String style, Hue hue, List<String> tips) {
        elements.append("<path d=\"")
                .append(path)
                .append("\" class=\"")
                .append(style)
                .append(cycle(hue));
        elements.append('"').append(coloured(hue.id()));
        if (!tips.isEmpty()) {
            elements.append(" data-tips=\"")
                    .append(tips.stream()
                            .map(tip -> escaped(tip.replace('\n', ' ')))
                            .collect(Collectors.joining("&#10;")))
                    .append('"');
        }
        elements.append("/>");
    }

    /** The mark of a value: a dot, or another shape where the colours are used up. */
    void mark(double x, double y, double radius, Hue hue, String tip) {
        double reach = radius * 1.2;
        String shape =
                switch (Math.min(hue.cycle(), 3)) {
                    case 0 -> "";
                    case 1 ->
                        "M" + point(x - radius, y - radius) + "h" + number(2 * radius) + "v" + number(2 * radius) + "h"
                                + number(-2 * radius) + "Z";
                    case 2 ->
                        "M" + point(x, y - reach) + "L" + point(x + reach, y) + "L" + point(x, y + reach) + "L"
                                + point(x - reach, y) + "Z";
                    default ->
                        "M" + point(x, y - reach) + "L" + point(x + reach, y + radius) + "L"
                                + point(x - reach, y + radius) + "Z";
                };
        if (shape.isEmpty()) {
            circle(x, y, radius, "dot", hue.id(), tip);
        } else {
            elements.append("<path d=\"")
                    .append(shape)
                    .append("\" class=\"dot\"")
                    .append(coloured(hue.id()));
            close("path", tip);
        }
    }

    void rectangle(double x, double y, double rectangleWidth, double rectangleHeight, String colour, String tip) {
        elements.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        elements.append("\" width=\"").append(number(Math.max(0, rectangleWidth)));
        elements.append("\" height=\"").append(number(rectangleHeight)).append("\" rx=\"2\" class=\"fill\"");
        elements.append(coloured(colour));
        close("rect", tip);
    }

    /** A rectangle of a colour that is none of the palette, as {@code #rrggbb}. */
    void tile(double x, double y, double tileWidth, double tileHeight, String colour) {
        elements.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        elements.append("\" width=\"").append(number(tileWidth)).append("\" height=\"");
        elements.append(number(tileHeight)).append("\" rx=\"2\" class=\"fill\" style=\"--c:");
        elements.append(colour).append("\"/>");
    }

    void circle(double x, double y, double radius, String style, String colour, String tip) {
        elements.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        elements.append("\" r=\"")
                .append(number(radius))
                .append("\" class=\"")
                .append(style)
                .append('"');
        elements.append(coloured(colour));
        close("circle", tip);
    }

    void text(double x, double y, String style, String text) {
        elements.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        elements.append("\" class=\"")
                .append(style)
                .append("\">")
                .append(escaped(text))
                .append("</text>");
    }

    /** Text that rises to where it ends. */
    void rising(double x, double y, String style, String text) {
        elements.append("<text transform=\"translate(").append(point(x, y)).append(") rotate(-35)\" class=\"");
        elements.append(style).append(" end\">").append(escaped(text)).append("</text>");
    }

    /** Two coordinates of a path. */
    static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    /** The elements alone, without the drawing around them. */
    String elements() {
        return elements.toString();
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent("<svg viewBox=\"0 0 " + point(width, height) + "\" role=\"img\" aria-label=\""
                + escaped(alternative) + '"' + attributes + '>' + elements + "</svg>");
    }

    private void close(String element, String tip) {
        elements.append(tip.isEmpty() ? "/>" : "><title>" + escaped(tip) + "</title></" + element + ">");
    }

    private static String cycle(Hue hue) {
        return hue.equals(Hue.NEUTRAL) ? " frontier" : hue.cycle() == 0 ? "" : " cycle-" + Math.min(hue.cycle(), 3);
    }

    private static String coloured(String colour) {
        return " style=\"--c:var(--" + colour + ")\"";
    }

    /** A coordinate, rounded to a tenth. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
