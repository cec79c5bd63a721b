package org.beatbench.app.shell;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Output for programs. */
public final class Json {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final JsonMapper PIECES = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private Json() {}

    public static String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** In one line. */
    public static String line(Object value) {
        return PIECES.writeValueAsString(value);
    }

    /**
     * Writes piece by piece, for what does not fit into memory. Closes neither the writer nor what was begun and not ended, so
     * that half a document cannot be taken for a whole one.
     *
     * @param list name of the list whose elements stand on lines of their own
     */
    public static JsonGenerator generator(Writer writer, String list) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance())
                .withArrayIndenter(new LinesIn(list));
        return PIECES.writer().with(printer).createGenerator(writer);
    }

    /** Writes values without anything between them; whoever writes ends each line. */
    public static JsonGenerator lines(Writer writer) {
        return PIECES.writer().withRootValueSeparator("").createGenerator(writer);
    }

    private record LinesIn(String list) implements DefaultPrettyPrinter.Indenter {

        @Override
        public void writeIndentation(JsonGenerator out, int level) {
            boolean within = out.streamWriteContext().inArray()
                    && list.equals(out.streamWriteContext().getParent().currentName());
            out.writeRaw(within ? '\n' : ' ');
        }

        @Override
        public boolean isInline() {
            return false;
        }
    }
}
