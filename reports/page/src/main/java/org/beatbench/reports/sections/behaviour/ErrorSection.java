package org.beatbench.reports.sections.behaviour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.beatbench.answers.Answers;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.behaviour.TrainingBeats;
import org.beatbench.comparison.behaviour.WrongBeat;
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
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Steps;
import org.beatbench.reports.chart.Traces;
import org.beatbench.reports.sections.BeatTrace;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.reports.sections.DisclosedBeats;
import org.beatbench.results.RunRecord;

/** The beats that the best classifier is most sure about and wrong: what they look like, and what it knew that is near to them. */
public final class ErrorSection {

    private static final String ID = "errors-by-beat";
    private static final String TITLE = "Wrong and sure of it";

    /** Pairs of classes of which beats are shown, the most frequent ones. */
    private static final int MOST_PAIRS = 8;

    /** Beats of each pair. */
    private static final int EACH = 3;

    private static final Hue BEAT = Hue.ofLayer(1);
    private static final Hue OWN = Hue.ofLayer(3);
    private static final Hue GIVEN = Hue.ofLayer(2);
    private static final Hue KNOWN = Hue.ofLayer(0);

    private final Comparison comparison;
    private final Beats beats;
    private final Protocol protocol;
    private final Score best;
    private final long seed;
    private final TrainingBeats known;

    /**
     * The section of a comparison in which something is complete.
     *
     * @param beats those that the plan is about
     */
    public ErrorSection(Comparison comparison, Beats beats) {
        List<Protocol> protocols = comparison.protocols();
        this.comparison = comparison;
        this.beats = beats;
        this.protocol = protocols.get(protocols.size() - 1);
        this.best = comparison.ranking(protocol).get(0);
        this.seed = best.seeds().get(0);
        this.known = new TrainingBeats(beats);
    }

    /** The section of a report that shows no single beat. */
    public static Section withoutBeats(Optional<DisclosedBeats> shown) {
        return new Section(ID, TITLE, List.of(DisclosedBeats.noBeats(shown)));
    }

    /** What there is to show. */
    public Section section() {
        List<WrongBeat.Pair> pairs = WrongBeat.pairs(runs(), comparison.scored(protocol));
        if (pairs.isEmpty()) {
            return new Section(
                    ID,
                    TITLE,
                    List.of(Prose.normal(best.competitor() + " gave every test beat its own class " + protocol.phrase()
                            + ", so there is no wrong answer to be shown.")));
        }
        List<WrongBeat> chosen = pairs.stream()
                .limit(MOST_PAIRS)
                .flatMap(pair -> pair.chosen(EACH).stream())
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                Prose.normal(
                        "The beats of which " + best.competitor() + ", the best " + protocol.phrase()
                                + ", was most sure and wrong: up to " + EACH + " for each of the "
                                + (pairs.size() > MOST_PAIRS
                                        ? MOST_PAIRS + " most frequent confusions of " + pairs.size()
                                        : Phrases.counted(pairs.size(), "confusion", "confusions") + " there are")
                                + (beats.knowsSubjects() ? ", each of another person" : "")
                                + ". Beside each stands what it knew: the means of"
                                + " the two classes over the beats it learnt from, and of these beats the one that is nearest. They were chosen"
                                + " for being wrong, and say nothing about how often that happens; and the annotation may be wrong, too."));
        blocks.add(figure(chosen));
        blocks.add(table(chosen));
        return new Section(ID, TITLE, blocks);
    }

    private List<RunRecord> runs() {
        return comparison.sets().stream()
                .filter(set -> set.competitor().equals(best.competitor())
                        && set.protocol().equals(protocol.id())
                        && set.seed() == seed)
                .flatMap(set -> set.chosen().stream())
                .flatMap(List::stream)
                .toList();
    }

    private Figure figure(List<WrongBeat> chosen) {
        Frame frame = Frame.around(chosen.stream()
                .flatMap(wrong -> traces(wrong).stream())
                .flatMap(trace -> trace.values().stream())
                .mapToDouble(Double::doubleValue));
        List<Traces.Panel> panels = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            WrongBeat wrong = chosen.get(i);
            panels.add(new Traces.Panel(
                    i + 1 + ": " + name(wrong.beat().truth()) + " called " + name(wrong.answer()) + ", "
                            + Numbers.score(wrong.probability()),
                    traces(wrong).stream().map(frame::fitted).toList()));
        }
        return new Figure(
                "errors",
                "Confident and wrong: " + best.competitor() + " " + protocol.phrase(),
                "Each with its number in the table, the class it is of, the class it was given, and the probability of that"
                        + " answer. Without padding. "
                        + Phrases.capital(ComparisonPhrases.of(comparison.audit(protocol))) + ".",
                Phrases.counted(chosen.size(), "beat", "beats")
                        + " that were given another class than their own; the table below describes each.",
                new Traces(
                        Steps.ofSamples(comparison.plan().rate()),
                        Axis.linear(frame.label(), Quantity.PLAIN),
                        3,
                        panels));
    }

    /** The beat and what the model knew, from the back to the front. */
    private List<Traces.Trace> traces(WrongBeat wrong) {
        List<Traces.Trace> traces = new ArrayList<>();
        known.nearest(wrong)
                .ifPresent(neighbour -> traces.add(
                        new Traces.Trace("nearest it learnt from", KNOWN, true, BeatTrace.of(beats, neighbour.row()))));
        known.mean(wrong.trial(), wrong.answer())
                .ifPresent(mean -> traces.add(new Traces.Trace("mean of class given", GIVEN, false, mean)));
        known.mean(wrong.trial(), wrong.beat().truth())
                .ifPresent(mean -> traces.add(new Traces.Trace("mean of its own class", OWN, false, mean)));
        traces.add(new Traces.Trace("the beat", BEAT, true, BeatTrace.of(beats, wrong.row())));
        return traces;
    }

    private Table table(List<WrongBeat> chosen) {
        List<Set<String>> companions = companions(chosen);
        int others = others().size();
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            rows.add(row(i + 1, chosen.get(i), companions.get(i).size(), others));
        }
        return new Table(
                "Confident and wrong, " + protocol.title(),
                Phrases.capital(protocol.title()) + ", seed " + seed + "; "
                        + ComparisonPhrases.of(comparison.audit(protocol))
                        + ". Distances are Euclidean, between rows with their padding.",
                List.of(
                        Column.number("Beat", "its number in the figure"),
                        Column.text("Is"),
                        Column.text("Called"),
                        Column.number("Probability", "of the class it was given"),
                        Column.number("Of its own", "probability of its own class"),
                        Column.number("Same answer", "how many of the other classifiers gave it the same wrong class"),
                        Column.text("Record"),
                        Column.number("At sample", "of the annotation in its record"),
                        Column.text("Nearest is"),
                        Column.text("of record"),
                        Column.number("Distance", "from the nearest beat it learnt from")),
                rows);
    }

    private List<Cell> row(int number, WrongBeat wrong, int companions, int others) {
        Beat beat = beats.beat(wrong.row());
        Optional<Beat> nearest = known.nearest(wrong).map(found -> beats.beat(found.row()));
        OptionalDouble distance = known.nearest(wrong)
                .map(found -> OptionalDouble.of(found.distance()))
                .orElse(OptionalDouble.empty());
        return List.of(
                Cell.count(number),
                Cell.text(name(wrong.beat().truth())),
                Cell.text(name(wrong.answer())),
                Cell.of(Quantity.SCORE, wrong.probability()),
                Cell.of(Quantity.SCORE, wrong.own()),
                others == 0 ? Cell.missing() : Cell.count(companions).withDetail("of " + Numbers.count(others)),
                text(beat.record()),
                beat.position() < 0 ? Cell.missing() : Cell.count(beat.position()),
                nearest.map(found -> Cell.text(name(found.label()))).orElse(Cell.missing()),
                nearest.map(found -> text(found.record())).orElse(Cell.missing()),
                Cell.of(Quantity.PLAIN, distance));
    }

    private static Cell text(String name) {
        return name.isEmpty() ? Cell.missing() : Cell.text(name);
    }

    private List<Score> others() {
        return comparison.ranking(protocol).stream()
                .filter(score -> score != best && score.seeds().contains(seed))
                .toList();
    }

    /** By place of a beat: who else gave it the same class. */
    private List<Set<String>> companions(List<WrongBeat> chosen) {
        List<Set<String>> companions = new ArrayList<>();
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < chosen.size(); i++) {
            companions.add(new TreeSet<>());
            places.put(chosen.get(i).row(), i);
        }
        for (Score other : others()) {
            Answers answers = other.answers(List.of(seed)).get(0);
            for (int answer = 0; answer < answers.size(); answer++) {
                Integer place = places.get(answers.beat(answer).row());
                if (place != null
                        && answers.predicted(answer) == chosen.get(place).answer()) {
                    companions.get(place).add(other.competitor());
                }
            }
        }
        return companions;
    }

    private String name(int label) {
        return label == Beat.UNLABELLED ? "?" : comparison.plan().classNames().get(label);
    }

    /**
     * The range of amplitudes that fills a picture, since a picture shows 0 to 1.
     *
     * @param low at the bottom
     * @param high at the top, above {@code low}
     */
    private record Frame(double low, double high) {

        /** From 0 to 1 where all values are, as they are where beats are scaled; else from the least to the greatest. */
        static Frame around(DoubleStream values) {
            double[] all = values.toArray();
            double low = DoubleStream.of(all).min().orElse(0);
            double high = DoubleStream.of(all).max().orElse(1);
            if (low >= 0 && high <= 1) {
                return new Frame(0, 1);
            }
            return low < high ? new Frame(low, high) : new Frame(low - 0.5, low + 0.5);
        }

        String label() {
            return "amplitude " + Numbers.plain(low) + " to " + Numbers.plain(high);
        }

        Traces.Trace fitted(Traces.Trace trace) {
            return new Traces.Trace(
                    trace.name(),
                    trace.hue(),
                    trace.solid(),
                    trace.values().stream()
                            .map(value -> (value - low) / (high - low))
                            .toList());
        }
    }
}
