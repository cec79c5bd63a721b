package org.beatbench.comparison.verdict;

import java.util.List;
import java.util.Optional;
import org.beatbench.comparison.Comparison;
import org.beatbench.protocol.Protocol;

/**
 * What a comparison says to somebody who must decide, as a value: a page and a terminal put it into words.
 *
 * @param numbers what the same data seem to be worth by how test and training beats were divided, as far as measured
 * @param standing how the classifiers stand under the strictest protocol measured; empty if nobody completed any
 */
public record Verdict(List<BigNumber> numbers, Optional<Standing> standing) {

    public Verdict {
        numbers = List.copyOf(numbers);
    }

    /** The verdict on a comparison. The same runs always give the same. */
    public static Verdict of(Comparison comparison) {
        List<Protocol> protocols = comparison.protocols();
        return new Verdict(
                BigNumber.of(comparison),
                protocols.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Standing.of(comparison, protocols.get(protocols.size() - 1))));
    }
}
