package org.beatbench.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    static TrialOrder of(Trial trial, Workplace workplace) {
        return new TrialOrder(
                trial, workplace.data().toString(), workplace.plugins().toString());
    }

    static TrialOrder read(Path folder) throws IOException {
        return JSON.readValue(Files.readString(file(folder)), TrialOrder.class);
    }

    void write(Path folder) throws IOException {
        Files.writeString(file(folder), JSON.writeValueAsString(this));
    }

    Workplace workplace() {
        return new Workplace(Path.of(data), Path.of(plugins));
    }

    private static Path file(Path folder) {
        return folder.resolve("order.json");
    }
}
