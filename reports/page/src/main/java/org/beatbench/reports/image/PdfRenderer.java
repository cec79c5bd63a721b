package org.beatbench.reports.image;

import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.beatbench.comparison.export.ReportFolder;
import org.beatbench.reports.Figure;
import org.beatbench.reports.FigureForm;
import org.beatbench.reports.FigureSize;
import org.beatbench.reports.Renderer;
import org.beatbench.reports.Report;
import org.beatbench.reports.html.SvgRenderer;

/** Every figure of a report as a page of its own size, {@code figures/ID.pdf}, in lines and areas; letters are areas, too. */
public final class PdfRenderer implements Renderer {

    /** Points to an inch. */
    private static final int POINTS = 72;

    private final SvgRenderer drawings;

    /** @param size how wide figures are */
    public PdfRenderer(FigureSize size) {
        this.drawings = new SvgRenderer(size);
    }

    /** @return the folder of the figures */
    @Override
    public Path render(Report report, Path folder) throws IOException {
        ReportFolder figures = ReportFolder.open(folder.resolve(FigureForm.FOLDER));
        for (Figure figure : report.figures()) {
            figures.write(FigureForm.PDF.file(figure), pdf(figure));
        }
        return figures.path();
    }

    private byte[] pdf(Figure figure) throws IOException {
        Painting painting = new Painting(drawings.svg(figure), POINTS);
        FloatSize size = painting.size();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            // PDFBox would make an id from the time, and XChart, which could write the page, does not let it be set.
            document.setDocumentId(0L);
            document.getDocumentInformation().setTitle(figure.title());
            PDPage page = new PDPage(new PDRectangle(size.width, size.height));
            document.addPage(page);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, size.width, size.height);
            painting.paint(graphics, new ViewBox(0, 0, size.width, size.height));
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }
}
