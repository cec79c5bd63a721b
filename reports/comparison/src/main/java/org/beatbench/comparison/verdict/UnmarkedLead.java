package org.beatbench.comparison.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.Support;
import org.beatbench.protocol.Protocol;

/**
 * How competitors stand without the classes whose scores rest on too few people ({@link Support#restsOnFew}): every average over
 * classes carries what these say little about, and a lead may come from them alone.
 *
 * @param marked names of these classes, at least one
 * @param others names of the other classes with test beats; may be none
 * @param ranking by the macro-F1 over the others, the highest first; none if there are no others
 */
public record UnmarkedLead(List<String> marked, List<String> others, List<Ranked> ranking) {

    public UnmarkedLead {
        marked = List.copyOf(marked);
        others = List.copyOf(others);
        ranking = List.copyOf(ranking);
    }

    /** Empty if no class is marked, or nothing is ranked. */
    static Optional<UnmarkedLead> of(Comparison comparison, Protocol protocol, List<Score> ranking) {
        if (ranking.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> labels = comparison.scored(protocol).stream()
                .filter(label -> ranking.get(0).confusion().ofClass(label) > 0)
                .toList();
        List<String> marked = labels.stream()
                .filter(label -> comparison.restsOnFew(protocol, label))
                .map(comparison.plan().classNames()::get)
                .toList();
        List<String> others = labels.stream()
                .map(comparison.plan().classNames()::get)
                .filter(name -> !marked.contains(name))
                .toList();
        return marked.isEmpty()
                ? Optional.empty()
                : Optional.of(new UnmarkedLead(
                        marked,
                        others,
                        ranking.stream()
                                .flatMap(score -> score
                                        .estimate(matrix -> matrix.macroF1(others::contains))
                                        .map(value -> new Ranked(score.competitor(), value))
                                        .stream())
                                .sorted(Comparator.comparingDouble(
                                                (Ranked one) -> one.value().value())
                                        .reversed())
                                .toList()));
    }

    /** Who leads; empty if every class is marked. */
    public Optional<Ranked> leader() {
        return ranking.stream().findFirst();
    }
}
