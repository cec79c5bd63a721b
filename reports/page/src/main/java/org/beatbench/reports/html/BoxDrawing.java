package org.beatbench.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.chart.Boxes;

/** Draws rows of boxes with whiskers, and beside each box how many values it is of. */
final class BoxDrawing {

    private static final double TOP = 24;
    private static final double THICK = 11;
    private static final double GAP = 10;
    private static final double MEDIAN = 3;
    private static final double CAP = 3;
    private static final double FAINT = 0.3;

    private final Boxes chart;
    private final DrawingWidth breadth;
    private final List<String> slots;
    private final double pitch;

    private BoxDrawing(Boxes chart, DrawingWidth breadth) {
        this.chart = chart;
        this.breadth = breadth;
        this.slots = List.copyOf(chart.names().keySet());
        this.pitch = GAP + TextMetrics.LINE * Math.max(1, slots.size());
    }

    /** A drawing of this breadth. */
    static Drawing of(Boxes chart, String alternative, DrawingWidth breadth) {
        return new BoxDrawing(chart, breadth).draw(alternative);
    }

    private Drawing draw(String alternative) {
        double bottom = TOP + pitch * chart.rows().size();
        Svg svg = new Svg(breadth.width(), bottom + Plot.BOTTOM, alternative);
        String counted = breadth.name(chart.counted());
        List<String> right = new ArrayList<>(List.of(counted));
        boxes().forEach(box -> right.add(Numbers.count(box.count())));
        double left = Math.max(
                60, breadth.widest(chart.rows().stream().map(Boxes.Row::name).toList()) + 16);
        Scale x = Scale.linear(
                boxes().mapToDouble(Boxes.Box::low).min().orElse(0),
                boxes().mapToDouble(Boxes.Box::high).max().orElse(1),
                left,
                svg.width() - 14 - TextMetrics.widest(right),
                breadth == DrawingWidth.WIDE ? 8 : 4);
        new Plot(svg, x, Scale.exact(0, 1, bottom, TOP - 4, 1)).horizontalAxis(chart.axis());
        svg.text(svg.width() - 2, 13, "axis end", counted);
        for (int row = 0; row < chart.rows().size(); row++) {
            row(svg, chart.rows().get(row), x, TOP + pitch * row);
        }
        return Drawing.of(breadth, svg, Legend.of(chart.names()));
    }

    private void row(Svg svg, Boxes.Row row, Scale x, double top) {
        svg.text(x.from() - 10, top + pitch / 2 + 4, "name end", breadth.name(row.name()));
        for (int slot = 0; slot < slots.size(); slot++) {
            double y = top + GAP / 2 + TextMetrics.LINE * (slot + 0.5);
            Optional<Boxes.Box> box = row.box(slots.get(slot));
            box.ifPresent(present -> box(svg, row, present, x, y));
            svg.text(
                    svg.width() - 2,
                    y + 4,
                    "value end",
                    Numbers.count(box.map(Boxes.Box::count).orElse(0L)));
        }
    }

    private void box(Svg svg, Boxes.Row row, Boxes.Box box, Scale x, double y) {
        String hue = box.hue().id();
        double half = THICK / 2;
        String outline = "M" + Svg.point(x.at(box.lowerQuartile()), y - half)
                + "H" + Svg.number(x.at(box.upperQuartile()))
                + "v" + Svg.number(THICK)
                + "H" + Svg.number(x.at(box.lowerQuartile())) + "Z";
        svg.area(outline, FAINT, hue, told(row, box));
        svg.path(
                outline
                        + whisker(x.at(box.lowerQuartile()), x.at(box.low()), y)
                        + whisker(x.at(box.upperQuartile()), x.at(box.high()), y),
                "line thin",
                hue);
        svg.rectangle(x.at(box.median()) - MEDIAN / 2, y - half - 0.5, MEDIAN, THICK + 1, hue, "");
    }

    private static String whisker(double from, double to, double y) {
        return "M" + Svg.point(from, y) + "H" + Svg.number(to) + "M" + Svg.point(to, y - CAP) + "v"
                + Svg.number(2 * CAP);
    }

    private String told(Boxes.Row row, Boxes.Box box) {
        return row.name() + ", " + box.name() + ": median " + number(box.median()) + "; middle half "
                + number(box.lowerQuartile()) + " to " + number(box.upperQuartile()) + "; "
                + Numbers.tick(Quantity.SHARE, Boxes.LOW) + " to " + Numbers.tick(Quantity.SHARE, Boxes.HIGH)
                + " quantile " + number(box.low()) + " to " + number(box.high()) + "; " + chart.counted() + ": "
                + Numbers.count(box.count());
    }

    private String number(double value) {
        return Numbers.format(chart.axis().quantity(), value);
    }

    private Stream<Boxes.Box> boxes() {
        return chart.rows().stream().flatMap(row -> row.boxes().stream());
    }
}
