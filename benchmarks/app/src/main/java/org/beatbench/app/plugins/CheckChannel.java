package org.beatbench.app.plugins;

import java.io.PrintStream;
import org.beatbench.contract.check.Severity;
import org.beatbench.contract.check.Verdict;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the process that checks a plug-in says to the program: JSON in one line each, what is checked, what is to be checked, which
 * check begins, and what came of it.
 */
final class CheckChannel {

    private static final JsonMapper JSON = new JsonMapper();

    private final PrintStream out;

    CheckChannel(PrintStream out) {
        this.out = out;
    }

    /** A kind of word. */
    enum Kind {
        /** A classifier or data set was found; the line's id is its own. */
        FOUND,
        /** A check is going to be made. */
        PLANNED,
        BEGUN,
        MADE,
        /** There is nothing more to come. */
        DONE
    }

    /** One word. */
    record Word(Kind kind, CheckLine line) {}

    void say(Kind kind, CheckLine line) {
        out.println(JSON.writeValueAsString(new Word(kind, line)));
    }

    void say(Kind kind, String of, String id) {
        say(kind, new CheckLine(of, id, Severity.ERROR, Verdict.SKIPPED, "", ""));
    }

    /** What a line says. */
    static Word parse(String line) {
        return JSON.readValue(line, Word.class);
    }
}
