package org.beatbench.harness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.beatbench.api.UserError;
import org.beatbench.canaries.Canaries;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Entry;
import org.beatbench.experiment.Experiment;
import org.beatbench.experiment.Inquiries;
import org.beatbench.experiment.NamedSettings;
import org.beatbench.experiment.Trial;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.inquiry.Inquiry;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownDataset;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.protocol.Split;

/** Turns an experiment into trials, after checking everything that can be checked before hours of work. */
public final class Planner {

    private final Experiment experiment;
    private final List<Protocol> protocols = new ArrayList<>();
    private final List<Competitor> competitors = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * Checks an experiment against what there is.
     *
     * @throws UserError naming everything that is unknown or illegal
     */
    public Planner(Experiment experiment, Catalogue catalogue) {
        this.experiment = experiment;
        experiment
                .formSettings()
                .forEach(settings ->
                        check(() -> catalogue.dataset(experiment.dataset().id()).check(settings)));
        for (Inquiry<?> inquiry : Inquiries.all()) {
            if (inquiry.needsRecordings() && experiment.use(inquiry).asks()) {
                check(() -> requireRecordings(
                        inquiry, catalogue.dataset(experiment.dataset().id())));
            }
        }
        experiment.protocols().forEach(id -> check(() -> protocols.add(Protocols.of(id, experiment.folds()))));
        entries(catalogue).forEach(entry -> {
            check(() -> requireSeeds(entry));
            check(() -> competitors.add(Competitor.of(entry, catalogue)));
        });
        checkLabels();
        if (!problems.isEmpty()) {
            throw UserError.of(
                    "experiment " + experiment.id(),
                    problems,
                    "beatbench list shows what there is, beatbench describe ID its settings");
        }
    }

    /**
     * The trials, protocol by protocol.
     *
     * @param beats the data set
     * @param forms what identifies it in each form of the experiment, in their order
     * @throws UserError if a protocol does not fit the data
     */
    public List<Trial> trials(Beats beats, List<DatasetUse> forms) {
        if (!beats.form().single()) {
            requireOneSignalForNone();
        }
        Splits splits = new Splits(beats);
        Map<String, Trial> trials = new LinkedHashMap<>();
        for (Protocol protocol : protocols) {
            for (long seed : experiment.seeds()) {
                check(() ->
                        splits.of(protocol, seed).forEach(split -> addTrials(trials, forms, protocol, split, seed)));
            }
        }
        if (!problems.isEmpty()) {
            throw UserError.of(
                    "experiment " + experiment.id(),
                    problems.stream().distinct().toList(),
                    "take other protocols, or other data");
        }
        return List.copyOf(trials.values());
    }

    private void addTrials(
            Map<String, Trial> trials, List<DatasetUse> forms, Protocol protocol, Split split, long seed) {
        for (int form = 0; form < forms.size(); form++) {
            addTrials(trials, forms.get(form), form, protocol, split, seed);
        }
    }

    private void addTrials(
            Map<String, Trial> trials, DatasetUse dataset, int form, Protocol protocol, Split split, long seed) {
        for (Competitor competitor : competitors) {
            if (form > 0 && Canaries.include(competitor.candidates().get(0).id())) {
                continue; // they are yardsticks of rows, and know nothing of other forms
            }
            if (!competitor.runsWith(seed)) {
                continue;
            }
            for (ClassifierUse candidate : competitor.candidates()) {
                add(
                        trials,
                        split,
                        new Trial(
                                label(competitor, form),
                                dataset,
                                protocol.id() + "/" + protocol.version(),
                                split.name(),
                                candidate,
                                competitor.resampling(),
                                competitor.calibration(),
                                competitor.validation(),
                                asked(candidate, protocol, form == 0),
                                seed,
                                experiment.limits().threads(),
                                Machine.javaVersion(),
                                protocol.needsFolds() ? experiment.folds() : ""));
            }
        }
    }

    private String label(Competitor competitor, int form) {
        boolean canary = Canaries.include(competitor.candidates().get(0).id());
        return experiment.forms().isEmpty() || canary
                ? competitor.label()
                : competitor.label() + Experiment.FORM_MARK + experiment.forms().get(form);
    }

    private Map<String, Integer> asked(ClassifierUse candidate, Protocol protocol, boolean isFirstForm) {
        return Inquiries.all().stream()
                .filter(inquiry -> inquiry.asksCanaries() || !Canaries.include(candidate.id()))
                .filter(inquiry -> isFirstForm || !inquiry.needsOneSignal())
                .collect(Collectors.toMap(
                        Inquiry::id, inquiry -> experiment.use(inquiry).beatsUnder(protocol.id())));
    }

    private void add(Map<String, Trial> trials, Split split, Trial trial) {
        if (trial.validation() == ValidationUse.HELD_OUT && split.validation().isEmpty()) {
            problems.add(trial.label() + " needs validation beats, and " + trial.protocolId() + " leaves none in "
                    + split.name());
        }
        Trial same = trials.putIfAbsent(trial.key(), trial);
        if (same != null) {
            problems.add(same.label() + " and " + trial.label() + " are the same classifier with the same settings");
        }
    }

    private void requireSeeds(Entry entry) {
        List<Long> unknown = entry.seeds().stream()
                .filter(seed -> !experiment.seeds().contains(seed))
                .toList();
        if (!unknown.isEmpty()) {
            throw new UserError(
                    entry.classifier().id() + " is to run with seeds " + unknown + ", and the experiment has "
                            + experiment.seeds(),
                    "name some of the experiment's seeds");
        }
    }

    /** The canaries first, but for those that the experiment names itself; then the competitors. */
    private List<Entry> entries(Catalogue catalogue) {
        List<Entry> competitors = competitors(catalogue);
        List<Entry> all = new ArrayList<>();
        for (String canary : experiment.canaries() ? Canaries.IDS : List.<String>of()) {
            if (competitors.stream().noneMatch(entry -> entry.classifier().id().equals(canary))) {
                all.add(new Entry("", new NamedSettings(canary, Map.of()), "none"));
            }
        }
        all.addAll(competitors);
        return all;
    }

    private List<Entry> competitors(Catalogue catalogue) {
        Set<String> named = experiment.entries().stream()
                .map(entry -> entry.classifier().id())
                .collect(Collectors.toSet());
        return experiment.entries().stream()
                .flatMap(entry -> entry.equals(Entry.ALL_OTHERS)
                        ? catalogue.classifiers().stream()
                                .map(classifier -> classifier.info().id())
                                .filter(id -> !named.contains(id) && !Canaries.include(id))
                                .map(id -> new Entry("", new NamedSettings(id, Map.of()), "none"))
                        : Stream.of(entry))
                .toList();
    }

    private void requireOneSignalForNone() {
        Inquiries.all().stream()
                .filter(inquiry ->
                        inquiry.needsOneSignal() && experiment.use(inquiry).asks())
                .forEach(inquiry -> problems.add(inquiry.id()
                        + " looks at one signal, and these beats are more: leave it out, or let forms begin with one of a single"
                        + " signal"));
    }

    private static void requireRecordings(Inquiry<?> inquiry, KnownDataset<?> dataset) {
        if (!dataset.isPerturbable()) {
            throw new UserError(
                    inquiry.id() + " cannot be measured: data set "
                            + dataset.info().id() + " has no recordings that could be disturbed",
                    "Leave " + inquiry.id() + " out, or take a data set of recordings.");
        }
    }

    private void checkLabels() {
        Set<String> labels = new HashSet<>();
        for (Competitor competitor : competitors) {
            if (!labels.add(competitor.label())) {
                problems.add("two classifiers are called " + competitor.label() + "; give each a label of its own");
            }
        }
    }

    private void check(Runnable action) {
        try {
            action.run();
        } catch (UserError e) {
            problems.add((e.getMessage() + ". " + e.hint()).replace("\n", "\n  "));
        }
    }
}
