package org.beatbench.reports;

import java.util.List;

/** Names and what they stand for: a list of particulars, or of terms and their meanings. */
public record Facts(List<Fact> facts) implements Block {

    public Facts {
        facts = List.copyOf(facts);
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
