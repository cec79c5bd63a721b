package org.beatbench.plugins;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.Form;
import org.beatbench.api.Provenance;
import org.beatbench.api.Rows;
import org.beatbench.api.UserError;
import org.beatbench.experiment.JoinedDataset;
import org.beatbench.protocol.Parts;

/** Two data sets as one: first the rows that are learned from, then those that are tested, each marked as such. */
class JoinedProvider implements DatasetProvider<JoinedSettings> {

    final KnownDataset<?> training;
    final KnownDataset<?> test;

    JoinedProvider(KnownDataset<?> training, KnownDataset<?> test) {
        this.training = training;
        this.test = test;
    }

    /** Joins two data sets. What is tested decides whether there are recordings that could be disturbed. */
    static JoinedProvider of(KnownDataset<?> training, KnownDataset<?> test) {
        return test.isPerturbable() ? new JoinedRecordings(training, test) : new JoinedProvider(training, test);
    }

    @Override
    public DatasetInfo info() {
        DatasetInfo first = training.info();
        DatasetInfo second = test.info();
        return new DatasetInfo(
                JoinedDataset.id(first.id(), second.id()),
                first.name() + ", tested on " + second.name(),
                "Learned from: " + first.summary() + " Tested on: " + second.summary(),
                first.version() + "+" + second.version(),
                first.synthetic() || second.synthetic(),
                joined(first.licence(), second.licence()),
                joined(first.citation(), second.citation()));
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || first.equals(second) ? second : second.isEmpty() ? first : first + "; " + second;
    }

    @Override
    public JoinedSettings defaults() {
        return new JoinedSettings("{}", "{}");
    }

    @Override
    public List<String> assumptions(JoinedSettings settings, DatasetContext context) throws IOException {
        return provenance(settings, context).assumptions();
    }

    @Override
    public Provenance provenance(JoinedSettings settings, DatasetContext context) throws IOException {
        Provenance learned = training.provenance(JoinedDataset.settings(settings.training()), context);
        Provenance tested = test.provenance(JoinedDataset.settings(settings.test()), context);
        return new Provenance(
                joined(learned.assumptions(), tested.assumptions()),
                joined(learned.warnings(), tested.warnings()),
                learned.takesRecordsForSubjects() || tested.takesRecordsForSubjects(),
                learned.input());
    }

    private static List<String> joined(List<String> learned, List<String> tested) {
        return Stream.concat(
                        learned.stream().map(one -> "Of the beats learned from: " + one),
                        tested.stream().map(one -> "Of the beats tested: " + one))
                .toList();
    }

    /** That of both; two that differ are refused when they are loaded. */
    @Override
    public OptionalDouble rate(JoinedSettings settings) {
        OptionalDouble first = training.rate(JoinedDataset.settings(settings.training()));
        OptionalDouble second = test.rate(JoinedDataset.settings(settings.test()));
        return first.equals(second) ? first : OptionalDouble.empty();
    }

    @Override
    public Beats load(JoinedSettings settings, DatasetContext context) throws IOException {
        Map<String, Object> learned = JoinedDataset.settings(settings.training());
        Map<String, Object> tested = JoinedDataset.settings(settings.test());
        Beats first = training.load(learned, context);
        Beats second = test.load(tested, context);
        requireAlike(first, second, training.rate(learned), test.rate(tested));
        List<Beat> beats = new ArrayList<>();
        Rows.Builder rows = Rows.builder(first.samples().width());
        for (int row = 0; row < first.size(); row++) {
            rows.add(first.samples().row(row));
            beats.add(Parts.TRAINING.mark(first.beat(row), first.label(row)));
        }
        for (int row = 0; row < second.size(); row++) {
            rows.add(second.samples().row(row));
            beats.add(Parts.TEST.mark(second.beat(row), place(second.label(row), second.classes(), first.classes())));
        }
        return Beats.of(first.classes(), first.form(), rows.build(), beats);
    }

    /** Where a class of one list stands in another. */
    static int place(int label, List<String> classes, List<String> others) {
        return label == Beat.UNLABELLED ? label : others.indexOf(classes.get(label));
    }

    private void requireAlike(Beats first, Beats second, OptionalDouble firstRate, OptionalDouble secondRate) {
        List<String> problems = new ArrayList<>();
        if (!Set.copyOf(first.classes()).equals(Set.copyOf(second.classes()))) {
            problems.add("the classes are " + String.join(", ", first.classes()) + " and "
                    + String.join(", ", second.classes()));
        }
        Form form = first.form();
        if (!form.equals(second.form())) {
            problems.add("a beat is " + form + " and " + second.form());
        }
        if (firstRate.isPresent() && secondRate.isPresent() && !firstRate.equals(secondRate)) {
            problems.add("the rates are " + firstRate.getAsDouble() + " and " + secondRate.getAsDouble()
                    + " samples a second");
        }
        if (Stream.of(first, second).anyMatch(Beats::isEmpty)) {
            problems.add("there are " + first.size() + " beats to learn from and " + second.size() + " to test");
        }
        if (!problems.isEmpty()) {
            throw UserError.of(
                    training.info().id() + " and " + test.info().id() + " cannot be learned from and tested",
                    problems,
                    "take two data sets whose beats have the same classes and are cut alike, such as mitdb and wfdb");
        }
    }
}
