package org.beatbench.reports.chart;

/**
 * A colour by what it stands for. A class, or a classifier, has the same colour in every figure of a report. The colours are near
 * those of Okabe and Ito (2008) for classes and of Paul Tol's "muted" set for series, moved as little as need be for every two
 * of a family to be told apart with any colour vision, on light and on dark paper.
 *
 * @param family what kind of thing it stands for
 * @param index which one, 0-based; colours repeat after {@link Family#size()}
 */
public record Hue(Family family, int index) {

    /** The colour of things that need none, such as "all others". */
    public static final Hue NEUTRAL = new Hue(Family.NEUTRAL, 0);

    public Hue {
        if (index < 0) {
            throw new IllegalArgumentException("index must not be negative: " + index);
        }
    }

    /** The colour of a beat class. */
    public static Hue ofClass(int label) {
        return new Hue(Family.CLASS, label);
    }

    /** The colour of a classifier, or of another thing that is compared. */
    public static Hue ofSeries(int index) {
        return new Hue(Family.SERIES, index);
    }

    /** The colour of one of the things that are drawn over one another for a single classifier, 0..3. */
    public static Hue ofLayer(int index) {
        return new Hue(Family.LAYER, index);
    }

    /** The colour on a light page, as {@code #rrggbb}. */
    public String light() {
        return family.light[index % family.size()];
    }

    /** The colour on a dark page, as {@code #rrggbb}. */
    public String dark() {
        return family.dark[index % family.size()];
    }

    /** How often all colours were used before this one: things of one colour then differ in their marks and dashes. */
    public int cycle() {
        return index / family.size();
    }

    /** The name of the colour: family and place in it, such as {@code class-2}. */
    public String id() {
        return family.prefix + "-" + index % family.size();
    }

    /** What a colour may stand for. */
    public enum Family {
        /** Beat classes, in label order. */
        CLASS(
                "class",
                "#1b77c2 #d08200 #c24090 #2ca574 #545358 #419ad8 #b6480b #5e549d #a2943c #333f50",
                "#359fef #f4b739 #f189cf #46d0a1 #8d8f93 #8fcdf5 #f1854c #a280c9 #ddd25e #c7d0dc"),
        /** Classifiers and other things compared. */
        SERIES(
                "series",
                "#4b3aa5 #248572 #be3957 #b08d1e #7a1f4e #359cd1 #006227 #a03f92 #7d7d22 #5b6473",
                "#9d8ff2 #6be7d3 #ef8796 #f6d56d #c76f9b #87cbf3 #5db568 #da85cf #b9ba4d #a8b0bc"),
        /** What is drawn over one another for one classifier: the first as a ground, the others standing out. */
        LAYER("layer", "#8a93a0 #0a5ea8 #b5480a #1f8a4c", "#7d8794 #82bff5 #f0a070 #46d0a1"),
        /** Everything else. */
        NEUTRAL("neutral", "#8a93a0", "#7d8794");

        private final String prefix;
        private final String[] light;
        private final String[] dark;

        Family(String prefix, String light, String dark) {
            this.prefix = prefix;
            this.light = light.split(" ");
            this.dark = dark.split(" ");
        }

        /** How many different colours there are. */
        public int size() {
            return light.length;
        }
    }
}
