package org.beatbench.data.ucr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.UserError;

/** Collects what is wrong with the files of a problem, to be said at once. */
final class Problems {

    private static final int NAMED = 10;

    private final List<String> named = new ArrayList<>();
    private int more;

    void add(Path file, String problem) {
        addText(file + ": " + problem);
    }

    void add(Path file, long line, String problem) {
        addText(file + ":" + line + ": " + problem);
    }

    boolean isEmpty() {
        return named.isEmpty();
    }

    /** Ends here if anything was added. */
    void throwIfAny(String subject, String hint) {
        if (more > 0) {
            named.add("and " + more + " more");
        }
        if (!named.isEmpty()) {
            throw UserError.of(subject, named, hint);
        }
    }

    private void addText(String problem) {
        if (named.size() < NAMED) {
            named.add(problem);
        } else {
            more++;
        }
    }
}
