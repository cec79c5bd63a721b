package org.beatbench.reports.sections.scores;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.sections.ComparisonPhrases;

/** How the scores of the same classifiers change with the protocol, beside a famous score of another's. */
public final class LadderSection {

    /** The number that is placed on the ladder. */
    private static final double FAMOUS = 0.9994;

    /** The data sets that are the heartbeats of the MIT-BIH database. */
    private static final Set<String> MIT_BIH = Set.of("mitdb", "kaggle");

    private final Comparison comparison;
    private final List<Protocol> protocols;

    public LadderSection(Comparison comparison) {
        this.comparison = comparison;
        this.protocols = comparison.protocols();
    }

    /** The ladder under the protocols that somebody completed, at least one. */
    public Section section() {
        List<Block> blocks = new ArrayList<>();
        if (protocols.size() > 1) {
            blocks.add(new Figures(comparison).ladder());
        }
        blocks.add(Prose.normal(climb()));
        if (protocols.size() > 1) {
            blocks.add(gaps());
        }
        if (protocols.stream().noneMatch(Protocol::bySubject)) {
            blocks.add(Prose.warning(notMeasured()));
        }
        if (MIT_BIH.contains(comparison.plan().dataset().id())) {
            blocks.addAll(famous());
        }
        return new Section("optimism", "What the division is worth", blocks);
    }

    private String climb() {
        String rungs =
                String.join(" ", protocols.stream().map(LadderSection::rung).toList());
        return (protocols.size() > 1
                        ? "The same classifiers, seeds and metrics under protocols from the loosest to the strictest; what"
                                + " changes is which beats a classifier learns from and which it is asked for, and with these how"
                                + " frequent classes are and, where said, which are scored. "
                        : "Only one protocol was measured, so there is nothing to compare it with. ")
                + rungs;
    }

    private static String rung(Protocol protocol) {
        if (protocol.leaks()) {
            return Phrases.capital(protocol.phrase())
                    + ", copies of the test beats stand among the training beats: its numbers say how well a classifier"
                    + " remembers.";
        }
        return protocol.bySubject()
                ? Phrases.capital(protocol.phrase())
                        + ", the people of the test part were never seen: its numbers say how well a"
                        + " classifier does on somebody new."
                : Phrases.capital(protocol.phrase())
                        + ", other beats of the same people were learned from: its numbers say how well a"
                        + " classifier knows these people.";
    }

    private String notMeasured() {
        return comparison.plan().subjects() == 0
                ? "what is left on new patients was not measured, and cannot be with these data: they do not say whose a beat"
                        + " is, so nobody can keep the beats of one person on one side."
                : "what is left on new patients was not measured: no protocol that keeps patients apart is complete.";
    }

    private Table gaps() {
        Protocol loosest = protocols.get(0);
        Protocol strictest = protocols.get(protocols.size() - 1);
        List<Column> columns = new ArrayList<>(List.of(Column.text("Classifier")));
        protocols.forEach(protocol ->
                columns.add(Column.number("Macro-F1, " + protocol.title(), Quality.MACRO_F1.explanation())));
        columns.add(Column.number(
                "Optimism",
                "how much higher the macro-F1 is " + loosest.phrase() + " than " + strictest.phrase()
                        + "; some of it is due to other test beats and classes, as the canaries show"));
        List<List<Cell>> rows = new ArrayList<>();
        for (String competitor : order()) {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(competitor)));
            protocols.forEach(protocol -> row.add(
                    cell(protocol, comparison.score(competitor, protocol).flatMap(Score::macroF1))));
            row.add(comparison
                    .score(competitor, strictest)
                    .map(score -> optimism(comparison.optimism(score)))
                    .orElse(Cell.missing()));
            rows.add(row);
        }
        return new Table("Macro-F1 from rung to rung", basis(protocols), columns, rows);
    }

    /** Where the published 99.94 % stands on this ladder. */
    private List<Block> famous() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.normal(
                "The document that this project started from quotes 99.94 % as the accuracy of a residual network on these"
                        + " heartbeats. Read closely, that number is no accuracy, and measured on hardly anything new. It is the"
                        + " area under the receiver operating characteristic of all classes pooled, plotted under the title"
                        + " \"accuracy\"; and it is of rows that were set apart only after the rare classes had been filled up"
                        + " with copies, so that three in four of them have an identical twin among the training"
                        + " rows. The published test file was never looked at."));
        Optional<Protocol> seed = protocols.stream().filter(Protocol::leaks).findFirst();
        if (seed.isEmpty()) {
            blocks.add(Prose.normal(
                    "Its protocol, copies, is not complete here, so its place on the ladder was not measured."));
            return blocks;
        }
        blocks.add(Prose.normal(steps(seed.get())));
        blocks.add(rungs(seed.get()));
        return blocks;
    }

    /** The three steps for the classifier that comes nearest to the number, by its own metric and protocol. */
    private String steps(Protocol seed) {
        Score nearest = comparison.ranking(seed).stream()
                .min(Comparator.comparingDouble(
                        score -> Math.abs(score.quality(Quality.MICRO_AUROC).orElse(0) - FAMOUS)))
                .orElseThrow();
        StringBuilder text = new StringBuilder("Of the classifiers compared here, " + nearest.competitor()
                + " comes nearest to it. What the protocol gives: an accuracy of "
                + share(nearest.quality(Quality.ACCURACY)) + " with copies. What the metric gives: a pooled AUROC of "
                + pooled(nearest) + " of the same answers.");
        List<Protocol> apart = protocols.stream().filter(Protocol::bySubject).toList();
        if (apart.isEmpty()) {
            return text.append(" What is left on new patients was not measured.")
                    .toString();
        }
        for (Protocol protocol : apart) {
            comparison
                    .score(nearest.competitor(), protocol)
                    .ifPresent(score -> text.append(" What is left on new patients, " + protocol.phrase()
                            + ": an accuracy of " + share(score.quality(Quality.ACCURACY))
                            + ", where always giving the most"
                            + " frequent class has " + share(score.quality(Quality.MAJORITY_RATE))
                            + ", a pooled AUROC of " + pooled(score) + ", and a macro-F1 of "
                            + written(score.quality(Quality.MACRO_F1), Numbers::score)
                            + "."));
        }
        return text.toString();
    }

    private Table rungs(Protocol seed) {
        List<Protocol> shown = protocols.stream()
                .filter(protocol -> protocol.equals(seed) || protocol.bySubject())
                .toList();
        List<Column> columns = new ArrayList<>(List.of(Column.text("Classifier")));
        for (Protocol protocol : shown) {
            columns.add(Column.number("Accuracy, " + protocol.title(), Quality.ACCURACY.explanation()));
            columns.add(Column.number("Pooled AUROC, " + protocol.title(), Quality.MICRO_AUROC.explanation()));
            columns.add(Column.number("Macro-F1, " + protocol.title(), Quality.MACRO_F1.explanation()));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (String competitor : order()) {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(competitor)));
            for (Protocol protocol : shown) {
                Optional<Score> score = comparison.score(competitor, protocol);
                row.add(cell(protocol, Quantity.SHARE, score.flatMap(Score::accuracy)));
                row.add(score.flatMap(some -> cell(some.quality(Quality.MICRO_AUROC)))
                        .map(cell -> doubtful(protocol, cell))
                        .orElse(Cell.missing()));
                row.add(cell(protocol, score.flatMap(Score::macroF1)));
            }
            rows.add(row);
        }
        return new Table("The 99.94 % on this ladder", basis(shown), columns, rows);
    }

    /** The best under the strictest protocol first; then those that did not complete it. */
    private List<String> order() {
        return Stream.concat(
                        comparison.ranking(protocols.get(protocols.size() - 1)).stream()
                                .map(Score::competitor),
                        comparison.competitors().stream())
                .distinct()
                .toList();
    }

    private String basis(List<Protocol> some) {
        return String.join(
                " ",
                some.stream()
                        .map(comparison::ranking)
                        .map(ComparisonPhrases::basis)
                        .toList());
    }

    private static Cell cell(Protocol protocol, Optional<Estimate> macroF1) {
        return cell(protocol, Quantity.SCORE, macroF1);
    }

    private static Cell cell(Protocol protocol, Quantity quantity, Optional<Estimate> estimate) {
        return estimate.map(some -> doubtful(protocol, Cell.of(quantity, some))).orElse(Cell.missing());
    }

    private static Cell doubtful(Protocol protocol, Cell cell) {
        return protocol.leaks() && cell.hasValue() ? cell.with(Cell.Emphasis.DOUBTFUL) : cell;
    }

    private static Cell optimism(OptionalDouble gap) {
        return gap.isEmpty()
                ? Cell.missing()
                : new Cell(Numbers.difference(gap.getAsDouble()), "", gap.getAsDouble(), 0, Cell.Emphasis.NONE);
    }

    /** A pooled AUROC, in the digits of the number that it is to be compared with. */
    private static Optional<Cell> cell(OptionalDouble pooled) {
        return pooled.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cell(
                        Numbers.hundredths(pooled.getAsDouble()), "", pooled.getAsDouble(), 0, Cell.Emphasis.NONE));
    }

    private static String pooled(Score score) {
        return written(score.quality(Quality.MICRO_AUROC), Numbers::hundredths);
    }

    private static String share(OptionalDouble value) {
        return written(value, Numbers::share);
    }

    private static String written(OptionalDouble value, DoubleFunction<String> form) {
        return value.isPresent() ? form.apply(value.getAsDouble()) : "no defined value";
    }
}
