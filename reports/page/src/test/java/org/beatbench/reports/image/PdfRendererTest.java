package org.beatbench.reports.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.beatbench.reports.Figure;
import org.beatbench.reports.FigureSize;
import org.beatbench.reports.SampleReport;
import org.beatbench.reports.html.SvgRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.BitmapEncoder;

class PdfRendererTest {

    /** Points in 8 cm. */
    private static final float WIDTH = 80 / 25.4f * 72;

    @TempDir
    private Path folder;

    @Test
    void everyFigureIsAPageOfItsWidth() throws IOException {
        new PdfRenderer(FigureSize.COLUMN).render(SampleReport.of(3), folder);
        for (Figure figure : SampleReport.of(3).figures()) {
            try (PDDocument document = Loader.loadPDF(file(figure).toFile())) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(WIDTH, within(0.1f));
                assertThat(document.getDocumentInformation().getTitle()).isEqualTo(figure.title());
            }
        }
    }

    @Test
    void showsTheDrawing() throws IOException {
        Figure ladder = SampleReport.of(3).figures().get(0);
        new PdfRenderer(FigureSize.COLUMNS).render(SampleReport.of(3), folder);
        BufferedImage drawing =
                BitmapEncoder.getBufferedImage(new Painting(new SvgRenderer(FigureSize.COLUMNS).svg(ladder), 72));
        try (PDDocument document = Loader.loadPDF(file(ladder).toFile())) {
            BufferedImage page = new PDFRenderer(document).renderImage(0);
            // Edges are smoothed in two ways; a line that is elsewhere is dark in one and light in the other.
            assertThat(difference(page, drawing)).isLessThan(2);
        }
    }

    @Test
    void isTheSameWheneverItIsMade() throws Exception {
        Figure ladder = SampleReport.of(3).figures().get(0);
        new PdfRenderer(FigureSize.COLUMN).render(SampleReport.of(3), folder);
        byte[] first = Files.readAllBytes(file(ladder));
        Thread.sleep(5);
        new PdfRenderer(FigureSize.COLUMN).render(SampleReport.of(3), folder);
        assertThat(Files.readAllBytes(file(ladder))).isEqualTo(first);
    }

    private Path file(Figure figure) {
        return folder.resolve("figures/" + figure.id() + ".pdf");
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        int width = Math.min(one.getWidth(), other.getWidth());
        int height = Math.min(one.getHeight(), other.getHeight());
        return IntStream.range(0, width * height)
                .map(i -> Math.abs(green(one, i % width, i / width) - green(other, i % width, i / width)))
                .average()
                .orElseThrow();
    }

    private static int green(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) >> 8 & 0xff;
    }
}
