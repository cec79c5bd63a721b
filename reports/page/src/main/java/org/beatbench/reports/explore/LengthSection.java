package org.beatbench.reports.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.beatbench.api.Beat;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Histogram;
import org.beatbench.stats.Sample;

/** How long the beats are, how much of them is padding, and how long the intervals around them. */
final class LengthSection {

    private static final int BINS = 48;

    /** Intervals in bins of 40 ms; the last holds those of 2 s and more. */
    private static final Bins INTERVALS = new Bins(0.04, 51);

    private final Exploration data;
    private final boolean padded;
    private final boolean knowsBefore;
    private final boolean knowsAfter;

    private LengthSection(Exploration data) {
        List<Beat> beats = data.beats().beats();
        this.data = data;
        this.padded = beats.stream()
                .anyMatch(beat -> beat.unpaddedLength() < data.beats().length());
        this.knowsBefore = beats.stream().anyMatch(beat -> Double.isFinite(beat.rrBefore()));
        this.knowsAfter = beats.stream().anyMatch(beat -> Double.isFinite(beat.rrAfter()));
    }

    /** A section, for data of which some classes are known. */
    static Section of(Exploration data) {
        LengthSection section = new LengthSection(data);
        List<Block> blocks = new ArrayList<>();
        blocks.add(section.padding());
        if (section.padded) {
            blocks.add(section.lengths());
        }
        if (section.knowsBefore) {
            blocks.add(section.intervals("rr-before", "before", "from the beat before", Beat::rrBefore));
        }
        if (section.knowsAfter) {
            blocks.add(section.intervals("rr-after", "after", "to the next beat", Beat::rrAfter));
        }
        blocks.add(section.table());
        return new Section("lengths", "Length and rhythm", blocks);
    }

    private Prose padding() {
        if (!padded) {
            return Prose.normal("All beats have " + Phrases.counted(data.beats().length(), "sample", "samples")
                    + " and no padding.");
        }
        double length = data.beats().beats().stream()
                .mapToInt(Beat::unpaddedLength)
                .average()
                .orElse(0);
        return Prose.normal(Numbers.share(1 - length / data.beats().length())
                + " of all values are padding. Where the length of a beat depends on when the next one comes, the padding"
                + " alone tells a model about the rhythm.");
    }

    private Figure lengths() {
        Bins bins = Bins.upTo(data.beats().length(), BINS);
        return distribution(
                "beat-lengths",
                "Samples before the padding",
                "Every outline holds the whole of its class.",
                "samples before the padding",
                Quantity.COUNT,
                bins,
                Beat::unpaddedLength);
    }

    private Figure intervals(String id, String side, String meaning, ToDoubleFunction<Beat> interval) {
        return distribution(
                id,
                "RR interval " + side,
                "Time " + meaning
                        + ", of the beats of which it is known. Every outline holds the whole of its class, the last bin"
                        + " all intervals of two seconds and more.",
                "time " + meaning,
                Quantity.SECONDS,
                INTERVALS,
                interval);
    }

    private Figure distribution(
            String id,
            String title,
            String caption,
            String axis,
            Quantity quantity,
            Bins bins,
            ToDoubleFunction<Beat> value) {
        List<Histogram.Group> groups = new ArrayList<>();
        for (int label : data.together()) {
            double[] values = values(label, value);
            if (values.length > 0) {
                groups.add(new Histogram.Group(data.name(label), data.hue(label), bins.shares(values)));
            }
        }
        return new Figure(
                id,
                data.titled(title + ", by class"),
                caption + data.leftOut(),
                "Distribution by class; the table gives the median and the range of each class.",
                new Histogram(
                        Axis.linear(axis, quantity),
                        Axis.linear("share of the class", Quantity.SHARE),
                        0,
                        bins.width(),
                        groups));
    }

    private Table table() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("Class"),
                Column.number("Length", "samples before the padding"),
                Column.number("Padding", "part of the values that is padding")));
        if (knowsBefore) {
            columns.add(Column.number("RR before", "time from the beat before"));
        }
        if (knowsAfter) {
            columns.add(Column.number("RR after", "time to the next beat"));
        }
        return new Table(
                "Length and rhythm by class",
                "Medians, with the range of the middle 80 % in brackets"
                        + (knowsBefore || knowsAfter
                                ? "; intervals of the beats of which they are known."
                                : ". The intervals between beats are unknown."),
                columns,
                data.labels().stream().map(this::row).toList());
    }

    private List<Cell> row(int label) {
        double[] lengths = values(label, Beat::unpaddedLength);
        double padding = 1
                - Arrays.stream(lengths).average().orElse(Double.NaN)
                        / data.beats().length();
        List<Cell> row = new ArrayList<>(List.of(
                Cell.text(data.name(label)),
                median(Quantity.COUNT, lengths),
                Cell.share(padding).withBar(padding)));
        if (knowsBefore) {
            row.add(median(Quantity.SECONDS, values(label, Beat::rrBefore)));
        }
        if (knowsAfter) {
            row.add(median(Quantity.SECONDS, values(label, Beat::rrAfter)));
        }
        return row;
    }

    private static Cell median(Quantity quantity, double[] values) {
        if (values.length == 0) {
            return Cell.missing();
        }
        Sample sample = Sample.of(values);
        return Cell.of(quantity, new Estimate(sample.quantile(0.5), sample.quantile(0.1), sample.quantile(0.9)));
    }

    private double[] values(int label, ToDoubleFunction<Beat> value) {
        return data.known(label).stream()
                .mapToDouble(value)
                .filter(Double::isFinite)
                .toArray();
    }
}
