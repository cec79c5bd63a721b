package org.beatbench.comparison.verdict;

import java.util.List;
import java.util.Optional;
import org.beatbench.comparison.Estimate;

/**
 * Who is best for a purpose.
 *
 * @param marked whether the class it is about rests on too few people
 * @param best with the figure that the purpose goes by
 * @param level those who are not shown to be worse, the best first; for costs none
 * @param found the part of the beats in question that the best finds, 0..1; empty for costs
 * @param right the part of its finds that are right, 0..1; empty where nothing is found, or nobody asks
 */
public record BestFor(
        Purpose purpose,
        boolean marked,
        Ranked best,
        List<String> level,
        Optional<Estimate> found,
        Optional<Estimate> right) {

    public BestFor {
        level = List.copyOf(level);
    }

    /** Whether nobody finds anything. */
    public boolean isHopeless() {
        return found.filter(part -> part.value() == 0).isPresent();
    }
}
