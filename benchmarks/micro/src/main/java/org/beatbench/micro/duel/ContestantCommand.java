package org.beatbench.micro.duel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.beatbench.api.DidYouMean;
import org.beatbench.micro.Library;
import org.beatbench.micro.contest.Network;

/**
 * Somebody who can take part, and how its process is started.
 *
 * @param id short name
 * @param command the process, without the arguments that say what to do
 */
record ContestantCommand(String id, List<String> command) {

    /** PyTorch in a Python. */
    static final String PYTHON = "torch-python";

    private static final String SCRIPT = "torch_contestant.py";

    ContestantCommand {
        command = List.copyOf(command);
    }

    /** All who can take part. */
    static List<String> ids() {
        return Stream.concat(Arrays.stream(Library.values()).map(Library::id), Stream.of(PYTHON))
                .toList();
    }

    /**
     * The contestant with an id.
     *
     * @param python the Python that runs the one that is not written in Java
     * @param folder where its script is put
     * @throws org.beatbench.api.UserError if there is none
     */
    static ContestantCommand of(String id, String python, Path folder) throws IOException {
        if (!ids().contains(id)) {
            throw DidYouMean.unknown("contestant", id, ids());
        }
        if (id.equals(PYTHON)) {
            return new ContestantCommand(id, List.of(python, script(folder).toString()));
        }
        return new ContestantCommand(
                id,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ContestantProcess.class.getName(),
                        Library.of(id).id()));
    }

    private static Path script(Path folder) throws IOException {
        Path script = folder.resolve(SCRIPT);
        if (!Files.exists(script)) {
            try (InputStream in = Objects.requireNonNull(ContestantCommand.class.getResourceAsStream(SCRIPT))) {
                Files.copy(in, script);
            }
        }
        return script;
    }

    /** The whole command for one network. */
    List<String> forNetwork(Network network, Path material, int threads, long seed) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(network.id(), material.toString(), Integer.toString(threads), Long.toString(seed)));
        return whole;
    }
}
