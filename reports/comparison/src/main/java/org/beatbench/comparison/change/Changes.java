package org.beatbench.comparison.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.beatbench.api.UserError;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.change.BeatPairs.NoPairs;
import org.beatbench.comparison.text.Data;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.protocol.Protocols;

/**
 * All that differs between two results: every number that both have, of every classifier and protocol that both completed.
 */
public final class Changes {

    private final Side first;
    private final Side second;
    private final boolean sameData;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, String> bases = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    private Changes(Side first, Side second, boolean sameData) {
        this.first = first;
        this.second = second;
        this.sameData = sameData;
    }

    /**
     * Compares two results.
     *
     * @param acrossData whether the data may differ
     * @throws UserError if the data differ and may not, or nothing is in both
     */
    public static Changes of(Side first, Side second, boolean acrossData) {
        boolean known = !first.data().isEmpty() && !second.data().isEmpty();
        boolean same = known && first.data().equals(second.data());
        if (known && !same && !acrossData) {
            throw new UserError(
                    "the data of " + first.name() + " and " + second.name() + " are not the same (fingerprints "
                            + shortened(first.data()) + " and " + shortened(second.data()) + ")",
                    "differences would be those of the data too; if that is what you want, add --across-data");
        }
        Changes changes = new Changes(first, second, same);
        if (!known) {
            changes.notes.add("whether the data are the same is not known: "
                    + (first.data().isEmpty() ? first : second).name() + " does not say what its data are");
        } else if (!same) {
            changes.notes.add("the data are not the same, so differences are those of the data too");
        }
        changes.compare();
        if (changes.changes.isEmpty()) {
            throw new UserError(
                    "no classifier has completed the same protocol in " + first.name() + " and in " + second.name(),
                    "compare results of the same classifiers and protocols");
        }
        return changes;
    }

    /** Every number that both have, protocol by protocol, the strictest first. */
    public List<Change> all() {
        return List.copyOf(changes);
    }

    /** Those under a protocol, of some measures by their ids. */
    public List<Change> of(String protocol, Set<String> measures) {
        return changes.stream()
                .filter(change -> change.protocol().equals(protocol) && measures.contains(change.measure()))
                .toList();
    }

    /** Every number that both results have, for programs: none is rounded. */
    public Data data() {
        return new Data(
                List.of("protocol", "classifier", "id", "metric", "unit", "a", "b", "difference", "low", "high"),
                changes.stream().map(Change::values).toList());
    }

    /** What stands behind the numbers of each protocol that both have: n, seeds, unit of analysis; the strictest first. */
    public Map<String, String> bases() {
        return new LinkedHashMap<>(bases);
    }

    /** What could not be compared, and why intervals are missing. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    public Side first() {
        return first;
    }

    public Side second() {
        return second;
    }

    private void compare() {
        Map<String, String> partners = partners();
        List<ReportedMetric> measures = ReportedMetric.all(first.classes());
        List<String> protocols = new ArrayList<>(first.protocols());
        protocols.retainAll(second.protocols());
        tellMissing(first, second);
        tellMissing(second, first);
        for (int i = protocols.size() - 1; i >= 0; i--) {
            String protocol = protocols.get(i);
            partners.forEach((competitor, partner) -> compare(competitor, partner, protocol, measures));
        }
    }

    private void compare(String competitor, String partner, String protocol, List<ReportedMetric> measures) {
        Optional<Result> one = first.result(competitor, protocol);
        Optional<Result> other = second.result(partner, protocol);
        if (one.isEmpty() || other.isEmpty()) {
            if (one.isPresent() != other.isPresent()) {
                notes.add(competitor + " has completed " + protocol + " only in "
                        + (one.isPresent() ? first : second).name());
            }
            return;
        }
        Pair pair = ofSameSeeds(competitor, partner, protocol, new Pair(one.get(), other.get()));
        Optional<PairedScores> scores = paired(competitor, protocol, pair);
        bases.putIfAbsent(protocol, basis(pair, protocol, scores.isPresent()));
        for (ReportedMetric measure : measures) {
            OptionalDouble before = pair.one().value(measure);
            OptionalDouble after = pair.other().value(measure);
            if (before.isPresent() && after.isPresent()) {
                changes.add(new Change(
                        competitor,
                        Objects.requireNonNull(first.competitors().get(competitor), competitor),
                        protocol,
                        measure.id(),
                        measure.unit(),
                        before.getAsDouble(),
                        after.getAsDouble(),
                        () -> scores.flatMap(measure::interval)));
            }
        }
    }

    /** Both results with the seeds that both have, if that can be had. */
    private Pair ofSameSeeds(String competitor, String partner, String protocol, Pair whole) {
        List<Long> seeds = new ArrayList<>(whole.one().seeds());
        seeds.retainAll(whole.other().seeds());
        if (seeds.equals(whole.one().seeds()) && seeds.equals(whole.other().seeds())) {
            return whole;
        }
        String both =
                competitor + " under " + protocol + " has seeds " + whole.one().seeds() + " in " + first.name()
                        + " and " + whole.other().seeds() + " in " + second.name();
        Optional<Result> one = seeds.isEmpty() ? Optional.empty() : first.result(competitor, protocol, seeds);
        Optional<Result> other = seeds.isEmpty() ? Optional.empty() : second.result(partner, protocol, seeds);
        if (one.isPresent() && other.isPresent()) {
            notes.add(both + "; only " + seeds + " are compared");
            return new Pair(one.get(), other.get());
        }
        notes.add(both + ", so the difference is one of seeds too");
        return whole;
    }

    private Optional<PairedScores> paired(String competitor, String protocol, Pair pair) {
        if (pair.one().score().isEmpty() || pair.other().score().isEmpty()) {
            notes.add("differences have no intervals: " + (first.hasAnswers() ? second : first).name()
                    + " has numbers only, and no answers");
            return Optional.empty();
        }
        Score one = pair.one().score().get();
        Score other = pair.other().score().get();
        if (!one.seeds().equals(other.seeds())) {
            return Optional.empty();
        }
        try {
            BeatPairs pairs = BeatPairs.of(other.answersBySeed(), one.answersBySeed(), sameData);
            return Optional.of(new PairedScores(pairs, one.overSubjects() && other.overSubjects(), one.beats()));
        } catch (NoPairs e) {
            notes.add("differences of " + competitor + " under " + protocol + " have no intervals: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static String basis(Pair pair, String protocol, boolean paired) {
        List<Long> seeds = pair.one().seeds();
        boolean overSubjects = pair.one().score().map(Score::overSubjects).orElse(false);
        return "Protocol " + protocol + ", n = " + pair.one().beats() / seeds.size()
                + (pair.one().beats() == pair.other().beats()
                        ? ""
                        : " and " + pair.other().beats() / pair.other().seeds().size())
                + " test beats, "
                + Phrases.seeds(seeds)
                + (paired
                        ? ". Brackets: 95 % intervals of the difference by bootstrap of pairs "
                                + (overSubjects
                                        ? "over subjects"
                                        : "over single beats, which is too narrow for new patients")
                                + "; figures without brackets have none."
                        : ".")
                + (Protocols.of(protocol).leaks() ? " This protocol leaks: its numbers measure memory." : "");
    }

    /** For each competitor of the first result the one of the second: of the same name, else the only one of the same id. */
    private Map<String, String> partners() {
        Map<String, String> partners = new LinkedHashMap<>();
        Map<String, String> left = new LinkedHashMap<>(first.competitors());
        Map<String, String> right = new LinkedHashMap<>(second.competitors());
        for (String label : first.competitors().keySet()) {
            if (right.containsKey(label)) {
                partners.put(label, label);
                left.remove(label);
                right.remove(label);
            }
        }
        Map<String, String> unmatched = new LinkedHashMap<>(left);
        unmatched.forEach((label, id) -> {
            List<String> candidates = labels(right, id);
            if (!id.isEmpty() && candidates.size() == 1 && labels(unmatched, id).size() == 1) {
                partners.put(label, candidates.get(0));
                notes.add(label + " is compared with " + candidates.get(0) + ", which is the same classifier (" + id
                        + ")");
                left.remove(label);
                right.remove(candidates.get(0));
            }
        });
        left.keySet().forEach(label -> notes.add(label + " is only in " + first.name()));
        right.keySet().forEach(label -> notes.add(label + " is only in " + second.name()));
        return partners;
    }

    private static List<String> labels(Map<String, String> competitors, String id) {
        return competitors.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void tellMissing(Side side, Side other) {
        List<String> only = new ArrayList<>(side.protocols());
        only.removeAll(other.protocols());
        only.forEach(protocol -> notes.add("protocol " + protocol + " is only in " + side.name()));
    }

    private static String shortened(List<String> fingerprints) {
        return String.join(
                ", ",
                fingerprints.stream()
                        .map(text -> text.length() > 12 ? text.substring(0, 12) + "…" : text)
                        .toList());
    }

    private record Pair(Result one, Result other) {}
}
