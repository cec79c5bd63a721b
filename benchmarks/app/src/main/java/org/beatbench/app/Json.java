package org.beatbench.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.beatbench.results.Completeness;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Output for programs, and what this program reads of it again. */
final class Json {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final JsonMapper PIECES = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private Json() {}

    static String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** What was written into a file; empty if it is something else, or lacks something. */
    static <T extends Record> Optional<T> read(Path file, Class<T> type) throws IOException {
        try {
            JsonNode content = JSON.readTree(Files.readString(file));
            return content.isObject() && Completeness.missingIn(content, type).isEmpty()
                    ? Optional.of(JSON.treeToValue(content, type))
                    : Optional.empty();
        } catch (JacksonException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes piece by piece, for what does not fit into memory. Closes neither the writer nor what was begun and not ended, so
     * that half a document cannot be taken for a whole one.
     *
     * @param list name of the list whose elements stand on lines of their own
     */
    static JsonGenerator generator(Writer writer, String list) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance())
                .withArrayIndenter(new LinesIn(list));
        return PIECES.writer().with(printer).createGenerator(writer);
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
