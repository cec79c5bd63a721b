package org.beatbench.reports.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.comparison.text.TextTable;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.ClassKey;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Gallery;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Hue;

/** What there is to say of one recording and a model's answers for it. */
final class RecordingReport {

    /** The section that the page puts its strips to be moved into. */
    static final String STRIP = "strip";

    /** More rows are for a file, not for a page. */
    private static final int MOST_ROWS = 200;

    /** As the style sheet has it. */
    private static final int ON_PAPER = 25;

    private final AnsweredRecording recording;
    private final EcgTrace trace;
    private final AnsweredBeats beats;
    private final Priorities priorities;
    private final Envelope envelope;
    private final KeptSignal kept;

    RecordingReport(AnsweredRecording recording, Envelope envelope, KeptSignal kept) {
        this.recording = recording;
        this.trace = recording.trace();
        this.beats = recording.beats();
        this.priorities = new Priorities(recording);
        this.envelope = envelope;
        this.kept = kept;
    }

    Report report() {
        List<Section> sections = new ArrayList<>();
        sections.add(about());
        sections.add(strip());
        sections.add(doubtful());
        sections.add(episodes());
        sections.add(new Section("summary", "Summary", List.of(summary())));
        sections.add(intervals());
        sections.add(templates());
        if (trace.size() > 0) {
            sections.add(new Section("strips", "Strips to scale", strips()));
        }
        sections.add(new Section("model", "The model", new ModelFacts(recording.card()).blocks()));
        sections.add(new Section(
                "again", "How to repeat this", List.of(Prose.normal("Made by:"), Prose.command(recording.command()))));
        return new Report(
                "Recording " + recording.name(),
                "Its beats as " + recording.card().name() + " answered them.",
                sections);
    }

    private Section about() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                Prose.warning(
                        "Not a medical device. These are a model's answers, which are wrong at times; nothing here must be used to judge a patient."));
        recording.warnings().forEach(warning -> blocks.add(Prose.warning(warning)));
        if (!trace.isToScale()) {
            blocks.add(Prose.warning("The file does not say how many millivolts its numbers are (unit: "
                    + (trace.units().isBlank() ? "none" : trace.units())
                    + "). Heights are not to scale; times are."));
        }
        ModelFacts model = new ModelFacts(recording.card());
        blocks.add(Facts.of(
                new Facts.Fact("Recording", recording.name()),
                new Facts.Fact(
                        "Length",
                        Numbers.seconds(trace.seconds()) + ", " + Numbers.plain(trace.rate()) + " samples a second"),
                new Facts.Fact("Lead", trace.lead()),
                new Facts.Fact("Beats", counts()),
                new Facts.Fact("Marks", recording.marks()),
                new Facts.Fact("Model", model.name()),
                new Facts.Fact("With new people", model.scores())));
        return new Section("recording", "What this is", blocks);
    }

    private String counts() {
        int[] counts = beats.counts();
        String each = IntStream.range(0, counts.length)
                .filter(label -> counts[label] > 0)
                .mapToObj(label -> (label == beats.classes() ? "no answer" : recording.className(label)) + " "
                        + Numbers.count(counts[label]))
                .collect(Collectors.joining(", "));
        return Numbers.count(beats.size()) + (each.isEmpty() ? "" : ": " + each);
    }

    private Section strip() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new ClassKey(IntStream.range(0, beats.classes())
                .mapToObj(label -> new ClassKey.Entry(
                        recording.className(label), recording.meanings().get(label), List.of()))
                .toList()));
        blocks.add(Prose.normal(holds()));
        if (trace.size() > 0) {
            blocks.add(new StripFigures(recording).outline(envelope));
        }
        return new Section(STRIP, "Signal and beats", blocks);
    }

    /** What of the signal is in the page. */
    private String holds() {
        if (kept.isWhole()) {
            return "This page holds every sample of the lead.";
        }
        String parts = kept.granted().stream()
                .filter(granted -> granted.wanted() > 0)
                .map(granted -> granted.name() + " (" + Numbers.count(granted.kept()) + " of "
                        + Numbers.count(granted.wanted()) + ")")
                .collect(Collectors.joining(", "));
        return "The recording is too long for a page to hold every sample. It holds "
                + Numbers.seconds(kept.seconds(trace.rate())) + " of " + Numbers.seconds(trace.seconds())
                + ", sample by sample: " + parts + ". Of the rest it holds the least and the greatest value of every "
                + Numbers.seconds(envelope.every() / trace.rate()) + ", drawn as a band.";
    }

    private Section doubtful() {
        List<Integer> doubtful = priorities.doubtful();
        boolean isMarked = IntStream.range(0, beats.size()).anyMatch(beat -> beats.mark(beat) != AnsweredBeats.NONE);
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.Column.text("Beat"),
                Table.Column.text("Class"),
                Table.Column.number("Probability", "of the class that was answered"),
                Table.Column.text("Second"),
                Table.Column.text("Flags")));
        if (isMarked) {
            columns.add(Table.Column.text("By the marks"));
        }
        List<List<Cell>> rows = doubtful.stream()
                .limit(MOST_ROWS)
                .map(beat -> {
                    int label = beats.label(beat);
                    List<Cell> row = new ArrayList<>(List.of(
                            beat(beat),
                            Cell.text(recording.className(label)),
                            label == AnsweredBeats.NONE ? Cell.missing() : Cell.share(beats.probability(beat, label)),
                            beats.second(beat) == AnsweredBeats.NONE
                                    ? Cell.missing()
                                    : Cell.text(recording.className(beats.second(beat))),
                            Cell.text(String.join(" ", beats.flags(beat)))));
                    if (isMarked) {
                        row.add(
                                beats.mark(beat) == AnsweredBeats.NONE
                                        ? Cell.missing()
                                        : Cell.text(recording.className(beats.mark(beat))));
                    }
                    return List.copyOf(row);
                })
                .toList();
        String flags = recording.flags().entrySet().stream()
                .map(flag -> flag.getKey() + ": " + flag.getValue())
                .collect(Collectors.joining("; "));
        return new Section(
                "doubtful",
                "Look at these first",
                List.of(
                        Prose.normal("Beats whose answers have something to be borne in mind, the least sure first. "
                                + flags + "."),
                        doubtful.isEmpty()
                                ? Prose.normal("There are none.")
                                : new Table(
                                        "Flagged beats",
                                        left(doubtful.size(), "the answers as CSV or JSON have all."),
                                        columns,
                                        rows)));
    }

    /** A beat that leads to its place in the strip. */
    private Cell beat(int beat) {
        String number = Integer.toString(beat + 1);
        return new Cell(
                Numbers.clock(recording.time(beat)),
                "beat " + number,
                recording.time(beat),
                0,
                Cell.Emphasis.NONE,
                "#beat-" + number);
    }

    private static String left(int count, String elsewhere) {
        String onPaper = count <= ON_PAPER ? "" : "On paper, the first " + ON_PAPER + ".";
        return count <= MOST_ROWS
                ? onPaper
                : "The first " + MOST_ROWS + " of " + Numbers.count(count) + "; " + elsewhere + " " + onPaper;
    }

    private Section episodes() {
        List<Block> blocks = new ArrayList<>();
        List<Episode> pauses = priorities.pauses();
        List<Episode> runs = priorities.runs();
        if (!runs.isEmpty()) {
            blocks.add(new Table(
                    "Runs and couplets",
                    left(runs.size(), "the summary counts all."),
                    List.of(
                            Table.Column.text("First beat"),
                            Table.Column.text("What"),
                            Table.Column.number("Beats", ""),
                            Table.Column.number("Length", "from the first to the last beat")),
                    runs.stream()
                            .limit(MOST_ROWS)
                            .map(run -> List.of(
                                    beat(run.first()),
                                    Cell.text(run.name()),
                                    Cell.count(run.beats()),
                                    Cell.of(Quantity.SECONDS, run.seconds())))
                            .toList()));
        }
        if (!pauses.isEmpty()) {
            blocks.add(new Table(
                    "Pauses",
                    left(pauses.size(), "the summary counts all."),
                    List.of(
                            Table.Column.text("Beat before"),
                            Table.Column.number("RR", "to the next beat"),
                            Table.Column.text("What")),
                    pauses.stream()
                            .limit(MOST_ROWS)
                            .map(pause -> List.of(
                                    beat(pause.first()),
                                    Cell.of(Quantity.SECONDS, pause.seconds()),
                                    Cell.text(pause.name())))
                            .toList()));
        }
        if (blocks.isEmpty()) {
            blocks.add(Prose.normal("There are none."));
        }
        return new Section("episodes", "Runs and pauses", blocks);
    }

    private Table summary() {
        TextTable table = recording.summary();
        return new Table(
                "What the answers come to",
                table.note(),
                table.columns().stream()
                        .map(column -> column.number()
                                ? Table.Column.number(column.title(), "")
                                : Table.Column.text(column.title()))
                        .toList(),
                table.rows().stream()
                        .map(row -> row.stream().map(Cell::text).toList())
                        .toList());
    }

    private Section intervals() {
        IntervalFigures figures = new IntervalFigures(recording);
        return new Section(
                "intervals",
                "From beat to beat",
                figures.isEmpty()
                        ? List.of(Prose.normal("There are no two beats with a signal between them."))
                        : List.of(figures.tachogram(), new Gallery(List.of(figures.lorenz(), figures.histogram()))));
    }

    private Section templates() {
        List<Figure> figures = priorities.labels().stream()
                .map(label -> Template.of(recording, label))
                .flatMap(Optional::stream)
                .map(this::figure)
                .toList();
        return new Section(
                "templates",
                "What the beats of each class look like",
                figures.isEmpty()
                        ? List.of(Prose.normal("There is no beat with enough of the signal around it."))
                        : List.of(
                                Prose.normal(
                                        "Mean of the beats of a class around their marks, and one standard deviation"
                                                + " above and below. Each beat less its own mean, so that a wandering baseline does"
                                                + " not count."),
                                new Gallery(figures)));
    }

    private Figure figure(Template template) {
        String name = recording.className(template.label());
        String meaning = recording.meanings().get(template.label());
        return new Figure(
                "template-" + (template.label() + 1),
                name + (meaning.isEmpty() ? "" : ", " + meaning),
                "n = " + Numbers.count(template.beats()) + " beats; mean ± SD.",
                "The mean beat of class " + name + ", of " + Numbers.count(template.beats()) + " beats.",
                new Curves(
                        Axis.linear("time from the mark, ms", Quantity.PLAIN),
                        Axis.linear(trace.heightUnit(), Quantity.PLAIN),
                        List.of(new Curves.Curve(
                                name,
                                Hue.ofClass(template.label()),
                                template.moments().stream()
                                        .map(moment -> new Curves.Point(
                                                moment.milliseconds(),
                                                new Estimate(
                                                        moment.mean(),
                                                        moment.mean() - moment.deviation(),
                                                        moment.mean() + moment.deviation())))
                                        .toList()))));
    }

    private List<Block> strips() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.normal(
                trace.isToScale()
                        ? "25 mm/s and 10 mm/mV on paper printed at full size; on a screen as far as it is right about its"
                                + " millimetres. The mark at the left is 1 mV high and 200 ms wide; thin lines are 1 mm apart, bold ones 5 mm."
                        : "25 mm/s on paper printed at full size; on a screen as far as it is right about its millimetres. Heights"
                                + " are not to scale, since the unit of the file is not known as millivolts."));
        blocks.addAll(new StripFigures(recording).strips());
        return blocks;
    }
}
