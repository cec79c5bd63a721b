package org.beatbench.verification;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.beatbench.answers.Answers;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.Limits;
import org.beatbench.experiment.Trial;
import org.beatbench.files.Aside;
import org.beatbench.harness.ForkedRunner;
import org.beatbench.harness.RunFolders;
import org.beatbench.harness.RunLock;
import org.beatbench.plugins.Catalogue;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.results.Costs;
import org.beatbench.results.Environment;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;

/**
 * Runs stored trials again, stores nothing, and compares the answers. Only this tells answers that a model gave from answers that
 * somebody made up: a store that was forged as a whole agrees with itself.
 */
public final class Rerun {

    private static final int SHORTEST_KEY = 4;

    private final RunFolders folders;
    private final Catalogue catalogue;
    private final String command;

    /**
     * Runs trials with what there is here.
     *
     * @param command the command line that asks for it, for others that want to be timed meanwhile
     */
    public Rerun(RunFolders folders, Catalogue catalogue, String command) {
        this.folders = folders;
        this.catalogue = catalogue;
        this.command = command;
    }

    /**
     * The trial with a key, or with the only key that begins like this.
     *
     * @throws UserError if there is none, or several
     */
    public static Trial find(List<Trial> trials, String key) {
        List<Trial> found = trials.stream()
                .filter(trial -> key.length() >= SHORTEST_KEY && trial.key().startsWith(key))
                .toList();
        if (found.size() > 1) {
            throw new UserError(found.size() + " keys begin with " + key, "give more of the key");
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> DidYouMean.unknown(
                        "trial", key, trials.stream().map(Trial::key).toList()));
    }

    /**
     * The trial that took the least time of those that completed.
     *
     * @throws UserError if none did
     */
    public static Trial shortest(List<RunRecord> runs) {
        return completed(runs).stream()
                .min(Comparator.comparing(run -> {
                    Costs costs = ((Outcome.Completed) run.outcome()).costs();
                    return costs.fit().plus(costs.wholeTest());
                }))
                .orElseThrow()
                .trial();
    }

    /**
     * Any of the trials that completed, each as likely as every other.
     *
     * @throws UserError if none did
     */
    public static Trial random(List<RunRecord> runs, RandomGenerator random) {
        List<RunRecord> completed = completed(runs);
        return completed.get(random.nextInt(completed.size())).trial();
    }

    private static List<RunRecord> completed(List<RunRecord> runs) {
        List<RunRecord> completed = runs.stream()
                .filter(run -> run.outcome() instanceof Outcome.Completed
                        && !run.trial().classifier().wasImported())
                .toList();
        if (completed.isEmpty()) {
            throw new UserError("no trial has completed, so none can be compared", "run the experiment: beatbench run");
        }
        return completed;
    }

    /**
     * Runs a trial again.
     *
     * @return how the answers compare; where they differ, it was run on another machine or Java, whose last digits may be others
     * @throws DifferenceFound if they differ although nothing is different that might make them
     * @throws UserError if the trial cannot be run here as it was
     */
    @SuppressWarnings("try") // the lock is held, not used
    public RerunDifference compare(RunRecord stored, Progress progress, Cancellation cancellation) throws IOException {
        Trial trial = stored.trial();
        if (!(stored.outcome() instanceof Outcome.Completed before)) {
            throw new UserError(
                    "trial " + trial.key() + " did not complete, so there are no answers to compare",
                    "choose another, or run it: beatbench run --retry");
        }
        if (trial.classifier().wasImported()) {
            throw new UserError(
                    "trial " + trial.key() + " was imported, so nobody can run it again here", "choose another");
        }
        requireSameProgram(trial);
        RunRecord again;
        try (RunLock timing = RunLock.ofMachine(command, "wait until it ends");
                Aside desk = Aside.temporary()) {
            Limits usual = Limits.defaults();
            Limits limits = new Limits(usual.time(), usual.memoryMegabytes(), trial.threads());
            again = new ForkedRunner(folders, limits, desk.path()).run(trial, progress, cancellation);
            again.readAll();
        }
        if (!(again.outcome() instanceof Outcome.Completed after)) {
            throw DifferenceFound.at(
                    TrialCheck.place(trial), "the trial completed", "run again, it did not: " + again.outcome());
        }
        RerunDifference difference = difference(before, after);
        if (!difference.isExact() && isSameMachine(stored.environment(), again.environment())) {
            throw DifferenceFound.at(TrialCheck.place(trial), "the answers stored", "run again, " + difference);
        }
        return difference;
    }

    private static RerunDifference difference(Outcome.Completed before, Outcome.Completed after) {
        RerunDifference all = RerunDifference.of(before.test(), after.test())
                .and(RerunDifference.of(before.validation(), after.validation()));
        for (var further : before.furtherAnswers().entrySet()) {
            Answers again = Objects.requireNonNull(after.furtherAnswers().get(further.getKey()), further.getKey());
            all = all.and(RerunDifference.of(further.getValue(), again));
        }
        return all;
    }

    private void requireSameProgram(Trial trial) {
        ClassifierUse use = trial.classifier();
        ClassifierUse here = catalogue.classifier(use.id()).use(use.settings());
        Protocol protocol = Protocols.of(trial.protocolId(), trial.folds());
        String divided = protocol.id() + "/" + protocol.version();
        if (!here.equals(use) || !divided.equals(trial.protocol())) {
            throw new UserError(
                    "trial " + trial.key() + " was run with " + described(use) + " under " + trial.protocol()
                            + ", and here is " + described(here) + " and " + divided,
                    "use the version of beatbench, and the plug-ins, that ran it");
        }
    }

    private static String described(ClassifierUse use) {
        return use.id() + " " + use.version() + " " + use.libraries() + " (" + use.origin() + ")";
    }

    private static boolean isSameMachine(Environment one, Environment other) {
        return one.java().equals(other.java())
                && one.system().equals(other.system())
                && one.processor().equals(other.processor());
    }
}
