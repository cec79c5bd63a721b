package org.beatbench.reports.xchart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.beatbench.comparison.export.ReportFolder;
import org.beatbench.reports.FigureForm;
import org.beatbench.reports.Renderer;
import org.beatbench.reports.Report;

/** Every figure of a report as an image, {@code figures/ID.png}, twice as large as it is meant to be seen. */
public final class PngRenderer implements Renderer {

    /** @return the folder of the figures */
    @Override
    public Path render(Report report, Path folder) throws IOException {
        ReportFolder figures = ReportFolder.open(folder.resolve(FigureForm.FOLDER));
        ImageStyle style = new ImageStyle();
        try {
            // Painting and packing are most of the work of a report, and no image depends on another.
            report.figures().parallelStream()
                    .forEach(
                            figure -> figures.write(FigureForm.PNG.file(figure), png(ChartImage.paint(style, figure))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return figures.path();
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // A memory stream: ImageIO would buffer in the folder for temporary files, which may be full.
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
