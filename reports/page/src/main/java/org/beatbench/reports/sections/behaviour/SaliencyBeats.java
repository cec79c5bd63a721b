package org.beatbench.reports.sections.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.behaviour.CompetitorSaliency;
import org.beatbench.comparison.behaviour.ProbedBeat;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.chart.Attention;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Steps;
import org.beatbench.reports.sections.BeatTrace;
import org.beatbench.reports.sections.ComparisonPhrases;

/** Single beats with what each classifier answered and which stretch that rests on: of each class a clear one and a hard one. */
final class SaliencyBeats {

    private final Comparison comparison;
    private final Beats beats;

    /** @param beats those that the plan is about */
    SaliencyBeats(Comparison comparison, Beats beats) {
        this.comparison = comparison;
        this.beats = beats;
    }

    /**
     * What there is to show.
     *
     * @param all what the classifiers look at, the best first, at least one
     */
    List<Block> blocks(Protocol protocol, List<CompetitorSaliency> all) {
        long seed = comparison
                .score(all.get(0).competitor(), protocol)
                .orElseThrow()
                .seeds()
                .get(0);
        List<CompetitorSaliency> asked = all.stream()
                .flatMap(salience -> CompetitorSaliency.of(comparison, salience.competitor(), protocol, seed).stream())
                .toList();
        List<ProbedBeat> probed = ProbedBeat.of(asked);
        List<ProbedBeat.ChosenBeat> chosen = comparison.scored(protocol).stream()
                .limit(SaliencySection.MOST_CLASSES)
                .flatMap(label -> chosen(probed, label))
                .toList();
        return chosen.isEmpty()
                ? List.of(Prose.normal("No single beat is shown: there is none that every classifier was asked about."))
                : List.of(figure(protocol, seed, asked, chosen), table(protocol, seed, asked, chosen));
    }

    private static Stream<ProbedBeat.ChosenBeat> chosen(List<ProbedBeat> probed, int label) {
        return ProbedBeat.chosen(
                probed.stream().filter(beat -> beat.truth() == label).toList())
                .stream();
    }

    private Figure figure(
            Protocol protocol, long seed, List<CompetitorSaliency> asked, List<ProbedBeat.ChosenBeat> chosen) {
        int shown = Math.min(SaliencySection.MOST_CLASSIFIERS, asked.size());
        List<Attention.Panel> panels = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            ProbedBeat beat = chosen.get(i).beat();
            panels.add(new Attention.Panel(
                    i + 1 + ": " + title(chosen.get(i)),
                    Hue.ofClass(beat.truth()),
                    BeatTrace.of(beats, beat.row()),
                    beat.views().stream()
                            .limit(shown)
                            .map(view -> SaliencySection.strip(view.competitor(), view.drops()))
                            .toList()));
        }
        return new Figure(
                "saliency-beats",
                "Single beats, and which stretch of them each answer rests on, " + protocol.phrase(),
                "Of each class a beat that as many classifiers as possible answer rightly, and another that as many as possible"
                        + " answer wrongly, of several the first in the data set; each with its number in the table, its class, how"
                        + " many of " + Phrases.counted(asked.size(), "classifier", "classifiers")
                        + " are right or wrong, and its record with the sample of its annotation. Above, the beat without padding;"
                        + " below, how much the probability of the class decided for falls when a stretch of "
                        + SaliencySection.width(asked)
                        + " is hidden, drawn at the middle of the stretch: of a wrong answer, too, it is what the answer rests"
                        + " on. " + SaliencySection.COLOURS
                        + " They were chosen for what became of them, and say nothing about how often that happens."
                        + (shown < asked.size() ? " Shown are the best " + shown + " of the classifiers." : "")
                        + " " + Phrases.capital(protocol.phrase()) + ", seed " + seed + "; "
                        + ComparisonPhrases.of(comparison.audit(protocol))
                        + ".",
                Phrases.counted(chosen.size(), "picture", "pictures") + " of a single beat over one strip for each of "
                        + Phrases.counted(shown, "classifier", "classifiers")
                        + "; the table below says what each answered.",
                new Attention(
                        Steps.ofSamples(comparison.plan().rate()),
                        Axis.linear("drop of the probability", Quantity.SCORE),
                        panels));
    }

    /** {@code S, 5 of 7 wrong, 213 at 12 345}. */
    private String title(ProbedBeat.ChosenBeat choice) {
        Beat beat = beats.beat(choice.beat().row());
        int all = choice.beat().views().size();
        return name(choice.beat().truth()) + ", "
                + (choice.agreeing() == all ? "all" : choice.agreeing() + " of " + all)
                + (choice.right() ? " right" : " wrong")
                + (beat.record().isEmpty() ? "" : ", " + beat.record())
                + (beat.position() < 0 ? "" : " at " + Numbers.count(beat.position()));
    }

    private Table table(
            Protocol protocol, long seed, List<CompetitorSaliency> asked, List<ProbedBeat.ChosenBeat> chosen) {
        List<CompetitorSaliency> shown = asked.subList(0, Math.min(SaliencySection.MOST_CLASSIFIERS, asked.size()));
        List<Column> columns = new ArrayList<>(List.of(
                Column.number("Beat", "its number in the figure"),
                Column.text("Is"),
                Column.text("Record"),
                Column.number("At sample", "of the annotation in its record")));
        shown.forEach(salience -> columns.add(Column.text(salience.competitor())));
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            rows.add(row(i + 1, chosen.get(i).beat(), shown.size()));
        }
        return new Table(
                "What each classifier answered for the single beats, " + protocol.title(),
                Phrases.capital(protocol.title()) + ", seed " + seed + "; "
                        + ComparisonPhrases.of(comparison.audit(protocol))
                        + ". The class that each classifier decided for, with the probability it gave it; wrong answers stand"
                        + " out. The beats were chosen from those of which stretches were hidden, and have no intervals."
                        + (shown.size() < asked.size()
                                ? " Shown are the best " + shown.size() + " of " + asked.size() + " classifiers."
                                : ""),
                columns,
                rows);
    }

    private List<Cell> row(int number, ProbedBeat probed, int shown) {
        Beat beat = beats.beat(probed.row());
        List<Cell> row = new ArrayList<>(List.of(
                Cell.count(number),
                Cell.text(name(probed.truth())),
                beat.record().isEmpty() ? Cell.missing() : Cell.text(beat.record()),
                beat.position() < 0 ? Cell.missing() : Cell.count(beat.position())));
        for (ProbedBeat.View view : probed.views().subList(0, shown)) {
            row.add(Cell.text(name(view.beat().answer()))
                    .withDetail(Numbers.score(view.beat().probability()))
                    .with(view.isRight() ? Cell.Emphasis.NONE : Cell.Emphasis.DOUBTFUL));
        }
        return row;
    }

    private String name(int label) {
        return comparison.plan().classNames().get(label);
    }
}
