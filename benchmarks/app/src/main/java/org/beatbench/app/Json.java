package org.beatbench.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.beatbench.results.Completeness;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Output for programs, and what this program reads of it again. */
final class Json {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    static String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** What was written into a file; empty if it is something else, or lacks something. */
    static <T extends Record> Optional<T> read(Path file, Class<T> type) throws IOException {
        try {
            return Optional.ofNullable(JSON.readValue(Files.readString(file), type))
                    .filter(value -> Completeness.missingIn(value).isEmpty());
        } catch (JacksonException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
