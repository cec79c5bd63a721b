package org.beatbench.app.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.beatbench.api.DidYouMean;
import org.beatbench.experiment.Trial;
import org.beatbench.protocol.Protocols;

/** Picks trials of a plan by names of classifiers (id or label) and protocols; no names pick all. */
final class TrialFilter {

    private final List<String> names;

    TrialFilter(List<String> names) {
        this.names = names;
    }

    /**
     * The trials whose classifier is named, if any classifier is, and whose protocol is named, if any protocol is.
     *
     * @throws org.beatbench.api.UserError if a name is neither
     */
    List<Trial> of(List<Trial> trials) {
        Set<String> classifiers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> protocols = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Trial trial : trials) {
            classifiers.add(trial.classifier().id());
            classifiers.add(trial.label());
            protocols.add(trial.protocolId());
        }
        List<String> known = new ArrayList<>(classifiers);
        known.addAll(protocols);
        List<String> current = names.stream()
                .map(name -> classifiers.contains(name) ? name : Protocols.current(name))
                .toList();
        for (String name : current) {
            if (!classifiers.contains(name) && !protocols.contains(name)) {
                throw DidYouMean.unknown("classifier or protocol of this experiment", name, known);
            }
        }
        List<String> namedClassifiers =
                current.stream().filter(classifiers::contains).toList();
        List<String> namedProtocols =
                current.stream().filter(protocols::contains).toList();
        return trials.stream()
                .filter(trial -> isNamed(namedClassifiers, trial.classifier().id(), trial.label()))
                .filter(trial -> isNamed(namedProtocols, trial.protocolId()))
                .toList();
    }

    private static boolean isNamed(List<String> names, String... candidates) {
        return names.isEmpty()
                || names.stream().anyMatch(name -> List.of(candidates).stream().anyMatch(name::equalsIgnoreCase));
    }
}
