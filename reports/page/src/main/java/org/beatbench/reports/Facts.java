package org.beatbench.reports;

import java.util.List;

/**
 * Names and what they stand for: a list of particulars, or of terms and their meanings.
 *
 * @param title what they are of; empty where the section says it
 * @param id its place in links; empty where there is no title
 */
public record Facts(String id, String title, List<Fact> facts) implements Block {

    public Facts {
        facts = List.copyOf(facts);
        if (id.isEmpty() != title.isEmpty()) {
            throw new IllegalArgumentException("a title needs a place, and a place a title: " + id + ", " + title);
        }
    }

    /** Facts of the section that they stand in. */
    public Facts(List<Fact> facts) {
        this("", "", facts);
    }

    public static Facts of(Fact... facts) {
        return new Facts(List.of(facts));
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.facts(this);
    }

    /** One particular. */
    public record Fact(String name, String text) {}
}
