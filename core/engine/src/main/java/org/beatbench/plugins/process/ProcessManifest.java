package org.beatbench.plugins.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beatbench.api.UserError;
import org.beatbench.files.Contents;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The file that makes a folder a program plug-in: {@code command: [python3, forest.py]}.
 *
 * @param command the program and its arguments; relative to the folder where it is a file there
 */
record ProcessManifest(List<String> command) {

    static final String FILE = "plugin.yaml";

    private static final String REMEDY = "it needs one line, such as: command: [python3, forest.py]";

    ProcessManifest {
        command = List.copyOf(command);
    }

    /**
     * The manifest of a folder, if it has one.
     *
     * @throws UserError if it says something else than it should
     */
    static Optional<ProcessManifest> in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode content = YAMLMapper.shared().readTree(Contents.text(file, StandardCharsets.UTF_8));
            List<String> command = new ArrayList<>();
            content.path("command").forEach(word -> command.add(word.asString()));
            if (!content.isObject()
                    || content.size() != 1
                    || command.isEmpty()
                    || command.get(0).isBlank()) {
                throw new UserError(file + " does not say how the program is started", REMEDY);
            }
            return Optional.of(new ProcessManifest(command));
        } catch (JacksonException e) {
            throw new UserError(file + " is no YAML: " + e.getOriginalMessage(), REMEDY);
        }
    }
}
