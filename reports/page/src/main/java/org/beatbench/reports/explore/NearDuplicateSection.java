package org.beatbench.reports.explore;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Histogram;
import org.beatbench.reports.chart.Hue;
import org.beatbench.stats.Sample;

/** Copies and near-copies: how much of a beat is known once others of the same person are. */
final class NearDuplicateSection {

    private static final int BINS = 40;

    /** The few distances beyond this share of them stand in the last bin. */
    private static final double MOST = 0.98;

    private final Exploration data;
    private final Copies copies;
    private final Neighbourhood neighbourhood;

    private NearDuplicateSection(Exploration data, NearDuplicates nearDuplicates) {
        this.data = data;
        this.copies = nearDuplicates.copies();
        this.neighbourhood = nearDuplicates.neighbourhood();
    }

    static Section of(Exploration data, NearDuplicates nearDuplicates) {
        NearDuplicateSection section = new NearDuplicateSection(data, nearDuplicates);
        List<Block> blocks = new ArrayList<>();
        if (data.grouping() != Grouping.UNKNOWN) {
            blocks.add(Prose.normal("A beat whose nearest neighbour is of the same "
                    + data.grouping().one()
                    + " is easy to classify once that " + data.grouping().one()
                    + " has been seen. The larger this share, the less a random split says about new patients."));
        }
        blocks.add(section.facts());
        if (section.neighbourhood.toOwn().length > 0) {
            blocks.add(section.distances());
            blocks.add(section.quantiles());
        }
        return new Section("likeness", "Near-duplicates", blocks);
    }

    private Facts facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Beats with an identical copy",
                Numbers.count(copies.beats()) + " of "
                        + Numbers.count(data.beats().size())
                        + (copies.beats() == 0 ? "" : "; " + Numbers.count(copies.surplus()) + " could be left out")));
        if (copies.beats() > 0) {
            facts.add(new Fact("Copies with another class", Phrases.counted(copies.contradictory(), "beat", "beats")));
            if (data.grouping() != Grouping.UNKNOWN) {
                facts.add(new Fact(
                        "Copies in another " + data.grouping().one(),
                        Phrases.counted(copies.scattered(), "beat", "beats")));
            }
        }
        if (!neighbourhood.of().isEmpty()) {
            facts.add(
                    new Fact(
                            "Nearest neighbours",
                            "searched for "
                                    + Phrases.counted(neighbourhood.of().size(), "beat", "beats")
                                    + " drawn at random, among all others, by Euclidean distance; brackets are 95 % intervals over beats"));
            facts.add(new Fact(
                    "Neighbour of the same class",
                    neighbourhood.sameClass(data.beats()).text()));
            Proportion same = neighbourhood.sameGroup(data.beats(), data.grouping());
            if (same.isKnown()) {
                facts.add(new Fact(
                        "Neighbour of the same " + data.grouping().one(),
                        same.text() + "; by chance it would be "
                                + Numbers.share(data.support().chanceOfSame())));
            }
        }
        return new Facts(facts);
    }

    private Figure distances() {
        double[] own = neighbourhood.toOwn();
        double[] other = neighbourhood.toOther();
        Bins bins = Bins.upTo(
                Math.max(Sample.of(own).quantile(MOST), Sample.of(other).quantile(MOST)), BINS);
        return new Figure(
                "neighbour-distances",
                data.titled("How far the nearest beat is"),
                "Euclidean distance of " + Phrases.counted(own.length, "beat", "beats")
                        + " drawn at random to the nearest of the"
                        + " same " + data.grouping().one()
                        + ", and to the nearest of any other. The last bin holds all that are"
                        + " farther.",
                "Distribution of distances to the nearest beat; the table below gives the quantiles.",
                new Histogram(
                        Axis.linear("distance to the nearest beat", Quantity.PLAIN),
                        Axis.linear("share of beats", Quantity.SHARE),
                        0,
                        bins.width(),
                        List.of(
                                new Histogram.Group(ownName(), Hue.ofSeries(0), bins.shares(own)),
                                new Histogram.Group(otherName(), Hue.ofSeries(3), bins.shares(other)))));
    }

    private Table quantiles() {
        return new Table(
                "Distance to the nearest beat",
                "n = " + Phrases.counted(neighbourhood.toOwn().length, "beat", "beats")
                        + " drawn at random. Euclidean distance of the samples, padding included.",
                List.of(
                        Column.text("Nearest beat of"),
                        Column.number("10 %", "a tenth of the beats is nearer"),
                        Column.number("Median", "half of the beats is nearer"),
                        Column.number("90 %", "nine tenths of the beats are nearer")),
                List.of(row(ownName(), neighbourhood.toOwn()), row(otherName(), neighbourhood.toOther())));
    }

    private static List<Cell> row(String name, double[] distances) {
        Sample sample = Sample.of(distances);
        return List.of(
                Cell.text(name),
                Cell.of(Quantity.SCORE, sample.quantile(0.1)),
                Cell.of(Quantity.SCORE, sample.quantile(0.5)),
                Cell.of(Quantity.SCORE, sample.quantile(0.9)));
    }

    private String ownName() {
        return "the same " + data.grouping().one();
    }

    private String otherName() {
        return "another " + data.grouping().one();
    }
}
