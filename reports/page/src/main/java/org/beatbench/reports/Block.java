package org.beatbench.reports;

import java.util.List;

/** A piece of a section. */
public sealed interface Block permits Prose, Table, Choice, Figure, Gallery, Facts, ClassKey {

    /** Calls the visitor's method for this kind of block. */
    <T> T accept(Visitor<T> visitor);

    /** The figures in it. */
    default List<Figure> figures() {
        return List.of();
    }

    /** The tables in it. */
    default List<Table> tables() {
        return List.of();
    }

    /**
     * Something that treats each kind of block in its own way.
     *
     * @param <T> what comes out
     */
    interface Visitor<T> {

        T prose(Prose prose);

        T table(Table table);

        T choice(Choice choice);

        T figure(Figure figure);

        T gallery(Gallery gallery);

        T facts(Facts facts);

        T classKey(ClassKey key);
    }
}
