package org.beatbench.reports.xchart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sheets put together to one image, which is twice as large as it is meant to be seen.
 *
 * @param sheets of the same size, side by side
 * @param columns how many of them are in a row
 * @param below sheets as wide as a row, one under the other
 */
record Montage(List<Sheet> sheets, int columns, List<Sheet> below) {

    private static final int SCALE = 2;
    private static final int HEIGHT_OF_NOTHING = 100;

    /** One sheet alone. */
    static Montage of(Sheet sheet) {
        return of(List.of(sheet), 1);
    }

    /** Sheets side by side with nothing below them. */
    static Montage of(List<Sheet> sheets, int columns) {
        return new Montage(sheets, columns, List.of());
    }

    /** The image; an empty one if there are no sheets side by side. */
    BufferedImage image() {
        if (sheets.isEmpty()) {
            return image(Sheet.WIDTH, HEIGHT_OF_NOTHING, graphics -> {});
        }
        int width = sheets.get(0).chart().getWidth();
        int height = sheets.get(0).chart().getHeight();
        int rows = (sheets.size() + columns - 1) / columns;
        int foot = below.stream().mapToInt(sheet -> sheet.chart().getHeight()).sum();
        return image(width * columns, height * rows + foot, graphics -> {
            for (int i = 0; i < sheets.size(); i++) {
                paint(graphics, sheets.get(i), i % columns * width, i / columns * height);
            }
            int top = height * rows;
            for (Sheet sheet : below) {
                paint(graphics, sheet, 0, top);
                top += sheet.chart().getHeight();
            }
        });
    }

    private static void paint(Graphics2D graphics, Sheet sheet, int left, int top) {
        Graphics2D place = (Graphics2D) graphics.create();
        place.translate(left, top);
        sheet.paintable().paint(place, sheet.chart().getWidth(), sheet.chart().getHeight());
        place.dispose();
    }

    private static BufferedImage image(int width, int height, Consumer<Graphics2D> content) {
        BufferedImage image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(SCALE, SCALE);
        content.accept(graphics);
        graphics.dispose();
        return image;
    }
}
