package org.beatbench.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.Progress;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.InProcessRunner;
import org.beatbench.harness.Toys;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Plan;

/** A store with trials on toy beats that were really run. */
final class StoredToys {

    static final List<Trial> TRIALS =
            Toys.trials(Toys.robustness(50, Toys.entry("toy", Map.of("sharpness", List.of(1, 10)))));

    static final Plan PLAN = plan(TRIALS, Toys.BEATS.subjects());

    private StoredToys() {}

    static Plan plan(List<Trial> trials, int subjects) {
        return new Plan(
                "toys",
                "Toys",
                "beatbench run toys",
                "",
                new DatasetInfo("toy", "Toy", "s", "1", true, "", ""),
                List.of(),
                Toys.BEATS.classes(),
                Arrays.stream(Toys.BEATS.classCounts()).boxed().toList(),
                subjects,
                null,
                trials);
    }

    static FolderStore in(Path folder) throws IOException {
        FolderStore store = FolderStore.open(folder);
        store.putPlan(PLAN);
        InProcessRunner runner = Toys.runner();
        for (Trial trial : TRIALS) {
            store.put(runner.run(trial, Progress.NONE, Cancellation.NEVER));
        }
        return store;
    }
}
