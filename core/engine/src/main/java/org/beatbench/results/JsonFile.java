package org.beatbench.results;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.beatbench.api.UserError;
import org.beatbench.files.Contents;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records of this program as JSON files, which anybody can edit: what is read is whole, or it is said what is wrong. */
public final class JsonFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonFile() {}

    /** What to write into the file of a record. */
    public static String text(Record value) {
        return JSON.writeValueAsString(value);
    }

    /**
     * As {@link #text(Record)}.
     *
     * @param change makes what is written of the record
     */
    static String text(Record value, Consumer<JsonNode> change) {
        JsonNode written = tree(value);
        change.accept(written);
        return JSON.writeValueAsString(written);
    }

    /** What is written of a record, to be added to. */
    static ObjectNode tree(Record value) {
        return JSON.valueToTree(value);
    }

    /**
     * Reads the record that a file holds.
     *
     * @param format the format that this version reads; the file names its own as {@code format}
     * @param remedy what to do if the file is of no use
     * @throws UserError if it has another format, or something in it is wrong or missing
     */
    public static <T extends Record> T read(Path file, Class<T> type, int format, String remedy) throws IOException {
        return read(file, type, format, remedy, content -> {});
    }

    /**
     * As {@link #read(Path, Class, int, String)}.
     *
     * @param completion adds what an earlier version did not write
     */
    static <T extends Record> T read(Path file, Class<T> type, int format, String remedy, Consumer<JsonNode> completion)
            throws IOException {
        try {
            JsonNode content = JSON.readTree(Contents.text(file, StandardCharsets.UTF_8));
            int written = content.path("format").asInt(format);
            if (written != format) {
                throw new UserError(
                        file + " has format " + written + ", this version reads " + format,
                        "use the version of beatbench that wrote it, or " + remedy);
            }
            if (!content.isObject()) {
                throw damaged(file, "it holds no JSON object", remedy);
            }
            completion.accept(content);
            return part(content, type, file, remedy);
        } catch (JacksonException e) {
            throw damaged(file, place(e) + why(e), remedy);
        } catch (CharacterCodingException e) {
            throw damaged(file, "it is not text in UTF-8", remedy);
        }
    }

    /** The record that a file holds; empty if it holds something else, has another format, or lacks something. */
    public static <T extends Record> Optional<T> find(Path file, Class<T> type, int format) throws IOException {
        try {
            JsonNode content = JSON.readTree(Contents.text(file, StandardCharsets.UTF_8));
            return content.isObject()
                            && content.path("format").asInt(format) == format
                            && Completeness.missingIn(content, type).isEmpty()
                    ? Optional.of(JSON.treeToValue(content, type))
                    : Optional.empty();
        } catch (JacksonException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * The record that a part of a file holds.
     *
     * @throws UserError if something in it is wrong or missing
     */
    static <T extends Record> T part(JsonNode content, Class<T> type, Path file, String remedy) {
        Optional<String> missing = Completeness.missingIn(content, type);
        if (missing.isPresent()) {
            throw damaged(file, missing.get() + " is missing", remedy);
        }
        try {
            return JSON.treeToValue(content, type);
        } catch (JacksonException e) {
            throw damaged(file, place(e) + why(e), remedy);
        }
    }

    /** The error for a file whose content is of no use. */
    public static UserError damaged(Path file, String why, String remedy) {
        return new UserError(file + " is damaged: " + why, remedy);
    }

    private static String place(JacksonException problem) {
        // What was read already has no place any more.
        return problem.getLocation() == null || problem.getLocation().getLineNr() < 1
                ? ""
                : "line " + problem.getLocation().getLineNr() + ", column "
                        + problem.getLocation().getColumnNr() + ": ";
    }

    /** In the words of the record that refused the content, if one did; Jackson's own name Java types. */
    private static String why(JacksonException problem) {
        Throwable cause = problem.getCause();
        String name = name(problem);
        String message = cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : problem.getOriginalMessage();
        return name.isEmpty() ? message : name + ": " + message;
    }

    private static String name(JacksonException problem) {
        return problem.getPath().stream()
                .map(part -> part.getPropertyName() == null ? "[" + part.getIndex() + "]" : part.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
