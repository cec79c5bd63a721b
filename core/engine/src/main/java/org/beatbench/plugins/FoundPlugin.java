package org.beatbench.plugins;

import java.nio.file.Path;
import java.util.List;

/**
 * One place below the folder of plug-ins, and what came of it.
 *
 * @param path a folder, or a jar that lies beside the folders
 * @param files what lies in it, in words, one each
 * @param provides what it gives, such as "classifier mine"
 * @param problems why it, or something of it, is not used
 * @param hints what its author should look at
 */
public record FoundPlugin(
        Path path, List<String> files, List<String> provides, List<String> problems, List<String> hints) {

    public FoundPlugin {
        files = List.copyOf(files);
        provides = List.copyOf(provides);
        problems = List.copyOf(problems);
        hints = List.copyOf(hints);
    }
}
