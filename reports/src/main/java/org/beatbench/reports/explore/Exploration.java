package org.beatbench.reports.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.Selection;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Gallery;
import org.beatbench.reports.Numbers;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Bars;
import org.beatbench.reports.chart.Cloud;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Estimate;
import org.beatbench.reports.chart.Histogram;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Quantity;
import org.beatbench.reports.chart.Traces;
import org.beatbench.resampling.Resampling;

/** What there is to know about a data set before anything is trained on it. */
public final class Exploration {

    private static final int SPOTS_PER_CLASS = 600;
    private static final int GALLERY_COLUMNS = 6;
    private static final int BINS = 40;

    /** Recordings that get a colour of their own; the others share one. */
    private static final int NAMED_GROUPS = 9;

    private final Beats beats;
    private final DatasetInfo info;
    private final int[] counts;
    private final Groups groups;

    private Exploration(Beats beats, DatasetInfo info) {
        this.beats = beats;
        this.info = info;
        this.counts = beats.classCounts();
        this.groups = Groups.of(beats, Twins::group);
    }

    /**
     * Explores beats.
     *
     * @param beats all beats of a data set, at least one
     * @param info what they are
     * @throws IllegalArgumentException if there are no beats
     */
    public static Report of(Beats beats, DatasetInfo info) {
        if (beats.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one beat to explore");
        }
        Exploration exploration = new Exploration(beats, info);
        return new Report(
                info.name() + (info.synthetic() ? " (synthetic)" : ""),
                "An exploration of " + Numbers.count(beats.size()) + " beats before anything is trained on them.",
                List.of(
                        exploration.overview(),
                        exploration.classes(),
                        exploration.recordings(),
                        exploration.shapes(),
                        exploration.lengths(),
                        exploration.components(),
                        exploration.likeness(),
                        exploration.values(),
                        exploration.resamplings()));
    }

    private Section overview() {
        Groups subjects = Groups.of(beats, Beat::subject);
        List<Block> blocks = new ArrayList<>();
        if (info.synthetic()) {
            blocks.add(Prose.warning(
                    "these beats are synthetic: computed, not measured. Nothing here says anything about real"
                            + " hearts."));
        }
        blocks.add(Prose.verdict(info.summary() + (info.summary().endsWith(".") ? "" : ".")));
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Beats", Numbers.count(beats.size())),
                new Fact("Samples per beat", Numbers.count(beats.length())),
                new Fact("Classes", String.join(", ", beats.classes())),
                new Fact("Subjects", subjects.isEmpty() ? "unknown" : Numbers.count(subjects.size())),
                new Fact("Data set", info.id() + ", version " + info.version())));
        if (!info.licence().isEmpty()) {
            facts.add(new Fact("Licence", info.licence()));
        }
        if (!info.citation().isEmpty()) {
            facts.add(new Fact("Citation", info.citation()));
        }
        blocks.add(new Facts(facts));
        return new Section("overview", "Overview", blocks);
    }

    private Section classes() {
        List<Bars.Bar> bars = labels().mapToObj(label ->
                        new Bars.Bar(beats.classes().get(label), Hue.ofClass(label), Estimate.exactly(counts[label])))
                .toList();
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("Class"), Column.number("Beats", ""), Column.number("Share", "of all labelled beats")));
        if (!groups.isEmpty()) {
            columns.add(Column.number("Recordings", "that have a beat of the class"));
            columns.add(
                    Column.number(
                            "Effective recordings",
                            "how many equally large recordings would be as uneven: inverse Simpson index, 1 / sum of squared shares"));
            columns.add(Column.text("Largest"));
            columns.add(Column.number("Its share", "part of the class that is from the largest recording"));
        }
        double labelled = Arrays.stream(counts).sum();
        List<List<Cell>> rows = new ArrayList<>();
        for (int label = 0; label < counts.length; label++) {
            double share = labelled == 0 ? 0 : counts[label] / labelled;
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text(beats.classes().get(label)),
                    Cell.count(counts[label]),
                    Cell.share(share).withBar(share)));
            if (!groups.isEmpty()) {
                row.add(Cell.count(groups.having(label)));
                row.add(
                        counts[label] == 0
                                ? Cell.missing()
                                : Cell.of(Quantity.PLAIN, Math.round(10 * groups.effective(label)) / 10.0));
                row.add(counts[label] == 0 ? Cell.missing() : Cell.text(groups.largest(label)));
                row.add(counts[label] == 0 ? Cell.missing() : Cell.share(groups.largestShare(label)));
            }
            rows.add(row);
        }
        return new Section(
                "classes",
                "Classes",
                List.of(
                        new Figure(
                                "class-counts",
                                "Beats of each class",
                                "The rarer a class, the less its scores mean.",
                                "Beats of each class; the table below gives every count.",
                                new Bars(Axis.linear("beats", Quantity.COUNT), bars)),
                        new Table(
                                "Where each class comes from",
                                groups.isEmpty()
                                        ? "Recordings and subjects are unknown, so beats of one person cannot be kept apart."
                                        : "A class that comes from few people says little about others, however many beats it has.",
                                columns,
                                rows)));
    }

    private Section recordings() {
        if (groups.isEmpty()) {
            return new Section(
                    "recordings",
                    "Recordings",
                    List.of(
                            Prose.warning(
                                    "recording and subject are unknown. Whatever is measured on such beats has the same people"
                                            + " in training and test, and the protocols that keep them apart cannot be used.")));
        }
        Map<String, String> people = new LinkedHashMap<>();
        beats.beats().forEach(beat -> people.putIfAbsent(Twins.group(beat), beat.subject()));
        List<Column> columns =
                new ArrayList<>(List.of(Column.text("Recording"), Column.text("Subject"), Column.number("Beats", "")));
        beats.classes()
                .forEach(name -> columns.add(
                        Column.number(name, "beats of class " + name + "; the bar is the part of the class")));
        List<List<Cell>> rows = new ArrayList<>();
        groups.counts().forEach((name, count) -> {
            String person = people.getOrDefault(name, "");
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text(name),
                    person.isEmpty() ? Cell.missing() : Cell.text(person),
                    Cell.count(Arrays.stream(count).sum())));
            for (int label = 0; label < count.length; label++) {
                row.add(
                        count[label] == 0
                                ? Cell.count(0).with(Cell.Emphasis.MISSING)
                                : Cell.count(count[label]).withBar(count[label] / (double) counts[label]));
            }
            rows.add(row);
        });
        return new Section(
                "recordings",
                "Recordings",
                List.of(new Table(
                        "Beats by recording and class",
                        "Bars show what part of its class a recording holds.",
                        columns,
                        rows)));
    }

    private Section shapes() {
        List<Curves.Curve> curves = labels().filter(label -> counts[label] > 0)
                .mapToObj(label ->
                        new Curves.Curve(beats.classes().get(label), Hue.ofClass(label), MeanBeat.of(beats, label)))
                .toList();
        int each = beats.classes().size() > 8 ? GALLERY_COLUMNS / 2 : GALLERY_COLUMNS;
        List<Traces.Panel> panels = new ArrayList<>();
        labels().forEach(label -> {
            for (int row : Thinned.ofClass(beats, label, each, "gallery")) {
                String group = Twins.group(beats.beat(row));
                panels.add(new Traces.Panel(
                        beats.classes().get(label) + (group.isEmpty() ? "" : ", " + group),
                        Hue.ofClass(label),
                        List.of(trace(row))));
            }
        });
        return new Section(
                "shapes",
                "Shapes",
                List.of(
                        meanBeats(
                                "mean-beats",
                                "The mean beat of each class",
                                curves.stream().map(Exploration::withoutBand).toList()),
                        new Gallery(IntStream.range(0, curves.size())
                                .mapToObj(i -> meanBeats(
                                        "mean-beat-" + i,
                                        "Class " + curves.get(i).name(),
                                        List.of(curves.get(i))))
                                .toList()),
                        new Figure(
                                "gallery",
                                "Beats drawn at random",
                                "Up to " + each
                                        + " beats of each class, without their padding; the same in every report of these data.",
                                "Single beats of each class.",
                                new Traces(
                                        Axis.linear("sample", Quantity.COUNT),
                                        Axis.linear("scaled amplitude", Quantity.PLAIN),
                                        GALLERY_COLUMNS,
                                        panels))));
    }

    private static Figure meanBeats(String id, String title, List<Curves.Curve> curves) {
        boolean banded = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .anyMatch(point -> point.y().hasInterval());
        return new Figure(
                id,
                title,
                "Padding does not count; a line ends where fewer than a tenth of its beats go on."
                        + (banded ? " The band holds the middle 80 % of the values." : ""),
                "The mean of "
                        + String.join(
                                ", ", curves.stream().map(Curves.Curve::name).toList())
                        + " over the samples of a beat.",
                new Curves(
                        Axis.linear("sample", Quantity.COUNT),
                        Axis.linear("scaled amplitude", Quantity.PLAIN),
                        curves));
    }

    private static Curves.Curve withoutBand(Curves.Curve curve) {
        return new Curves.Curve(
                curve.name(),
                curve.hue(),
                curve.points().stream()
                        .map(point -> new Curves.Point(
                                point.x(), Estimate.exactly(point.y().value())))
                        .toList());
    }

    private List<Double> trace(int row) {
        return IntStream.range(0, beats.beat(row).unpaddedLength())
                .mapToObj(sample -> (double) beats.samples().at(row, sample))
                .map(value -> Double.isFinite(value) ? value : 0.0)
                .toList();
    }

    private Section lengths() {
        int width = Math.max(1, (beats.length() + BINS - 1) / BINS);
        int bins = beats.length() / width + 1;
        List<Histogram.Group> histograms = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] == 0) {
                continue;
            }
            int[] lengths = ofClass(label, beat -> (double) beat.unpaddedLength())
                    .mapToInt(Double::intValue)
                    .sorted()
                    .toArray();
            double[] heights = new double[bins];
            Arrays.stream(lengths).forEach(length -> heights[length / width] += 1.0 / lengths.length);
            histograms.add(new Histogram.Group(
                    beats.classes().get(label),
                    Hue.ofClass(label),
                    Arrays.stream(heights).boxed().toList()));
            double kept = Arrays.stream(lengths).average().orElse(0) / beats.length();
            rows.add(List.of(
                    Cell.text(beats.classes().get(label)),
                    Cell.count(lengths[lengths.length / 2]),
                    Cell.share(1 - kept).withBar(1 - kept),
                    median(label, Beat::rrBefore),
                    median(label, Beat::rrAfter)));
        }
        double kept =
                beats.beats().stream().mapToInt(Beat::unpaddedLength).average().orElse(0) / beats.length();
        return new Section(
                "lengths",
                "Length and padding",
                List.of(
                        Prose.normal(Numbers.share(1 - kept)
                                + " of all values are padding. Where the length of a beat depends on when the"
                                + " next one comes, the padding alone tells a model about the rhythm."),
                        new Figure(
                                "beat-lengths",
                                "Length before the padding, by class",
                                "Each outline adds up to its whole class.",
                                "Distribution of the length before padding, one outline per class.",
                                new Histogram(
                                        Axis.linear("samples before the padding", Quantity.COUNT),
                                        Axis.linear("share of the class", Quantity.SHARE),
                                        0,
                                        width,
                                        histograms)),
                        new Table(
                                "Length and rhythm by class",
                                "Medians over the beats of which the interval is known.",
                                List.of(
                                        Column.text("Class"),
                                        Column.number("Median length", "samples before the padding"),
                                        Column.number("Padding", "part of the values that is padding"),
                                        Column.number("RR before", "median time from the beat before"),
                                        Column.number("RR after", "median time to the beat after")),
                                rows)));
    }

    private Section components() {
        int[] rows = labels().flatMap(
                        label -> Arrays.stream(Thinned.ofClass(beats, label, SPOTS_PER_CLASS, "components")))
                .toArray();
        if (rows.length < 3) {
            return new Section(
                    "components", "Principal components", List.of(Prose.normal("There are too few beats to compare.")));
        }
        Components components = Components.of(beats.samples().select(Selection.of(rows)));
        Map<String, List<Cloud.Spot>> byClass = new LinkedHashMap<>();
        Map<String, List<Cloud.Spot>> byGroup = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i++) {
            Beat beat = beats.beat(rows[i]);
            byClass.computeIfAbsent(beats.classes().get(beat.label()), name -> new ArrayList<>())
                    .add(components.spots().get(i));
            byGroup.computeIfAbsent(Twins.group(beat), name -> new ArrayList<>())
                    .add(components.spots().get(i));
        }
        List<Cloud.Group> classes = byClass.entrySet().stream()
                .map(entry -> new Cloud.Group(
                        entry.getKey(), Hue.ofClass(beats.classes().indexOf(entry.getKey())), entry.getValue()))
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(cloud(
                "components-by-class",
                "by class",
                "Where colours mix, two directions are not enough to tell classes apart.",
                components,
                classes));
        if (!groups.isEmpty()) {
            blocks.add(cloud(
                    "components-by-recording",
                    "by recording",
                    "The same points. Islands of one colour are people, not diseases: a model may learn to tell who it is.",
                    components,
                    coloured(byGroup)));
        }
        return new Section("components", "Principal components", blocks);
    }

    private Figure cloud(String id, String title, String meaning, Components components, List<Cloud.Group> groups) {
        return new Figure(
                id,
                "Principal components, " + title,
                meaning + " Computed from, and shown for, up to " + SPOTS_PER_CLASS
                        + " beats of each class drawn at random, "
                        + Numbers.count(components.spots().size()) + " in all.",
                "Scatter of " + components.spots().size()
                        + " beats along the two directions in which they differ most.",
                new Cloud(
                        Axis.linear(
                                "first component, " + Numbers.share(components.first()) + " of the variance",
                                Quantity.PLAIN),
                        Axis.linear(
                                "second component, " + Numbers.share(components.second()) + " of the variance",
                                Quantity.PLAIN),
                        groups));
    }

    private static List<Cloud.Group> coloured(Map<String, List<Cloud.Spot>> spots) {
        List<String> largest = spots.keySet().stream()
                .sorted((a, b) ->
                        Integer.compare(spots.get(b).size(), spots.get(a).size()))
                .toList();
        List<Cloud.Group> groups = new ArrayList<>();
        List<Cloud.Spot> others = new ArrayList<>();
        largest.stream().skip(NAMED_GROUPS).forEach(name -> others.addAll(spots.get(name)));
        if (!others.isEmpty()) {
            groups.add(new Cloud.Group((largest.size() - NAMED_GROUPS) + " others", Hue.NEUTRAL, others));
        }
        for (int i = 0; i < Math.min(NAMED_GROUPS, largest.size()); i++) {
            groups.add(new Cloud.Group(largest.get(i), Hue.ofSeries(i), spots.get(largest.get(i))));
        }
        return groups;
    }

    private Section likeness() {
        Twins twins = Twins.of(beats);
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact(
                        "Beats with an exact copy",
                        Numbers.count(twins.identical()) + " of " + Numbers.count(beats.size())),
                new Fact("Copies of different class", Numbers.count(twins.contradictory()))));
        if (twins.asked() > 0) {
            double asked = twins.asked();
            facts.add(new Fact(
                    "Nearest neighbours searched",
                    "for " + Numbers.count(twins.asked()) + " beats drawn at random, among all others"));
            facts.add(new Fact("Nearest neighbour of the same class", Numbers.share(twins.sameClass() / asked)));
            if (!groups.isEmpty()) {
                facts.add(new Fact(
                        "Nearest neighbour of the same recording",
                        Numbers.share(twins.sameGroup() / asked) + "; by chance it would be "
                                + Numbers.share(groups.chanceOfSame())));
            }
        }
        return new Section(
                "likeness",
                "How alike beats are",
                List.of(
                        Prose.normal(
                                "A beat whose nearest neighbour is from the same recording is easy to classify once that recording has"
                                        + " been seen. The larger this share, the less a random split says about new patients."),
                        new Facts(facts)));
    }

    private Section values() {
        long missing = 0;
        int flat = 0;
        int empty = 0;
        for (int row = 0; row < beats.size(); row++) {
            float[] samples = beats.samples().row(row);
            missing += IntStream.range(0, samples.length)
                    .filter(i -> Float.isNaN(samples[i]))
                    .count();
            int length = beats.beat(row).unpaddedLength();
            empty += length == 0 ? 1 : 0;
            flat += length > 0 && IntStream.range(1, length).allMatch(i -> samples[i] == samples[0]) ? 1 : 0;
        }
        long unlabelled = beats.beats().stream()
                .filter(beat -> beat.label() == Beat.UNLABELLED)
                .count();
        return new Section(
                "values",
                "Missing and constant values",
                List.of(Facts.of(
                        new Fact("Missing values", Numbers.count(missing)),
                        new Fact("Beats that are constant", Numbers.count(flat)),
                        new Fact("Beats of length 0", Numbers.count(empty)),
                        new Fact("Beats without a class", Numbers.count(unlabelled)))));
    }

    private Section resamplings() {
        List<Column> columns = new ArrayList<>(List.of(Column.text("Resampling"), Column.number("Beats", "")));
        beats.classes().forEach(name -> columns.add(Column.number(name, "")));
        List<List<Cell>> rows = new ArrayList<>();
        for (Resampling resampling : Resampling.values()) {
            int[] after = resampling.countsAfter(counts);
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text(resampling.title()),
                    Cell.count(Arrays.stream(after).asLongStream().sum())));
            Arrays.stream(after).forEach(count -> row.add(Cell.count(count)));
            rows.add(row);
        }
        return new Section(
                "resampling",
                "What resampling would do",
                List.of(
                        new Table(
                                "Beats of each class after resampling",
                                "As if all beats were training beats; in an experiment only these are ever resampled.",
                                columns,
                                rows),
                        new Facts(Arrays.stream(Resampling.values())
                                .map(resampling -> new Fact(resampling.title(), resampling.explanation()))
                                .toList())));
    }

    private Cell median(int label, Function<Beat, Double> value) {
        double[] known = ofClass(label, value)
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return known.length == 0 ? Cell.missing() : Cell.of(Quantity.SECONDS, known[known.length / 2]);
    }

    private <T> Stream<T> ofClass(int label, Function<Beat, T> value) {
        return beats.beats().stream().filter(beat -> beat.label() == label).map(value);
    }

    private IntStream labels() {
        return IntStream.range(0, counts.length);
    }
}
