package org.beatbench.verification;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Trial;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.harness.Splits;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.protocol.Split;
import org.beatbench.results.AnsweredBeat;
import org.beatbench.results.Answers;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;
import org.beatbench.saliency.MeanBeat;
import org.beatbench.saliency.OccludedBeat;

/** Checks stored answers against the data set itself: the labels, and which beats were asked for. */
public final class DataCheck {

    private final Beats beats;
    private final Splits splits;
    private final Set<String> otherVersions = new TreeSet<>();
    private long answers;

    private DataCheck(Beats beats) {
        this.beats = beats;
        this.splits = new Splits(beats);
    }

    /**
     * Checks that these are the beats of a plan.
     *
     * @param use what identifies the beats
     * @throws DifferenceFound if the plan was made for others, or counts them in another way
     */
    public static DataCheck of(Plan plan, Beats beats, DatasetUse use) {
        for (Trial trial : plan.trials()) {
            require(
                    "the data at hand (" + use.id() + ")",
                    "fingerprint " + use.fingerprint(),
                    "the trials have " + trial.dataset().fingerprint(),
                    use.fingerprint().equals(trial.dataset().fingerprint()));
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
        return new DataCheck(beats);
    }

    /**
     * Checks the answers of a trial: each beat is the one its row says, with its label, and the rows are those that the
     * protocol gives.
     *
     * @throws DifferenceFound if one is not
     */
    public void check(RunRecord run) {
        if (!(run.outcome() instanceof Outcome.Completed completed)) {
            return;
        }
        String folder = TrialCheck.place(run.trial());
        checkBeats(completed.test(), folder + "/test.csv.gz");
        checkBeats(completed.validation(), folder + "/validation.csv.gz");
        completed.disturbed().forEach((step, answers) -> checkBeats(answers, disturbed(folder, step)));
        Trial trial = run.trial();
        Protocol protocol = Protocols.of(trial.protocolId());
        if (trial.protocol().equals(protocol.id() + "/" + protocol.version())) {
            Split split = splits.of(trial);
            checkRows(completed.test(), split.test(), folder + "/test.csv.gz");
            checkRows(
                    completed.validation(),
                    trial.validation() == ValidationUse.HELD_OUT ? split.validation() : Selection.of(),
                    folder + "/validation.csv.gz");
            if (trial.robustness() > 0) {
                Selection asked = splits.disturbed(trial);
                completed.disturbed().forEach((step, answers) -> checkRows(answers, asked, disturbed(folder, step)));
            }
        } else {
            otherVersions.add(trial.protocol());
        }
        checkSaliency(completed, folder);
    }

    /** The beats, which are those of the plan. */
    public Beats beats() {
        return beats;
    }

    private static String disturbed(String folder, String step) {
        return folder + "/robustness/" + step + ".csv.gz";
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

    private static void checkRows(Answers stored, Selection asked, String file) {
        require(
                file,
                stored.size() + " answers",
                "the protocol asks for " + asked.size(),
                stored.size() == asked.size());
        for (int i = 0; i < asked.size(); i++) {
            require(
                    file + ", answer " + (i + 1),
                    "row " + stored.beat(i).row(),
                    "the protocol asks for row " + asked.at(i),
                    stored.beat(i).row() == asked.at(i));
        }
    }

    /** That the beats that were hidden in part are test beats, with their labels, and that the mean beats are those of the test. */
    private void checkSaliency(Outcome.Completed completed, String folder) {
        if (completed.saliency().isEmpty()) {
            return;
        }
        Selection tested = Selection.of(IntStream.range(0, completed.test().size())
                .map(answer -> completed.test().beat(answer).row())
                .toArray());
        Set<Integer> rows = tested.stream().boxed().collect(Collectors.toSet());
        for (OccludedBeat occluded : completed.saliency().beats()) {
            String place = folder + "/saliency.csv.gz, row " + occluded.row();
            require(place, "the row", "it was not tested", rows.contains(occluded.row()));
            require(
                    place,
                    "truth " + name(occluded.truth()),
                    "the data say " + name(beats.label(occluded.row())),
                    occluded.truth() == beats.label(occluded.row()));
        }
        require(
                folder + "/mean-beats.csv.gz",
                "the means stored",
                "the data give others",
                completed.saliency().means().equals(MeanBeat.of(beats, tested)));
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
