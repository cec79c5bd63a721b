package org.beatbench.app.shell;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** Colours the word with which a line of the error stream begins, whoever wrote it. */
final class PaintedErrors extends FilterWriter {

    private static final Map<String, Ink> WORDS =
            Map.of("error:", Ink.BAD, "warning:", Ink.WARNING, "hint:", Ink.ADVICE, "note:", Ink.ADVICE);

    PaintedErrors(Writer out) {
        super(out);
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        String piece = text.substring(from, from + count);
        for (Map.Entry<String, Ink> word : WORDS.entrySet()) {
            if (piece.startsWith(word.getKey())) {
                out.write(word.getValue().on(word.getKey()));
                out.write(piece.substring(word.getKey().length()));
                return;
            }
        }
        out.write(piece);
    }
}
