package org.beatbench.reports.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.beatbench.audit.AuditVerdict;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Conditions;
import org.beatbench.comparison.FoldSet;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.verdict.Standing;
import org.beatbench.comparison.verdict.Verdict;
import org.beatbench.inquiry.Inquiry;
import org.beatbench.metrics.Aami;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.ClassKey;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Section;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.reports.sections.ConditionWords;
import org.beatbench.results.Costs;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;
import org.beatbench.robustness.RobustnessInquiry;
import org.beatbench.saliency.MeanBeat;
import org.beatbench.saliency.SaliencyInquiry;

/** The answer in a few sentences, what must be known before it is believed, and what it rests on. */
final class VerdictSection {

    private static final Map<String, String> MEANINGS = Map.of(
            "N", "normal",
            "S", "supraventricular ectopic",
            "V", "ventricular ectopic",
            "F", "fusion of N and V",
            "Q", "paced or unknown");

    private final Comparison comparison;

    VerdictSection(Comparison comparison) {
        this.comparison = comparison;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        Verdict verdict = Verdict.of(comparison);
        VerdictSentences sentences = new VerdictSentences(verdict);
        blocks.add(Prose.verdict(sentences.headline()));
        key().ifPresent(blocks::add);
        warnings().forEach(warning -> blocks.add(Prose.warning(warning)));
        List<Fact> answers = new ArrayList<>(sentences.answers());
        verdict.standing().map(Standing::protocol).ifPresent(protocol -> answers.addAll(trust(protocol)));
        for (List<Fact> facts : List.of(answers, sentences.reasons())) {
            if (!facts.isEmpty()) {
                blocks.add(new Facts(facts));
            }
        }
        return new Section("verdict", "Verdict", blocks);
    }

    /** Whether the division holds, what others reached by it, and what it costs. */
    private List<Fact> trust(Protocol protocol) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Can the split be trusted?",
                comparison
                        .audit(protocol)
                        .map(audit -> audit.label() + (audit.accepted() ? ", accepted" : "") + ".")
                        .orElse("It was not audited.")));
        List<Score> timed =
                comparison.ranking(protocol).stream().filter(Score::hasCosts).toList();
        if (Aami.fits(comparison.plan().classNames())) {
            PublishedResults.under(protocol).stream()
                    .findFirst()
                    .ifPresent(first -> facts.add(new Fact(
                            "Published, same split",
                            first.source() + " " + first.year() + ": VEB Se " + share(first.vebSensitivity()) + ", +P "
                                    + share(first.vebPredictivity()) + "; more below.")));
        }
        if (!timed.isEmpty()) {
            facts.add(new Fact(
                    "What does it cost?",
                    "Training " + range(timed, cost -> cost.fit().toNanos()) + "; one beat "
                            + range(timed, cost -> cost.singleMedian().toNanos()) + "."
                            + (ConditionWords.warnings(Conditions.of(comparison.measured()))
                                            .isEmpty()
                                    ? ""
                                    : " Not comparable: see below.")));
        }
        return facts;
    }

    private static String share(OptionalDouble share) {
        return share.isPresent() ? Numbers.share(share.getAsDouble()) : "–";
    }

    private static String range(List<Score> timed, ToDoubleFunction<Costs> nanoseconds) {
        List<Score> sorted = timed.stream()
                .sorted(Comparator.comparingDouble(score -> score.median(nanoseconds)))
                .toList();
        Score least = sorted.get(0);
        Score most = sorted.get(sorted.size() - 1);
        return seconds(least, nanoseconds) + (least == most ? "" : " to " + seconds(most, nanoseconds));
    }

    private static String seconds(Score score, ToDoubleFunction<Costs> nanoseconds) {
        return Numbers.seconds(score.median(nanoseconds) * 1e-9) + " (" + score.competitor() + ")";
    }

    /** What the letters of the classes stand for, and what such beats look like, as far as that is known. */
    private Optional<ClassKey> key() {
        Plan plan = comparison.plan();
        List<ClassKey.Entry> entries = new ArrayList<>();
        boolean named = Aami.fits(plan.classNames());
        for (int label = 0; label < plan.classNames().size(); label++) {
            int own = label;
            String name = plan.classNames().get(label);
            entries.add(new ClassKey.Entry(
                    name,
                    named ? MEANINGS.getOrDefault(name, "") : "",
                    plan.means().stream()
                            .filter(mean -> mean.label() == own)
                            .findFirst()
                            .map(MeanBeat::samples)
                            .orElse(List.of())));
        }
        return named || !plan.means().isEmpty() ? Optional.of(new ClassKey(entries)) : Optional.empty();
    }

    /** What the verdict rests on: what was run, on which data, how often the test beats were looked at. */
    Section basis() {
        return new Section("run", "What was run", List.of(banner()));
    }

    private List<String> warnings() {
        Plan plan = comparison.plan();
        List<String> warnings = new ArrayList<>();
        if (plan.dataset().synthetic()) {
            warnings.add(
                    "the beats are synthetic: computed, not measured. Nothing here says anything about real hearts.");
        }
        for (Protocol protocol : comparison.protocols()) {
            if (protocol.leaks()) {
                warnings.add("numbers " + protocol.phrase()
                        + " measure memory, and are shown only to say what that mistake" + " is worth.");
            }
        }
        for (Protocol protocol : comparison.protocols()) {
            comparison
                    .audit(protocol)
                    .filter(audit -> audit.verdict() == AuditVerdict.FAIL && !protocol.leaks())
                    .ifPresent(audit -> warnings.add(protocol.phrase() + ", the audit failed: "
                            + audit.reason() + ". "
                            + (audit.accepted() ? "It was run all the same, with --accept-leaks. " : "")
                            + "Its numbers mean something else than they seem to: see Audit."));
        }
        if (!comparison.imported().isEmpty()) {
            warnings.add("answers of " + Phrases.listed(comparison.imported())
                    + " were made elsewhere, and not run here: what they were learned from, and whether the classes of test beats were"
                    + " known, nobody can tell from them. They have no times.");
        }
        for (Protocol protocol : comparison.protocols()) {
            oneSided(comparison.ranking(protocol).get(0)).ifPresent(warnings::add);
        }
        if (!comparison.incomplete().isEmpty()) {
            warnings.add(Phrases.counted(comparison.incomplete().size(), "set of trials is", "sets of trials are")
                    + " incomplete and left out of every number: see Failures.");
        }
        return warnings;
    }

    /** Of classes on one side only: what they are, and what the best reaches without those that nobody could learn. */
    private static Optional<String> oneSided(Score best) {
        if (best.sides().isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble both = best.macroF1OfBothSides();
        return Optional.of(best.protocol().phrase() + ", not all classes are on both sides. "
                + String.join(" ", best.sides().sentences())
                + (both.isEmpty()
                        ? ""
                        : " Over the classes that both sides have, the macro-F1 of " + best.competitor() + " is "
                                + Numbers.score(both.getAsDouble()) + "."));
    }

    private Facts banner() {
        Plan plan = comparison.plan();
        long failed = count(Outcome.Failed.class);
        long stopped = count(Outcome.Stopped.class);
        int missing = plan.trials().size() - comparison.runs().size();
        String trials = Numbers.count(count(Outcome.Completed.class)) + " of "
                + Numbers.count(plan.trials().size()) + " complete"
                + (failed + stopped + missing == 0
                        ? ""
                        : " (" + failed + " failed, " + stopped + " stopped, " + missing + " not run yet)");
        return Facts.of(
                new Fact("Protocols measured", names(comparison.protocols())),
                new Fact(
                        "Audit",
                        comparison.protocols().isEmpty() ? "nothing to audit" : ComparisonPhrases.audits(comparison)),
                new Fact("Trials", trials),
                new Fact("Looks at the test beats", looks()),
                new Fact("Trials ran", ConditionWords.summary(Conditions.of(comparison.measured())) + canariesRan()),
                new Fact(
                        "Seeds",
                        String.join(
                                ", ",
                                comparison.sets().stream()
                                        .map(FoldSet::seed)
                                        .distinct()
                                        .map(String::valueOf)
                                        .toList())),
                new Fact(
                        "Data",
                        plan.dataset().name() + (plan.dataset().synthetic() ? " (synthetic)" : "") + ", "
                                + Numbers.count(plan.classCounts().stream()
                                        .mapToLong(Integer::longValue)
                                        .sum()) + " beats"),
                new Fact("Data fingerprint", fingerprints(plan)),
                new Fact("Commit", commits()));
    }

    /** The commits that the trials ran at; where a record does not know, the one of the last start is the nearest there is. */
    private String commits() {
        Set<String> commits = new LinkedHashSet<>();
        comparison.run().forEach(run -> commits.add(run.environment().commit()));
        boolean unknown = commits.remove("") || commits.isEmpty();
        String known = String.join(", ", commits);
        String started = comparison.plan().commit();
        return !unknown
                ? known
                : (known.isEmpty() ? "unknown" : known + ", unknown of some")
                        + (started.isEmpty() ? "" : "; last started at " + started);
    }

    private static String names(List<Protocol> protocols) {
        return protocols.isEmpty()
                ? "none completely"
                : String.join(
                        "; ",
                        protocols.stream()
                                .map(protocol -> protocol.title() + " (" + protocol.id() + ")")
                                .toList());
    }

    private static String fingerprints(Plan plan) {
        return String.join(
                ", ",
                plan.trials().stream()
                        .map(trial -> trial.dataset().fingerprint())
                        .distinct()
                        .toList());
    }

    private long count(Class<? extends Outcome> kind) {
        return comparison.runs().stream()
                .map(RunRecord::outcome)
                .filter(kind::isInstance)
                .count();
    }

    private String looks() {
        int most = comparison.run().stream().mapToInt(RunRecord::looks).max().orElse(0);
        return (most <= 1
                        ? "one by each trial, without labels"
                        : "up to " + most + " by a trial, because trials were run again; without labels")
                + "; then some of the beats again, one by one to be timed"
                + (isAskedAgain(RobustnessInquiry.INSTANCE) ? ", as disturbed copies" : "")
                + (isAskedAgain(SaliencyInquiry.INSTANCE) ? ", with stretches hidden" : "")
                + (comparison.imported().isEmpty() ? "" : "; by whoever made the imported answers, nobody knows");
    }

    private boolean isAskedAgain(Inquiry<?> inquiry) {
        return comparison.runs().stream()
                .anyMatch(run -> run.outcome() instanceof Outcome.Completed completed
                        && completed.asked().contains(inquiry.id()));
    }

    private String canariesRan() {
        return comparison.canaries().isEmpty() ? "" : "; canaries inside the program";
    }
}
