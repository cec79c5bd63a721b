package org.beatbench.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The palette is held against the page it stands on, and against the eyes that see it. */
class HueTest {

    private static final String LIGHT_PAPER = "#ffffff";
    private static final String DARK_PAPER = "#141a21";

    /** Below this distance, two colours side by side are easily taken for one another. */
    private static final double APART = 10;

    /** What the eye makes of linear red, green and blue: Machado, Oliveira and Fernandes (2009), severity 1. */
    private enum Vision {
        NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

        private final double[] matrix;

        Vision(double... matrix) {
            this.matrix = matrix;
        }

        private double[] seen(double[] linear) {
            return IntStream.range(0, 3)
                    .mapToDouble(row -> IntStream.range(0, 3)
                            .mapToDouble(column -> matrix[3 * row + column] * linear[column])
                            .sum())
                    .map(value -> Math.max(0, Math.min(1, value)))
                    .toArray();
        }
    }

    private static double[] linear(String colour) {
        return IntStream.of(1, 3, 5)
                .mapToDouble(start -> Integer.parseInt(colour.substring(start, start + 2), 16) / 255.0)
                .map(value -> value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4))
                .toArray();
    }

    private static double luminance(double[] linear) {
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    /** Contrast as WCAG 2.2 defines it. */
    private static double contrast(String one, String other) {
        double first = luminance(linear(one)) + 0.05;
        double second = luminance(linear(other)) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    /** CIELAB coordinates. */
    private static double[] lab(double[] linear) {
        double x = root((0.4124 * linear[0] + 0.3576 * linear[1] + 0.1805 * linear[2]) / 0.95047);
        double y = root(luminance(linear));
        double z = root((0.0193 * linear[0] + 0.1192 * linear[1] + 0.9505 * linear[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double share) {
        return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16.0 / 116;
    }

    /** The distance of two colours as CIE76, for somebody's eyes. */
    private static double distance(String one, String other, Vision vision) {
        double[] first = lab(vision.seen(linear(one)));
        double[] second = lab(vision.seen(linear(other)));
        return Math.sqrt(DoubleStream.of(0, 1, 2)
                .map(i -> Math.pow(first[(int) i] - second[(int) i], 2))
                .sum());
    }

    @ParameterizedTest
    @EnumSource(Hue.Family.class)
    void everyColourStandsOutFromThePaper(Hue.Family family) {
        for (int i = 0; i < family.size(); i++) {
            Hue hue = new Hue(family, i);
            assertThat(contrast(hue.light(), LIGHT_PAPER)).as(hue.id()).isGreaterThanOrEqualTo(3);
            assertThat(contrast(hue.dark(), DARK_PAPER)).as(hue.id()).isGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Hue.Family.class)
    void everyColourIsToldFromTheOthersByAnyEyes(Hue.Family family) {
        for (int i = 0; i < family.size(); i++) {
            for (int k = 0; k < i; k++) {
                Hue one = new Hue(family, k);
                Hue other = new Hue(family, i);
                for (Vision vision : Vision.values()) {
                    for (List<String> pair :
                            List.of(List.of(one.light(), other.light()), List.of(one.dark(), other.dark()))) {
                        assertThat(distance(pair.get(0), pair.get(1), vision))
                                .as("%s and %s, %s, %s", one.id(), other.id(), pair, vision)
                                .isGreaterThanOrEqualTo(APART);
                    }
                }
            }
        }
    }
}
