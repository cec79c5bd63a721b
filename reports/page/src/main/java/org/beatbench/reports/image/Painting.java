package org.beatbench.reports.image;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.knowm.xchart.internal.chartpart.IChart;

/** A drawing, painted from the text of its SVG and from nothing else: to XChart, a chart that paints itself. */
final class Painting implements IChart {

    /** Pixels of a style sheet to an inch. */
    private static final double STYLE_SHEET = 96;

    /** JSVG would take no drawing of more than 2000 elements, which forty things that are compared have soon. */
    private static final DocumentLimits LIMITS = new DocumentLimits(
            DocumentLimits.DEFAULT_MAX_NESTING_DEPTH, DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH, Integer.MAX_VALUE);

    private final SVGDocument document;
    private final int resolution;

    /** @param resolution pixels to an inch */
    Painting(String svg, int resolution) {
        byte[] text = Letters.in(svg).getBytes(StandardCharsets.UTF_8);
        this.document = Objects.requireNonNull(
                new SVGLoader()
                        .load(
                                new ByteArrayInputStream(text),
                                null,
                                LoaderContext.builder().documentLimits(LIMITS).build()),
                "JSVG reads the drawing");
        this.resolution = resolution;
    }

    /** Its size at its resolution. */
    FloatSize size() {
        FloatSize size = document.size();
        double scale = resolution / STYLE_SHEET;
        return new FloatSize((float) (size.width * scale), (float) (size.height * scale));
    }

    @Override
    public int getWidth() {
        return Math.round(size().width);
    }

    @Override
    public int getHeight() {
        return Math.round(size().height);
    }

    @Override
    public String getTitle() {
        return "";
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        paint(graphics, new ViewBox(0, 0, width, height));
    }

    void paint(Graphics2D graphics, ViewBox place) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        // JSVG keeps the outlines of letters in maps that all drawings share, and that only one may change at a time.
        synchronized (Painting.class) {
            document.render((Component) null, graphics, place);
        }
    }
}
