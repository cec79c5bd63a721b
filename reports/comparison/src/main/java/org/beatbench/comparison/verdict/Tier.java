package org.beatbench.comparison.verdict;

import java.util.List;

/**
 * Competitors of whom none is shown to be lower than the first.
 *
 * @param members with their macro-F1, the highest first; at least one
 */
public record Tier(List<Ranked> members) {

    public Tier {
        members = List.copyOf(members);
    }

    /** The one with the highest macro-F1. */
    public Ranked first() {
        return members.get(0);
    }

    public boolean has(String competitor) {
        return members.stream().anyMatch(member -> member.competitor().equals(competitor));
    }
}
