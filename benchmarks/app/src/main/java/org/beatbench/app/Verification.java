package org.beatbench.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.UserError;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Trial;
import org.beatbench.harness.Workplace;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.reports.Numbers;
import org.beatbench.results.Answers;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;
import org.beatbench.verification.DataCheck;
import org.beatbench.verification.DifferenceFound;
import org.beatbench.verification.TrialCheck;

/** Recomputes, step by step, all that can be recomputed of the results of an experiment, up to the first difference. */
final class Verification {

    /**
     * A step that found no difference.
     *
     * @param name what was checked
     * @param count of how much: beats, trials, answers or files
     * @param text how, in words
     */
    record Step(String name, long count, String text) {}

    private final FolderStore store;
    private final Plan plan;
    private final Consumer<Step> listener;
    private final List<String> notes = new ArrayList<>();

    /** A verification of a store that tells of each step as it is done. */
    Verification(FolderStore store, Consumer<Step> listener) throws IOException {
        this.store = store;
        this.plan = store.plan();
        this.listener = listener;
    }

    /** What was not checked, and other things to know. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** The data of the plan as they are at hand; empty, and a note, if they are not. */
    Optional<DataCheck> data(Catalogue catalogue, Workplace workplace) {
        Optional<Trial> first = plan.trials().stream().findFirst();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        DatasetUse planned = first.get().dataset();
        try (Bar bar = Bar.named("Loading " + planned.id())) {
            KnownDataset<?> dataset = catalogue.dataset(planned.id());
            Beats beats =
                    dataset.load(planned.settings(), new DatasetContext(workplace.data(), bar, Cancellation.NEVER));
            DataCheck check = DataCheck.of(plan, beats, dataset.use(planned.settings(), beats));
            listener.accept(new Step(
                    "data",
                    beats.size(),
                    planned.id() + ": fingerprint and counts of " + Numbers.count(beats.size()) + " beats recomputed"));
            return Optional.of(check);
        } catch (UserError | IOException e) {
            notes.add("the data are not at hand (" + e.getMessage() + "), so their fingerprint, the labels and the rows"
                    + " were not recomputed");
            return Optional.empty();
        }
    }

    /**
     * Checks all stored trials of the plan.
     *
     * @throws DifferenceFound at the first that is not what it should be
     */
    void checkTrials(Optional<DataCheck> data) throws IOException {
        TrialCheck check = new TrialCheck(store, plan);
        int stored = 0;
        long answers = 0;
        for (Trial trial : plan.trials()) {
            if (store.contains(trial)) {
                RunRecord run = check.check(trial);
                data.ifPresent(beats -> beats.check(run));
                stored++;
                answers += answers(run);
            }
        }
        int missing = plan.trials().size() - stored;
        listener.accept(new Step(
                "trials",
                stored,
                Numbers.count(stored) + " stored, keys recomputed; " + Numbers.count(answers)
                        + " answers read, as they were written"
                        + (missing == 0 ? "" : "; " + Numbers.count(missing) + " of the plan are not stored")));
        data.ifPresent(this::tell);
        int strangers = store.keys().size() - stored;
        if (strangers > 0) {
            notes.add(Numbers.count(strangers) + " stored trials are not of this plan, and in no number");
        }
    }

    private void tell(DataCheck data) {
        listener.accept(new Step(
                "labels",
                data.answers(),
                Numbers.count(data.answers())
                        + " answers have the labels, records and positions of the data, and are those that the"
                        + " protocols ask for"));
        for (String protocol : data.otherVersions()) {
            notes.add("this program divides " + protocol + " in another way, so its rows were not recomputed");
        }
    }

    /**
     * Makes the report again and compares it.
     *
     * @param data where they are at hand; a report that shows beats needs them
     * @throws DifferenceFound at the first difference
     */
    void checkReport(Path folder, Optional<DataCheck> data) throws IOException {
        ReportCheck check = new ReportCheck(store, folder, data.map(DataCheck::beats));
        try {
            check.checkOrigin();
            check.checkFiles();
            listener.accept(new Step("report", check.files(), check.summary()));
        } finally {
            notes.addAll(check.notes());
        }
    }

    private static long answers(RunRecord run) {
        return run.outcome() instanceof Outcome.Completed completed
                ? completed.test().size()
                        + completed.validation().size()
                        + completed.disturbed().values().stream()
                                .mapToLong(Answers::size)
                                .sum()
                : 0;
    }
}
