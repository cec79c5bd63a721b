package org.beatbench.verification;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Inquiries;
import org.beatbench.experiment.Trial;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.harness.Splits;
import org.beatbench.harness.TrialBeats;
import org.beatbench.inquiry.Evidence;
import org.beatbench.inquiry.Findings;
import org.beatbench.inquiry.Inquiry;
import org.beatbench.inquiry.Scope;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Split;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;
import org.beatbench.saliency.MeanBeat;

/** Checks stored answers against the data set itself: the labels, and which beats were asked for. */
public final class DataCheck {

    private final TrialBeats trialBeats;
    private final Beats beats;
    private final Splits splits;
    private final Set<String> otherVersions = new TreeSet<>();
    private long answers;

    private DataCheck(TrialBeats trialBeats) {
        this.trialBeats = trialBeats;
        this.beats = trialBeats.first();
        this.splits = new Splits(beats);
    }

    /**
     * Checks that these are the beats of a plan.
     *
     * @param trialBeats the beats, in every form of the plan
     * @param found what identifies them, in each form
     * @throws DifferenceFound if the plan was made for others, or counts them in another way
     */
    public static DataCheck of(Plan plan, TrialBeats trialBeats, List<DatasetUse> found) {
        Beats beats = trialBeats.first();
        Set<String> fingerprints = new LinkedHashSet<>();
        found.forEach(use -> fingerprints.add(use.fingerprint()));
        for (Trial trial : plan.trials()) {
            require(
                    "the data at hand (" + trial.dataset().id() + ")",
                    "fingerprint " + String.join(" or ", fingerprints),
                    "the trials have " + trial.dataset().fingerprint(),
                    fingerprints.contains(trial.dataset().fingerprint()));
        }
        List<Integer> counts = Arrays.stream(beats.classCounts()).boxed().toList();
        require(
                "plan.json",
                "classes " + plan.classNames(),
                "the data have " + beats.classes(),
                plan.classNames().equals(beats.classes()));
        require(
                "plan.json",
                "beats of each class: " + plan.classCounts(),
                "the data have " + counts,
                plan.classCounts().equals(counts));
        require(
                "plan.json",
                plan.subjects() + " subjects",
                "the data have " + beats.subjects(),
                plan.subjects() == beats.subjects());
        if (!plan.means().isEmpty()) {
            Beats first = beats.firstChannel();
            require(
                    "plan.json",
                    "mean beats of " + plan.means().size() + " classes",
                    "those of the data are others",
                    plan.means().equals(MeanBeat.ofMost(first)));
        }
        return new DataCheck(trialBeats);
    }

    /**
     * Checks the answers of a trial: each beat is the one its row says, with its label, and the rows are those that the
     * protocol gives.
     *
     * @throws DifferenceFound if one is not
     */
    public void check(RunRecord run) throws IOException {
        if (!(run.outcome() instanceof Outcome.Completed completed)) {
            return;
        }
        String folder = TrialCheck.place(run.trial());
        Beats used = trialBeats.of(run.trial().dataset());
        checkBeats(completed.test(), folder + "/test.csv.gz");
        checkBeats(completed.validation(), folder + "/validation.csv.gz");
        completed.furtherAnswers().forEach((file, answers) -> checkBeats(answers, folder + "/" + file));
        Trial trial = run.trial();
        boolean divides = divides(trial);
        Evidence.Judge judge = (file, found, expected, holds) -> require(folder + "/" + file, found, expected, holds);
        if (divides) {
            Evidence evidence = new Evidence(used, completed.test(), Optional.empty(), judge);
            Split split = splits.of(trial);
            evidence.requireRows("test.csv.gz", completed.test(), split.test());
            evidence.requireRows(
                    "validation.csv.gz",
                    completed.validation(),
                    trial.validation() == ValidationUse.HELD_OUT ? split.validation() : Selection.of());
        }
        for (String id : completed.asked()) {
            Inquiry<?> inquiry = Inquiries.of(id);
            Optional<Scope> scope = divides ? Optional.of(splits.scope(trial, inquiry, used)) : Optional.empty();
            check(inquiry, completed, new Evidence(used, completed.test(), scope, judge));
        }
    }

    /**
     * Whether its rows can be recomputed; if not, it is noted.
     *
     * @throws UserError if the file of its folds is missing
     */
    private boolean divides(Trial trial) {
        boolean divides = splits.isOfThisVersion(trial);
        if (!trial.folds().isEmpty()) {
            Protocol here = splits.protocol(trial);
            require(trial.folds(), here.id() + "/" + here.version(), "the trials have " + trial.protocol(), divides);
        }
        if (!divides) {
            otherVersions.add(trial.protocol());
        }
        return divides;
    }

    private static <F extends Findings> void check(Inquiry<F> inquiry, Outcome.Completed completed, Evidence evidence) {
        completed.findings(inquiry).ifPresent(findings -> inquiry.check(findings, evidence));
    }

    /** The beats, which are those of the plan. */
    public Beats beats() {
        return beats;
    }

    /** How many answers were checked so far. */
    public long answers() {
        return answers;
    }

    /** Protocols of trials that this program has in another version, whose rows it therefore cannot recompute. */
    public Set<String> otherVersions() {
        return Set.copyOf(otherVersions);
    }

    private void checkBeats(Answers stored, String file) {
        for (int i = 0; i < stored.size(); i++) {
            AnsweredBeat answered = stored.beat(i);
            String place = file + ", answer " + (i + 1) + ", row " + answered.row();
            require(place, "the row", "there are " + beats.size() + " beats", answered.row() < beats.size());
            Beat beat = beats.beat(answered.row());
            require(
                    place,
                    "truth " + name(answered.truth()),
                    "the data say " + name(beat.label()),
                    answered.truth() == beat.label());
            require(
                    place,
                    "beat at " + answered.position() + " of record \"" + answered.record() + "\", subject \""
                            + answered.subject() + "\"",
                    "the data say " + beat.position() + " of \"" + beat.record() + "\", \"" + beat.subject() + "\"",
                    answered.position() == beat.position()
                            && Objects.equals(answered.record(), beat.record())
                            && Objects.equals(answered.subject(), beat.subject()));
            answers++;
        }
    }

    private String name(int label) {
        return label == Beat.UNLABELLED ? "unknown" : beats.classes().get(label);
    }

    private static void require(String place, String found, String expected, boolean holds) {
        if (!holds) {
            throw DifferenceFound.at(place, found, expected);
        }
    }
}
