package org.beatbench.reports;

import java.util.List;

/**
 * A choice between tables that say the same of different things, of which a reader wants one at a time. A page with a
 * script shows one and lets the reader choose; elsewhere, as on paper, they stand below one another.
 *
 * @param question what is chosen, such as "Protocol"
 * @param options at least one, that to be shown first at the beginning
 */
public record Choice(String question, List<Option> options) implements Block {

    public Choice {
        options = List.copyOf(options);
        if (options.isEmpty()) {
            throw new IllegalArgumentException("nothing to choose from: " + question);
        }
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.choice(this);
    }

    @Override
    public List<Table> tables() {
        return options.stream().map(Option::table).toList();
    }

    /**
     * One of the things to choose from.
     *
     * @param name short
     */
    public record Option(String name, Table table) {}
}
