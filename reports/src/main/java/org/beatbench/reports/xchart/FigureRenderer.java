package org.beatbench.reports.xchart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Renderer;
import org.beatbench.reports.Report;
import org.beatbench.reports.ReportFolder;

/** Every figure of a report as an image, {@code figures/ID.png}, and as data, {@code figures/ID.csv}. */
public final class FigureRenderer implements Renderer {

    /** The folder of the figures, inside that of the report. */
    public static final String FOLDER = "figures";

    /** @return the folder of the figures */
    @Override
    public Path render(Report report, Path folder) throws IOException {
        ReportFolder figures = ReportFolder.open(folder.resolve(FOLDER));
        Look look = new Look();
        for (Figure figure : report.figures()) {
            figures.write(figure.id() + ".png", png(Painter.paint(look, figure)));
            figures.write(figure.id() + ".csv", figure.chart().data().csv());
        }
        return figures.path();
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // A memory stream: ImageIO would buffer in the folder for temporary files, which may be full.
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", output);
        }
        return bytes.toByteArray();
    }
}
