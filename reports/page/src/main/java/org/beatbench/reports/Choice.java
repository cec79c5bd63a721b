package org.beatbench.reports;

import java.util.List;

/**
 * A choice between things that say the same of different conditions, of which a reader wants one at a time. A page with a
 * script shows one, and all choices of one question go together; elsewhere, as on paper, they stand below one another.
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
        return options.stream()
                .flatMap(option -> option.blocks.stream())
                .flatMap(block -> block.tables().stream())
                .toList();
    }

    @Override
    public List<Figure> figures() {
        return options.stream()
                .flatMap(option -> option.blocks.stream())
                .flatMap(block -> block.figures().stream())
                .toList();
    }

    /**
     * One of the things to choose from.
     *
     * @param id its place in addresses; the same in all choices of a question, as is the name
     * @param name as it is read
     */
    public record Option(String id, String name, List<Block> blocks) {

        public Option {
            blocks = List.copyOf(blocks);
        }

        public Option(String id, String name, Block block) {
            this(id, name, List.of(block));
        }
    }
}
