package org.beatbench.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.beatbench.api.DatasetInfo;
import org.beatbench.experiment.Trial;
import org.beatbench.saliency.MeanBeat;
import org.jspecify.annotations.Nullable;

/**
 * The trials that an experiment comes down to. Stored beside their results, so that a report shows this comparison whole, or
 * says what is missing, and nothing that an earlier version of the experiment left behind.
 *
 * @param experiment id of the experiment
 * @param title its title
 * @param command the command that runs it
 * @param commit commit of the sources, empty if unknown
 * @param dataset what the beats are
 * @param assumptions how the beats were made and what was taken for granted, a sentence each
 * @param classNames class names in label order
 * @param classCounts beats of each class in the data set
 * @param subjects number of subjects, 0 if unknown
 * @param means the mean beat of each class that has enough of them; none if they are not known
 * @param rate samples a second of the beats; none if the data set does not know, or has several
 * @param knownFailures of classifiers that cannot keep all of the contract, by their ids: ids of checks, to reasons
 * @param trials in running order
 */
public record Plan(
        String experiment,
        String title,
        String command,
        String commit,
        DatasetInfo dataset,
        List<String> assumptions,
        List<String> classNames,
        List<Integer> classCounts,
        int subjects,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MeanBeat> means,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double rate,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Map<String, String>> knownFailures,
        List<Trial> trials) {

    public Plan {
        assumptions = List.copyOf(assumptions);
        classNames = List.copyOf(classNames);
        classCounts = List.copyOf(classCounts);
        means = List.copyOf(means);
        Map<String, Map<String, String>> sorted = new TreeMap<>();
        knownFailures.forEach((id, reasons) -> sorted.put(id, Collections.unmodifiableMap(new TreeMap<>(reasons))));
        knownFailures = Collections.unmodifiableMap(sorted);
        trials = List.copyOf(trials);
    }

    /** A plan that knows no mean beats, of classifiers that keep the contract. */
    public Plan(
            String experiment,
            String title,
            String command,
            String commit,
            DatasetInfo dataset,
            List<String> assumptions,
            List<String> classNames,
            List<Integer> classCounts,
            int subjects,
            @Nullable Double rate,
            List<Trial> trials) {
        this(
                experiment,
                title,
                command,
                commit,
                dataset,
                assumptions,
                classNames,
                classCounts,
                subjects,
                List.of(),
                rate,
                Map.of(),
                trials);
    }

    /** This plan, with those imported trials of an earlier one whose splits it has too. */
    public Plan keepingImported(Plan earlier) {
        Set<List<Object>> known = new HashSet<>();
        trials.forEach(trial -> known.add(place(trial)));
        return with(earlier.trials().stream()
                .filter(trial -> trial.classifier().wasImported() && known.contains(place(trial)))
                .toList());
    }

    private static List<Object> place(Trial trial) {
        return List.of(trial.dataset(), trial.protocol(), trial.split(), trial.seed());
    }

    /** This plan, with those of these trials that it has not yet. */
    public Plan with(List<Trial> more) {
        Map<String, Trial> all = new LinkedHashMap<>();
        trials.forEach(trial -> all.put(trial.key(), trial));
        more.forEach(trial -> all.putIfAbsent(trial.key(), trial));
        return copy(command, List.copyOf(all.values()));
    }

    /** This plan, with the command that runs it. */
    public Plan withCommand(String other) {
        return copy(other, trials);
    }

    private Plan copy(String newCommand, List<Trial> newTrials) {
        return new Plan(
                experiment,
                title,
                newCommand,
                commit,
                dataset,
                assumptions,
                classNames,
                classCounts,
                subjects,
                means,
                rate,
                knownFailures,
                newTrials);
    }
}
