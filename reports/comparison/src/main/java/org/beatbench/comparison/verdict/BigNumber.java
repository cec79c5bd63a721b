package org.beatbench.comparison.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.Score;
import org.beatbench.protocol.Protocol;

/**
 * The best that was reached with some exposure.
 *
 * @param protocol the strictest measured with it
 * @param competitor who reached the highest macro-F1 under it
 * @param macroF1 that macro-F1
 * @param accuracy the accuracy of the same classifier
 */
public record BigNumber(
        Exposure exposure, Protocol protocol, String competitor, Estimate macroF1, Optional<Estimate> accuracy) {

    /** One for each exposure that was measured, that with most seen first. */
    static List<BigNumber> of(Comparison comparison) {
        return Stream.of(Exposure.values())
                .flatMap(exposure -> comparison.protocols().stream()
                        .filter(protocol -> Exposure.of(protocol) == exposure)
                        .reduce((looser, stricter) -> stricter)
                        .map(protocol -> comparison.ranking(protocol).get(0))
                        .flatMap(best -> of(exposure, best))
                        .stream())
                .toList();
    }

    private static Optional<BigNumber> of(Exposure exposure, Score best) {
        return best.macroF1()
                .map(macroF1 -> new BigNumber(exposure, best.protocol(), best.competitor(), macroF1, best.accuracy()));
    }
}
