package org.beatbench.harness;

import java.io.ObjectInputFilter;

/**
 * Keeps Java's own serialization out of a process: a stream of serialized objects can run code that nobody asked for while it is
 * read, and nothing here is kept in that form.
 */
public final class Deserialization {

    private Deserialization() {}

    /**
     * Refuses every object that a library would deserialise from now on. Called before anything else by every {@code main}.
     * A filter that was given to Java when it was started stays, since that can be set once only and is its user's decision.
     */
    public static void refuse() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(Deserialization::answer);
        }
    }

    private static ObjectInputFilter.Status answer(ObjectInputFilter.FilterInfo info) {
        return info.serialClass() == null ? ObjectInputFilter.Status.UNDECIDED : ObjectInputFilter.Status.REJECTED;
    }
}
