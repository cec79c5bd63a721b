package org.beatbench.reports.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.audit.AuditVerdict;
import org.beatbench.audit.ProtocolAudit;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Conditions;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.metrics.Aami;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Choice;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Ladder;
import org.beatbench.reports.sections.Colours;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.reports.sections.ConditionWords;
import org.beatbench.reports.sections.YardstickNotes;
import org.beatbench.reports.sections.scores.Figures;

/** What everybody reads after the verdict, in a few screens: who ranks where, what is left on new people, for whom it fails. */
final class FirstStorey {

    /** So many subjects show for whom classifiers fail. */
    private static final int HARDEST = 8;

    /** So many classifiers stand beside others' work. */
    private static final int BESIDE_OTHERS = 8;

    private final Comparison comparison;
    private final List<Protocol> strictestFirst;

    FirstStorey(Comparison comparison) {
        this.comparison = comparison;
        List<Protocol> protocols = new ArrayList<>(comparison.protocols());
        Collections.reverse(protocols);
        this.strictestFirst = List.copyOf(protocols);
    }

    /** Those sections for which there is something to show. */
    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("ranking", "Ranking", List.of(choice(this::ranking))));
        people().ifPresent(sections::add);
        aami().ifPresent(sections::add);
        subjects().ifPresent(sections::add);
        costs().ifPresent(sections::add);
        sections.add(checks());
        return sections;
    }

    /** Something under each protocol, that of the strictest first. */
    private Choice choice(Function<Protocol, Block> block) {
        return ProtocolChoice.of(strictestFirst, protocol -> List.of(block.apply(protocol)));
    }

    private Block ranking(Protocol protocol) {
        List<Integer> ectopic = ectopic();
        OptionalDouble majority = comparison.ranking(protocol).get(0).quality(Quality.MAJORITY_RATE);
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("Classifier"),
                Column.merit("Macro-F1", Quality.MACRO_F1.explanation(), true),
                Column.merit("Accuracy", Quality.ACCURACY.explanation(), true)));
        ectopic.forEach(label -> columns.add(Column.merit(
                "F1 " + ComparisonPhrases.className(comparison, protocol, label),
                "the harmonic mean of sensitivity and positive predictive value of that class",
                true)));
        columns.add(Column.merit("Fit", "wall time to train", false));
        List<List<Cell>> rows = new ArrayList<>();
        comparison.ranking(protocol).forEach(score -> rows.add(row(score, ectopic, majority, rows.isEmpty())));
        comparison.references(protocol).stream()
                .limit(1)
                .forEach(
                        score -> rows.add(YardstickNotes.setApart(row(score, ectopic, OptionalDouble.empty(), false))));
        String line = majority.isPresent()
                ? " ▾: below always "
                        + comparison.plan().classNames().get(majorityClass(protocol)) + ", "
                        + Numbers.share(majority.getAsDouble()) + "."
                : "";
        return new Table("Ranked " + protocol.phrase(), shortBasis(protocol) + line, columns, rows);
    }

    private List<Cell> row(Score score, List<Integer> ectopic, OptionalDouble majority, boolean best) {
        Cell macroF1 = Cell.of(Quantity.SCORE, score.macroF1());
        boolean leaks = score.protocol().leaks();
        List<Cell> row = new ArrayList<>();
        row.add(Cell.text(score.competitor()));
        row.add(
                macroF1.hasValue() && (best || leaks)
                        ? macroF1.withBar(macroF1.value()).with(leaks ? Cell.Emphasis.DOUBTFUL : Cell.Emphasis.BEST)
                        : macroF1.withBar(macroF1.value()));
        Cell accuracy = Cell.of(Quantity.SHARE, score.quality(Quality.ACCURACY));
        row.add(
                majority.isPresent() && accuracy.hasValue() && accuracy.value() < majority.getAsDouble()
                        ? accuracy.withDetail("▾").with(Cell.Emphasis.DOUBTFUL)
                        : accuracy);
        ectopic.forEach(
                label -> row.add(Cell.of(Quantity.SCORE, score.confusion().f1(label))));
        row.add(
                score.hasCosts()
                        ? Cell.of(
                                Quantity.SECONDS,
                                score.median(cost -> cost.fit().toNanos() / 1e9))
                        : Cell.missing());
        return row;
    }

    /** The classes that somebody looks for, at most two: V and S of heartbeats, else the rarest. */
    private List<Integer> ectopic() {
        List<String> names = comparison.plan().classNames();
        if (Aami.fits(names)) {
            return List.of(names.indexOf("V"), names.indexOf("S"));
        }
        List<Integer> counts = comparison.plan().classCounts();
        return IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(counts::get))
                .limit(2)
                .sorted()
                .toList();
    }

    private int majorityClass(Protocol protocol) {
        Score any = comparison.ranking(protocol).get(0);
        return comparison.scored(protocol).stream()
                .max(Comparator.comparingLong(any::beats))
                .orElseThrow();
    }

    private String shortBasis(Protocol protocol) {
        Score first = comparison.ranking(protocol).get(0);
        return Numbers.count(first.beats()) + " beats"
                + (first.subjects() > 0 ? " of " + Phrases.counted(first.subjects(), "person", "people") : "")
                + ", " + Phrases.seeds(first.seeds()) + "; "
                + first.audit().map(audit -> "audit: " + audit.verdict()).orElse("not audited") + ". Intervals over "
                + (first.overSubjects() ? "people." : "beats.");
    }

    /** What is left of the same classifiers when the people are new, if both were measured. */
    private Optional<Section> people() {
        Optional<Protocol> same = strictestFirst.stream()
                .filter(protocol -> !protocol.bySubject() && !protocol.leaks())
                .findFirst();
        Optional<Protocol> others =
                strictestFirst.stream().filter(Protocol::bySubject).findFirst();
        if (same.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        List<Protocol> steps = List.of(same.get(), others.get());
        List<Ladder.Line> lines = new ArrayList<>();
        for (Score score : comparison.ranking(others.get())) {
            List<Ladder.Rung> rungs = new ArrayList<>();
            for (int step = 0; step < steps.size(); step++) {
                int place = step;
                comparison
                        .score(score.competitor(), steps.get(step))
                        .flatMap(Score::macroF1)
                        .ifPresent(estimate -> rungs.add(new Ladder.Rung(place, estimate)));
            }
            if (rungs.size() == steps.size()) {
                lines.add(new Ladder.Line(score.competitor(), Colours.of(comparison, score.competitor()), rungs));
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String from = range(lines, 0);
        String to = range(lines, 1);
        Figure slope = new Figure(
                "same-and-new-people",
                "Macro-F1 of " + from + " on people learned from is " + to + " on new ones",
                "With 95 % intervals. " + new Figures(comparison).testParts(steps),
                lines.size() + " lines from the macro-F1 on people learned from to that on new people; the tables give"
                        + " every value.",
                new Ladder(List.of("same people", "new people"), Axis.linear("macro-F1", Quantity.SCORE), lines));
        return Optional.of(new Section("people", "From the same people to new ones", List.of(slope)));
    }

    private static String range(List<Ladder.Line> lines, int step) {
        List<Double> values = lines.stream()
                .map(line -> line.rungs().get(step).estimate().value())
                .sorted()
                .toList();
        String low = Numbers.score(values.get(0));
        String high = Numbers.score(values.get(values.size() - 1));
        return low.equals(high) ? low : low + " to " + high;
    }

    /** The figures of the standard beside those that others published under the same division. */
    private Optional<Section> aami() {
        if (!Aami.fits(comparison.plan().classNames())) {
            return Optional.empty();
        }
        Protocol strictest = strictestFirst.get(0);
        Protocol shown = strictestFirst.stream()
                .filter(protocol -> !PublishedResults.under(protocol).isEmpty())
                .findFirst()
                .orElse(strictest);
        List<PublishedResults> others = PublishedResults.under(shown);
        boolean published = !others.isEmpty();
        List<Aami> figures = List.of(
                Aami.VEB_SENSITIVITY,
                Aami.VEB_POSITIVE_PREDICTIVE_VALUE,
                Aami.SVEB_SENSITIVITY,
                Aami.SVEB_POSITIVE_PREDICTIVE_VALUE,
                Aami.J_KAPPA);
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(published ? "Classifier, or others' work" : "Classifier"),
                Column.merit("Accuracy", Quality.ACCURACY.explanation(), true)));
        figures.forEach(figure -> columns.add(Column.merit(figure.title(), figure.explanation(), true)));
        List<List<Cell>> rows = new ArrayList<>();
        for (Score score :
                comparison.ranking(shown).stream().limit(BESIDE_OTHERS).toList()) {
            List<Cell> row = new ArrayList<>(
                    List.of(Cell.text(score.competitor()), Cell.of(Quantity.SHARE, score.quality(Quality.ACCURACY))));
            figures.forEach(figure -> row.add(score.estimate(figure::of)
                    .map(Estimate::value)
                    .map(value -> Cell.of(Quantity.of(figure.unit()), value.doubleValue()))
                    .orElse(Cell.missing())));
            rows.add(row);
        }
        List<Block> blocks = new ArrayList<>();
        others.forEach(other -> rows.add(YardstickNotes.setApart(List.of(
                Cell.text(other.source() + " " + other.year()),
                Cell.of(Quantity.SHARE, other.accuracy()),
                Cell.of(Quantity.SHARE, other.vebSensitivity()),
                Cell.of(Quantity.SHARE, other.vebPredictivity()),
                Cell.of(Quantity.SHARE, other.svebSensitivity()),
                Cell.of(Quantity.SHARE, other.svebPredictivity()),
                Cell.of(Quantity.SCORE, other.jKappa())))));
        blocks.add(new Table(
                "Ventricular (VEB) and supraventricular ectopic beats (SVEB) " + shown.phrase(),
                (comparison.ranking(shown).size() > BESIDE_OTHERS
                                ? "The " + BESIDE_OTHERS + " highest; all are under AAMI view. "
                                : "")
                        + "Places of beats are given." + (published ? " In italics: others, as published." : ""),
                columns,
                rows));
        if (published) {
            blocks.add(Prose.normal(others.stream()
                    .map(other -> other.source() + " " + other.year() + ": " + other.caveat() + " (https://doi.org/"
                            + other.doi() + ").")
                    .collect(Collectors.joining(" "))));
        }
        return Optional.of(new Section(
                "ectopic", published ? "Finding ectopic beats, beside others' work" : "Finding ectopic beats", blocks));
    }

    /** On whom the classifiers are least often right, under the strictest protocol that keeps people apart. */
    private Optional<Section> subjects() {
        Optional<Protocol> apart =
                strictestFirst.stream().filter(Protocol::bySubject).findFirst();
        if (apart.isEmpty() || comparison.ranking(apart.get()).get(0).subjects() < 2) {
            return Optional.empty();
        }
        List<Score> ranking = comparison.ranking(apart.get());
        Map<String, SortedMap<String, ConfusionMatrix>> answers = new LinkedHashMap<>();
        ranking.forEach(
                score -> answers.put(score.competitor(), ConfusionMatrix.bySubject(score.answers(score.seeds()))));
        List<Subject> subjects = answers.values().iterator().next().keySet().stream()
                .map(name -> Subject.of(name, answers))
                .sorted(Comparator.comparingDouble(Subject::median))
                .toList();
        List<List<Cell>> rows = subjects.stream()
                .limit(HARDEST)
                .map(subject -> List.of(
                        Cell.text(subject.name()),
                        Cell.text(subject.classes()),
                        Cell.count(subject.beats() / ranking.get(0).seeds().size()),
                        Cell.of(Quantity.SHARE, subject.median()).withBar(subject.median()),
                        Cell.of(Quantity.SHARE, subject.best()),
                        Cell.text(subject.bestBy())))
                .toList();
        return Optional.of(new Section(
                "for-whom",
                "For whom it fails",
                List.of(new Table(
                        "The " + Phrases.counted(rows.size(), "person", "people") + " of " + subjects.size()
                                + " on whom classifiers are least often right",
                        Phrases.capital(apart.get().title()) + "; everybody is under Per subject.",
                        List.of(
                                Column.text("Person"),
                                Column.text("Classes"),
                                Column.number("Beats", "scored beats of one seed"),
                                Column.merit("Usual accuracy", "median over the classifiers", true),
                                Column.merit("Best", "the classifier that is most often right on this person", true),
                                Column.text("By")),
                        rows))));
    }

    /**
     * How classifiers did on one person.
     *
     * @param classes that the person has beats of, the most frequent first
     */
    private record Subject(String name, String classes, long beats, double median, double best, String bestBy) {

        static Subject of(String name, Map<String, SortedMap<String, ConfusionMatrix>> answers) {
            Map<String, Double> accuracies = new LinkedHashMap<>();
            List<ConfusionMatrix> all = new ArrayList<>();
            answers.forEach((competitor, subjects) -> {
                ConfusionMatrix own = subjects.get(name);
                if (own != null && own.total() > 0) {
                    all.add(own);
                    accuracies.put(competitor, own.correct() / (double) own.total());
                }
            });
            ConfusionMatrix any = all.get(0);
            List<Double> sorted = accuracies.values().stream().sorted().toList();
            Map.Entry<String, Double> best = accuracies.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow();
            String classes = IntStream.range(0, any.classes().size())
                    .boxed()
                    .filter(label -> any.ofClass(label) > 0)
                    .sorted(Comparator.comparingLong(any::ofClass).reversed())
                    .map(any.classes()::get)
                    .collect(Collectors.joining(" "));
            int half = sorted.size() / 2;
            double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
            return new Subject(name, classes, any.total(), median, best.getValue(), best.getKey());
        }
    }

    private Optional<Section> costs() {
        Protocol strictest = strictestFirst.get(0);
        if (comparison.ranking(strictest).stream().noneMatch(Score::hasCosts)) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        ConditionWords.warnings(Conditions.of(comparison.measured()))
                .forEach(warning -> blocks.add(Prose.warning(warning)));
        blocks.add(new Figures(comparison).frontier(strictest));
        return Optional.of(new Section("cost", "What it costs", blocks));
    }

    /** Whether the divisions can be trusted, at a glance. */
    private Section checks() {
        List<Protocol> planned = new ArrayList<>(comparison.planned());
        planned.sort(Comparison.byStrictness().reversed());
        Map<String, String> titles = new LinkedHashMap<>();
        for (Protocol protocol : planned) {
            comparison.audit(protocol).ifPresent(audit -> audit.findings()
                    .forEach(finding ->
                            titles.put(finding.check().id(), finding.check().title())));
        }
        if (titles.isEmpty()) {
            return new Section(
                    "checks",
                    "Can the divisions be trusted?",
                    List.of(Prose.warning("nothing was audited. beatbench audit "
                            + comparison.plan().experiment() + " does it; then make the report again.")));
        }
        List<Column> columns = new ArrayList<>(List.of(Column.text("Check")));
        planned.forEach(protocol -> columns.add(Column.text(ComparisonPhrases.of(protocol))));
        List<List<Cell>> rows = new ArrayList<>();
        titles.forEach((id, title) -> {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(title)));
            planned.forEach(protocol -> row.add(verdict(comparison.audit(protocol), id)));
            rows.add(row);
        });
        return new Section(
                "checks",
                "Can the divisions be trusted?",
                List.of(new Table(
                        "Checks of the divisions, before anything was trained",
                        "FAIL: figures are not what they seem. WARN: see the evidence under Audit.",
                        columns,
                        rows)));
    }

    private static Cell verdict(Optional<ProtocolAudit> audit, String check) {
        return audit.stream()
                .flatMap(some -> some.findings().stream())
                .filter(finding -> finding.check().id().equals(check))
                .findFirst()
                .map(finding -> {
                    AuditVerdict verdict = finding.check().verdict();
                    Cell cell = Cell.text(verdict.name());
                    return verdict == AuditVerdict.PASS ? cell : cell.with(Cell.Emphasis.DOUBTFUL);
                })
                .orElse(Cell.missing());
    }
}
