package org.beatbench.reports.chart;

/**
 * A colour by what it stands for. A class, or a classifier, has the same colour in every figure of a report. The colours
 * can be told apart with any colour vision: classes are from Okabe and Ito (2008), series from Paul Tol's "muted" set, both
 * lightened for dark pages.
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

    /** The colour of one of the things that are drawn over one another for a single classifier, 0..2. */
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

    /** The name of the colour: family and place in it, such as {@code class-2}. */
    public String id() {
        return family.prefix + "-" + index % family.size();
    }

    /** What a colour may stand for. */
    public enum Family {
        /** Beat classes, in label order. */
        CLASS(
                "class",
                "#0072b2 #d98a00 #c2408f #00865f #6b7280 #4aa3df #b5480a #8a6fb3 #9a8c00 #333f50",
                "#4da3e0 #f0b042 #ec82c0 #3cc79a #a3abb8 #8fcdf5 #f0844a #bda6e6 #d9cc4a #c7d0dc"),
        /** Classifiers and other things compared. */
        SERIES(
                "series",
                "#4b3aa5 #1d8a7c #c4485e #b08d1e #7a1f4e #2f8fc0 #14692f #a03f92 #7d7d22 #5f6670",
                "#9d8ff2 #55cbbb #f08796 #e6c65c #d979a8 #7cc8f0 #5cbf7c #dc86d0 #c4c45a #aab2bd"),
        /** What is drawn over one another for one classifier: the first as a ground, the others standing out. */
        LAYER("layer", "#8a93a0 #0a5ea8 #b5480a", "#7d8794 #82bff5 #f0a070"),
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
