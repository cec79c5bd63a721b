package org.beatbench.reports.html;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** Collects the elements of one drawing. Coordinates are rounded to a tenth; all text is escaped. */
final class Svg implements Content {

    private final StringBuilder elements = new StringBuilder();
    private final double width;
    private final double height;
    private final String alternative;

    Svg(double width, double height, String alternative) {
        this.width = width;
        this.height = height;
        this.alternative = alternative;
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
    void area(String path, double opacity, String colour) {
        elements.append("<path d=\"").append(path).append("\" class=\"fill\" style=\"--c:var(--");
        elements.append(colour)
                .append(")\" fill-opacity=\"")
                .append(number(opacity))
                .append("\"/>");
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

    /** Text that runs upwards. */
    void upright(double x, double y, String style, String text) {
        elements.append("<text transform=\"translate(").append(point(x, y)).append(") rotate(-90)\" class=\"");
        elements.append(style).append("\">").append(escaped(text)).append("</text>");
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
                + escaped(alternative) + "\">" + elements + "</svg>");
    }

    private void close(String element, String tip) {
        elements.append(tip.isEmpty() ? "/>" : "><title>" + escaped(tip) + "</title></" + element + ">");
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
