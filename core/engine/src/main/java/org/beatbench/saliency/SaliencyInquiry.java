package org.beatbench.saliency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.api.Selection;
import org.beatbench.inquiry.Evidence;
import org.beatbench.inquiry.Inquiry;
import org.beatbench.inquiry.Interview;
import org.beatbench.inquiry.Scope;
import org.beatbench.inquiry.TrialFiles;

/** What does the model look at? Stretches of some test beats of each class are hidden, one after the other. */
public final class SaliencyInquiry implements Inquiry<Saliency> {

    /** The only one. */
    public static final SaliencyInquiry INSTANCE = new SaliencyInquiry();

    private SaliencyInquiry() {}

    @Override
    public String id() {
        return "saliency";
    }

    @Override
    public String version() {
        return Saliency.VERSION;
    }

    @Override
    public boolean needsOneSignal() {
        return true;
    }

    @Override
    public int beats(String written) {
        if (!written.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("must be a number of beats of each class, 0 to 9999: " + written);
        }
        return Integer.parseInt(written);
    }

    @Override
    public boolean isNamedWhereNotAsked() {
        return true;
    }

    @Override
    public int questions(int beats, int classes, int length) {
        return Probe.questions(classes, length, beats);
    }

    @Override
    public Saliency ask(Scope scope, Interview model) {
        return new Probe(model::answers, model.cancellation())
                .of(scope.dataset(), scope.test(), scope.beats(), scope.seed());
    }

    @Override
    public List<String> write(Saliency findings, List<String> classes, Path folder) throws IOException {
        return new SaliencyFiles(classes).write(findings, folder);
    }

    @Override
    public Saliency read(TrialFiles files, List<String> classes) throws IOException {
        return new SaliencyFiles(classes).read(files);
    }

    /** That the beats that were hidden in part are test beats, with their labels, and that the mean beats are those of the test. */
    @Override
    public void check(Saliency findings, Evidence evidence) {
        Selection tested = Selection.of(IntStream.range(0, evidence.tested().size())
                .map(answer -> evidence.tested().beat(answer).row())
                .toArray());
        Set<Integer> rows = tested.stream().boxed().collect(Collectors.toSet());
        for (OccludedBeat occluded : findings.beats()) {
            String place = SaliencyFiles.DROPS + ", row " + occluded.row();
            evidence.require(place, "the row", "it was not tested", rows.contains(occluded.row()));
            evidence.requireTruth(place, occluded.row(), occluded.truth());
        }
        evidence.require(
                SaliencyFiles.MEANS,
                "the means stored",
                "the data give others",
                findings.means().equals(MeanBeat.of(evidence.dataset(), tested)));
    }
}
