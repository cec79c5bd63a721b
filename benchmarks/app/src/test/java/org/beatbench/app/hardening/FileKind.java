package org.beatbench.app.hardening;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A kind of file that Beatbench reads, with a good example of it.
 *
 * @param name of the kind
 * @param file the example, in the place where it is read
 * @param part a name that a message about the file must contain
 * @param gzipped whether its content is packed
 * @param seal makes the change of the file known to a file that holds its hash
 * @param reader reads it as a command does
 */
record FileKind(String name, Path file, String part, boolean gzipped, Seal seal, Reader reader) {

    /** Nothing holds its hash. */
    static final Seal UNSEALED = () -> {};

    /** Reads a file; throws a UserError or IOException if it is of no use. */
    @FunctionalInterface
    interface Reader {
        void read() throws IOException;
    }

    /** Forges the hash of a changed file. */
    @FunctionalInterface
    interface Seal {
        void forge() throws IOException;
    }
}
