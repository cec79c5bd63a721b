package org.beatbench.robustness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.answers.Answers;
import org.beatbench.answers.AnswersFile;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.inquiry.Evidence;
import org.beatbench.inquiry.Inquiry;
import org.beatbench.inquiry.Interview;
import org.beatbench.inquiry.Scope;
import org.beatbench.inquiry.TestSample;
import org.beatbench.inquiry.TrialFiles;

/** What would a worse ECG do to the model? Some test beats are disturbed, step by step of the {@link PerturbationLadder}. */
public final class RobustnessInquiry implements Inquiry<DisturbedAnswers> {

    /** The only one. */
    public static final RobustnessInquiry INSTANCE = new RobustnessInquiry();

    private RobustnessInquiry() {}

    @Override
    public String id() {
        return "robustness";
    }

    @Override
    public String version() {
        return PerturbationLadder.VERSION;
    }

    @Override
    public int beats(String written) {
        return TestSample.size(written);
    }

    @Override
    public boolean needsRecordings() {
        return true;
    }

    @Override
    public boolean asksCanaries() {
        return true;
    }

    @Override
    public boolean isNamedWhereNotAsked() {
        return true;
    }

    @Override
    public int questions(int beats, int classes, int length) {
        return beats * PerturbationLadder.STEPS.size();
    }

    @Override
    public DisturbedAnswers ask(Scope scope, Interview model) throws IOException {
        Selection rows = scope.sample();
        List<Perturbation> steps = PerturbationLadder.STEPS;
        List<Beats> perturbed = model.recordings().perturbed(rows, steps, scope.seed(), model.cancellation());
        Map<String, Answers> answers = new LinkedHashMap<>();
        for (int step = 0; step < steps.size(); step++) {
            model.cancellation().check();
            model.listener().advanced(step, steps.size());
            answers.put(steps.get(step).id(), Answers.of(scope.dataset(), rows, model.answers(perturbed.get(step))));
        }
        return new DisturbedAnswers(answers);
    }

    @Override
    public List<String> missing(DisturbedAnswers findings) {
        return PerturbationLadder.STEPS.stream()
                .map(Perturbation::id)
                .filter(step -> !findings.byStep().containsKey(step))
                .toList();
    }

    @Override
    public List<String> write(DisturbedAnswers findings, List<String> classes, Path folder) throws IOException {
        Map<String, Answers> files = findings.answers();
        for (Map.Entry<String, Answers> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            AnswersFile.write(file.getValue(), target);
        }
        return List.copyOf(files.keySet());
    }

    /** They are answers as those of the test are, and stand beside them. */
    @Override
    public String part() {
        return "answers";
    }

    @Override
    public boolean owns(String file) {
        return DisturbedAnswers.isFile(file);
    }

    @Override
    public DisturbedAnswers read(TrialFiles files, List<String> classes) throws IOException {
        Map<String, Answers> answers = new LinkedHashMap<>();
        for (Perturbation step : PerturbationLadder.STEPS) {
            String file = DisturbedAnswers.file(step.id());
            if (files.contains(file)) {
                answers.put(step.id(), AnswersFile.read(files.file(file)));
            }
        }
        return new DisturbedAnswers(answers);
    }

    @Override
    public void check(DisturbedAnswers findings, Evidence evidence) {
        evidence.scope().map(Scope::sample).ifPresent(rows -> findings.answers()
                .forEach((file, answers) -> evidence.requireRows(file, answers, rows)));
    }
}
