package org.beatbench.verification;

import java.io.IOException;
import java.util.List;
import org.beatbench.api.UserError;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.experiment.Trial;
import org.beatbench.results.Answers;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;
import org.beatbench.robustness.PerturbationLadder;

/** Checks that stored trials are whole, and the trials that they claim to be. */
public final class TrialCheck {

    private final FolderStore store;
    private final Plan plan;

    /** A check of the trials of a plan. */
    public TrialCheck(FolderStore store, Plan plan) {
        this.store = store;
        this.plan = plan;
    }

    /**
     * Reads a stored trial, with its hashes, and recomputes its key from what it says of itself.
     *
     * @param trial as planned
     * @throws DifferenceFound if it is damaged or another trial
     */
    public RunRecord check(Trial trial) throws IOException {
        RunRecord run = read(trial.key());
        String place = place(trial) + "/run.json";
        if (!run.trial().key().equals(trial.key())) {
            throw DifferenceFound.at(
                    place,
                    "the trial described there has the key " + run.trial().key(),
                    "its folder is that of " + trial.key());
        }
        if (run.outcome() instanceof Outcome.Completed completed) {
            check(completed.test(), place);
            check(completed.validation(), place);
            completed.disturbed().values().forEach(answers -> check(answers, place));
            checkLadder(trial, completed, place);
            if (completed.test().size() != completed.costs().testBeats()) {
                throw DifferenceFound.at(
                        place,
                        completed.costs().testBeats() + " test beats",
                        completed.test().size() + " answers are stored");
            }
        }
        return run.of(trial);
    }

    /** Every step is answered if any was asked for. */
    private static void checkLadder(Trial trial, Outcome.Completed completed, String place) {
        List<String> asked = trial.robustness() == 0
                ? List.of()
                : PerturbationLadder.STEPS.stream().map(Perturbation::id).toList();
        if (!List.copyOf(completed.disturbed().keySet()).equals(asked)) {
            throw DifferenceFound.at(
                    place,
                    "answers under the disturbances " + completed.disturbed().keySet(),
                    "the trial asks for " + asked);
        }
    }

    /** Where a trial stands in its store. */
    public static String place(Trial trial) {
        return "trials/" + trial.key();
    }

    private RunRecord read(String key) throws IOException {
        try {
            return store.read(key);
        } catch (UserError e) {
            throw DifferenceFound.at("trials/" + key, String.valueOf(e.getMessage()), "it should be as it was written");
        }
    }

    private void check(Answers answers, String place) {
        if (!answers.classes().equals(plan.classNames())) {
            throw DifferenceFound.at(
                    place,
                    "answers of classes " + String.join(" ", answers.classes()),
                    "the data set has " + String.join(" ", plan.classNames()));
        }
    }
}
