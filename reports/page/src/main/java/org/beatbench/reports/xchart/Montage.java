package org.beatbench.reports.xchart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sheets put together to one image, which is twice as large as it is meant to be seen.
 *
 * @param above sheets as wide as a row, one under the other
 * @param sheets of the same size, side by side
 * @param columns how many of them are in a row
 * @param below sheets as wide as a row, one under the other
 */
record Montage(List<Sheet> above, List<Sheet> sheets, int columns, List<Sheet> below) {

    private static final int SCALE = 2;
    private static final int HEIGHT_OF_NOTHING = 100;

    /** One sheet alone. */
    static Montage of(Sheet sheet) {
        return of(List.of(sheet), 1);
    }

    /** Sheets side by side with nothing above and nothing below them. */
    static Montage of(List<Sheet> sheets, int columns) {
        return new Montage(List.of(), sheets, columns, List.of());
    }

    /** These sheets under a title. */
    Montage titled(ImageStyle style, String title) {
        if (sheets.isEmpty()) {
            return this;
        }
        List<Sheet> heads = new ArrayList<>();
        heads.add(Sheet.title(style, title, columns * sheets.get(0).chart().getWidth()));
        heads.addAll(above);
        return new Montage(heads, sheets, columns, below);
    }

    /** The image; an empty one if there are no sheets side by side. */
    BufferedImage image() {
        if (sheets.isEmpty()) {
            return image(Sheet.WIDTH, HEIGHT_OF_NOTHING, graphics -> {});
        }
        int width = sheets.get(0).chart().getWidth();
        int height = sheets.get(0).chart().getHeight();
        int rows = (sheets.size() + columns - 1) / columns;
        int head = height(above);
        return image(width * columns, head + height * rows + height(below), graphics -> {
            stack(graphics, above, 0);
            for (int i = 0; i < sheets.size(); i++) {
                paint(graphics, sheets.get(i), i % columns * width, head + i / columns * height);
            }
            stack(graphics, below, head + height * rows);
        });
    }

    private static int height(List<Sheet> stack) {
        return stack.stream().mapToInt(sheet -> sheet.chart().getHeight()).sum();
    }

    private static void stack(Graphics2D graphics, List<Sheet> stack, int from) {
        int top = from;
        for (Sheet sheet : stack) {
            paint(graphics, sheet, 0, top);
            top += sheet.chart().getHeight();
        }
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
