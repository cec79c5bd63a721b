package org.beatbench.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.beatbench.api.UserError;
import org.beatbench.experiment.Trial;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a trial's process is told to do.
 *
 * @param trial the trial
 * @param data folder of the data sets
 * @param plugins folder of plug-ins
 */
record TrialOrder(Trial trial, String data, String plugins) {

    private static final JsonMapper JSON = new JsonMapper();

    static TrialOrder of(Trial trial, RunFolders folders) {
        return new TrialOrder(
                trial, folders.data().toString(), folders.plugins().toString());
    }

    static TrialOrder read(Path folder) throws IOException {
        return JSON.readValue(Files.readString(file(folder)), TrialOrder.class);
    }

    void write(Path folder) throws IOException {
        Files.writeString(file(folder), JSON.writeValueAsString(this));
    }

    /** Leaves word that the trial cannot be run at all, which is no result. */
    void refuse(Path folder, UserError why) throws IOException {
        Refusal refusal = new Refusal(String.valueOf(why.getMessage()), why.hint());
        Files.writeString(refusal(folder), JSON.writeValueAsString(refusal));
    }

    /** Why the trial ordered in a folder could not be run at all, if so. */
    static Optional<UserError> refused(Path folder) throws IOException {
        if (!Files.exists(refusal(folder))) {
            return Optional.empty();
        }
        Refusal refusal = JSON.readValue(Files.readString(refusal(folder)), Refusal.class);
        return Optional.of(new UserError(refusal.message(), refusal.hint()));
    }

    private record Refusal(String message, String hint) {}

    private static Path refusal(Path folder) {
        return folder.resolve("refused.json");
    }

    RunFolders folders() {
        return new RunFolders(Path.of(data), Path.of(plugins));
    }

    private static Path file(Path folder) {
        return folder.resolve("order.json");
    }
}
