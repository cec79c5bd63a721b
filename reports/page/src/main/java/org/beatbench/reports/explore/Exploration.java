package org.beatbench.reports.explore;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.Form;
import org.beatbench.api.Selection;
import org.beatbench.comparison.Support;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Steps;
import org.jspecify.annotations.Nullable;

/** A data set, and what was found in it that more than one section speaks of. */
final class Exploration {

    /** How many classes can be told apart by colour, in one drawing. */
    private static final int COLOURS = Hue.Family.CLASS.size();

    private final DatasetInfo info;
    private final Steps steps;
    private final Form form;
    /** Their first channel, which is what is drawn and compared. */
    private final Beats beats;

    private final int[] counts;
    private final int[][] rows;
    private final List<Integer> largestFirst;
    private final Grouping grouping;
    private final Support support;
    private final SampleValues values;
    private final int[] finite;

    /** @param rate samples a second; none if the data set does not know */
    Exploration(DatasetInfo info, @Nullable Double rate, Beats whole) {
        this.info = info;
        this.steps = Steps.ofSamples(rate);
        this.form = whole.form();
        this.beats = whole.firstChannel();
        this.counts = beats.classCounts();
        this.rows = IntStream.range(0, counts.length)
                .mapToObj(label -> Selection.where(beats.size(), row -> beats.label(row) == label).stream()
                        .toArray())
                .toArray(int[][]::new);
        this.largestFirst = IntStream.range(0, counts.length)
                .filter(label -> counts[label] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer label) -> counts[label])
                        .reversed())
                .toList();
        this.grouping = Grouping.of(beats);
        this.support = Support.of(counts.length, beats.size(), row -> grouping.of(beats.beat(row)), beats::label);
        this.values = SampleValues.of(beats);
        this.finite = SampleValues.finiteRows(beats);
    }

    DatasetInfo info() {
        return info;
    }

    /** What runs along a beat. */
    Steps steps() {
        return steps;
    }

    /** What the beats are made of. */
    Form form() {
        return form;
    }

    Beats beats() {
        return beats;
    }

    /** The best that is known of whose beats they are. */
    Grouping grouping() {
        return grouping;
    }

    Support support() {
        return support;
    }

    SampleValues values() {
        return values;
    }

    /** The rows without missing or infinite values. */
    int[] finite() {
        return finite.clone();
    }

    /** A title for a figure, which may be shown apart from the page and must still call synthetic data so. */
    String titled(String title) {
        return title + (info.synthetic() ? " (synthetic)" : "");
    }

    /** All labels. */
    List<Integer> labels() {
        return IntStream.range(0, counts.length).boxed().toList();
    }

    /** The labels that have a beat. */
    List<Integer> present() {
        return labels().stream().filter(label -> counts[label] > 0).toList();
    }

    /** The label with most beats, for data of which some classes are known. */
    int largest() {
        return largestFirst.get(0);
    }

    /** The labels that are shown in one drawing: those that have a beat, or where these are too many, the largest. */
    List<Integer> together() {
        return present().stream().filter(this::isColoured).toList();
    }

    /** A sentence for captions of drawings that do not show all classes, or nothing. */
    String leftOut() {
        return together().size() == present().size()
                ? ""
                : " Only the " + COLOURS + " largest of " + present().size() + " classes are shown.";
    }

    int count(int label) {
        return counts[label];
    }

    /** Beats of any class. */
    int labelled() {
        return Arrays.stream(counts).sum();
    }

    String name(int label) {
        return beats.classes().get(label);
    }

    /** The colour of a class, the same in all figures; of many classes only the largest have one of their own. */
    Hue hue(int label) {
        if (counts.length <= COLOURS) {
            return Hue.ofClass(label);
        }
        return isColoured(label) ? Hue.ofClass(largestFirst.indexOf(label)) : Hue.NEUTRAL;
    }

    private boolean isColoured(int label) {
        int rank = largestFirst.indexOf(label);
        return counts.length <= COLOURS || (rank >= 0 && rank < COLOURS);
    }

    /** The rows of a class. */
    int[] rows(int label) {
        return rows[label].clone();
    }

    /** What is known of the beats of a class. */
    List<Beat> known(int label) {
        return Arrays.stream(rows(label)).mapToObj(beats::beat).toList();
    }

    /** Whether a class has beats, but of so few people that they cannot stand for others. */
    boolean restsOnFew(int label) {
        return grouping == Grouping.SUBJECT && support.restsOnFew(label);
    }
}
