package org.beatbench.reports.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.comparison.text.TextTable;
import org.beatbench.comparison.text.TextTable.Column;
import org.beatbench.comparison.verdict.Caveat;
import org.beatbench.comparison.verdict.Standing;
import org.beatbench.comparison.verdict.Verdict;
import org.beatbench.comparison.verdict.Yardstick;
import org.beatbench.metrics.Aami;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.reports.sections.scores.Tables;

/** The verdict with a line for each classifier, narrow enough for a terminal. */
public final class VerdictTable {

    private static final String FEW = "†";

    /** Beyond this many letters, the name of a class would make a column wider than its numbers. */
    private static final int LONGEST_NAME = 2;

    /** The ectopic beats that people look for first. */
    private static final List<String> ECTOPIC = List.of("V", "S");

    private final Comparison comparison;
    private final Standing standing;
    private final List<Integer> labels;
    private final List<String> marked;

    private VerdictTable(Comparison comparison, Standing standing) {
        this.comparison = comparison;
        this.standing = standing;
        List<String> classes = comparison.plan().classNames();
        this.labels = !Aami.fits(classes)
                ? List.of()
                : ECTOPIC.stream()
                        .map(classes::indexOf)
                        .filter(label -> comparison.scored(standing.protocol()).contains(label)
                                && comparison
                                                .ranking(standing.protocol())
                                                .get(0)
                                                .confusion()
                                                .ofClass(label)
                                        > 0)
                        .toList();
        this.marked = standing.unmarked().map(lead -> lead.marked()).orElse(List.of());
    }

    /** Empty if nobody is ranked. */
    public static Optional<TextTable> of(Comparison comparison, Verdict verdict) {
        return verdict.standing()
                .filter(standing -> !standing.tiers().isEmpty())
                .map(standing -> new VerdictTable(comparison, standing).table());
    }

    private TextTable table() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("Tier", true),
                new Column("Classifier", false),
                new Column("Macro-F1" + (marked.isEmpty() ? "" : FEW), true),
                new Column(majorityTitle(), true)));
        labels.forEach(label -> columns.add(new Column(className(label), true)));
        columns.add(new Column("Fit", true));
        return new TextTable(
                Phrases.capital(standing.protocol().title()) + ": "
                        + Phrases.counted(standing.basis().beats(), "test beat", "test beats")
                        + (standing.basis().subjects() == 0
                                ? ""
                                : " of " + Phrases.counted(standing.basis().subjects(), "subject", "subjects")),
                String.join("\n  ", notes()),
                columns,
                standing.tiers().stream()
                        .flatMap(tier -> tier.members().stream())
                        .sorted(Comparator.comparingDouble(
                                member -> -member.value().value()))
                        .map(member -> row(comparison
                                .score(member.competitor(), standing.protocol())
                                .orElseThrow()))
                        .toList());
    }

    private List<String> row(Score score) {
        List<String> row = new ArrayList<>(List.of(
                standing.has(Caveat.FEW_SUBJECTS) ? "–" : String.valueOf(tier(score)),
                score.competitor(),
                Numbers.estimate(Quantity.SCORE, score.macroF1().orElseThrow()),
                aboveMajority(score)));
        labels.forEach(label -> row.add(f1(score.confusion(), label)));
        row.add(score.hasCosts() ? Numbers.seconds(score.median(costs -> Tables.seconds(costs.fit()))) : "–");
        return row;
    }

    private int tier(Score score) {
        return 1
                + IntStream.range(0, standing.tiers().size())
                        .filter(tier -> standing.tiers().get(tier).has(score.competitor()))
                        .findFirst()
                        .orElseThrow();
    }

    private Optional<Yardstick> majority() {
        return standing.yardstick(Yardstick.Kind.MAJORITY);
    }

    private String majorityTitle() {
        return "vs "
                + majority()
                        .map(Yardstick::name)
                        .filter(name -> name.length() <= LONGEST_NAME)
                        .orElse("majority");
    }

    private String aboveMajority(Score score) {
        return score.accuracy()
                .flatMap(accuracy -> majority()
                        .map(yardstick -> Numbers.points(
                                accuracy.value() - yardstick.value().value())))
                .orElse("–");
    }

    private static String f1(ConfusionMatrix confusion, int label) {
        OptionalDouble f1 = confusion.f1(label);
        return f1.isPresent() ? Numbers.score(f1.getAsDouble()) : "–";
    }

    private String className(int label) {
        String name = comparison.plan().classNames().get(label);
        return name + " F1" + (marked.contains(name) ? FEW : "");
    }

    private List<String> notes() {
        return Stream.of(
                        Optional.of(
                                standing.has(Caveat.FEW_SUBJECTS)
                                        ? "Tier: fewer than six subjects rank nobody."
                                        : "In a tier, none is shown to be lower than the first."),
                        majority()
                                .map(yardstick -> majorityTitle() + ": points of accuracy above always answering "
                                        + yardstick.name() + " ("
                                        + Numbers.share(yardstick.value().value()) + ")."),
                        marked.isEmpty()
                                ? Optional.<String>empty()
                                : Optional.of(FEW + ": " + Phrases.listed(marked)
                                        + (marked.size() == 1 ? " rests" : " rest")
                                        + " on fewer than three subjects in effect."))
                .flatMap(Optional::stream)
                .toList();
    }
}
