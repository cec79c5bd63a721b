package org.beatbench.reports.image;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.beatbench.files.Aside;
import org.beatbench.reports.html.SvgRenderer;

/** The letters of pictures: those of Liberation Sans, which PDFBox has with it, so that they are the same on all machines. */
final class Letters {

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final Font FONT = load();

    private Letters() {}

    /** A drawing in letters that there are: if it has others, in those of the machine, of which some have more. */
    static String in(String svg) {
        boolean known =
                svg.codePoints().distinct().filter(letter -> letter >= ' ').allMatch(FONT::canDisplay);
        return known ? svg : svg.replace(SvgRenderer.LETTERS, Font.SANS_SERIF);
    }

    /** As long as this process runs. From a stream Java makes a file of its own, which a killed process leaves and nobody removes. */
    private static Path beside(InputStream font) throws IOException {
        Aside aside = Aside.temporary();
        Runtime.getRuntime().addShutdownHook(new Thread(aside::close, "letters"));
        Path file = aside.path().resolve("letters.ttf");
        Files.copy(font, file);
        return file;
    }

    private static Font load() {
        try (InputStream file = PDDocument.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("missing from the class path: " + FILE);
            }
            Font font = Font.createFont(Font.TRUETYPE_FONT, beside(file).toFile());
            // JSVG finds fonts by their family only. Where this one is installed, it is that which is found.
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            return font;
        } catch (FontFormatException e) {
            throw new IllegalStateException(FILE, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
