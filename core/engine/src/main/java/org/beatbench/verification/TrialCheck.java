package org.beatbench.verification;

import java.io.IOException;
import org.beatbench.answers.Answers;
import org.beatbench.api.UserError;
import org.beatbench.experiment.Inquiries;
import org.beatbench.experiment.Trial;
import org.beatbench.inquiry.Findings;
import org.beatbench.inquiry.Inquiry;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;

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
            completed.furtherAnswers().values().forEach(answers -> check(answers, place));
            Inquiries.all().forEach(inquiry -> checkWhole(inquiry, trial, completed, place));
            if (completed.test().size() != completed.costs().testBeats()) {
                throw DifferenceFound.at(
                        place,
                        completed.costs().testBeats() + " test beats",
                        completed.test().size() + " answers are stored");
            }
        }
        return run.of(trial);
    }

    private static <F extends Findings> void checkWhole(
            Inquiry<F> inquiry, Trial trial, Outcome.Completed completed, String place) {
        F findings = completed.findings(inquiry).orElse(null);
        if ((findings != null) != trial.asked(inquiry) > 0) {
            throw DifferenceFound.at(
                    place,
                    (findings == null ? "no" : "what came of an") + " inquiry " + inquiry.id(),
                    "the trial asks for " + trial.asked());
        }
        if (findings != null && !inquiry.missing(findings).isEmpty()) {
            throw DifferenceFound.at(
                    place,
                    "an inquiry " + inquiry.id() + " without " + String.join(", ", inquiry.missing(findings)),
                    "the trial asks for all of it");
        }
    }

    /** Where a trial stands in its store. */
    public static String place(Trial trial) {
        return "trials/" + trial.key();
    }

    private RunRecord read(String key) throws IOException {
        try {
            RunRecord run = store.read(key);
            run.readAll();
            return run;
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
