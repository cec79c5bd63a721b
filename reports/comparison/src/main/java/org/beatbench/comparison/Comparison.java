package org.beatbench.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beatbench.answers.Answers;
import org.beatbench.audit.Audits;
import org.beatbench.audit.ProtocolAudit;
import org.beatbench.canaries.Canaries;
import org.beatbench.experiment.Trial;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;

/** Stored runs read against the plan they belong to: who reached what under which protocol, and what is missing. */
public final class Comparison {

    private final Plan plan;
    private final Map<String, RunRecord> runs;
    private final List<FoldSet> sets;
    private final List<Score> scores;
    private final Map<Protocol, Differences> differences = new HashMap<>();
    private final List<Score> references;
    private final Map<String, ProtocolAudit> audits;

    private Comparison(
            Plan plan,
            Map<String, RunRecord> runs,
            List<FoldSet> sets,
            List<Score> scores,
            List<Score> references,
            Map<String, ProtocolAudit> audits) {
        this.plan = plan;
        this.runs = runs;
        this.sets = sets;
        this.scores = scores;
        this.references = references;
        this.audits = audits;
    }

    /** Reads runs whose splits were not audited. */
    public static Comparison of(Plan plan, List<RunRecord> runs) {
        return of(plan, runs, Audits.NONE);
    }

    /**
     * Reads runs.
     *
     * @param plan what was to be run
     * @param runs what is stored of it; runs of other trials are left out
     * @param known the audits of its splits, and perhaps of others
     */
    public static Comparison of(Plan plan, List<RunRecord> runs, Audits known) {
        Map<String, RunRecord> stored = new LinkedHashMap<>();
        runs.forEach(run -> stored.put(run.trial().key(), run));
        stored.keySet().retainAll(plan.trials().stream().map(Trial::key).toList());
        SameBeats.require(stored.values());
        List<FoldSet> sets = new ArrayList<>();
        group(plan.trials(), Trial::label).forEach((competitor, mine) -> group(mine, Trial::protocolId)
                .forEach((protocol, under) -> group(under, Trial::seed)
                        .forEach((seed, trials) ->
                                sets.add(new FoldSet(competitor, protocol, seed, trials, of(trials, stored))))));
        Map<String, ProtocolAudit> audits = new LinkedHashMap<>();
        // How imported answers came to be, nobody can audit.
        List<RunRecord> run = stored.values().stream()
                .filter(one -> !one.trial().classifier().wasImported())
                .toList();
        sets.stream().map(FoldSet::protocol).distinct().forEach(protocol -> known.of(protocol, plan.trials(), run)
                .ifPresent(audit -> audits.put(protocol, audit)));
        return new Comparison(
                plan,
                stored,
                List.copyOf(sets),
                scores(sets.stream().filter(set -> !set.isCanary()).toList(), audits),
                scores(sets.stream().filter(FoldSet::isCanary).toList(), audits),
                audits);
    }

    /** Whether anybody has completed a protocol. */
    public boolean isAnythingComplete() {
        return !scores.isEmpty();
    }

    /** What was to be run. */
    public Plan plan() {
        return plan;
    }

    /** Everything stored. */
    public List<RunRecord> runs() {
        return List.copyOf(runs.values());
    }

    /** What is stored of competitors that were run; the costs of canaries are not measured as theirs are. */
    public List<RunRecord> measured() {
        return run().stream()
                .filter(run -> !Canaries.include(run.trial().classifier().id()))
                .toList();
    }

    /** What was run here, and not imported. */
    public List<RunRecord> run() {
        return runs.values().stream()
                .filter(run -> !run.trial().classifier().wasImported())
                .toList();
    }

    /** Labels of those whose answers were imported, in the order of the plan. */
    public List<String> imported() {
        return sets.stream()
                .filter(FoldSet::isImported)
                .map(FoldSet::competitor)
                .distinct()
                .toList();
    }

    public List<FoldSet> sets() {
        return sets;
    }

    /** The sets of folds that are left out because a trial of theirs did not complete. */
    public List<FoldSet> incomplete() {
        return sets.stream().filter(set -> set.chosen().isEmpty()).toList();
    }

    /** Labels of all competitors, in the order of the plan; canaries are none. */
    public List<String> competitors() {
        return sets.stream()
                .filter(set -> !set.isCanary())
                .map(FoldSet::competitor)
                .distinct()
                .toList();
    }

    /** Labels of all canaries, in the order of the plan. */
    public List<String> canaries() {
        return sets.stream()
                .filter(FoldSet::isCanary)
                .map(FoldSet::competitor)
                .distinct()
                .toList();
    }

    /** The protocols under which there is a score of a competitor, from the loosest to the strictest. */
    public List<Protocol> protocols() {
        return scores.stream()
                .map(Score::protocol)
                .distinct()
                .sorted(byStrictness())
                .toList();
    }

    /** The protocols of the plan, from the loosest to the strictest. */
    public List<Protocol> planned() {
        return sets.stream()
                .map(set -> Protocols.of(set.protocol()))
                .distinct()
                .sorted(byStrictness())
                .toList();
    }

    /** The scores of the competitors under a protocol, the best macro-F1 first. */
    public List<Score> ranking(Protocol protocol) {
        return sorted(scores, protocol);
    }

    /** The scores of the canaries under a protocol, the best macro-F1 first. */
    public List<Score> references(Protocol protocol) {
        return sorted(references, protocol);
    }

    private static List<Score> sorted(List<Score> scores, Protocol protocol) {
        return scores.stream()
                .filter(score -> score.protocol().equals(protocol))
                .sorted(Comparator.comparingDouble(
                                (Score score) -> score.confusion().macroF1().orElse(-1))
                        .reversed())
                .toList();
    }

    /** The competitors under a protocol, compared two by two. */
    public Differences differences(Protocol protocol) {
        return differences.computeIfAbsent(protocol, any -> Differences.of(this, protocol));
    }

    /** What the audit of a protocol's splits came to, if they were all audited. */
    public Optional<ProtocolAudit> audit(Protocol protocol) {
        return Optional.ofNullable(audits.get(protocol.id()));
    }

    /** On whose beats the scores under a protocol rest, which has a ranking; empty if subjects are unknown. */
    public Optional<Support> support(Protocol protocol) {
        return ranking(protocol).get(0).support();
    }

    /** Whether a class has beats under a protocol, which has a ranking, but of too few people for its scores to stand for others. */
    public boolean restsOnFew(Protocol protocol, int label) {
        return support(protocol).filter(support -> support.restsOnFew(label)).isPresent();
    }

    /** How much higher a competitor's macro-F1 is under the loosest protocol measured; empty if there is none to compare. */
    public OptionalDouble optimism(Score score) {
        Protocol loosest = protocols().get(0);
        OptionalDouble there = score(score.competitor(), loosest)
                .map(other -> other.confusion().macroF1())
                .orElse(OptionalDouble.empty());
        OptionalDouble here = score.confusion().macroF1();
        return loosest.equals(score.protocol()) || there.isEmpty() || here.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(there.getAsDouble() - here.getAsDouble());
    }

    /** What a competitor reached under a protocol with all seeds that are complete; empty if none is. */
    public Optional<Score> score(String competitor, Protocol protocol) {
        return Stream.concat(scores.stream(), references.stream())
                .filter(score -> score.competitor().equals(competitor)
                        && score.protocol().equals(protocol))
                .findFirst();
    }

    /**
     * What a competitor reached under a protocol with some seeds only.
     *
     * @param seeds some of those of {@link #score(String, Protocol)}, at least one
     */
    public Score score(String competitor, Protocol protocol, List<Long> seeds) {
        return pooled(
                competitor,
                protocol,
                sets.stream()
                        .filter(set -> set.competitor().equals(competitor)
                                && set.protocol().equals(protocol.id())
                                && seeds.contains(set.seed()))
                        .toList(),
                audit(protocol));
    }

    public Optional<RunRecord> run(Trial trial) {
        return Optional.ofNullable(runs.get(trial.key()));
    }

    /** Names of the classes that a protocol scores. */
    public List<Integer> scored(Protocol protocol) {
        List<Integer> labels = new ArrayList<>();
        for (int label = 0; label < plan.classNames().size(); label++) {
            if (!protocol.unscored().contains(plan.classNames().get(label))) {
                labels.add(label);
            }
        }
        return labels;
    }

    private static List<Score> scores(List<FoldSet> sets, Map<String, ProtocolAudit> audits) {
        List<List<FoldSet>> complete = new ArrayList<>();
        group(sets, FoldSet::competitor)
                .forEach((competitor, mine) -> group(mine, FoldSet::protocol).forEach((protocol, seeds) -> {
                    List<FoldSet> whole = seeds.stream()
                            .filter(set -> set.chosen().isPresent())
                            .toList();
                    if (!whole.isEmpty()) {
                        complete.add(whole);
                    }
                }));
        // No score depends on another, and drawing the resamples of each takes a while.
        return complete.parallelStream()
                .map(whole -> pooled(
                        whole.get(0).competitor(),
                        Protocols.of(whole.get(0).protocol()),
                        whole,
                        Optional.ofNullable(audits.get(whole.get(0).protocol()))))
                .toList();
    }

    private static Score pooled(
            String competitor, Protocol protocol, List<FoldSet> whole, Optional<ProtocolAudit> audit) {
        List<List<Outcome.Completed>> outcomes = whole.stream()
                .map(set -> set.chosen().orElseThrow().stream()
                        .map(run -> (Outcome.Completed) run.outcome())
                        .toList())
                .toList();
        return new Score(
                competitor,
                protocol,
                whole.stream().map(FoldSet::seed).toList(),
                outcomes.stream()
                        .map(folds -> folds.stream()
                                .map(Outcome.Completed::test)
                                .reduce(Answers::and)
                                .orElseThrow()
                                .without(protocol.unscored()))
                        .toList(),
                outcomes.stream()
                        .filter(folds ->
                                !whole.get(0).isCanary() && !whole.get(0).isImported())
                        .flatMap(List::stream)
                        .map(Outcome.Completed::costs)
                        .toList(),
                outcomes.stream()
                        .flatMap(List::stream)
                        .map(Outcome.Completed::temperature)
                        .toList(),
                audit);
    }

    private static Map<String, RunRecord> of(List<Trial> trials, Map<String, RunRecord> stored) {
        Map<String, RunRecord> mine = new LinkedHashMap<>(stored);
        mine.keySet().retainAll(trials.stream().map(Trial::key).toList());
        return mine;
    }

    /** From the loosest to the strictest, as in {@link Protocols#all}; another number of folds is no other strictness. */
    public static Comparator<Protocol> byStrictness() {
        List<Class<?>> kinds = new ArrayList<>();
        Protocols.all().forEach(protocol -> kinds.add(protocol.getClass()));
        return Comparator.<Protocol>comparingInt(protocol -> kinds.indexOf(protocol.getClass()))
                .thenComparing(Protocol::id);
    }

    private static <T, K> Map<K, List<T>> group(List<T> things, Function<T, K> key) {
        return things.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
