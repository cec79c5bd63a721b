package org.beatbench.reports.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.beatbench.comparison.export.ReportFolder;
import org.beatbench.reports.Figure;
import org.beatbench.reports.FigureForm;
import org.beatbench.reports.FigureSize;
import org.beatbench.reports.Renderer;
import org.beatbench.reports.Report;
import org.beatbench.reports.html.SvgRenderer;
import org.knowm.xchart.BitmapEncoder;

/** Every figure of a report as an image, {@code figures/ID.png}, which says how large it is meant to be seen. */
public final class PngRenderer implements Renderer {

    private static final double MILLIMETRES = 25.4;

    /** Packs in two thirds of the usual time to files a fifth larger. */
    private static final float HASTE = 0.8f;

    private static final String METADATA = "javax_imageio_1.0";

    private final SvgRenderer drawings;
    private final FigureSize size;

    /** @param size how wide figures are */
    public PngRenderer(FigureSize size) {
        this.drawings = new SvgRenderer(size);
        this.size = size;
    }

    /** @return the folder of the figures */
    @Override
    public Path render(Report report, Path folder) throws IOException {
        ReportFolder figures = ReportFolder.open(folder.resolve(FigureForm.FOLDER));
        try {
            // Painting and packing are most of the work of a report, and no image depends on another.
            report.figures().parallelStream()
                    .forEach(figure -> figures.write(FigureForm.PNG.file(figure), png(figure)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return figures.path();
    }

    private byte[] png(Figure figure) {
        BufferedImage image = BitmapEncoder.getBufferedImage(new Painting(drawings.svg(figure), size.resolution()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        // A memory stream: ImageIO, and so XChart, would buffer in the folder for temporary files, which may be full.
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam packing = writer.getDefaultWriteParam();
            packing.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            packing.setCompressionQuality(HASTE);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), packing);
            metadata.mergeTree(METADATA, resolution());
            writer.write(null, new IIOImage(image, null, metadata), packing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private IIOMetadataNode resolution() {
        IIOMetadataNode dimension = new IIOMetadataNode("Dimension");
        for (String side : new String[] {"HorizontalPixelSize", "VerticalPixelSize"}) {
            IIOMetadataNode pixel = new IIOMetadataNode(side);
            // Java takes it for pixels to a millimetre, though the standard says the size of one.
            pixel.setAttribute("value", Double.toString(size.resolution() / MILLIMETRES));
            dimension.appendChild(pixel);
        }
        IIOMetadataNode root = new IIOMetadataNode(METADATA);
        root.appendChild(dimension);
        return root;
    }
}
