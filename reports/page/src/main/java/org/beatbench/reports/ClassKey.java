package org.beatbench.reports;

import java.util.List;

/** What the classes of a data set are called and what their beats look like, to be seen before the first number of one. */
public record ClassKey(List<Entry> entries) implements Block {

    public ClassKey {
        entries = List.copyOf(entries);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.classKey(this);
    }

    /**
     * A class.
     *
     * @param name as in tables
     * @param meaning what the name stands for; empty if that is not known
     * @param shape the samples of its mean beat; empty if that is not known
     */
    public record Entry(String name, String meaning, List<Float> shape) {

        public Entry {
            shape = List.copyOf(shape);
        }
    }
}
