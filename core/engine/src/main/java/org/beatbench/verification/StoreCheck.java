package org.beatbench.verification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beatbench.answers.Answers;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.RunFolders;
import org.beatbench.harness.TrialBeats;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;

/** Checks all stored trials of a plan, against their keys and hashes, and against the data set where it is at hand. */
public final class StoreCheck {

    private final FolderStore store;
    private final Plan plan;

    public StoreCheck(FolderStore store) throws IOException {
        this.store = store;
        this.plan = store.plan();
    }

    /**
     * The data that the trials of the plan were run on, as they are at hand; empty if the plan has no trials.
     *
     * @throws UserError if they are not at hand
     * @throws DifferenceFound if they are others
     */
    public Optional<DataCheck> data(Catalogue catalogue, RunFolders folders, Progress loading) throws IOException {
        List<DatasetUse> planned =
                plan.trials().stream().map(Trial::dataset).distinct().toList();
        if (planned.isEmpty()) {
            return Optional.empty();
        }
        DatasetUse first = planned.get(0);
        KnownDataset<?> dataset = catalogue.dataset(first.id());
        Beats beats = dataset.load(first.settings(), new DatasetContext(folders.data(), loading, Cancellation.NEVER));
        List<DatasetUse> found = new ArrayList<>(List.of(dataset.use(first.settings(), beats)));
        TrialBeats forms = TrialBeats.of(catalogue, folders, found.get(0), beats);
        for (DatasetUse other : planned.subList(1, planned.size())) {
            found.add(forms.add(other.settings(), loading));
        }
        return Optional.of(DataCheck.of(plan, forms, found));
    }

    /**
     * What was checked of the trials.
     *
     * @param stored trials of the plan that are stored
     * @param missing trials of the plan that are not
     * @param strangers stored trials that are not of the plan, and were not checked
     * @param answers of the stored trials, read as they were written
     */
    public record CheckedTrials(int stored, int missing, int strangers, long answers) {}

    /**
     * Checks every stored trial of the plan.
     *
     * @param data where they are at hand
     * @throws DifferenceFound at the first that is not what it should be
     */
    public CheckedTrials trials(Optional<DataCheck> data) throws IOException {
        if (!store.describesAnswers(plan)) {
            throw DifferenceFound.at(
                    "answers.schema.json",
                    "not what this program writes, or missing",
                    "every run writes it, also one that finds all its trials stored");
        }
        TrialCheck check = new TrialCheck(store, plan);
        int stored = 0;
        long answers = 0;
        for (Trial trial : plan.trials()) {
            if (store.contains(trial)) {
                RunRecord run = check.check(trial);
                if (data.isPresent()) {
                    data.get().check(run);
                }
                stored++;
                answers += answers(run);
            }
        }
        return new CheckedTrials(
                stored, plan.trials().size() - stored, store.keys().size() - stored, answers);
    }

    private static long answers(RunRecord run) {
        return run.outcome() instanceof Outcome.Completed completed
                ? completed.test().size()
                        + completed.validation().size()
                        + completed.furtherAnswers().values().stream()
                                .mapToLong(Answers::size)
                                .sum()
                : 0;
    }
}
