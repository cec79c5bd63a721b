package org.beatbench.reports.sections.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.behaviour.CompetitorSaliency;
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
import org.beatbench.reports.chart.Attention;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Steps;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.reports.sections.DisclosedBeats;
import org.beatbench.saliency.MeanBeat;
import org.beatbench.saliency.Window;

/** Which part of a beat the answers rest on; nothing where nobody was asked. */
public final class SaliencySection {

    /** More strips are too many to look at. */
    static final int MOST_CLASSIFIERS = 10;

    /** More pictures are, too. */
    static final int MOST_CLASSES = 12;

    /** How the colours of a figure are to be read. */
    static final String COLOURS =
            "One scale of colours holds for all: a shade goes with the square root of the drop, so that"
                    + " small drops are seen beside large ones.";

    private final Comparison comparison;
    private final BiFunction<Protocol, List<CompetitorSaliency>, List<Block>> singles;

    /**
     * The section of a report.
     *
     * @param shown what the report shows of the data set
     */
    public SaliencySection(Comparison comparison, Optional<DisclosedBeats> shown) {
        this(
                comparison,
                shown.filter(DisclosedBeats::singleBeats)
                        .<BiFunction<Protocol, List<CompetitorSaliency>, List<Block>>>map(
                                data -> new SaliencyBeats(comparison, data.beats())::blocks)
                        .orElseGet(() -> (protocol, all) -> List.of(DisclosedBeats.noBeats(shown))));
    }

    private SaliencySection(
            Comparison comparison, BiFunction<Protocol, List<CompetitorSaliency>, List<Block>> singles) {
        this.comparison = comparison;
        this.singles = singles;
    }

    /** Under the strictest protocol under which somebody was asked. */
    public Optional<Section> section() {
        List<Protocol> protocols = comparison.protocols();
        for (int i = protocols.size() - 1; i >= 0; i--) {
            List<CompetitorSaliency> all = all(protocols.get(i));
            if (!all.isEmpty()) {
                return Optional.of(section(protocols.get(i), all));
            }
        }
        return Optional.empty();
    }

    /** What those in the ranking look at, in its order. */
    private List<CompetitorSaliency> all(Protocol protocol) {
        return comparison.ranking(protocol).stream()
                .flatMap(score -> CompetitorSaliency.of(comparison, score.competitor(), protocol).stream())
                .toList();
    }

    private Section section(Protocol protocol, List<CompetitorSaliency> all) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                Prose.normal(
                        "Stretches of a beat are hidden from a fitted classifier, one after the other, and the answer is"
                                + " compared with that for the whole beat: where the probability of the class it had decided for falls, the"
                                + " answer rested on what is hidden (occlusion: Zeiler and Fergus 2014, https://doi.org/10.1007/978-3-319-10590-1_53)."
                                + " A stretch is replaced by the straight line between the samples around it, because a constant would put two"
                                + " edges into the beat. So a stretch that is straight already hides nothing, and one at an end of the beat becomes"
                                + " level with its only neighbour. Where beats begin at the R wave and are scaled by their height, hiding the"
                                + " first stretch makes a beat unlike any that was learned from: what follows then says that the height is"
                                + " missed, and little of how it is used. The beats and the stretches are the same for every classifier. This says what an answer rests on, and not whether that is a good reason."));
        List<Integer> classes = classes(protocol, all);
        if (!classes.isEmpty()) {
            blocks.add(figure(protocol, all, classes));
        }
        blocks.add(table(protocol, all));
        blocks.addAll(singles.apply(protocol, all));
        return new Section("saliency", "What the classifiers look at", blocks);
    }

    /** The classes of which beats were asked about. */
    private List<Integer> classes(Protocol protocol, List<CompetitorSaliency> all) {
        return comparison.scored(protocol).stream()
                .filter(label -> !all.get(0).beats(label).isEmpty())
                .limit(MOST_CLASSES)
                .toList();
    }

    private Figure figure(Protocol protocol, List<CompetitorSaliency> all, List<Integer> classes) {
        List<CompetitorSaliency> shown = all.subList(0, Math.min(MOST_CLASSIFIERS, all.size()));
        List<Attention.Panel> panels = classes.stream()
                .map(label -> new Attention.Panel(
                        ComparisonPhrases.className(comparison, protocol, label),
                        Hue.ofClass(label),
                        all.get(0).mean(label),
                        shown.stream()
                                .map(salience -> strip(salience.competitor(), salience.drops(label)))
                                .toList()))
                .toList();
        return new Figure(
                "saliency-strips",
                "Which stretch of a beat the answers rest on, " + protocol.phrase(),
                "Above, the mean of the test beats of each class: " + means(all.get(0), classes)
                        + "; below, how much the probability of the class decided for falls on average when a stretch of "
                        + width(all)
                        + " is hidden, drawn at the middle of the stretch. Strips are of the test beats that were asked about, "
                        + asked(all.get(0), classes)
                        + ", whether answered rightly or not: of a class that is mostly missed, they show what the wrong"
                        + " answers rest on. A strip ends where fewer than half of the beats"
                        + " go on. " + COLOURS
                        + (shown.size() < all.size()
                                ? " Shown are the " + MOST_CLASSIFIERS + " classifiers with the highest macro-F1 of "
                                        + all.size() + "."
                                : "")
                        + ComparisonPhrases.few(comparison, protocol) + " "
                        + Phrases.capital(ComparisonPhrases.of(comparison.audit(protocol)))
                        + ".",
                Phrases.counted(classes.size(), "picture", "pictures") + " of a mean beat over one strip for each of "
                        + Phrases.counted(shown.size(), "classifier", "classifiers")
                        + "; the table below names the stretch that counts most.",
                new Attention(
                        Steps.ofSamples(comparison.plan().rate()),
                        Axis.linear("mean drop of the probability", Quantity.SCORE),
                        panels));
    }

    private String asked(CompetitorSaliency any, List<Integer> classes) {
        return Phrases.listed(classes.stream()
                .map(label -> Numbers.count(any.beats(label).size()) + " of "
                        + comparison.plan().classNames().get(label))
                .toList());
    }

    private String means(CompetitorSaliency any, List<Integer> classes) {
        return Phrases.listed(classes.stream()
                .map(label -> comparison.plan().classNames().get(label) + " "
                        + (any.meanOf(label) == 0
                                ? "has fewer than " + MeanBeat.FEWEST + " in a test part, and no mean"
                                : Numbers.count(any.meanOf(label))))
                .toList());
    }

    /** How wide a stretch is. */
    static String width(List<CompetitorSaliency> all) {
        int width = all.stream()
                .flatMap(salience -> salience.runs().stream())
                .flatMap(run -> run.windows().stream())
                .mapToInt(window -> window.to() - window.from())
                .max()
                .orElse(0);
        return Phrases.counted(width, "sample", "samples");
    }

    /** Each window at its middle, as wide as it is to the next. */
    static Attention.Strip strip(String competitor, List<CompetitorSaliency.Drop> drops) {
        double half = drops.size() < 2
                ? 0.5
                : (drops.get(1).window().from() - drops.get(0).window().from()) / 2.0;
        return new Attention.Strip(
                competitor,
                drops.stream()
                        .map(drop -> new Attention.Stretch(
                                drop.window().middle() - half, drop.window().middle() + half, drop.mean()))
                        .toList());
    }

    private Table table(Protocol protocol, List<CompetitorSaliency> all) {
        List<List<Cell>> rows = new ArrayList<>();
        for (CompetitorSaliency salience : all) {
            for (int label : comparison.scored(protocol)) {
                if (!salience.beats(label).isEmpty()) {
                    rows.add(row(protocol, salience, label));
                }
            }
        }
        return new Table(
                "What the answers rest on, " + protocol.title(),
                Phrases.capital(protocol.title()) + ", "
                        + Phrases.seeds(comparison
                                .score(all.get(0).competitor(), protocol)
                                .orElseThrow()
                                .seeds())
                        + "; " + ComparisonPhrases.of(comparison.audit(protocol))
                        + ". Means over the test beats of a class that were drawn for this, the same for every classifier and"
                        + " without intervals. Samples count from 0, the first of a beat.",
                List.of(
                        Column.text("Classifier"),
                        Column.text("Class"),
                        Column.number("Beats", "test beats of the class that were hidden in part"),
                        Column.number("Right", "how many of them are answered rightly when the whole beat is seen"),
                        Column.text("Counts most"),
                        Column.number(
                                "Drop there", "how much lower the probability of the class decided for is without it"),
                        Column.text("Counts most after the first"),
                        Column.number("Drop there", "the same, apart from what lies in the first stretch"),
                        Column.number("Mean drop", "over all stretches: near 0 where no single one is needed")),
                rows);
    }

    private List<Cell> row(Protocol protocol, CompetitorSaliency salience, int label) {
        List<CompetitorSaliency.Drop> drops = salience.drops(label);
        Optional<CompetitorSaliency.Drop> most = most(drops);
        Optional<CompetitorSaliency.Drop> later = most(drops.stream()
                .filter(drop -> drop.window().from() >= drops.get(0).window().to())
                .toList());
        return List.of(
                Cell.text(salience.competitor()),
                Cell.text(ComparisonPhrases.className(comparison, protocol, label)),
                Cell.count(salience.beats(label).size()),
                Cell.count(salience.beats(label).stream()
                        .filter(beat -> beat.answer() == beat.truth())
                        .count()),
                stretch(most),
                drop(most),
                stretch(later),
                drop(later),
                Cell.of(
                        Quantity.SCORE,
                        drops.stream()
                                .mapToDouble(CompetitorSaliency.Drop::mean)
                                .average()));
    }

    private static Optional<CompetitorSaliency.Drop> most(List<CompetitorSaliency.Drop> drops) {
        return drops.stream()
                .reduce((one, other) -> other.mean() > one.mean() ? other : one)
                .filter(drop -> drop.mean() > 0);
    }

    private static Cell stretch(Optional<CompetitorSaliency.Drop> most) {
        return Cell.text(most.map(drop -> written(drop.window())).orElse("nothing"));
    }

    private static Cell drop(Optional<CompetitorSaliency.Drop> most) {
        return most.map(drop -> Cell.of(Quantity.SCORE, drop.mean())).orElse(Cell.missing());
    }

    private static String written(Window window) {
        return window.to() - window.from() == 1
                ? "sample " + window.from()
                : "samples " + window.from() + " to " + (window.to() - 1);
    }
}
