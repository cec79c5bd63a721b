package org.beatbench.comparison.verdict;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beatbench.audit.AuditVerdict;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.FoldSet;
import org.beatbench.comparison.Score;
import org.beatbench.protocol.Protocol;

/**
 * How the competitors stand under one protocol.
 *
 * @param caveats what must be known first, the worst first
 * @param tiers from the best to the last; none if no macro-F1 is defined
 * @param unmarked how they stand without the classes that few people carry; empty if no class is marked
 * @param yardsticks what needs no learning, as far as measured
 * @param purposes who is best for what, as far as the classes and costs allow to say
 * @param seeds what another seed could change; empty if there was one only
 */
public record Standing(
        Protocol protocol,
        Basis basis,
        List<Caveat> caveats,
        List<Tier> tiers,
        Optional<UnmarkedLead> unmarked,
        List<Yardstick> yardsticks,
        List<BestFor> purposes,
        Optional<SeedSpread> seeds) {

    public Standing {
        caveats = List.copyOf(caveats);
        tiers = List.copyOf(tiers);
        yardsticks = List.copyOf(yardsticks);
        purposes = List.copyOf(purposes);
    }

    /** The standing under a protocol that somebody completed. */
    public static Standing of(Comparison comparison, Protocol protocol) {
        List<Score> ranking = comparison.differences(protocol).ranking();
        TierRule rule = new TierRule(comparison, protocol);
        List<Tier> tiers = rule.tiers();
        Basis basis = basis(comparison, protocol);
        return new Standing(
                protocol,
                basis,
                List.copyOf(caveats(comparison, protocol, basis, rule)),
                tiers,
                UnmarkedLead.of(comparison, protocol, ranking),
                ranking.isEmpty() ? List.of() : Yardstick.of(comparison, protocol, ranking),
                ranking.isEmpty() ? List.of() : new Purposes(comparison, protocol, rule).of(tiers.get(0)),
                SeedSpread.of(ranking));
    }

    private static Basis basis(Comparison comparison, Protocol protocol) {
        List<Score> ranking = comparison.ranking(protocol);
        List<String> planned = comparison.sets().stream()
                .filter(set -> !set.isCanary() && set.protocol().equals(protocol.id()))
                .map(FoldSet::competitor)
                .distinct()
                .toList();
        List<String> missing = new ArrayList<>(planned);
        ranking.forEach(score -> missing.remove(score.competitor()));
        Score first = ranking.get(0);
        return new Basis(planned.size(), missing, first.beats(), first.subjects(), first.overSubjects());
    }

    private static Set<Caveat> caveats(Comparison comparison, Protocol protocol, Basis basis, TierRule rule) {
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (protocol.leaks()) {
            caveats.add(Caveat.LEAKS);
        } else if (comparison
                .audit(protocol)
                .filter(audit -> audit.verdict() == AuditVerdict.FAIL)
                .isPresent()) {
            caveats.add(Caveat.AUDIT_FAILED);
        }
        if (comparison.plan().dataset().synthetic()) {
            caveats.add(Caveat.SYNTHETIC);
        }
        if (Exposure.of(protocol) == Exposure.SAME_PEOPLE) {
            caveats.add(Caveat.SAME_PEOPLE);
        }
        if (!rule.canRank()) {
            caveats.add(Caveat.FEW_SUBJECTS);
        }
        Score any = comparison.ranking(protocol).get(0);
        if (comparison.scored(protocol).stream()
                        .filter(label -> any.confusion().ofClass(label) > 0)
                        .count()
                == 1) {
            caveats.add(Caveat.ONE_CLASS);
        }
        if (!basis.missing().isEmpty()) {
            caveats.add(Caveat.INCOMPLETE);
        }
        return caveats;
    }

    public boolean has(Caveat caveat) {
        return caveats.contains(caveat);
    }

    /** What was measured of a kind of yardstick. */
    public Optional<Yardstick> yardstick(Yardstick.Kind kind) {
        return yardsticks.stream().filter(one -> one.kind() == kind).findFirst();
    }

    /** Who is best for a purpose. */
    public Optional<BestFor> best(Purpose purpose) {
        return purposes.stream().filter(one -> one.purpose() == purpose).findFirst();
    }
}
