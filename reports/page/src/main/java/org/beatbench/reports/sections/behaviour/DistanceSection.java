package org.beatbench.reports.sections.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.behaviour.DistanceErrors;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Ladder;
import org.beatbench.reports.sections.Colours;
import org.beatbench.reports.sections.ComparisonPhrases;

/** Whether classifiers are wrong about beats that are unlike those they learned from; nothing where it was not asked for. */
public final class DistanceSection {

    private static final List<String> PARTS = List.of("nearest", "second", "third", "fourth", "farthest");

    private static final String EXPLANATION =
            "How far is a test beat from the nearest one that was learned from, by the Euclidean distance of their samples? Sorted"
                    + " by that and cut into fifths, beats show whether a classifier errs where it has seen nothing alike, of which a"
                    + " large distance can warn, or among beats like those it knows, where nothing warns. Noise makes beats distant too,"
                    + " and a distance of 0 is a beat that was learned from.";

    private final Comparison comparison;

    public DistanceSection(Comparison comparison) {
        this.comparison = comparison;
    }

    public Optional<Section> section() {
        List<Block> blocks = new ArrayList<>();
        List<Protocol> protocols = comparison.protocols();
        for (int i = protocols.size() - 1; i >= 0; i--) {
            List<DistanceErrors> all = DistanceErrors.under(comparison, protocols.get(i));
            if (!all.isEmpty()) {
                blocks.add(Prose.normal((blocks.isEmpty() ? EXPLANATION + " " : "") + summary(protocols.get(i), all)));
                blocks.add(figure(protocols.get(i), all));
                blocks.add(errors(protocols.get(i), all));
                blocks.add(classes(protocols.get(i), all.get(0)));
            }
        }
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("distance", "Unlike the training data", blocks));
    }

    private static String summary(Protocol protocol, List<DistanceErrors> all) {
        OptionalDouble usual = all.get(0).timesUsual();
        long more = all.stream()
                .filter(one -> farthest(one).errorRate().value()
                        > one.parts().get(0).errorRate().value())
                .count();
        return Phrases.capital(protocol.phrase()) + ", "
                + (usual.isEmpty()
                        ? ""
                        : "test beats are " + Numbers.plain(usual.getAsDouble())
                                + " times as far from the nearest training beat, in the median, as training beats are from one"
                                + " another, and ")
                + more + " of " + Phrases.counted(all.size(), "classifier is", "classifiers are")
                + " wrong more often in the farthest fifth than in the nearest.";
    }

    private static DistanceErrors.Part farthest(DistanceErrors one) {
        return one.parts().get(DistanceErrors.PARTS - 1);
    }

    private Figure figure(Protocol protocol, List<DistanceErrors> all) {
        return new Figure(
                "distance-" + protocol.id(),
                "Errors by distance from the training data, " + protocol.title(),
                "Share of beats answered wrong, by fifths: on the left those nearest to a beat that was learned from, on the right those"
                        + " farthest. " + intervals(all) + ". "
                        + Phrases.capital(ComparisonPhrases.of(comparison.audit(protocol))) + ".",
                "Errors from the nearest to the farthest fifth: "
                        + String.join(
                                ", ",
                                all.stream()
                                        .map(one -> one.competitor() + " from "
                                                + Numbers.share(one.parts()
                                                        .get(0)
                                                        .errorRate()
                                                        .value()) + " to "
                                                + Numbers.share(farthest(one)
                                                        .errorRate()
                                                        .value()))
                                        .toList())
                        + ".",
                new Ladder(
                        PARTS,
                        Axis.linear("answered wrong", Quantity.SHARE),
                        all.stream().map(this::line).toList()));
    }

    private Ladder.Line line(DistanceErrors one) {
        List<Ladder.Rung> rungs = new ArrayList<>();
        one.parts().forEach(part -> rungs.add(new Ladder.Rung(rungs.size(), part.errorRate())));
        return new Ladder.Line(one.competitor(), Colours.of(comparison, one.competitor()), rungs);
    }

    private Table errors(Protocol protocol, List<DistanceErrors> all) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("Classifier")));
        PARTS.forEach(part -> columns.add(Column.number(
                Phrases.capital(part) + " fifth",
                "share of these beats that is answered wrong, and how many of how many")));
        columns.add(Column.number(
                "AUROC", "how well the distance tells wrong answers from right ones: 0.5 not at all, 1 without fail"));
        List<List<Cell>> rows = new ArrayList<>();
        for (DistanceErrors one : all) {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(one.competitor())));
            one.parts()
                    .forEach(part -> row.add(Cell.of(Quantity.SHARE, part.errorRate())
                            .withDetail(Numbers.interval(Quantity.SHARE, part.errorRate()) + ", "
                                    + Numbers.count(part.wrong()) + " of " + Numbers.count(part.beats()))));
            row.add(Cell.of(Quantity.SCORE, one.areaUnderRoc()));
            rows.add(row);
        }
        return new Table(
                "Answered wrong, by distance from the training data, " + protocol.phrase(),
                basis(protocol, all.get(0)) + " " + intervals(all) + "; AUROC without interval.",
                columns,
                rows);
    }

    private Table classes(Protocol protocol, DistanceErrors one) {
        List<List<Cell>> rows = one.byClass().stream()
                .map(of -> List.of(
                        Cell.text(ComparisonPhrases.className(comparison, protocol, of.label())),
                        Cell.count(of.beats()),
                        Cell.share(of.wrong() / (double) of.beats()),
                        Cell.of(Quantity.PLAIN, of.distance()),
                        Cell.of(Quantity.PLAIN, of.timesUsual())))
                .toList();
        return new Table(
                "How far the beats of each class are " + protocol.phrase(),
                basis(protocol, one) + " Distances from what " + one.competitor()
                        + " learned from, in the median. What is usual is how far up to 200 training beats of a class are from their"
                        + " nearest other, in the median; a distance is compared with what is usual in the class of the nearest training"
                        + " beat." + ComparisonPhrases.few(comparison, protocol),
                List.of(
                        Column.text("Class"),
                        Column.number("Beats", "asked about"),
                        Column.number("Wrong", "share answered wrong by " + one.competitor()),
                        Column.number("Distance", "from the nearest training beat"),
                        Column.number("Times usual", "the same in multiples of what is usual among training beats")),
                rows);
    }

    private static String intervals(List<DistanceErrors> all) {
        return "95 % intervals by bootstrap "
                + (all.get(0).overSubjects()
                        ? "over subjects"
                        : "over single beats, which is too narrow for new patients");
    }

    private String basis(Protocol protocol, DistanceErrors one) {
        return Phrases.capital(protocol.title()) + ", n = " + Numbers.count(one.size()) + " test beats"
                + (one.subjects() > 0 ? " of " + Phrases.counted(one.subjects(), "subject", "subjects") : "") + ", "
                + Phrases.counted(one.seeds(), "seed", "seeds") + "; "
                + ComparisonPhrases.of(comparison.audit(protocol)) + ".";
    }
}
