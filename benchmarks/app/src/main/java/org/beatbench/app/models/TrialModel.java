package org.beatbench.app.models;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.beatbench.answers.Answers;
import org.beatbench.api.UserError;
import org.beatbench.app.options.ResultsFolder;
import org.beatbench.calibration.Calibration;
import org.beatbench.experiment.Trial;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.harness.TrainingOrder;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownClassifier;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.resampling.Resampling;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.beatbench.verification.Rerun;
import org.beatbench.verification.RerunDifference;

/** A trial of an experiment whose model is to be kept: it is fitted again as it was then, and must answer as it did. */
final class TrialModel {

    private static final int MOST_NAMED = 12;
    private static final String NAME = "EXPERIMENT/KEY";

    private final RunRecord run;

    private TrialModel(RunRecord run) {
        this.run = run;
    }

    /**
     * The trial that is named.
     *
     * @param written name or folder of an experiment, a stroke, and the beginning of the key of a trial
     * @throws UserError if it is not there, or has no answers of its own
     */
    static TrialModel find(String written, ResultsFolder results) throws IOException {
        int stroke = written.lastIndexOf('/');
        String experiment = stroke < 0 ? written : written.substring(0, stroke);
        FolderStore store = FolderStore.existing(results.find(experiment));
        List<Trial> trials = store.plan().trials();
        if (stroke < 0) {
            throw UserError.of(
                    "--from " + written + " names no trial of " + experiment,
                    trials.stream()
                            .limit(MOST_NAMED)
                            .map(trial -> trial.key() + "  " + trial.inWords())
                            .toList(),
                    "give " + NAME + ", such as " + experiment + "/"
                            + trials.get(0).key()
                            + (trials.size() > MOST_NAMED ? "; all " + trials.size() + " are in plan.json" : ""));
        }
        Trial trial = Rerun.find(trials, written.substring(stroke + 1));
        RunRecord run = store.find(trial)
                .orElseThrow(() -> new UserError(
                        "trial " + trial.key() + " was not run yet", "run it: beatbench run " + experiment));
        if (!(run.outcome() instanceof Outcome.Completed) || trial.classifier().wasImported()) {
            throw new UserError(
                    "trial " + trial.key() + (trial.classifier().wasImported() ? " was imported" : " did not complete")
                            + ", so there is no model of it",
                    "name another trial");
        }
        return new TrialModel(run);
    }

    Trial trial() {
        return run.trial();
    }

    /**
     * How it was trained.
     *
     * @throws UserError if classifier or protocol are not what they were
     */
    TrainingOrder order(Catalogue catalogue, boolean keepsExamples, String command) {
        Trial trial = run.trial();
        KnownClassifier<?> classifier = catalogue.classifier(trial.classifier().id());
        Protocol protocol = Protocols.of(trial.protocolId(), trial.folds());
        String divided = protocol.id() + "/" + protocol.version();
        if (!classifier.use(trial.classifier().settings()).equals(trial.classifier())
                || !divided.equals(trial.protocol())) {
            throw new UserError(
                    "trial " + trial.key() + " was run by another version of "
                            + trial.classifier().id() + " or of " + protocol.id(),
                    "use the version of beatbench, and the plug-ins, that ran it, or run the experiment again");
        }
        return new TrainingOrder(
                classifier,
                trial.classifier().settings(),
                Optional.of(new TrainingOrder.Division(
                        protocol, trial.split(), trial.validation() == ValidationUse.HELD_OUT)),
                Resampling.of(trial.resampling()),
                Calibration.of(trial.calibration()),
                trial.seed(),
                trial.threads(),
                keepsExamples,
                command);
    }

    /** How the answers of the new model compare with the stored ones, in a sentence. */
    String compared(Answers tested) {
        Trial trial = run.trial();
        RerunDifference difference = RerunDifference.of(((Outcome.Completed) run.outcome()).test(), tested);
        return difference.isExact()
                ? "Its " + difference.answers() + " test answers are those of trial " + trial.key() + ", bit for bit."
                : "Compared with trial " + trial.key() + ", " + difference
                        + ": another machine or Java may calculate otherwise in the last digits.";
    }
}
